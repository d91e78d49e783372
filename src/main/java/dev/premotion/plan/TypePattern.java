package dev.premotion.plan;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which kinds of migration a rule is about, as a card writes it: words that must all hold, such as {@code both live} or
 * {@code cross cold}.
 *
 * @param text the words: compute, storage, both, local, linked, advanced, live, suspended, off; {@code cross} is linked
 *     or advanced, {@code cold} is suspended or off, {@code moves-compute} is compute or both, {@code moves-storage} is
 *     storage or both, {@code all} is any
 */
public record TypePattern(String text) {

    private static final List<String> WORDS = List.of(
            "compute",
            "storage",
            "both",
            "local",
            "linked",
            "advanced",
            "live",
            "suspended",
            "off",
            "cross",
            "cold",
            "moves-compute",
            "moves-storage",
            "all");

    /** @throws IllegalArgumentException for a word that is none of the above */
    public TypePattern {
        for (var word : text.split(" ")) {
            if (!WORDS.contains(word)) {
                throw new IllegalArgumentException("unknown kind of migration: " + word);
            }
        }
    }

    /** The words that a pattern is made of. */
    public static List<String> words() {
        return WORDS;
    }

    /** One bit for each kind that a text covers: asked for every finding of every candidate, and the texts are few. */
    private static final Map<String, Long> COVERED = new ConcurrentHashMap<>();

    /** Whether any of the patterns covers the kind. */
    public static boolean covers(List<TypePattern> patterns, MigrationType type) {
        for (var pattern : patterns) {
            if (pattern.covers(type)) {
                return true;
            }
        }
        return false;
    }

    public boolean covers(MigrationType type) {
        return (COVERED.computeIfAbsent(text, TypePattern::covered) >> type.number() & 1) == 1;
    }

    /** A bit for each kind, by its number. */
    static long covered(String text) {
        var words = List.of(text.split(" "));
        return MigrationType.all().stream()
                .filter(type -> words.stream().allMatch(word -> covers(word, type)))
                .mapToLong(type -> 1L << type.number())
                .reduce(0, (one, other) -> one | other);
    }

    private static boolean covers(String word, MigrationType type) {
        return switch (word) {
            case "all" -> true;
            case "cross" -> type.reach() != MigrationType.Reach.LOCAL;
            case "cold" -> type.power() != MigrationType.Power.LIVE;
            case "moves-compute" -> type.change() != MigrationType.Change.STORAGE;
            case "moves-storage" -> type.change() != MigrationType.Change.COMPUTE;
            default -> List.of(type.toString().split(" ")).contains(word);
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
