package dev.premotion.inventory;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** Finds the known names that somebody who wrote another one may have meant. */
public final class Nearest {

    private static final int SHOWN = 3;
    private static final int PART = 3;

    private Nearest() {}

    /** At most three known names, nearest first; none where none is near. */
    public static List<String> to(String word, Collection<String> known) {
        var near = known.stream()
                .distinct()
                .map(name -> new Candidate(name, distance(plain(word), plain(name))))
                .filter(candidate -> candidate.distance >= 0)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .toList();
        return near.stream()
                .filter(candidate -> candidate.distance <= near.get(0).distance + 1)
                .map(Candidate::name)
                .limit(SHOWN)
                .toList();
    }

    /** Letters to change, or 1 where one begins or ends with the other; negative where they are far apart. */
    private static int distance(String word, String name) {
        if (Math.min(word.length(), name.length()) >= PART
                && !word.equals(name)
                && (name.startsWith(word) || name.endsWith(word) || word.startsWith(name) || word.endsWith(name))) {
            return 1;
        }
        return new DamerauLevenshteinDistance(Math.max(1, word.length() / 3)).apply(word, name);
    }

    /** The nearest names as "a", or "a or b"; the fallback where none is near. */
    public static String maybe(String word, Collection<String> known, String fallback) {
        var near = to(word, known);
        return near.isEmpty() ? fallback : String.join(" or ", near);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]", "");
    }

    private record Candidate(String name, int distance) {}
}
