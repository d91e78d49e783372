package dev.premotion.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What keeps migrations from queueing: their wave, those that they are to follow, their earliest time. */
final class Gates {
    private final TreeMap<Integer, List<Execution>> laterWaves = new TreeMap<>();
    private final Consumer<Execution> timer;
    private final Consumer<Execution> queue;
    private int inWave;

    /**
     * All closed.
     *
     * @param executions everything that is to be executed
     * @param timer is told, when its wave begins, of each migration that has an earliest time
     * @param queue is told of each migration that nothing keeps back any more
     * @throws IllegalArgumentException if ids repeat, or one is to follow another that is not there
     */
    Gates(List<Execution> executions, Consumer<Execution> timer, Consumer<Execution> queue) {
        this.timer = timer;
        this.queue = queue;
        Map<String, Execution> byId = new HashMap<>();
        for (Execution each : executions) {
            if (byId.put(each.job().id(), each) != null) {
                throw new IllegalArgumentException(
                        "Two migrations have the id \"" + each.job().id() + "\".\nMaybe one is a copy.");
            }
            laterWaves
                    .computeIfAbsent(each.job().wave(), wave -> new ArrayList<>())
                    .add(each);
            each.gates = each.job().notBeforeSeconds() > 0 ? 2 : 1;
        }
        executions.forEach(each -> follow(each, byId));
    }

    private static void follow(Execution each, Map<String, Execution> byId) {
        for (String id : each.job().after()) {
            Execution before = byId.get(id);
            if (before == null) {
                throw new IllegalArgumentException("Migration " + each.job().id() + " is to follow \"" + id
                        + "\", which the plan does not have.\nMaybe that one was left out.");
            }
            before.followers.add(each);
            each.gates++;
        }
    }

    /** Opens the next wave in which something is left to do, if the present one is through. */
    void openWave() {
        while (inWave == 0 && !laterWaves.isEmpty()) {
            var wave = laterWaves.pollFirstEntry().getValue();
            inWave = (int) wave.stream().filter(each -> !each.over()).count();
            for (Execution each : wave) {
                if (!each.over() && each.job().notBeforeSeconds() > 0) {
                    timer.accept(each);
                }
                open(each);
            }
        }
    }

    /** One thing less keeps a migration from queueing. */
    void open(Execution each) {
        each.gates--;
        if (each.gates == 0 && !each.over()) {
            queue.accept(each);
        }
    }

    /** A migration is done: those that follow it have one thing less to wait for. */
    void done(Execution each) {
        each.followers.forEach(this::open);
        leavesWave();
    }

    /** A migration failed on its way: those that follow it never begin. */
    void failed(Execution each) {
        each.followers.forEach(follower ->
                neverStarts(follower, "It was to follow " + each.job().id() + ", which failed."));
        leavesWave();
    }

    /** A migration never begins, and so do those that follow it. */
    void neverStarts(Execution each, String why) {
        if (each.over()) {
            return;
        }
        each.neverStarts(why);
        for (Execution follower : each.followers) {
            neverStarts(follower, "It was to follow " + each.job().id() + ", which never began.");
        }
        if (!laterWaves.containsKey(each.job().wave())) {
            leavesWave();
        }
    }

    private void leavesWave() {
        inWave--;
        openWave();
    }

    /** Why a migration that was never offered has not been. */
    String reason(Execution each) {
        return laterWaves.containsKey(each.job().wave())
                ? "An earlier wave never came to its end."
                : "It waits for a migration that waits for it.";
    }
}
