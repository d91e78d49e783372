package dev.premotion.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Names close to one that was not found: the same beginning, or a few letters typed wrong. */
final class Nearest {

    private static final int HOW_MANY = 3;

    private Nearest() {}

    /** Up to three names, the nearest first; empty where none is close. */
    static List<String> to(String wanted, Collection<String> names) {
        var text = wanted.toLowerCase(Locale.ROOT);
        return names.stream()
                .distinct()
                .flatMap(name -> near(text, name))
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .limit(HOW_MANY)
                .map(Near::name)
                .toList();
    }

    private record Near(String name, int distance) {}

    private static Stream<Near> near(String wanted, String written) {
        var name = written.toLowerCase(Locale.ROOT);
        boolean begins = (wanted.length() > 1 && name.startsWith(wanted)) || (name.length() > 2 && wanted.startsWith(name));
        if (begins) {
            return Stream.of(new Near(written, 1));
        }
        int limit = wanted.length() < 4 ? 1 : Math.max(2, wanted.length() / 3);
        int distance = distance(wanted, name, limit);
        return distance > limit ? Stream.empty() : Stream.of(new Near(written, distance));
    }

    /** Letters to insert, delete, replace or swap (optimal string alignment); anything above the limit is limit + 1. */
    static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = row(a, b, i, last, beforeLast);
            beforeLast = last;
            last = row;
        }
        return Math.min(last[b.length()], limit + 1);
    }

    private static int[] row(String a, String b, int i, int[] last, int[] beforeLast) {
        int[] row = new int[b.length() + 1];
        row[0] = i;
        for (int j = 1; j <= b.length(); j++) {
            boolean same = a.charAt(i - 1) == b.charAt(j - 1);
            row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
            boolean swapped =
                    i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
            if (swapped) {
                row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
            }
        }
        return row;
    }
}
