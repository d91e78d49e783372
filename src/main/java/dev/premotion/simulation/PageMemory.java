package dev.premotion.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Every page, one bit each, 64 at a time. Random writes come from a seed: single draws while they are few, and where a
 * page is likely to be hit again, one coin per page with the same chance, so that cost stays with pages, not writes.
 */
final class PageMemory implements GuestMemory {
    /** How much hotter the first page of a part may be than its last where heat follows Zipf's law. */
    private static final double GRAIN = 1.02;
    /** Two bitmaps of this many pages take 1 GiB. */
    private static final long GREATEST = 1L << 32;
    /** More draws per page than this, and coins for whole words are cheaper. */
    private static final double COINS_FROM = 0.25;
    /** Binary digits of the coins' chance; 2^-24 is far below what a page count can show. */
    private static final int DIGITS = 24;

    private final MemoryShape shape;
    private final List<PlacedRegion> written;
    private final double[] sweepAt;
    private final double[] owed;
    private final SplittableRandom[] random;
    private final long zeroTo;
    private final long zeroFrom;
    private final long[] toSend;
    private final long[] logged;
    private long pending;
    private long pendingZero;
    private long cursor;
    private double owedSent;
    private double clock;

    PageMemory(MemoryShape shape, long seed) {
        if (shape.pages() > GREATEST) {
            throw new IllegalArgumentException(
                    "A memory of " + Quantity.SIZE.print(shape.pages() * (double) Region.PAGE_BYTES)
                            + " has too many pages to keep each of them.\nMaybe --engine expected.");
        }
        this.shape = shape;
        this.written = shape.placed(GRAIN);
        this.sweepAt =
                written.stream().mapToDouble(each -> each.region().startPage()).toArray();
        this.owed = new double[sweepAt.length];
        var source = new SplittableRandom(seed);
        this.random = new SplittableRandom[sweepAt.length];
        Arrays.setAll(random, i -> source.split());
        this.zeroTo = shape.lowZeroPages();
        this.zeroFrom = shape.zeroFrom();
        int words = (int) ((shape.pages() + 63) >>> 6);
        this.toSend = new long[words];
        this.logged = new long[words];
        PageBits.fill(toSend, 0, shape.pages());
        this.pending = shape.pages();
        this.pendingZero = shape.zeroPages();
    }

    @Override
    public void run(double seconds, double speed) {
        for (int i = 0; i < sweepAt.length; i++) {
            PlacedRegion each = written.get(i);
            Region region = each.region();
            double pages = region.pagesPerSecond() * speed * region.pace().work(clock, clock + seconds);
            if (region.pattern() instanceof Region.WritePattern.Random) {
                owed[i] += pages;
                long writes = (long) owed[i];
                owed[i] -= writes;
                draw(each.first(), region.pages(), writes, random[i]);
            } else {
                sweep(i, each, pages);
            }
        }
        clock += seconds;
    }

    /** Logs the pages that the sweep has completed; the one that it is in the middle of comes with the next call. */
    private void sweep(int i, PlacedRegion each, double pages) {
        double size = each.region().pages();
        long first = each.first();
        double from = sweepAt[i];
        double to = from + pages;
        long firstWritten = (long) Math.ceil(from);
        long count = (long) Math.ceil(to) - firstWritten;
        if (count >= size) {
            PageBits.fill(logged, first, each.end());
        } else if (count > 0) {
            long start = firstWritten % each.region().pages();
            long end = start + count;
            PageBits.fill(logged, first + start, Math.min(first + end, each.end()));
            PageBits.fill(logged, first, first + Math.max(0, end - each.region().pages()));
        }
        sweepAt[i] = to % size;
    }

    private void draw(long from, long pages, long writes, SplittableRandom random) {
        if (writes > COINS_FROM * pages) {
            coins(from, from + pages, -Math.expm1(-(double) writes / pages), random);
            return;
        }
        for (long k = 0; k < writes; k++) {
            long page = from + Math.multiplyHigh(random.nextLong() >>> 1, pages << 1);
            logged[(int) (page >>> 6)] |= 1L << page;
        }
    }

