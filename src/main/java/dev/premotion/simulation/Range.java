package dev.premotion.simulation;

import java.util.Arrays;

/**
 * A number that rests on a guess.
 *
 * @param low the lowest that came out
 * @param likely the one in the middle
 * @param high the highest
 */
public record Range(double low, double likely, double high) {
    /** The range of several outcomes, at least one. */
    static Range of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Range(sorted[0], sorted[(sorted.length - 1) / 2], sorted[sorted.length - 1]);
    }

    /** The same, wider by a share of each end. */
    Range wider(double share) {
        return new Range(low * (1 - share), likely, high * (1 + share));
    }

    /** Whether a value lies in it. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
