package dev.premotion.report;

import dev.premotion.report.Result.VCenterSaid;
import dev.premotion.simulation.Quantity;
import java.util.List;
import java.util.Locale;

/** Numbers, sizes and durations in the words of the reports. */
public final class Words {

    private static final int THOUSAND = 1000;
    private static final String[] SIZES = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
    private static final int STEP = 1024;
    private static final int SHORT = 12;

    private Words() {}

    public static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** {@code 1 migration}, {@code 4,812 migrations}. */
    public static String count(long value, String one) {
        return number(value) + " " + (value == 1 ? one : one + "s");
    }

    /** {@code 8.4 s}, {@code 12 min 05 s}, {@code 3 h 04 min}. */
    public static String duration(double seconds) {
        return Quantity.clock(seconds);
    }

    /** {@code 312 ms}, {@code 1.4 s}. */
    public static String millis(double millis) {
        return Math.round(millis) < THOUSAND ? Math.round(millis) + " ms" : tenths(millis / THOUSAND) + " s";
    }

    /** One digit after the point, rounded as the page's script does it. */
    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", Math.round(value * 10) / 10.0);
    }

    /** {@code 40.0 GiB}. */
    public static String bytes(long bytes) {
        double size = bytes;
        int step = 0;
        while (size >= STEP && step < SIZES.length - 1) {
            size /= STEP;
            step++;
        }
        return (step == 0 ? Long.toString(bytes) : tenths(size)) + " " + SIZES[step];
    }

    /** {@code 10.0 Gbit/s}. */
    public static String rate(double bytesPerSecond) {
        double mbit = bytesPerSecond * 8 / 1e6;
        return mbit >= THOUSAND ? tenths(mbit / THOUSAND) + " Gbit/s" : Math.round(mbit) + " Mbit/s";
    }

    public static String percent(double part) {
        return Math.round(part * 100) + " %";
    }

    /** The beginning of a digest, enough to compare by eye. */
    public static String digest(String sha256) {
        return sha256.length() <= SHORT ? sha256 : sha256.substring(0, SHORT);
    }

    /** How far vCenter's own check and the findings agree, in a sentence. */
    public static String agreement(List<VCenterSaid> said) {
        long agree = said.stream().filter(VCenterSaid::agrees).count();
        return "vCenter and the findings agree in " + number(agree) + " of " + count(said.size(), "point")
                + "; each disagreement is a finding.";
    }

    /** What vCenter says. */
    public static String said(VCenterSaid one) {
        var fault = one.fault();
        return fault == null
                ? "nothing against it"
                : (fault.isEmpty() ? one.severity() : one.severity() + " " + fault)
                        + (one.message() == null ? "" : ": " + one.message());
    }

    /** What was found here of the same. */
    public static String found(VCenterSaid one) {
        if (one.rules().isEmpty()) {
            return one.fault() == null ? "nothing that vCenter would refuse" : "nothing";
        }
        return String.join(", ", one.rules());
    }
}
