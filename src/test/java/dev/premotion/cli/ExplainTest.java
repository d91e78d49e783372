package dev.premotion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code scan --explain}: everything that was judged for one migration. */
class ExplainTest {

    @TempDir
    Path folder;

    private JsonNode explain(String vm) throws IOException {
        var run = Cli.scanning(folder, "--explain", vm);
        assertThat(run.err()).isEmpty();
        return new ObjectMapper().readTree(run.out());
    }

    private static Set<String> rules(JsonNode explanation, String... answers) {
        return StreamSupport.stream(explanation.get("requirements").spliterator(), false)
                .filter(one -> Set.of(answers).contains(one.get("answer").asText()))
                .map(one -> one.get("rule").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void anApprovalListsWhatHoldsAndWhatDidNotApplyWithValuesAndOrigins() throws IOException {
        var explanation = explain("acct-web01");

        assertThat(explanation.get("format").asText()).isEqualTo("premotion/explanation/1");
        assertThat(explanation.get("verdict").asText()).isEqualTo("approved");
        assertThat(explanation.at("/counts/failed").asInt()).isZero();
        assertThat(explanation.at("/counts/held").asInt()).isGreaterThan(50);
        assertThat(explanation.at("/counts/notApplicable").asInt()).isGreaterThan(5);
        assertThat(rules(explanation, "yes")).contains("CPU-EVC-CLUSTER", "CAP-HOST-MEM", "NET-RTT-150");
        assertThat(explanation.get("requirements"))
                .allSatisfy(one -> assertThat(one.get("evidence")).isNotEmpty());
        assertThat(explanation.findValuesAsText("origin"))
                .anyMatch(origin -> origin.endsWith("site-b.json#/vCenters/0/clusters/0/evcMode"));
        assertThat(explanation.at("/inputs/inventory").asText()).hasSize(64);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crm-web01",
                "bigdata01",
                "acct-web02",
                "dev-mystery",
                "legacy-iso",
                "dev-unsure",
                "legacy-hang",
                "acct-web99",
                "vCLS-6d0f",
                "shop-web01"
            })
    void itSaysTheSameAsTheResult(String vm) throws IOException {
        var result = Cli.scan(folder);
        var row = StreamSupport.stream(result.get("migrations").spliterator(), false)
                .filter(one -> one.get("vm").asText().equals(vm))
                .findFirst()
                .orElseThrow();
        var explanation = explain(vm);

        assertThat(explanation.get("verdict")).isEqualTo(row.get("verdict"));
        assertThat(explanation.get("reliesOn")).isEqualTo(row.get("reliesOn"));
        var standing = StreamSupport.stream(row.get("findings").spliterator(), false)
                .map(id -> id.asText().replaceAll("-[0-9a-f]{12}$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        var told = StreamSupport.stream(explanation.get("requirements").spliterator(), false)
                .filter(one -> !one.has("lifted"))
                .filter(one ->
                        Set.of("no", "unknown").contains(one.get("answer").asText()))
                .map(one -> one.get("rule").asText())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(told).isEqualTo(standing);
    }

    @Test
    void whatWasLiftedSaysByWhom() throws IOException {
        var explanation = explain("dev-mystery");

        assertThat(rules(explanation, "unknown")).isNotEmpty();
        assertThat(explanation.findValuesAsText("lifted"))
                .isNotEmpty()
                .allMatch(
                        text -> text.equals(
                                "assumption: built from the standard image without extra devices (dev team, until 2030-12-31)"));
    }

    @Test
    void theTextFitsEightyColumns() {
        var text = Cli.run("scan", Cli.HOL, "--explain", "vcsa-01a/acct-web01", "--no-color");

        assertThat(text.exitCode()).isZero();
        assertThat(text.out()).contains("Hold  ").contains("CPU-EVC-CLUSTER (blocker)");
        if (System.getenv("COLUMNS") == null) {
            assertThat(text.out().lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 80);
        }
    }

    @Test
    void theGateIsAboutThisMigration() {
        assertThat(Cli.run("scan", Cli.HOL, "--explain", "crm-web01", "--quiet").exitCode())
                .isEqualTo(1);
        assertThat(Cli.run("scan", Cli.HOL, "--explain", "dev-unsure", "--quiet")
                        .exitCode())
                .isEqualTo(4);
    }

    @Test
    void aNameOfNothingIsToldWithTheNearest() {
        var run = Cli.run("scan", Cli.HOL, "--explain", "acct-web1");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("There is no migration acct-web1.").contains("\nMaybe acct-web01");
    }

    @Test
    void aSurveyExplainsTheBestHostOfAVm() throws IOException {
        var site = Path.of(Cli.HOL, "site-c.json").toString();
        var survey = new ObjectMapper()
                .readTree(Cli.run("scan", site, "--format", "json", "--report-dir", folder.toString())
                        .out());
        var vm = survey.at("/placements/0/vm").asText();

        var explanation = new ObjectMapper()
                .readTree(Cli.run("scan", site, "--format", "json", "--explain", vm)
                        .out());
        assertThat(explanation.get("verdict")).isEqualTo(survey.at("/placements/0/verdict"));
        assertThat(explanation.get("requirements")).isNotEmpty();
    }
}
