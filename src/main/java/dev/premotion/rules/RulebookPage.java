package dev.premotion.rules;

import dev.premotion.assessment.Card;
import dev.premotion.inventory.Catalogue;
import dev.premotion.inventory.Property;
import dev.premotion.plan.TypePattern;
import dev.premotion.reference.Csv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes {@code rules/README.md} from the cards: what each rule requires and why, what fixes it, and which snapshots have its facts. */
public final class RulebookPage {

    private static final String HEAD = """
            # The rulebook

            Made from the cards by `mvn -q process-classes exec:java@rules-page`; edit the cards, not this page.

            A fact that a rule asks for is there in every native inventory that says it. *RVTools* and *vSphere* name the column and
            the property where an RVTools workbook, and a dump of vSphere or a live vCenter, have it; - where they do not, so that
            the rule asks a person. *Worked out* is what Premotion derives from others and from the plan. A tilde before a fault
            means that no fault is documented for it and this is the closest one.

            *Decided by* names the snapshots that hold every fact of a rule, by [the page on sources](../docs/sources.md): the native
            format where it says all, a live vCenter, a dump of govc, an RVTools export. Where one is not named, the rule may still be
            decided for a VM that it does not concern.

            """;

    private static final Pattern UNDECIDED = Pattern.compile("## What (\\S+) cannot decide\\R((?:(?!## ).*\\R?)*)");
    private static final Pattern RULE = Pattern.compile("[A-Z0-9]+(?:-[A-Z0-9]+)+");

    private final Map<String, String> sources = new LinkedHashMap<>();

    /** Which rules each kind of snapshot leaves open; all of them decide the rest. */
    private final Map<String, Set<String>> undecided = new LinkedHashMap<>(Map.of("native", Set.of()));

    private final StringBuilder page = new StringBuilder(HEAD);

    private RulebookPage() {}

    /**
     * Called by the command on the page.
     *
     * @param args the folder of rules, beside {@code docs} with the page on sources, and the file to write
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        var folder = Path.of(args[0]);
        var decided = Files.readString(folder.resolveSibling("docs").resolve("sources.md"));
        Files.writeString(Path.of(args[1]), of(Rulebook.load(), folder, decided));
    }

    /**
     * The page of a rulebook.
     *
     * @param folder has the sources of the rules
     * @param decided the page on what each kind of snapshot decides
     */
    static String of(Rulebook rulebook, Path folder, String decided) {
        var page = new RulebookPage();
        UNDECIDED
                .matcher(decided)
                .results()
                .forEach(part -> page.undecided.put(
                        part.group(1),
                        RULE.matcher(part.group(2))
                                .results()
                                .map(MatchResult::group)
                                .collect(Collectors.toSet())));
        Csv.read(folder.resolve("sources.csv"), "key", "document")
                .rows()
                .forEach(row -> page.sources.put(row.text("key"), row.text("document")));
        var topics = new TreeMap<String, List<Card>>();
        rulebook.cards()
                .values()
                .forEach(card -> topics.computeIfAbsent(card.topic(), topic -> new ArrayList<>())
                        .add(card));
        page.contents(topics);
        topics.forEach((topic, cards) -> {
            page.line("## " + topic).line("");
            cards.forEach(page::card);
        });
        page.documents(rulebook);
        return page.page.toString().stripTrailing() + "\n";
    }

    private RulebookPage line(String text) {
        page.append(text.stripTrailing()).append('\n');
        return this;
    }

    private void contents(Map<String, List<Card>> topics) {
        line("| topic | blockers | warnings | infos |").line("| --- | ---: | ---: | ---: |");
        topics.forEach((topic, cards) -> {
            var counts = cards.stream()
                    .collect(Collectors.groupingBy(card -> card.severity().toString(), Collectors.counting()));
            line("| [" + topic + "](#" + topic + ") | " + counts.getOrDefault("blocker", 0L) + " | "
                    + counts.getOrDefault("warning", 0L) + " | " + counts.getOrDefault("info", 0L) + " |");
        });
        line("");
    }

    private void card(Card card) {
        line("### " + card.id()).line("");
        line("**" + text(card.title()) + ".** " + text(card.why())).line("");
        line("* " + card.severity() + ", enforced by " + card.enforcedBy().words()
                + (card.status().equals("U") ? "; unverified" : ""));
        line("* concerns " + card.types().stream().map(TypePattern::text).collect(Collectors.joining(", "))
                + (card.versions() == null ? "" : "; " + text(card.versions())));
        line("* fix: " + text(card.remedy()));
        line("* fault: " + (card.faults().isEmpty() ? "none of its own" : String.join(", ", card.faults())));
        line("* decided by: "
                + undecided.keySet().stream()
                        .filter(source ->
                                !undecided.getOrDefault(source, Set.of()).contains(card.id()))
                        .collect(Collectors.joining(", ")));
        line("* source: " + String.join(", ", card.sources()) + " (" + card.status() + ")");
        line("").line("| fact | RVTools | vSphere |").line("| --- | --- | --- |");
        card.needs().forEach(path -> fact(card, path));
        line("");
    }

    private void fact(Card card, String path) {
        var property = property(card, path);
        line("| `" + path + "` | " + (property == null ? "worked out | worked out |" : kinds(property)));
    }

    private static String kinds(Property property) {
        return names(property.rvtools()) + " | " + names(property.vsphere()) + " |";
    }

    private static String names(List<String> names) {
        return names.isEmpty() ? "-" : names.stream().map(RulebookPage::text).collect(Collectors.joining(", "));
    }

    /** What the catalogue says of the property a path ends at; absent for what a subject works out itself. */
    private static @Nullable Property property(Card card, String path) {
        Class<?> type = RuleShape.subject(card.subject());
        Property property = null;
        for (var step : path.split("\\.")) {
            property = type == null ? null : Catalogue.bundled().of(type, step);
            type = type == null ? null : next(type, step);
        }
        return property;
    }

    private static @Nullable Class<?> next(Class<?> type, String step) {
        try {
            return type.getMethod(step).getReturnType();
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private void documents(Rulebook rulebook) {
        line("## Sources").line("");
        var used = rulebook.cards().values().stream()
                .flatMap(card -> card.sources().stream())
                .distinct()
                .sorted()
                .toList();
        used.forEach(key -> line("* " + key + ": " + text(sources.getOrDefault(key, "see the cards"))));
    }

    /** On one line, and without what would end a cell of a table. */
    private static String text(String text) {
        return text.replaceAll("\\s+", " ").replace("|", "\\|").strip();
    }
}
