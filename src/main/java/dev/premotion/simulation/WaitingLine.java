package dev.premotion.simulation;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Operations with the same needs, in order. */
final class WaitingLine {
    /**
     * What an operation needs.
     *
     * @param hosts the one or two hosts it is charged to
     * @param hostPoints of each host
     * @param adapterPoints of each host's vMotion adapter
     * @param datastores points of each datastore
     * @param high its priority
     */
    record Needs(
            List<String> hosts, int hostPoints, int adapterPoints, Map<String, Integer> datastores, boolean high) {}

    /** Points of a datastore. */
    record Take(DatastoreRoom datastore, int points) {}

    static final Comparator<WaitingLine> FOREMOST = Comparator.comparingLong(WaitingLine::rank);

    final ArrayDeque<Execution> waiting = new ArrayDeque<>();

    private final Needs needs;
    private final List<HostRoom> hosts;
    private final List<Take> takes;
    private final Map<Integer, PriorityQueue<WaitingLine>> pair;

    WaitingLine(Needs needs, List<HostRoom> hosts, List<Take> takes) {
        this.needs = needs;
        this.hosts = hosts;
        this.takes = takes;
        this.pair = HostRoom.between(hosts.get(0), hosts.get(hosts.size() - 1));
    }

    /** The rank of its first operation; it must have one. */
    long rank() {
        return waiting.getFirst().rank();
    }

    List<HostRoom> hosts() {
        return hosts;
    }

    List<Take> takes() {
        return takes;
    }

    boolean fits(HostRoom host) {
        return needs.hostPoints() <= host.host && needs.adapterPoints() <= host.adapter;
    }

    boolean fits(DatastoreRoom datastore) {
        return takes.stream().allMatch(take -> take.datastore() != datastore || take.points() <= datastore.free);
    }

    /** Takes its points of everything; gives them back where the sign is negative. */
    void charge(int sign) {
        for (HostRoom host : hosts) {
            host.host -= sign * needs.hostPoints();
            host.adapter -= sign * needs.adapterPoints();
        }
        for (Take take : takes) {
            take.datastore().free -= sign * take.points();
        }
    }

    /** Why its operations can never start; absent if they can. */
    @Nullable
    String impossible() {
        for (HostRoom host : hosts) {
            if (needs.hostPoints() > host.hostBudget) {
                return tooMuch("Host " + host.name, host.hostBudget, needs.hostPoints());
            }
            if (needs.adapterPoints() > host.adapterBudget) {
                return tooMuch("The vMotion adapter of " + host.name, host.adapterBudget, needs.adapterPoints());
            }
        }
        return takes.stream()
                .filter(take -> take.points() > take.datastore().budget)
                .map(take -> tooMuch("Datastore " + take.datastore().name, take.datastore().budget, take.points()))
                .findFirst()
                .orElse(null);
    }

    private static String tooMuch(String what, int budget, int points) {
        return what + " takes " + budget + " points at once, and this needs " + points + ".";
    }

    /** Lays itself to rest with what has no room for it, hosts first; false if everything has. */
    boolean rests() {
        for (HostRoom host : hosts) {
            if (!fits(host)) {
                boolean budget = needs.hostPoints() > host.host;
                waiting.getFirst().waitsFor((budget ? "host " : "vMotion adapter of ") + host.name);
                pair.computeIfAbsent(key(), points -> new PriorityQueue<>(FOREMOST))
                        .add(this);
                return true;
            }
        }
        for (Take take : takes) {
            if (take.points() > take.datastore().free) {
                waiting.getFirst().waitsFor("datastore " + take.datastore().name);
                take.datastore().resting.add(this);
                return true;
            }
        }
        return false;
    }

    /** Takes itself, the foremost there, from where it rests with its hosts. */
    void rise() {
        PriorityQueue<WaitingLine> queue = pair.get(key());
        if (queue != null) {
            queue.poll();
        }
    }

    private int key() {
        return needs.hostPoints() * 64 + needs.adapterPoints();
    }
}
