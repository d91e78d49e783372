package dev.premotion.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one migration will do.
 *
 * @param request what was asked
 * @param outcome the one in the middle where there are several
 * @param range where an input is open
 * @param bandwidth bytes per second that a single migration really gets out of the path
 * @param knifeEdge whether small things decide it, so that neither model nor repeats agree
 * @param notes what was assumed, and what to make of it, for people
 */
public record Estimate(
        EstimateRequest request,
        Outcome outcome,
        @Nullable Ranges range,
        double bandwidth,
        boolean knifeEdge,
        List<String> notes) {
    /**
     * The ranges over all runs.
     *
     * @param runs how many
     * @param converged how many of them came to an end
     * @param totalSeconds over those that came to an end, or over all if none did; so the others
     * @param stunMillis of the stop
     * @param bytesSent in total
     * @param rounds live passes
     * @param throttlePercent the largest
     */
    public record Ranges(
            int runs,
            int converged,
            Range totalSeconds,
            Range stunMillis,
            Range bytesSent,
            Range rounds,
            Range throttlePercent) {}

    /** Keeps the notes from changing. */
    public Estimate {
        notes = List.copyOf(notes);
    }
}
