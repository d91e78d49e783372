package dev.premotion.simulation;

import dev.premotion.reference.Csv;
import java.util.Locale;

/**
 * What a snapshot does not say and a simulation needs, with its favourable, its likely and its unfavourable value: one
 * draw in twenty is the first or better, half are the second or better, one in twenty is the third or worse. In between
 * the logarithm of the value follows a straight line, or where the value is a place, the value itself. From {@code
 * rules/guesses.csv}.
 */
enum Input {
    /** Part of the active memory that is written again and again. */
    WORKING_SET,
    /** How long a guest takes to write its working set once, seconds. */
    REWRITE_TIME,
    /** Active memory as a part of all memory, where that is not known either. */
    ACTIVE_MEMORY,
    /** Part of a vGPU's frame buffer that is in use. */
    FRAME_BUFFER,
    /** A vMotion network or link whose speed is not known, Mbit/s. */
    VMOTION_NETWORK,
    /** A provisioning or management network whose speed is not known, Mbit/s. */
    PROVISIONING_NETWORK,
    /** What copies read from or write to a datastore, MB/s. */
    DATASTORE,
    /** What a running guest writes to its disks, MB/s. */
    DISK_WRITES,
    /** How far a sequential sweep is through its region when the migration begins; all places alike. */
    SWEEP_POSITION;

    private static final double LOW = 0.05;

    private final double p5;
    private final double p50;
    private final double p95;
    private final String unit;
    private final String words;

    Input() {
        String name = name().toLowerCase(Locale.ROOT).replace('_', '-');
        var row = Csv.builtIn("guesses.csv", "input", "p5", "p50", "p95", "unit", "words")
                .by("input")
                .get(name);
        if (row == null) {
            throw new IllegalStateException("rules/guesses.csv has no " + name);
        }
        p5 = row.decimal("p5");
        p50 = row.decimal("p50");
        p95 = row.decimal("p95");
        unit = row.text("unit");
        words = row.text("words");
    }

    /** Its value at a quantile, 0 to 1; beyond 5 and 95 % it stays there, as nothing is known of the tails. */
    double at(double quantile) {
        double u = Math.max(LOW, Math.min(1 - LOW, quantile));
        double share = u <= 0.5 ? (u - LOW) / (0.5 - LOW) : (u - 0.5) / (0.5 - LOW);
        double from = u <= 0.5 ? p5 : p50;
        double to = u <= 0.5 ? p50 : p95;
        return this == SWEEP_POSITION ? from + share * (to - from) : from * Math.pow(to / from, share);
    }

    /** What it is, for people. */
    String words() {
        return words;
    }

    /** The likely value between the other two, in words. */
    String between(String what) {
        return String.format(
                Locale.ROOT,
                "%s %s %s (tried %s to %s)",
                what,
                Quantity.number(p50),
                unit,
                Quantity.number(Math.min(p5, p95)),
                Quantity.number(Math.max(p5, p95)));
    }
}
