package dev.premotion.plan;

import java.util.List;
import java.util.Set;

/**
 * Which kinds of migration a rule is about, as a card writes it: words that must all hold, such as {@code both live} or
 * {@code cross cold}.
 *
 * @param text the words: compute, storage, both, local, linked, advanced, live, suspended, off; {@code cross} is linked
 *     or advanced, {@code cold} is suspended or off, {@code moves-compute} is compute or both, {@code moves-storage} is
 *     storage or both, {@code all} is any
 */
public record TypePattern(String text) {

    private static final Set<String> WORDS = Set.of(
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

    /** Whether any of the patterns covers the kind. */
    public static boolean covers(List<TypePattern> patterns, MigrationType type) {
        return patterns.stream().anyMatch(pattern -> pattern.covers(type));
    }

    public boolean covers(MigrationType type) {
        var words = List.of(type.toString().split(" "));
        for (var word : text.split(" ")) {
            var holds = switch (word) {
                case "all" -> true;
                case "cross" -> type.reach() != MigrationType.Reach.LOCAL;
                case "cold" -> type.power() != MigrationType.Power.LIVE;
                case "moves-compute" -> type.change() != MigrationType.Change.STORAGE;
                case "moves-storage" -> type.change() != MigrationType.Change.COMPUTE;
                default -> words.contains(word);
            };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return text;
    }
}
