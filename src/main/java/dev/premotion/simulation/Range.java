package dev.premotion.simulation;

import java.util.Arrays;

/**
 * A number that rests on a guess.
 *
 * @param low the lowest that came out, or, of a plan's numbers, what one in twenty stays below
 * @param likely the one in the middle
 * @param high the highest that came out, or what nineteen in twenty stay below
 */
public record Range(double low, double likely, double high) {
    /** The range of several outcomes, at least one. */
    static Range of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Range(sorted[0], sorted[(sorted.length - 1) / 2], sorted[sorted.length - 1]);
    }

    /** Two quantiles and the median of several values, at least one; between two values in proportion. */
    static Range quantiles(double[] values, double low, double high) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Range(quantile(sorted, low), quantile(sorted, 0.5), quantile(sorted, high));
    }

    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        double above = sorted[Math.min(below + 1, sorted.length - 1)];
        return sorted[below] + (place - below) * (above - sorted[below]);
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
