package dev.premotion.report.excel;

import dev.premotion.report.ResultFile;

/** How a number is shown in a cell; the cell holds the number itself, so that it sorts, adds up and charts. */
enum Form {
    COUNT("#,##0", 8),
    /** A number that names something, such as a build. */
    PLAIN("0", 10),
    DECIMAL("#,##0.0##", 10),
    /** A part of 1. */
    SHARE("0%", 7),
    /** Milliseconds. */
    MILLIS("#,##0", 8),
    /** Seconds with their fraction. */
    SECONDS("#,##0.0", 10),
    /** Gibibytes, from bytes. */
    GIB("#,##0.0", 9),
    /** Gbit/s, from bytes per second. */
    GBIT("#,##0.0", 9),
    /** Hours, minutes and seconds, from seconds. */
    CLOCK("[h]:mm:ss", 10);

    private static final double SECONDS_A_DAY = 86_400;
    private static final double BYTES_A_GIB = 1 << 30;
    private static final double BITS_A_BYTE = 8;
    private static final double GIGA = 1e9;

    private final String format;
    private final int width;

    Form(String format, int width) {
        this.format = format;
        this.width = width;
    }

    /** Excel's number format; a guess gets a tilde in front, so that no precise number rests on it. */
    String format(boolean guessed) {
        return guessed ? "\"~\"" + format : format;
    }

    /** Width that its usual values need, in characters. */
    int width() {
        return width;
    }

    /** The number that the cell holds: spreadsheets count times in days. */
    double cell(double value) {
        double rounded = ResultFile.rounded(value);
        return switch (this) {
            case CLOCK -> rounded / SECONDS_A_DAY;
            case GIB -> rounded / BYTES_A_GIB;
            case GBIT -> rounded * BITS_A_BYTE / GIGA;
            default -> rounded;
        };
    }
}
