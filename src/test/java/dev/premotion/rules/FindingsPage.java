package dev.premotion.rules;

import dev.premotion.assessment.Assessment;
import dev.premotion.rules.Cases.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What each rule says in the cases of its card: to be read through, and so that a changed sentence shows in a change. */
final class FindingsPage {

    static final Path FILE = Path.of("docs/findings.md");

    private FindingsPage() {}

    /** @param arguments none */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(FILE, text());
    }

    static String text() {
        var said = new TreeMap<String, Set<String>>();
        for (var one : Cases.all()) {
            said.computeIfAbsent(one.rule(), none -> new TreeSet<>())
                    .addAll(lines(one, Cases.check(one.estate(), one.move().plan())));
        }
        var page = new ArrayList<>(List.of("""
                # What the findings say

                Each rule in the cases of its card, which change the clean estates of the tests: ✗ where it does not hold, ? where the
                snapshot does not tell. Written by `mvn test-compile exec:java@findings-page`; a test holds every case against it.
                """));
        Cases.PREFLIGHT.rulebook().cards().forEach((rule, card) -> {
            page.add("\n## " + rule + "\n\n" + card.title() + "\n");
            said.getOrDefault(rule, Set.of()).forEach(line -> page.add("\n" + line));
            page.add("\n");
        });
        return String.join("", page).replace("\n\n\n", "\n\n");
    }

    /** The lines that the page has for each rule. */
    static Map<String, Set<String>> read() throws IOException {
        var lines = new TreeMap<String, Set<String>>();
        var rule = "";
        for (var line : Files.readAllLines(FILE)) {
            if (line.startsWith("## ")) {
                rule = line.substring("## ".length());
            } else if (line.startsWith("* ")) {
                lines.computeIfAbsent(rule, none -> new TreeSet<>()).add(line);
            }
        }
        return lines;
    }

    /** The lines of the page that a case accounts for; none where its rule holds. */
    static Set<String> lines(Case one, Assessment assessment) {
        var lines = new TreeSet<String>();
        for (var finding : assessment.findings()) {
            if (finding.card().id().equals(one.rule())) {
                lines.add("* " + (finding.answer().unknown() ? "? " : "✗ ") + finding.message());
            }
        }
        return lines;
    }
}
