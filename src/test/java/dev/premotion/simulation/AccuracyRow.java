package dev.premotion.simulation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One figure held against a measured one.
 *
 * @param group what kind of case it is
 * @param name the case
 * @param what the figure
 * @param measured as published or measured, with its unit
 * @param predicted likewise
 * @param error how far off it is, as a share; not a number where it is right or wrong
 * @param accepted what is accepted of it, in words; empty where it is only right or wrong, or not judged
 * @param holds whether it is within; absent where nothing judges it
 */
record AccuracyRow(
        String group,
        String name,
        String what,
        String measured,
        String predicted,
        double error,
        String accepted,
        @Nullable Boolean holds) {

    /** A number with a relative error; a band that is infinite judges nothing. */
    static AccuracyRow number(
            String group, String name, String what, String unit, double measured, double predicted, double band) {
        double error = Math.abs(predicted / measured - 1);
        boolean judged = band < Double.POSITIVE_INFINITY;
        return new AccuracyRow(
                group,
                name,
                what,
                text(measured, unit),
                text(predicted, unit),
                error,
                judged ? percent(band) : "",
                judged ? error <= band : null);
    }

    /** An error that is itself the figure, such as a mean over many cases. */
    static AccuracyRow share(String group, String name, String what, double error, double band) {
        return new AccuracyRow(group, name, what, "", "", error, percent(band), error <= band);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    /** Whether something judges it and it is not within. */
    boolean outside() {
        return Boolean.FALSE.equals(holds);
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
                group,
                name,
                what,
                range,
                text(predicted, unit),
                Math.abs(predicted / nearest - 1),
                Quantity.number(low) + " to " + text(high, unit),
                holds);
    }

    /** Whether it ends, or how often; right or wrong. */
    static AccuracyRow told(String group, String name, String what, String measured, String predicted, boolean holds) {
        return new AccuracyRow(group, name, what, measured, predicted, Double.NaN, "", holds);
    }

    private static String text(double value, String unit) {
        return Quantity.number(value) + (unit.isEmpty() ? "" : " " + unit);
    }

    String line() {
        String off = Double.isNaN(error) ? "" : String.format(Locale.ROOT, "%.1f %%", 100 * error);
        String within = holds == null ? "not judged" : holds ? "yes" : "**no**";
        return "| " + String.join(" | ", name, what, measured, predicted, off, accepted, within) + " |";
    }
}
