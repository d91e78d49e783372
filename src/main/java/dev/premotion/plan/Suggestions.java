package dev.premotion.plan;

import dev.premotion.inventory.Nearest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * "Maybe ..." for names that were not found. Only the first few hundred different names are compared with all others: a
 * plan with more wrong names than that was written for another estate, and comparing each would take minutes.
 */
final class Suggestions {

    private static final int COMPARED = 200;

    private final Map<String, String> told = new HashMap<>();

    /** A sentence with a space in front, or nothing. */
    String maybe(String kind, String written, Supplier<List<String>> names) {
        var key = kind + " " + written;
        var known = told.get(key);
        if (known != null || told.size() >= COMPARED) {
            return known == null ? "" : known;
        }
        var near = Nearest.to(written, names.get());
        var sentence = near.isEmpty() ? "" : " Maybe " + Words.or(near) + " is meant.";
        told.put(key, sentence);
        return sentence;
    }
}
