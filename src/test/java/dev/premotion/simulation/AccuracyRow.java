package dev.premotion.simulation;

import java.util.Locale;

/**
 * One figure held against a measured one.
 *
 * @param group what kind of case it is
 * @param name the case
 * @param what the figure
 * @param measured as published or measured, with its unit
 * @param predicted likewise
 * @param error how far off it is, as a share; not a number where it is right or wrong
 * @param band the largest error that is accepted; infinite where none is set
 * @param holds whether it is within
 */
record AccuracyRow(
        String group,
        String name,
        String what,
        String measured,
        String predicted,
        double error,
        double band,
        boolean holds) {

    /** A number with a relative error. */
    static AccuracyRow number(
            String group, String name, String what, String unit, double measured, double predicted, double band) {
        double error = Math.abs(predicted / measured - 1);
        return new AccuracyRow(
                group, name, what, text(measured, unit), text(predicted, unit), error, band, error <= band);
    }

    /** A number that has to lie between two. */
    static AccuracyRow between(
            String group,
            String name,
            String what,
            String unit,
            double[] measured,
            double predicted,
            double low,
            double high) {
        double nearest = Math.max(measured[0], Math.min(measured[1], predicted));
        String range = measured[0] == measured[1]
                ? text(measured[0], unit)
                : Quantity.number(measured[0]) + " to " + text(measured[1], unit);
        boolean holds = predicted >= low && predicted <= high;
        return new AccuracyRow(
                group, name, what, range, text(predicted, unit), Math.abs(predicted / nearest - 1), Double.NaN, holds);
    }

    /** Whether it ends, or how often; right or wrong. */
    static AccuracyRow told(String group, String name, String what, String measured, String predicted, boolean holds) {
        return new AccuracyRow(group, name, what, measured, predicted, Double.NaN, Double.NaN, holds);
    }

    private static String text(double value, String unit) {
        return Quantity.number(value) + (unit.isEmpty() ? "" : " " + unit);
    }

    String line() {
        String off = Double.isNaN(error) ? "" : String.format(Locale.ROOT, "%.1f %%", 100 * error);
        String accepted = Double.isNaN(band) || band == Double.POSITIVE_INFINITY
                ? ""
                : String.format(Locale.ROOT, "%.0f %%", 100 * band);
        return "| " + String.join(" | ", name, what, measured, predicted, off, accepted, holds ? "yes" : "**no**")
                + " |";
    }
}
