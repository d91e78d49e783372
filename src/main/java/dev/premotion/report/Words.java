package dev.premotion.report;

import java.util.Locale;

/** Numbers, sizes and durations in the words of the reports. */
final class Words {

    private static final int MINUTE = 60;
    private static final int HOUR = 3600;
    private static final String[] SIZES = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
    private static final int STEP = 1024;
    private static final int SHORT = 12;

    private Words() {}

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** {@code 1 migration}, {@code 4,812 migrations}. */
    static String count(long value, String one) {
        return number(value) + " " + (value == 1 ? one : one + "s");
    }

    /** {@code 8.4 s}, {@code 12 min 05 s}, {@code 3 h 04 min}. */
    static String duration(double seconds) {
        if (seconds < MINUTE) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        if (whole < HOUR) {
            return String.format(Locale.ROOT, "%d min %02d s", whole / MINUTE, whole % MINUTE);
        }
        long minutes = Math.round(seconds / MINUTE);
        return String.format(Locale.ROOT, "%s h %02d min", number(minutes / MINUTE), minutes % MINUTE);
    }

    /** {@code 312 ms}, {@code 1.4 s}. */
    static String millis(double millis) {
        return millis < 1000 ? Math.round(millis) + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1000);
    }

    /** {@code 40.0 GiB}. */
    static String bytes(long bytes) {
        double size = bytes;
        int step = 0;
        while (size >= STEP && step < SIZES.length - 1) {
            size /= STEP;
            step++;
        }
        return String.format(Locale.ROOT, step == 0 ? "%.0f %s" : "%.1f %s", size, SIZES[step]);
    }

    /** {@code 10.0 Gbit/s}. */
    static String rate(double bytesPerSecond) {
        double mbit = bytesPerSecond * 8 / 1e6;
        return mbit >= 1000
                ? String.format(Locale.ROOT, "%.1f Gbit/s", mbit / 1000)
                : String.format(Locale.ROOT, "%.0f Mbit/s", mbit);
    }

    static String percent(double part) {
        return Math.round(part * 100) + " %";
    }

    /** The beginning of a digest, enough to compare by eye. */
    static String digest(String sha256) {
        return sha256.length() <= SHORT ? sha256 : sha256.substring(0, SHORT);
    }
}
