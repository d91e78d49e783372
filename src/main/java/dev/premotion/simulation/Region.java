package dev.premotion.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of guest memory and how the guest writes it.
 *
 * @param pages its size in pages of 4 KiB, at least 1
 * @param pagesPerSecond page writes per second, 0 or more; writing one page twice counts twice
 * @param pattern in which order
 * @param pace how that rate changes with time
 */
public record Region(long pages, double pagesPerSecond, WritePattern pattern, Pace pace) {
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

    /** A region that is written at one rate all the time. */
    public Region(long pages, double pagesPerSecond, WritePattern pattern) {
        this(pages, pagesPerSecond, pattern, Pace.STEADY);
    }

    /**
     * Reads {@code SIZE@RATE[:random|:sequential[:START]|:zipf[:EXPONENT]]}, random where no pattern is given; where the
     * rate changes, {@code RATE*TIME,RATE*TIME}.
     *
     * @throws IllegalArgumentException with the part that is wrong and what may have been meant
     */
    public static Region parse(String text) {
        return new RegionText(text).region();
    }

    /**
     * Different pages that the guest has written after some time: W(1-exp(-rt/W)) for random writes, min(W, rt) for a
     * sweep, the sum over classes of pages for Zipf's law. It saturates at the region's size, which is why a write rate
     * above the bandwidth does not by itself keep a migration from ending (facts: migration-models.md 3.2).
     *
     * @param seconds of running guest, 0 or more
     */
    public double uniquePages(double seconds) {
        return pages * touchedShare(pace.work(0, seconds));
    }

    /** The share, 0 to 1, of its pages that has been written after so many seconds at the full rate. */
    double touchedShare(double work) {
        double writesPerPage = pagesPerSecond * work / pages;
        if (pattern instanceof WritePattern.Zipf) {
            return parts(ExpectedMemory.GRAIN).stream()
                            .mapToDouble(part -> part.pages() * part.touchedShare(work))
                            .sum()
                    / pages;
        }
        return pattern instanceof WritePattern.Random ? -Math.expm1(-writesPerPage) : Math.min(1, writesPerPage);
    }

    /**
     * Itself as regions that are written at random or in a sweep, one behind the other.
     *
     * @param grain how much hotter a part's first page may be than its last
     */
    List<Region> parts(double grain) {
        return pattern instanceof WritePattern.Zipf law ? Zipf.parts(this, law.exponent(), grain) : List.of(this);
    }

    /** Whether it sweeps from a place that nobody stated. */
    boolean openStart() {
        return pagesPerSecond > 0 && pattern instanceof WritePattern.Sequential sweep && sweep.startPage() == null;
    }

    /** This region with its sweep standing at a share (0 to 1) of its way. */
    Region startingAt(double share) {
        return new Region(pages, pagesPerSecond, new WritePattern.Sequential(share * pages), pace);
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

        /**
         * Some pages far more often than others, as databases do: page k with a chance in proportion to 1 / k^s.
         *
         * @param exponent s, above 0 and at most 5
         */
        record Zipf(double exponent) implements WritePattern {
            /** What YCSB and many measurements of caches use. */
            public static final double USUAL = 0.99;

            /** Checks the range. */
            public Zipf {
                if (!(exponent > 0) || exponent > 5) {
                    throw new IllegalArgumentException("Zipf's exponent is above 0 and at most 5, not "
                            + Quantity.number(exponent) + ".\nMaybe " + USUAL + ".");
                }
            }
        }
    }
}
