package dev.premotion.rules;

import dev.premotion.reference.Csv;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads {@code rules/questions.csv}, how to ask a person for a fact that a snapshot lacks, and {@code confirmations.csv}, how
 * several are asked for together.
 */
final class QuestionFile {

    private QuestionFile() {}

    private record Together(String brief, String usual) {}

    /** @throws IllegalStateException where a fact is asked for together that has no question of its own */
    static List<Rulebook.Asked> read(Path file, Path together) {
        var briefs = new LinkedHashMap<String, Together>();
        Csv.read(together, "kind", "property", "brief", "usual")
                .rows()
                .forEach(row -> once(briefs, row, new Together(row.text("brief"), usual(row))));
        var asked = asked(file, briefs);
        asked.forEach(one -> briefs.remove(one.kind() + "." + one.property()));
        if (!briefs.isEmpty()) {
            throw new IllegalStateException(together + ": no question in " + file + " for " + briefs.keySet());
        }
        return asked;
    }

    private static String usual(Csv.Row row) {
        return Objects.requireNonNullElse(row.optional("usual"), "");
    }

    private static List<Rulebook.Asked> asked(Path file, Map<String, Together> briefs) {
        var none = new Together("", "");
        var asked = new LinkedHashMap<String, Rulebook.Asked>();
        Csv.read(file, "kind", "property", "scope", "unsaid", "question", "where")
                .rows()
                .forEach(row -> once(
                        asked,
                        row,
                        new Rulebook.Asked(
                                row.text("kind"),
                                row.text("property"),
                                row.oneOf("scope", "each", "cluster", "vcenter"),
                                row.text("unsaid"),
                                row.text("question"),
                                row.text("where"),
                                briefs.getOrDefault(row.text("kind") + "." + row.text("property"), none).brief,
                                briefs.getOrDefault(row.text("kind") + "." + row.text("property"), none).usual)));
        return List.copyOf(asked.values());
    }

    private static <T> void once(Map<String, T> into, Csv.Row row, T value) {
        if (into.put(row.text("kind") + "." + row.text("property"), value) != null) {
            throw row.bad("property", "each property of a kind once", "a row is doubled.");
        }
    }
}
