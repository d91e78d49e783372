package dev.premotion.rules;

import dev.premotion.reference.Csv;
import java.nio.file.Path;
import java.util.List;

/** Reads {@code rules/questions.csv}: how to ask a person for a fact that a snapshot lacks. */
final class QuestionFile {

    private QuestionFile() {}

    static List<Rulebook.Asked> read(Path file) {
        return Csv.read(file, "kind", "property", "scope", "unsaid", "question", "where").rows().stream()
                .map(row -> new Rulebook.Asked(
                        row.text("kind"),
                        row.text("property"),
                        row.oneOf("scope", "each", "cluster", "vcenter"),
                        row.text("unsaid"),
                        row.text("question"),
                        row.text("where")))
                .toList();
    }
}
