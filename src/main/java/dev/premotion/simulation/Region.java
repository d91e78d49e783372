package dev.premotion.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of guest memory and how the guest writes it.
 *
 * @param pages its size in pages of 4 KiB, at least 1
 * @param pagesPerSecond page writes per second, 0 or more; writing one page twice counts twice
 * @param pattern in which order
 */
public record Region(long pages, double pagesPerSecond, WritePattern pattern) {
    /** Bytes of a page, the unit in which every hypervisor tracks and sends memory. */
    public static final int PAGE_BYTES = 4096;

    /** Checks the ranges. */
    public Region {
        if (pages < 1 || !(pagesPerSecond >= 0) || !Double.isFinite(pagesPerSecond)) {
            throw new IllegalArgumentException("A region needs at least one page and a rate of 0 or more: " + pages
                    + " pages at " + pagesPerSecond + "/s.");
        }
        if (pattern instanceof WritePattern.Sequential sweep
                && sweep.startPage() != null
                && !(sweep.startPage() <= pages)) {
            throw new IllegalArgumentException("A sweep cannot start at page " + Quantity.number(sweep.startPage())
                    + " of a region of " + pages + " pages.\nMaybe it starts at 0.");
        }
    }

    /**
     * Reads {@code SIZE@RATE[:random|:sequential[:START]]}, random where no pattern is given.
     *
     * @throws IllegalArgumentException with the part that is wrong and what may have been meant
     */
    public static Region parse(String text) {
        int at = text.indexOf('@');
        if (at < 0) {
            throw malformed(text, "64MiB@4000pages/s:random");
        }
        List<String> parts = List.of(text.substring(at + 1).split(":", -1));
        double bytes = Quantity.SIZE.parse(text.substring(0, at));
        if (bytes < 1) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" writes a region of no size.\nMaybe 64MiB" + text.substring(at) + ".");
        }
        long pages = Math.max(1, Math.round(bytes / PAGE_BYTES));
        return new Region(pages, Quantity.WRITE_RATE.parse(parts.get(0)), pattern(text, parts, pages));
    }

    private static WritePattern pattern(String text, List<String> parts, long pages) {
        String name = parts.size() > 1 ? parts.get(1) : "random";
        if (name.equals("random") && parts.size() <= 2) {
            return new WritePattern.Random();
        }
        if (name.equals("sequential") && parts.size() <= 3) {
            return new WritePattern.Sequential(parts.size() == 3 ? start(text, parts.get(2), pages) : null);
        }
        boolean meantSweep = name.startsWith("s") || parts.size() > 2;
        throw malformed(
                text,
                text.substring(0, text.indexOf('@')) + "@" + parts.get(0) + (meantSweep ? ":sequential" : ":random"));
    }

    private static double start(String text, String start, long pages) {
        double page = Quantity.SIZE.parse(start) / PAGE_BYTES;
        if (page > pages) {
            throw new IllegalArgumentException("\"" + text + "\" starts its sweep at " + start
                    + ", behind the end of its region.\nMaybe at 0, or without a start: then all positions count.");
        }
        return page;
    }

    private static IllegalArgumentException malformed(String text, String example) {
        return new IllegalArgumentException("\"" + text
                + "\" is not a region that is written: expected SIZE@RATE[:random|:sequential[:START]].\nMaybe "
                + example + ".");
    }

    /**
     * Different pages that the guest has written after some time: W(1-exp(-rt/W)) for random writes, min(W, rt) for a
     * sweep. It saturates at the region's size, which is why a write rate above the bandwidth does not by itself keep a
     * migration from ending (facts: migration-models.md 3.2).
     *
     * @param seconds of running guest, 0 or more
     */
    public double uniquePages(double seconds) {
        return pages * touchedShare(seconds);
    }

    /** The chance, 0 to 1, that a given page of this region has been written after so many seconds. */
    double touchedShare(double seconds) {
        double writesPerPage = pagesPerSecond * seconds / pages;
        return pattern instanceof WritePattern.Random ? -Math.expm1(-writesPerPage) : Math.min(1, writesPerPage);
    }

    /** Whether it sweeps from a place that nobody stated. */
    boolean openStart() {
        return pagesPerSecond > 0 && pattern instanceof WritePattern.Sequential sweep && sweep.startPage() == null;
    }

    /** This region with its sweep standing at a share (0 to 1) of its way. */
    Region startingAt(double share) {
        return new Region(pages, pagesPerSecond, new WritePattern.Sequential(share * pages));
    }

    /** The page where the sweep stands when the migration begins; 0 for random writes and where unknown. */
    double startPage() {
        return pattern instanceof WritePattern.Sequential sweep && sweep.startPage() != null ? sweep.startPage() : 0;
    }

    /** In which order pages are written. */
    public sealed interface WritePattern {
        /** Any page with the same chance, again and again. */
        record Random() implements WritePattern {}

        /**
         * One page after the other, from the region's end back to its beginning.
         *
         * @param startPage where in its region the sweep stands when the migration begins, in pages; absent where
         *     unknown
         */
        record Sequential(@Nullable Double startPage) implements WritePattern {}
    }
}
