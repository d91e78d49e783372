package dev.premotion.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How many different pages of a memory its guest has written after some time; made once, asked often. */
final class UniquePages {
    /** Pages that lie in the same regions. */
    private record Ring(double pages, Region[] regions) {}

    private final Ring[] rings;

    UniquePages(MemoryShape shape) {
        long[] first = shape.firstPages();
        long[] edges = edges(shape.regions(), first);
        var found = new ArrayList<Ring>();
        for (int i = 0; i + 1 < edges.length; i++) {
            var covering = new ArrayList<Region>();
            for (int k = 0; k < first.length; k++) {
                Region region = shape.regions().get(k);
                if (first[k] <= edges[i] && edges[i] < first[k] + region.pages()) {
                    covering.add(region);
                }
            }
            found.add(new Ring(edges[i + 1] - edges[i], covering.toArray(Region[]::new)));
        }
        rings = found.toArray(Ring[]::new);
    }

    private static long[] edges(List<Region> regions, long[] first) {
        long[] edges = new long[2 * first.length];
        for (int i = 0; i < first.length; i++) {
            edges[2 * i] = first[i];
            edges[2 * i + 1] = first[i] + regions.get(i).pages();
        }
        return Arrays.stream(edges).sorted().distinct().toArray();
    }

    /** A page is touched unless every region it lies in missed it; a sweep counts as equally likely to stand anywhere. */
    double after(double seconds) {
        double unique = 0;
        for (Ring ring : rings) {
            double missed = 1;
            for (Region region : ring.regions()) {
                missed *= 1 - region.touchedShare(seconds);
            }
            unique += ring.pages() * (1 - missed);
        }
        return unique;
    }
}
