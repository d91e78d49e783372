package dev.premotion.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many different pages of a memory its guest has written, in closed form: a page is touched unless every region it
 * lies in missed it; a sweep counts as equally likely to stand anywhere.
 */
final class UniquePages {
    /** Pages that lie in the same regions. */
    private record Ring(double pages, int[] regions) {}

    private final List<PlacedRegion> regions;
    private final Ring[] rings;
    /** Seconds at its full rate that each region has been written. */
    private final double[] work;

    private double clock;

    UniquePages(MemoryShape shape) {
        regions = shape.placed(ExpectedMemory.GRAIN);
        work = new double[regions.size()];
        long[] edges = regions.stream()
                .flatMapToLong(each -> Arrays.stream(new long[] {each.first(), each.end()}))
                .sorted()
                .distinct()
                .toArray();
        var found = new ArrayList<Ring>();
        for (int i = 0; i + 1 < edges.length; i++) {
            found.add(new Ring(edges[i + 1] - edges[i], covering(edges[i])));
        }
        rings = found.toArray(Ring[]::new);
    }

    private int[] covering(long page) {
        int[] covering = new int[regions.size()];
        int count = 0;
        for (int i = 0; i < covering.length; i++) {
            if (regions.get(i).first() <= page && page < regions.get(i).end()) {
                covering[count++] = i;
            }
        }
        return Arrays.copyOf(covering, count);
    }

    /** Lets the guest write for some time at a share (0 to 1) of its speed. */
    void run(double seconds, double speed) {
        for (int i = 0; i < work.length; i++) {
            work[i] += speed * regions.get(i).region().pace().work(clock, clock + seconds);
        }
        clock += seconds;
    }

    /** Counts from now on. */
    void restart() {
        Arrays.fill(work, 0);
    }

    /** Different pages written so far. */
    double count() {
        return countAfter(0, 0);
    }

    /** Different pages written if the guest goes on so. */
    double countAfter(double seconds, double speed) {
        double[] missed = new double[work.length];
        for (int i = 0; i < missed.length; i++) {
            Region region = regions.get(i).region();
            double more = seconds > 0 ? speed * region.pace().work(clock, clock + seconds) : 0;
            missed[i] = 1 - region.touchedShare(work[i] + more);
        }
        double unique = 0;
        for (Ring ring : rings) {
            double untouched = 1;
            for (int region : ring.regions()) {
                untouched *= missed[region];
            }
            unique += ring.pages() * (1 - untouched);
        }
        return unique;
    }
}
