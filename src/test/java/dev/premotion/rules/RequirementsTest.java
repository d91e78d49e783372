package dev.premotion.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.premotion.reference.Csv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each prerequisite that documents give has a rule that judges it, or a reason why none does. */
class RequirementsTest {

    private static final Csv TABLE = Csv.read(Path.of("rules/requirements.csv"), "row", "status", "rules", "reason");
    private static final Pattern ROW = Pattern.compile("\\| ([A-Z0-9]+-[A-Z0-9-]+) \\|.*\\| (V1|V2|U)[^|]*\\|");

    @Test
    void everyPrerequisiteHasARuleOrAReason() {
        assertThat(TABLE.rows())
                .allSatisfy(row -> assertThat(row.list("rules").isEmpty())
                        .as("%s has a reason exactly where it has no rule", row.text("row"))
                        .isEqualTo(row.optional("reason") != null));
        assertThat(TABLE.rows())
                .filteredOn(row -> row.optional("reason") != null)
                .allSatisfy(row -> assertThat(row.text("reason")).hasSizeGreaterThan(20));
    }

    @Test
    void theRulesAreThoseOfTheCatalogue() {
        var cards = Rulebook.load().cards().keySet();

        assertThat(TABLE.rows())
                .allSatisfy(row -> assertThat(cards).as(row.text("row")).containsAll(row.list("rules")));
    }

    @Test
    void aRuleOfTheSameNameJudgesItsRow() {
        var cards = Rulebook.load().cards().keySet();

        assertThat(TABLE.rows())
                .filteredOn(row -> cards.contains(row.text("row")))
                .hasSizeGreaterThan(180)
                .allSatisfy(row -> assertThat(row.list("rules")).contains(row.text("row")));
    }

    @Test
    void theRowsAreSortedAndStandOnce() {
        assertThat(List.copyOf(TABLE.by("row").keySet())).isSorted();
        assertThat(TABLE.rows())
                .allSatisfy(
                        row -> assertThat(row.oneOf("status", "V1", "V2", "U")).isNotEmpty());
    }

    /** The catalogue of prerequisites lies beside the project where it is developed. */
    @Test
    void theRowsAreThoseOfTheFactsWhereTheyAreThere() throws IOException {
        var facts = Path.of("../shared/facts/requirements.md");
        assumeTrue(Files.exists(facts), "the facts are not beside the project");
        Map<String, String> listed = new TreeMap<>();
        for (var line : Files.readAllLines(facts)) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                listed.put(row.group(1), row.group(2));
            }
        }
        Map<String, String> ours = new TreeMap<>();
        TABLE.rows().forEach(row -> ours.put(row.text("row"), row.text("status")));

        assertThat(ours).isEqualTo(listed);
    }
}
