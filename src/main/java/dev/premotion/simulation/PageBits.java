package dev.premotion.simulation;

import java.util.Arrays;

/** Pages as bits, 64 to a word: the parts of words that stretches of memory cover. */
final class PageBits {
    private PageBits() {}

    /** The bits of a word that belong to the pages from (inclusive) to (exclusive). */
    static long mask(int word, long from, long to) {
        long start = (long) word << 6;
        if (to <= start || from >= start + 64) {
            return 0;
        }
        long bits = from > start ? -1L << from : -1L;
        return to < start + 64 ? bits & ~(-1L << to) : bits;
    }

    /** Sets the bits of the pages from (inclusive) to (exclusive). */
    static void fill(long[] bits, long from, long to) {
        if (to <= from) {
            return;
        }
        int firstWord = (int) (from >>> 6);
        int lastWord = (int) ((to - 1) >>> 6);
        if (firstWord == lastWord) {
            bits[firstWord] |= mask(firstWord, from, to);
            return;
        }
        bits[firstWord] |= mask(firstWord, from, to);
        Arrays.fill(bits, firstWord + 1, lastWord, -1L);
        bits[lastWord] |= mask(lastWord, from, to);
    }

    /** The lowest so many set bits of a word. */
    static long lowest(long bits, int count) {
        long rest = bits;
        for (int i = 0; i < count; i++) {
            rest &= rest - 1;
        }
        return bits & ~rest;
    }
}
