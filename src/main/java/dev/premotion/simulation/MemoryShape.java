package dev.premotion.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * A guest's memory as a migration sees it.
 *
 * <p>Regions stand at the beginning of memory, in the order given: one at least as large as all before it starts at the
 * first page and so contains them, a smaller one stands behind what is already taken. Zero pages stand at the end, but
 * for the first 2 MiB: a PC's low memory is firmware's, and holds little.
 *
 * @param pages all pages, 0 or more
 * @param zeroPages those of them that hold only zeros and are never written; they cost their scan, not their bytes
 * @param regions what is written, hot before cold; memory in no region is never written
 */
public record MemoryShape(long pages, long zeroPages, List<Region> regions) {
    /** Pages of low memory. */
    private static final long LOW = 512;

    /** Checks that everything has its place. */
    public MemoryShape {
        regions = List.copyOf(regions);
        if (zeroPages < 0 || zeroPages > pages) {
            throw new IllegalArgumentException("Of a memory of " + size(pages) + ", " + size(zeroPages)
                    + " cannot be zero pages.\nMaybe the two were swapped.");
        }
        long taken = span(regions);
        if (taken > pages - zeroPages) {
            throw new IllegalArgumentException("The regions that are written take " + size(taken) + ", but only "
                    + size(pages - zeroPages)
                    + " of memory is not zero.\nMaybe a region that contains the others should be named"
                    + " last: a later, larger one contains the earlier ones, a later, smaller one stands beside them.");
        }
    }

    /** Memory by its sizes in bytes, rounded to whole pages. */
    public static MemoryShape ofBytes(double bytes, double zeroBytes, List<Region> regions) {
        return new MemoryShape(
                Math.round(bytes / Region.PAGE_BYTES), Math.round(zeroBytes / Region.PAGE_BYTES), regions);
    }

    /** Zero pages before everything else; the others stand at the end. */
    long lowZeroPages() {
        return Math.min(zeroPages, LOW);
    }

    /** The page from which on all are zero. */
    long zeroFrom() {
        return pages - zeroPages + lowZeroPages();
    }

    /** Each region at its place, in parts that are written at random or in a sweep. */
    List<PlacedRegion> placed(double grain) {
        long[] first = firstPages();
        var placed = new ArrayList<PlacedRegion>();
        for (int i = 0; i < first.length; i++) {
            long next = first[i];
            for (Region part : regions.get(i).parts(grain)) {
                placed.add(new PlacedRegion(next, part));
                next += part.pages();
            }
        }
        return placed;
    }

    /** The first page of each region, in their order. */
    long[] firstPages() {
        long[] first = firstPages(regions);
        for (int i = 0; i < first.length; i++) {
            first[i] += lowZeroPages();
        }
        return first;
    }

    private static long[] firstPages(List<Region> regions) {
        long[] first = new long[regions.size()];
        long largest = 0;
        long end = 0;
        for (int i = 0; i < first.length; i++) {
            long size = regions.get(i).pages();
            first[i] = size >= largest ? 0 : end;
            largest = Math.max(largest, size);
            end = Math.max(end, first[i] + size);
        }
        return first;
    }

    private static long span(List<Region> regions) {
        long[] first = firstPages(regions);
        long end = 0;
        for (int i = 0; i < first.length; i++) {
            end = Math.max(end, first[i] + regions.get(i).pages());
        }
        return end;
    }

    /**
     * Different pages written after so many seconds, all regions together. Where regions overlap, a page is touched
     * unless every one of them missed it; a sweep counts as equally likely to stand anywhere.
     */
    public double uniquePages(double seconds) {
        var unique = new UniquePages(this);
        unique.run(seconds, 1);
        return unique.count();
    }

    /** Whether some sweep's position is unknown, so that only a range can be told. */
    boolean openStart() {
        return regions.stream().anyMatch(Region::openStart);
    }

    private static String size(long pages) {
        return Quantity.SIZE.print((double) pages * Region.PAGE_BYTES);
    }
}
