package dev.premotion.simulation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan, executed on a clock that starts at 0.
 *
 * @param policy whose rules memory moved by
 * @param seed of the page-accurate engine
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
     * @param startSeconds when vCenter admitted it; 0 if it never began
     * @param endSeconds when it was over; 0 if it never began
     * @param waitedFor the resource that admission last held it back for; absent if it did not
     * @param passes of its memory
     * @param bytesSent memory and disks, mirrored writes included
     * @param stunMillis how long the guest stood still at the end
     * @param guestSlowdown the share of its work that the guest lost while its memory moved, 0 to 1
     * @param range where inputs are guesses; absent otherwise
     * @param assumptions what that rests on
     */
    public record MigrationRun(
            String id,
            State state,
            @Nullable String reason,
            double startSeconds,
            double endSeconds,
            @Nullable String waitedFor,
            List<Pass> passes,
            long bytesSent,
            double stunMillis,
            double guestSlowdown,
            @Nullable RunRange range,
            List<String> assumptions) {
        /** Keeps the lists from changing. */
        public MigrationRun {
            passes = List.copyOf(passes);
            assumptions = List.copyOf(assumptions);
        }

        private MigrationRun with(RunRange newRange) {
            return new MigrationRun(
                    id,
                    state,
                    reason,
                    startSeconds,
                    endSeconds,
                    waitedFor,
                    passes,
                    bytesSent,
                    stunMillis,
                    guestSlowdown,
                    newRange,
                    assumptions);
        }

        private double seconds() {
            return endSeconds - startSeconds;
        }
    }

    /**
     * How far a migration's numbers go where inputs are guesses.
     *
     * @param endSeconds when it is over
     * @param seconds how long it takes
     * @param stunMillis how long the guest stands still
     * @param guestSlowdown the share of its work that it loses
     * @param bytesSent in total
     */
    public record RunRange(Range endSeconds, Range seconds, Range stunMillis, Range guestSlowdown, Range bytesSent) {}

    /**
     * What went through a link, a host's adapter or a datastore, in one direction.
     *
     * @param name what it is
     * @param bytesPerSecond what it can carry
     * @param bytes what it carried
     * @param busySeconds how long it carried anything
     * @param peakShare the largest share of its capacity that was used, 0 to 1
     */
    public record LinkUse(String name, double bytesPerSecond, double bytes, double busySeconds, double peakShare) {}

    /**
     * The likely run with ranges from three runs of the same jobs, for guesses that are low, likely and high.
     *
     * @param likely what is reported
     * @param low the same jobs with the low guesses
     * @param high the same jobs with the high guesses
     */
    public static Simulation across(Simulation low, Simulation likely, Simulation high) {
        var merged = new ArrayList<MigrationRun>(likely.migrations().size());
        for (int i = 0; i < likely.migrations().size(); i++) {
            MigrationRun middle = likely.migrations().get(i);
            merged.add(middle.with(
                    range(low.migrations().get(i), middle, high.migrations().get(i))));
        }
        return new Simulation(likely.policy(), likely.seed(), likely.makespanSeconds(), merged, likely.links());
    }

    private static RunRange range(MigrationRun a, MigrationRun b, MigrationRun c) {
        return new RunRange(
                range(a.endSeconds(), b.endSeconds(), c.endSeconds()),
                range(a.seconds(), b.seconds(), c.seconds()),
                range(a.stunMillis(), b.stunMillis(), c.stunMillis()),
                range(a.guestSlowdown(), b.guestSlowdown(), c.guestSlowdown()),
                range(a.bytesSent(), b.bytesSent(), c.bytesSent()));
    }

    private static Range range(double a, double likely, double b) {
        return new Range(Math.min(likely, Math.min(a, b)), likely, Math.max(likely, Math.max(a, b)));
    }
}
