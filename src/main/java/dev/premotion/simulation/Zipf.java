package dev.premotion.simulation;

import dev.premotion.simulation.Region.WritePattern;
import java.util.ArrayList;
import java.util.List;

/** Zipf's law by ranks of nearly the same chance: page k is written in proportion to 1 / k^s, hot pages first. */
final class Zipf {
    /** Up to so many pages their chances are summed one by one; beyond, an integral is as good. */
    private static final int SUMMED = 64;

    private Zipf() {}

    /**
     * The region in parts within which every page counts as equally hot.
     *
     * @param grain largest ratio of a part's last rank to its first, above 1
     */
    static List<Region> parts(Region region, double exponent, double grain) {
        var ends = new ArrayList<Long>();
        var weights = new ArrayList<Double>();
        double all = 0;
        for (long from = 1; from <= region.pages(); ) {
            long to = Math.min(region.pages() + 1, Math.max(from + 1, (long) (from * grain)));
            double weight = weight(from, to, exponent);
            ends.add(to - from);
            weights.add(weight);
            all += weight;
            from = to;
        }
        var parts = new ArrayList<Region>();
        for (int i = 0; i < ends.size(); i++) {
            double rate = region.pagesPerSecond() * weights.get(i) / all;
            parts.add(new Region(ends.get(i), rate, new WritePattern.Random(), region.pace()));
        }
        return parts;
    }

    /** The sum of k^-s over the ranks from (inclusive) to (exclusive). */
    private static double weight(long from, long to, double s) {
        if (to - from > SUMMED) {
            double a = from - 0.5;
            double b = to - 0.5;
            return Math.abs(s - 1) < 1e-9 ? Math.log(b / a) : (Math.pow(b, 1 - s) - Math.pow(a, 1 - s)) / (1 - s);
        }
        double sum = 0;
        for (long k = from; k < to; k++) {
            sum += Math.pow(k, -s);
        }
        return sum;
    }
}