    /** Logs each page with the same chance, a word at a time: one random word per binary digit of the chance. */
    private void coins(long from, long to, double chance, SplittableRandom random) {
        int digits = (int) Math.min(1L << DIGITS, Math.round(chance * (1L << DIGITS)));
        if (digits >>> DIGITS != 0) {
            PageBits.fill(logged, from, to);
            return;
        }
        int lowest = Integer.numberOfTrailingZeros(digits);
        for (int word = (int) (from >>> 6), last = (int) ((to + 63) >>> 6); word < last; word++) {
            long bits = 0;
            for (int digit = lowest; digit < DIGITS; digit++) {
                long flips = random.nextLong();
                bits = (digits >>> digit & 1) != 0 ? bits | flips : bits & flips;
            }
            logged[word] |= bits & PageBits.mask(word, from, to);
        }
    }

    @Override
    public double sync() {
        long joined = 0;
        for (int i = 0; i < toSend.length; i++) {
            joined += Long.bitCount(logged[i] & ~toSend[i]);
            toSend[i] |= logged[i];
            logged[i] = 0;
        }
        pending += joined;
        return joined;
    }

    @Override
    public double pending() {
        return pending;
    }

    @Override
    public double pendingZero() {
        return pendingZero;
    }

    @Override
    public boolean nextIsZero() {
        return pendingZero > 0 && (between(cursor, zeroTo) > 0 || between(cursor, zeroFrom) == 0);
    }

    @Override
    public double ahead() {
        if (pendingZero == 0) {
            return pending;
        }
        long low = between(cursor, zeroTo);
        long middle = between(Math.max(cursor, zeroTo), zeroFrom);
        return low > 0 ? low : middle > 0 ? middle : pendingZero;
    }

    private long between(long from, long to) {
        long count = 0;
        for (int word = (int) (from >>> 6); (long) word << 6 < to; word++) {
            count += Long.bitCount(toSend[word] & PageBits.mask(word, from, to));
        }
        return count;
    }

    @Override
    public double loggedAhead(double pages) {
        long[] left = {Math.round(pages)};
        return loggedIn(cursor, shape.pages(), left) + loggedIn(0, cursor, left);
    }

    /** Among the pages to send between two places, as many as are left to look at. */
    private long loggedIn(long from, long to, long[] left) {
        long found = 0;
        for (int word = (int) (from >>> 6); (long) word << 6 < to && left[0] > 0; word++) {
            long bits = toSend[word] & PageBits.mask(word, from, to);
            bits = Long.bitCount(bits) <= left[0] ? bits : PageBits.lowest(bits, (int) left[0]);
            left[0] -= Long.bitCount(bits);
            found += Long.bitCount(bits & logged[word]);
        }
        return found;
    }

    @Override
    public void send(double pages) {
        owedSent += pages;
        long whole = Math.min((long) (owedSent + 1e-6), pending);
        owedSent -= whole;
        long left = whole - sendUntil(shape.pages(), whole);
        if (left > 0) {
            cursor = 0;
            sendUntil(shape.pages(), left);
        }
    }

    private long sendUntil(long end, long pages) {
        long sent = 0;
        while (cursor < end && sent < pages) {
            int word = (int) (cursor >>> 6);
            long bits = toSend[word] & PageBits.mask(word, cursor, end);
            int count = Long.bitCount(bits);
            long next = Math.min(end, (long) (word + 1) << 6);
            if (sent + count > pages) {
                bits = PageBits.lowest(bits, (int) (pages - sent));
                next = ((long) word << 6) + 64 - Long.numberOfLeadingZeros(bits);
                count = (int) (pages - sent);
            }
            toSend[word] &= ~bits;
            pendingZero -= Long.bitCount(bits & (PageBits.mask(word, zeroFrom, end) | PageBits.mask(word, 0, zeroTo)));
            sent += count;
            cursor = next;
        }
        pending -= sent;
        return sent;
    }

    @Override
    public void sendAll() {
        Arrays.fill(toSend, 0);
        pending = 0;
        pendingZero = 0;
        owedSent = 0;
    }
}
