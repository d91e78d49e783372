package dev.premotion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.premotion.rules.Rulebook;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rulebook from the command line. */
class RulesCommandTest {

    private static final int RULES = Rulebook.load().cards().size();

    @Test
    void theListCountsItsRulesByTopicAndSeverity() {
        var run = Cli.run("rules", "list");
        var lines = run.out().lines().toList();
        var counts = lines.subList(lines.indexOf("") + 1, lines.size()).stream()
                .map(line -> List.of(line.split("\\s+")))
                .toList();

        assertThat(run.exitCode()).isZero();
        assertThat(lines.indexOf("")).as("one line for each rule").isEqualTo(RULES);
        assertThat(counts.get(0)).containsExactly("topic", "blocker", "warning", "info", "rules");
        assertThat(last(counts).get(0)).isEqualTo("all");
        assertThat(Integer.parseInt(last(counts).get(4))).isEqualTo(RULES);
        for (int column = 1; column <= 4; column++) {
            int at = column;
            int sum = counts.subList(1, counts.size() - 1).stream()
                    .mapToInt(row -> Integer.parseInt(row.get(at)))
                    .sum();
            assertThat(sum)
                    .as(counts.get(0).get(at))
                    .isEqualTo(Integer.parseInt(last(counts).get(at)));
        }
    }

    private static List<String> last(List<List<String>> rows) {
        return rows.get(rows.size() - 1);
    }

    @Test
    void asJsonARuleHasThePromisedFieldsInTheirOrder() throws IOException {
        var list = new ObjectMapper()
                .readTree(Cli.run("rules", "list", "--format", "json").out());

        assertThat(list).hasSize(RULES).allSatisfy(rule -> {
            var names = new ArrayList<String>();
            rule.fieldNames().forEachRemaining(names::add);
            assertThat(names)
                    .containsExactly("id", "title", "topic", "severity", "types", "faults", "sources", "needs");
            assertThat(rule.get("severity").asText()).isIn("blocker", "warning", "info");
        });
    }

    @Test
    void theFaultsTellTheirRulesOrWhyThereAreNone() throws IOException {
        var text = Cli.run("rules", "list", "--faults").out();
        var list = new ObjectMapper()
                .readTree(
                        Cli.run("rules", "list", "--faults", "--format", "json").out());

        assertThat(text).containsPattern("VMotionNotConfigured +yes +NET-VMK-EXISTS");
        assertThat(text).containsPattern("MigrationNotReady +no +- The VM is powering on");
        assertThat(list).hasSize(129);
        assertThat(list.findValuesAsText("fault")).isSorted().contains("FeatureRequirementsNotMet");
    }

    @Test
    void aMisspeltRuleGetsTheNearestNames() {
        var run = Cli.run("rules", "show", "cpu-vendr");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("there is no rule cpu-vendr").contains("Maybe you mean CPU-VENDOR");
    }

    @Test
    void aRuleIsShownWholeWhateverTheCaseOfItsName() {
        assertThat(Cli.run("rules", "show", "cpu-vendor").out())
                .startsWith("CPU-VENDOR: ")
                .contains("Sources:  D67-134");
    }
}
