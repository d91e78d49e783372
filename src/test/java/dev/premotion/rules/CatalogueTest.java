package dev.premotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.premotion.assessment.Card;
import dev.premotion.assessment.Severity;
import dev.premotion.reference.Csv;
import dev.premotion.rules.Cases.Shows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every rule of the catalogue. */
class CatalogueTest {

    private static final Map<String, Card> CARDS = Cases.PREFLIGHT.rulebook().cards();
    private static final Set<String> SOURCES =
            Csv.builtIn("sources.csv", "key", "document").by("key").keySet();

    /** Rules that a plan breaks on the clean estate; what holds close to it is another plan. */
    private static final Set<String> PLANNED = Cases.all(Shows.FAILS).stream()
            .filter(one -> one.set().isEmpty())
            .map(Cases.Case::rule)
            .collect(Collectors.toSet());

    private static Map<String, List<String>> rulesByFile() throws IOException {
        var files = new TreeMap<String, List<String>>();
        try (var folder = Files.list(Path.of("rules"))) {
            for (var file : folder.filter(f -> f.toString().endsWith(".drl")).toList()) {
                var name = file.getFileName().toString();
                files.put(
                        name.substring(0, name.length() - ".drl".length()),
                        RuleShape.read(name, Files.readString(file)).rules().stream()
                                .map(RuleShape.Rule::id)
                                .toList());
            }
        }
        return files;
    }

    @Test
    void everyRuleHasACardOfItsTopicAndNoIdIsUsedTwice() throws IOException {
        var rules = rulesByFile();

        assertThat(rules.values().stream().flatMap(List::stream).toList())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(CARDS.keySet());
        rules.forEach((topic, ids) -> assertThat(ids)
                .allSatisfy(id -> assertThat(CARDS.get(id).topic()).isEqualTo(topic)));
    }

    @Test
    void idsAreSortedInRulesCardsAndCatalogue() throws IOException {
        rulesByFile().forEach((topic, ids) -> assertThat(ids).as(topic + ".drl").isSorted());
        for (var file : Cases.cardFiles()) {
            var ids = new ArrayList<String>();
            file.get("cards").fieldNames().forEachRemaining(ids::add);
            assertThat(ids).as(file.get("topic").asText() + ".yaml").isSorted();
        }
        assertThat(List.copyOf(CARDS.keySet())).isSorted().allMatch(id -> id.matches("[A-Z0-9]+(-[A-Z0-9]+)+"));
    }

    @Test
    void everyRuleSaysWhereItComesFrom() {
        assertThat(CARDS.values()).allSatisfy(card -> {
            assertThat(card.sources()).as(card.id()).isNotEmpty().allMatch(SOURCES::contains);
            assertThat(card.status()).as(card.id()).isIn("V1", "V2", "U");
        });
    }

    @Test
    void whatNobodyVerifiedNeverBlocksAndSaysSo() {
        assertThat(CARDS.values()).filteredOn(card -> card.status().equals("U")).allSatisfy(card -> {
            assertThat(card.severity()).as(card.id()).isNotEqualTo(Severity.BLOCKER);
            assertThat(card.says() + card.title() + card.why()).as(card.id()).contains("verified");
        });
    }

    @ParameterizedTest
    @EnumSource(Shows.class)
    void everyRuleHasACaseOfEachKindOrSaysWhyThereIsNone(Shows shows) throws IOException {
        var shown = Cases.all(shows).stream().map(Cases.Case::rule).collect(Collectors.toSet());
        var without = new ArrayList<String>();
        for (var file : Cases.cardFiles()) {
            file.get("cards").properties().forEach(card -> {
                JsonNode written =
                        card.getValue().path("cases").path(shows.name().toLowerCase(java.util.Locale.ROOT));
                boolean reason = written.isTextual() && written.asText().matches("none: .{20,}");
                if (!shown.contains(card.getKey()) && !reason) {
                    without.add(card.getKey());
                }
            });
        }
        assertThat(without).isEmpty();
    }

    /** The generated page has one heading for each rule; links of reports lead there. */
    @Test
    void everyRuleIsOnTheDocumentationPageOnceAndNoOtherIs() throws IOException {
        var headings = Files.readAllLines(Path.of("rules/README.md")).stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring("### ".length()))
                .toList();
        assertThat(headings).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(CARDS.keySet());
        assertThat(headings.stream().map(CatalogueTest::anchor)).doesNotHaveDuplicates();
    }

    /** Every link inside the page leads to a heading of it. */
    @Test
    void everyLinkOfTheDocumentationPageLeadsSomewhere() throws IOException {
        var page = Files.readString(Path.of("rules/README.md"));
        var anchors = page.lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> anchor(line.replaceFirst("^#+ ", "")))
                .collect(Collectors.toSet());
        var links = Pattern.compile("]\\(#([^)]+)\\)")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(anchors)
                .containsAll(links)
                .containsAll(CARDS.keySet().stream().map(CatalogueTest::anchor).toList());
    }

    /** As a forge makes it from a heading. */
    private static String anchor(String heading) {
        return heading.toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z0-9 _-]", "")
                .replace(' ', '-');
    }

    /** Not the clean estate as it is: something is changed, or it is the plan that fails and the plan that holds. */
    @Test
    void everyRuleHoldsCloseToItsBorder() {
        var close = Cases.all(Shows.HOLDS).stream()
                .filter(one -> !one.set().isEmpty() || PLANNED.contains(one.rule()))
                .map(Cases.Case::rule)
                .collect(Collectors.toSet());

        assertThat(Cases.all(Shows.HOLDS).stream().map(Cases.Case::rule).distinct())
                .filteredOn(rule -> !close.contains(rule))
                .isEmpty();
    }
}
