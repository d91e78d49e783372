package dev.premotion.simulation;

import dev.premotion.simulation.Simulation.MigrationRun;
import dev.premotion.simulation.Simulation.State;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One job while it is executed: what it waits for, how far it is, and what came out. */
final class Execution {
    private final Job job;
    private final int index;
    private final WaitingLine.Needs needs;
    /** Those that may not start before it is done. */
    final List<Execution> followers = new ArrayList<>();
    /** What still keeps it from queueing: migrations before it, its wave, its time. */
    int gates;
    /** Transfers under way, and those that have to wait for their turn. */
    int underWay;
    /** Those that bytes or time pass for. */
    final List<Flow> flows = new ArrayList<>();

    final List<Flow> toStart = new ArrayList<>();
    final List<DiskTransfer> disks = new ArrayList<>();
    final List<Transfer.Mirror> mirrors = new ArrayList<>();

    @Nullable
    MemoryTransfer memory;

    private State state = State.NOT_STARTED;
    private @Nullable String reason;
    private @Nullable String waitedFor;
    private double queued;
    private double start;
    private double end;
    private long rank;
    private boolean over;

    Execution(Job job, int index, WaitingLine.Needs needs) {
        this.job = job;
        this.index = index;
        this.needs = needs;
    }

    Job job() {
        return job;
    }

    int index() {
        return index;
    }

    WaitingLine.Needs needs() {
        return needs;
    }

    long rank() {
        return rank;
    }

    void rank(long newRank) {
        rank = newRank;
    }

    void waitsFor(String resource) {
        waitedFor = resource;
    }

    void queuesAt(double now) {
        queued = now;
    }

    void startsAt(double now) {
        start = now;
    }

    boolean underWay(Flow flow) {
        return flows.contains(flow);
    }

    /** Whether it cannot go on after a failure, whatever comes back. */
    boolean needs(Failure failure) {
        return switch (failure.kind()) {
            case HOST -> failure.means(job.fromHost());
            case DATASTORE ->
                memory == null && job.disks().stream().anyMatch(disk -> failure.means(disk.toDatastore()));
            case LINK, ADAPTER -> false;
        };
    }

    boolean over() {
        return over;
    }

    /** It has come to its end at its destination, or has been given up on the way. */
    void ends(State newState, @Nullable String why, double now) {
        state = newState;
        reason = why;
        end = now;
        over = true;
    }

    /** It will never begin. */
    void neverStarts(String why) {
        reason = why;
        over = true;
    }

    MigrationRun result() {
        Outcome outcome = memory == null || state == State.NOT_STARTED ? null : memory.outcome();
        var copies = disks.stream().map(DiskTransfer::pass).toList();
        double bytes = copies.stream().mapToLong(Pass::bytes).sum()
                + mirrors.stream().mapToDouble(Transfer.Mirror::bytes).sum()
                + (outcome == null ? 0 : outcome.bytesSent());
        return new MigrationRun(
                job.id(),
                state,
                reason,
                queued,
                start,
                end,
                waitedFor,
                copies,
                outcome == null ? List.of() : outcome.passes(),
                Math.round(bytes),
                outcome == null ? 0 : outcome.stunSeconds() * 1e3,
                outcome == null ? 0 : outcome.traceStopSeconds() * 1e3,
                outcome == null ? 0 : outcome.guestSlowdown(),
                null,
                job.assumptions());
    }
}
