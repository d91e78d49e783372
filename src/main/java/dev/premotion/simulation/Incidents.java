package dev.premotion.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Failures on the clock, and what they do: bytes stop on a broken way, and a migration that gets none for the network
 * timeout is given up; a lost source host or a full datastore ends what depends on it at once. In each case the VM stays
 * where it is, and nothing new starts there until it is back.
 */
final class Incidents {
    /** Something to do at a time; the order decides between equals. */
    private record Due(double time, long order, Runnable action) {}

    private final List<Failure> broken = new ArrayList<>();
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparingDouble(Due::time).thenComparingLong(Due::order));
    private final EstatePaths paths;
    private final FairShare share;
    private final Set<Execution> running;
    private final BiConsumer<Execution, String> fail;
    private final Consumer<Execution> offer;
    /** What waits for a failure to be mended. */
    private final Set<Execution> held = new LinkedHashSet<>();

    private final double timeout;
    private long order;

    /**
     * All on the clock.
     *
     * @param running what is under way, kept by others
     * @param timeout seconds without a byte after which a migration is given up
     * @param fail ends a migration, for a reason
     * @param offer offers a migration to the admission again
     */
    Incidents(
            Estate estate,
            EstatePaths paths,
            FairShare share,
            Set<Execution> running,
            double timeout,
            BiConsumer<Execution, String> fail,
            Consumer<Execution> offer) {
        this.paths = paths;
        this.share = share;
        this.running = running;
        this.timeout = timeout;
        this.fail = fail;
        this.offer = offer;
        estate.failures().forEach(failure -> {
            paths.check(failure);
            at(failure.atSeconds(), () -> breaks(failure));
            if (failure.forSeconds() < Double.POSITIVE_INFINITY) {
                at(mendedAt(failure), () -> mends(failure));
            }
        });
    }

    private void at(double time, Runnable action) {
        due.add(new Due(time, order++, action));
    }

    /** When the next thing happens; infinite if nothing does any more. */
    double nextTime() {
        return due.isEmpty() ? Double.POSITIVE_INFINITY : due.peek().time();
    }

    /** Lets the next thing happen. */
    void happen() {
        due.remove().action().run();
    }

    private void breaks(Failure failure) {
        broken.add(failure);
        for (Pipe pipe : paths.hitBy(failure)) {
            share.capacity(pipe, 0, failure.atSeconds());
            pipe.brokenSince = Math.min(pipe.brokenSince, failure.atSeconds());
            at(failure.atSeconds() + timeout, () -> giveUp(pipe, failure.atSeconds() + timeout));
        }
        List.copyOf(running).stream()
                .filter(each -> each.needs(failure))
                .forEach(each -> fail.accept(each, ends(failure)));
    }

    private void mends(Failure failure) {
        broken.remove(failure);
        double now = mendedAt(failure);
        for (Pipe pipe : paths.hitBy(failure)) {
            if (broken.stream().noneMatch(other -> paths.hitBy(other).contains(pipe))) {
                share.capacity(pipe, pipe.nominal, now);
                pipe.brokenSince = Double.POSITIVE_INFINITY;
            }
        }
        var waiting = List.copyOf(held);
        held.clear();
        waiting.forEach(offer);
    }

    /** A flow begins; where its way is broken, its time runs from now on. */
    void joins(Flow flow, double now) {
        for (Pipe pipe : flow.pipes) {
            if (pipe.brokenSince <= now) {
                at(now + timeout, () -> giveUp(pipe, now + timeout));
            }
        }
    }

    private void giveUp(Pipe pipe, double now) {
        for (Flow flow : List.copyOf(pipe.flows)) {
            double since = Math.max(pipe.brokenSince, flow.began);
            if (since + timeout <= now + Transfer.MOMENT && flow.owner.underWay(flow)) {
                fail.accept(
                        flow.owner,
                        "Nothing went through " + pipe.name + " for " + Quantity.number(timeout)
                                + " s; the VM stays on its source.");
            }
        }
    }

    private static String ends(Failure failure) {
        return failure.kind() == Failure.Kind.HOST
                ? "Its host " + failure.name() + " was lost, and the VM with it; vSphere HA restarts it, not this plan."
                : "Datastore " + failure.name() + " ran full; the VM stays on its source.";
    }

    /** Why a migration cannot start now; absent if it can. What never comes back goes before what does. */
    @Nullable
    String prevents(Execution each) {
        return broken.stream()
                .filter(failure -> prevents(failure, each.job()))
                .max(Comparator.comparingDouble(Incidents::mendedAt))
                .map(Incidents::missing)
                .orElse(null);
    }

    /** Keeps a migration that cannot start now until something is mended; false if nothing that it needs ever is. */
    boolean holds(Execution each) {
        return broken.stream()
                        .filter(failure -> prevents(failure, each.job()))
                        .allMatch(failure -> mendedAt(failure) < Double.POSITIVE_INFINITY)
                && held.add(each);
    }

    boolean holdsSomething() {
        return !held.isEmpty();
    }

    private static double mendedAt(Failure failure) {
        return failure.atSeconds() + failure.forSeconds();
    }

    private static boolean prevents(Failure failure, Job job) {
        return switch (failure.kind()) {
            case HOST -> failure.means(job.fromHost()) || failure.means(job.toHost());
            case ADAPTER -> job.overVmotion() && (failure.means(job.fromHost()) || failure.means(job.toHost()));
            case LINK -> job.links().stream().anyMatch(failure::means);
            case DATASTORE -> job.disks().stream().anyMatch(disk -> failure.means(disk.toDatastore()));
        };
    }

    private static String missing(Failure failure) {
        return switch (failure.kind()) {
            case HOST -> "Host " + failure.name() + " does not respond.";
            case ADAPTER -> "The vMotion network of host " + failure.name() + " is down.";
            case LINK -> "Link " + failure.name() + " is down.";
            case DATASTORE -> "Datastore " + failure.name() + " is full.";
        };
    }
}
