package dev.premotion.simulation;

import java.util.Locale;

/**
 * What is taken for granted where a snapshot does not say, once favourably, once likely and once unfavourably. These are
 * this project's own choices, not measurements: vSphere tells no dirty rate, and no snapshot tells what storage delivers.
 *
 * @param workingSetShare part of the active memory that is written again and again
 * @param rewriteSeconds how long the guest takes to write its working set once
 * @param memoryShare active memory as a part of all memory, where that is not known either
 * @param linkMbps vMotion network where no link speed is known, Mbit/s
 * @param provisioningMbps provisioning or management network, Mbit/s
 * @param datastoreBytesPerSecond what copies read from or write to a datastore
 * @param diskWriteBytesPerSecond what a running guest writes to its disks
 */
record Guess(
        String name,
        double workingSetShare,
        double rewriteSeconds,
        double memoryShare,
        double linkMbps,
        double provisioningMbps,
        double datastoreBytesPerSecond,
        double diskWriteBytesPerSecond) {

    static final Guess LOW = new Guess("low", 0.25, 120, 0.05, 10_000, 10_000, 1.0e9, 0.5e6);
    static final Guess LIKELY = new Guess("likely", 0.5, 20, 0.15, 10_000, 1_000, 4.0e8, 3.0e6);
    static final Guess HIGH = new Guess("high", 1.0, 2, 0.4, 1_000, 1_000, 1.5e8, 3.0e7);

    /** The likely value between the other two, in words. */
    static String between(String what, double low, double likely, double high, String unit) {
        return String.format(
                Locale.ROOT, "%s %s %s (tried %s to %s)", what, number(likely), unit, number(low), number(high));
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%,.2f", value);
    }
}
