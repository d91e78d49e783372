package dev.premotion.simulation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plan, executed on a clock that starts at 0.
 *
 * @param policy whose rules memory moved by
 * @param seed of everything that is drawn: the guesses, and the writes of the page-accurate engine
 * @param makespanSeconds when the last migration was over
 * @param migrations in the plan's order
 * @param links everything that bytes went through, in the order of first use
 */
public record Simulation(
        String policy, long seed, double makespanSeconds, List<MigrationRun> migrations, List<LinkUse> links) {
    /** Keeps the lists from changing. */
    public Simulation {
        migrations = List.copyOf(migrations);
        links = List.copyOf(links);
    }

    /** The ids of those that are done. */
    Set<String> done() {
        return migrations.stream()
                .filter(run -> run.state() == State.DONE)
                .map(MigrationRun::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** How a migration ended. */
    public enum State {
        /** The VM runs (or rests) at its destination. */
        DONE,
        /** It was given up; the VM is still at its source. */
        FAILED,
        /** It never began. */
        NOT_STARTED
    }

    /**
     * One migration's run.
     *
     * @param id the job's
     * @param state how it ended
     * @param reason why it failed or never began; absent otherwise
     * @param queuedSeconds from when on only vCenter's limits held it back; 0 if that never came
     * @param startSeconds when vCenter admitted it; 0 if it never began
     * @param endSeconds when it was over; 0 if it never began
     * @param waitedFor the resource that admission last held it back for; absent if it did not
     * @param disks copies of its disks, those between the same two datastores as one; under way at the same time
     * @param passes of its memory
     * @param bytesSent memory and disks, mirrored writes included
     * @param stunMillis how long the guest stood still at the end
     * @param traceStopMillis how long it stood still before the first pass, as before 7.0U1
     * @param guestSlowdown the share of its work that the guest lost while its memory moved, 0 to 1
     * @param range where inputs are guesses; absent otherwise
     * @param assumptions what that rests on
     */
    public record MigrationRun(
            String id,
            State state,
            @Nullable String reason,
            double queuedSeconds,
            double startSeconds,
            double endSeconds,
            @Nullable String waitedFor,
            List<Pass> disks,
            List<Pass> passes,
            long bytesSent,
            double stunMillis,
            double traceStopMillis,
            double guestSlowdown,
            @Nullable RunRange range,
            List<String> assumptions) {
        /** Keeps the lists from changing. */
        public MigrationRun {
            disks = List.copyOf(disks);
            passes = List.copyOf(passes);
            assumptions = List.copyOf(assumptions);
        }

        MigrationRun with(RunRange newRange, List<String> more) {
            return new MigrationRun(
                    id,
                    state,
                    reason,
                    queuedSeconds,
                    startSeconds,
                    endSeconds,
                    waitedFor,
                    disks,
                    passes,
                    bytesSent,
                    stunMillis,
                    traceStopMillis,
                    guestSlowdown,
                    newRange,
                    Stream.concat(assumptions.stream(), more.stream()).toList());
        }
    }

    /**
     * How far a migration's numbers go where inputs are guesses: what one in twenty and nineteen in twenty of the draws in
     * which it is done stay below, stretched to the likely execution where that lies outside.
     *
     * @param endSeconds when it is over
     * @param seconds how long it takes
     * @param stunMillis how long the guest stands still
     * @param guestSlowdown the share of its work that it loses
     * @param bytesSent in total
     * @param driver the input that moves how long it takes most; absent where none does
     */
    public record RunRange(
            Range endSeconds,
            Range seconds,
            Range stunMillis,
            Range guestSlowdown,
            Range bytesSent,
            @Nullable String driver) {}

    /**
     * What went through a link, a host's adapter or a datastore, in one direction.
     *
     * @param name what it is
     * @param bytesPerSecond what it can carry
     * @param bytes what it carried
     * @param busySeconds how long it carried anything
     * @param fullSeconds how long it could carry no more
     * @param peakShare the largest share of its capacity that was used, 0 to 1
     */
    public record LinkUse(
            String name,
            double bytesPerSecond,
            double bytes,
            double busySeconds,
            double fullSeconds,
            double peakShare) {}
}
