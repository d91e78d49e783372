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

    /** Whether the simulator would have stopped there too. */
    public boolean stopsAsPredicted() {
        return predictedSeconds() <= goalSeconds;
    }

    /** What the model does not know: devices, checkpoint, the other side. Absent where no log says how long it was. */
    public @Nullable Double beyondSeconds() {
        Double seen = stunSeconds != null ? stunSeconds : sentSeconds;
        return seen == null ? null : Double.valueOf(seen - predictedSeconds());
    }
}
