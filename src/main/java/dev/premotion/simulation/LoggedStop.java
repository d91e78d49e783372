package dev.premotion.simulation;

import org.jspecify.annotations.Nullable;

/**
 * How one vMotion ended its pre-copy, as hosts log it.
 *
 * @param id the migration's id, the same in all logs of both hosts
 * @param pagesLeft pages still to send when it stopped
 * @param bytesPerSecond the bandwidth that ESXi measured
 * @param goalSeconds the switchover time goal
 * @param transmitToDirty sent over dirtied, 1 for as much as
 * @param sentSeconds from the stop to the last page sent; absent where the log does not say
 * @param stunSeconds how long the guest stood still; absent where no log says
 */
public record LoggedStop(
        String id,
        long pagesLeft,
        double bytesPerSecond,
        double goalSeconds,
        double transmitToDirty,
        @Nullable Double sentSeconds,
        @Nullable Double stunSeconds) {

    /** How long the last pages take, by the simulator's model: pages over bandwidth. */
    public double predictedSeconds() {
        return pagesLeft * (double) Region.PAGE_BYTES / bytesPerSecond;
    }

    /** Whether pages over bandwidth are within the goal. The line says so itself: where they are not, it is misunderstood. */
    public boolean withinGoal() {
        return predictedSeconds() <= goalSeconds;
    }
}
