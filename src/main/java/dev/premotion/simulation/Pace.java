package dev.premotion.simulation;

import java.util.List;

/**
 * How a write rate changes with time: stretches one after the other, and from the last back to the first. It goes by the
 * clock, not by the guest's work: a burst each second stays one when the guest is slowed, only smaller.
 *
 * @param stretches in order; none for a rate that stays the same
 */
public record Pace(List<Stretch> stretches) {
    /** The same rate at all times. */
    public static final Pace STEADY = new Pace(List.of());

    /**
     * A stretch of time.
     *
     * @param seconds how long, above 0
     * @param factor of the region's rate, 0 or more
     */
    public record Stretch(double seconds, double factor) {
        /** Checks the ranges. */
        public Stretch {
            if (!(seconds > 0) || !Double.isFinite(seconds) || !(factor >= 0) || !Double.isFinite(factor)) {
                throw new IllegalArgumentException(
                        "A phase needs a length above 0 and a rate of 0 or more: " + Quantity.number(seconds) + " s at "
                                + Quantity.number(factor) + " times the rate.\nMaybe leave that phase out.");
            }
        }

        private double work() {
            return seconds * factor;
        }
    }

    /** Keeps the stretches from changing. */
    public Pace {
        stretches = List.copyOf(stretches);
    }

    /** Seconds at the full rate that write as much as is written between two moments, in seconds from the start. */
    double work(double from, double to) {
        return stretches.isEmpty() ? to - from : until(to) - until(from);
    }

    private double until(double moment) {
        double period = stretches.stream().mapToDouble(Stretch::seconds).sum();
        double rounds = Math.floor(moment / period);
        double left = moment - rounds * period;
        double work = rounds * stretches.stream().mapToDouble(Stretch::work).sum();
        for (Stretch each : stretches) {
            work += Math.min(left, each.seconds()) * each.factor();
            left -= each.seconds();
            if (left <= 0) {
                break;
            }
        }
        return work;
    }
}
