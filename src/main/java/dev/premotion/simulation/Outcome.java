package dev.premotion.simulation;

import java.util.List;

/**
 * What one migration of memory did.
 *
 * @param converged whether it came to an end on its own terms
 * @param passes the live passes, in order; the stop is not among them
 * @param totalSeconds from its begin until the guest runs at the destination; if it did not converge, until that was clear
 * @param stunSeconds how long the guest stood still at the end
 * @param traceStopSeconds how long it stood still before the first pass, while page tracing was installed; ESXi before 7.0U1
 * @param bytesSent all bytes, headers and the stop included
 * @param throttle the largest share of its speed that the guest had to give up, 0 to 1
 * @param guestSlowdown the share of its work that the guest lost while it was migrated live, 0 to 1
 * @param margin how far the last test of convergence was decided: what was left over what would have been allowed;
 *     around 1, luck decides
 * @param decision why it stopped, for people
 */
public record Outcome(
        boolean converged,
        List<Pass> passes,
        double totalSeconds,
        double stunSeconds,
        double traceStopSeconds,
        double bytesSent,
        double throttle,
        double guestSlowdown,
        double margin,
        String decision) {
    /** Keeps the passes from changing. */
    public Outcome {
        passes = List.copyOf(passes);
    }
}
