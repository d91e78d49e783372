package dev.premotion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.premotion.answer.Listing;
import dev.premotion.inventory.ClusterRule;
import dev.premotion.inventory.Estates;
import dev.premotion.read.NativeWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    private static final String ALL = Cli.WARNED + Cli.BLOCKED + Cli.OPEN + Cli.CROSSING + Cli.MISSING
            + "assumptions: [ { rule: VM-TOOLS-INSTALL, subject: idle-a, because: c, by: d, until: 2090-01-01 } ]\n";

    private JsonNode explain(String vm, String... more) throws IOException {
        var args = new ArrayList<>(List.of("--explain", vm));
        args.addAll(List.of(more));
        var run = Cli.scanning(folder, ALL, args.toArray(String[]::new));
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
        var explanation = explain("web-b");

        assertThat(explanation.get("format").asText()).isEqualTo("premotion/explanation/1");
        assertThat(explanation.get("verdict").asText()).isEqualTo("approved");
        assertThat(explanation.at("/counts/failed").asInt()).isZero();
        assertThat(explanation.at("/counts/held").asInt()).isGreaterThan(50);
        assertThat(explanation.at("/counts/notApplicable").asInt()).isGreaterThan(5);
        assertThat(rules(explanation, "yes")).contains("CPU-EVC-CLUSTER", "CAP-HOST-MEM", "NET-RTT-150");
        assertThat(explanation.get("requirements"))
                .allSatisfy(one -> assertThat(one.get("evidence")).isNotEmpty());
        assertThat(explanation.findValuesAsText("origin"))
                .anyMatch(origin -> origin.endsWith("estate.json#/vCenters/0/clusters/0/evcMode"));
        assertThat(explanation.at("/inputs/inventory").asText()).hasSize(64);
    }

    @Test
    void whatIsWorkedOutSaysFromWhat() throws IOException {
        var cores = StreamSupport.stream(explain("web-b").get("requirements").spliterator(), false)
                .filter(one -> one.get("rule").asText().equals("CPU-RESERVATION-PER-CPU"))
                .findFirst()
                .orElseThrow();

        assertThat(cores.at("/evidence/0/fact").asText()).isEqualTo("cpuReservationPerVcpuMhz");
        assertThat(cores.at("/evidence/0").has("origin")).isFalse();
        assertThat(cores.at("/evidence/0/from"))
                .hasSize(2)
                .allSatisfy(from -> assertThat(from.get("origin").asText()).contains("estate.json#/vCenters/1/vms/0/"));
    }

    @Test
    void whatDoesNotHoldOrIsNotKnownSaysWhatToDo() throws IOException {
        assertThat(explain("db-a").get("requirements"))
                .filteredOn(one -> one.get("answer").asText().equals("no"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.get("remedy").asText()).isNotEmpty());
        assertThat(explain("metro-a").get("requirements"))
                .filteredOn(one -> one.get("answer").asText().equals("unknown"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.get("remedy").asText())
                        .startsWith("Find out: ")
                        .endsWith("? (vSphere Client: VM, Summary) Give the answer in facts.yaml, with --facts."));
        var text = Cli.run(
                "scan", Cli.estate(folder), "--plan", Cli.plan(folder, "text", ALL), "--explain", "db-a", "--no-color");
        assertThat(text.out()).containsPattern("Do not hold[\\s\\S]*VM-TOOLS-INSTALL[\\s\\S]*    (→|->) ");
    }

    @Test
    void valuesAreToldInWordsAndNotAsRecordsOfTheProgram() throws IOException {
        var values = explain("web-b").findValuesAsText("value");

        assertThat(values)
                .anyMatch(value -> value.startsWith("vmk0 (") && value.contains("services vmotion"))
                .noneMatch(value -> value.matches("(?s).*[A-Z]\\w+\\[\\w+=.*"))
                .noneMatch(value -> value.matches("(?s).*\\bnull\\b.*"));
    }

    @Test
    void whatTheMoveChangesIsToldWithTheVerdict() throws IOException {
        var crossing = explain("web-b");

        assertThat(crossing.get("consequences").findValuesAsText("what"))
                .anyMatch(what -> what.contains("managed object id"))
                .anyMatch(what -> what.startsWith("There is a way back"));
        assertThat(explain("web-a").get("consequences").findValuesAsText("what"))
                .as("it stays in its cluster")
                .isEmpty();
    }

    @Test
    void aVmThatLeavesItsClusterLeavesTheRulesThatNameIt() throws IOException {
        var crossing = consequences(Estates.B, "web-b", Cli.CROSSING);

        assertThat(crossing.findValuesAsText("what"))
                .anyMatch(what -> what.startsWith("It leaves the DRS rule web together of "))
                .noneMatch(what -> what.contains("others"));
        assertThat(crossing.findValuesAsText("because"))
                .contains("A rule belongs to its cluster; whether it goes along to another vCenter is not verified.");
    }

    @Test
    void whetherARuleGoesAlongToAnotherVCenterIsNoQuestionInsideOne() throws IOException {
        var local = consequences(Estates.A, "web-a", "  - { vm: web-a, to: { host: esx-04.site-a.example } }\n");

        assertThat(local.findValuesAsText("what"))
                .anyMatch(what -> what.startsWith("It leaves the DRS rule web together of CL-A1"));
        assertThat(local.findValuesAsText("because")).contains("A rule belongs to its cluster.");
    }

    /** Of a move from the first cluster of a vCenter, where a rule names its first VM. */
    private JsonNode consequences(String vCenter, String vm, String entry) throws IOException {
        var rules = Listing.of(
                new ClusterRule(
                        "web together",
                        "affinity",
                        true,
                        false,
                        Listing.of(Estates.vm(vCenter, 1).id()),
                        null),
                new ClusterRule("others", "affinity", true, false, Listing.of("vm-999"), null));
        var estate = Estates.twoSites().change(Estates.cluster(vCenter, 1), "rules", rules);
        var bytes = new ByteArrayOutputStream();
        NativeWriter.write(estate.inventory(), bytes);
        var file =
                Files.write(folder.resolve("ruled.json"), bytes.toByteArray()).toString();
        var plan = Cli.plan(folder, "leaving", entry);

        var run = Cli.run("scan", file, "--plan", plan, "--explain", vm, "--format", "json");

        return new ObjectMapper().readTree(run.out()).get("consequences");
    }

    @ParameterizedTest
    @ValueSource(strings = {"web-a", "db-a", "metro-a", "web-b", "web-z"})
    void itSaysTheSameAsTheResult(String vm) throws IOException {
        var result = Cli.scan(folder, ALL);
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
        var waivers = Files.writeString(
                folder.resolve("waivers.yaml"),
                "format: premotion/waivers/1\nassumptions: [ { rule: VM-TOOLS-INSTALL, subject: metro-a,"
                        + " because: nobody upgrades, by: ops, until: 2090-01-01 } ]\n");
        var explanation = explain("metro-a", "--waivers", waivers.toString());

        assertThat(explanation.get("verdict").asText()).isEqualTo("approved");
        assertThat(rules(explanation, "unknown")).containsExactly("VM-TOOLS-INSTALL");
        assertThat(explanation.findValuesAsText("lifted"))
                .containsExactly("assumption: nobody upgrades (ops, until 2090-01-01)");
    }

    @Test
    void theTextFitsEightyColumns() throws IOException {
        var plan = Cli.plan(folder, "all", ALL);
        var text = Cli.run("scan", Cli.estate(folder), "--plan", plan, "--explain", "vcsa-b/web-b", "--no-color");

        assertThat(text.exitCode()).isZero();
        assertThat(text.out()).contains("Hold  ").contains("CPU-EVC-CLUSTER (blocker)");
        assertThat(text.out().replaceAll("\\s+", " "))
                .as("an EVC mode is written as people call it, which the JSON does not")
                .contains("vm.minEvcMode: Intel Broadwell (required: at most Intel Broadwell)");
        assertThat(explain("web-b").toString())
                .contains("\"intel-broadwell\",\"required\":\"at most intel-broadwell\"")
                .doesNotContain("Intel Broadwell");
        if (System.getenv("COLUMNS") == null) {
            assertThat(text.out().lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 80);
        }
    }

    @Test
    void theGateIsAboutThisMigration() throws IOException {
        assertThat(Cli.scanning(folder, ALL, "--explain", "db-a", "--quiet").exitCode())
                .isEqualTo(1);
        assertThat(Cli.scanning(folder, ALL, "--explain", "metro-a", "--quiet").exitCode())
                .isEqualTo(4);
        assertThat(Cli.scanning(folder, ALL, "--explain", "web-a", "--quiet").exitCode())
                .isZero();
    }

    @Test
    void aNameOfNothingIsToldWithTheNearest() throws IOException {
        var run = Cli.scanning(folder, ALL, "--explain", "web-aa");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("There is no migration web-aa.").contains("\nMaybe web-a");
    }

    @Test
    void aSurveyExplainsTheBestHostOfAVm() throws IOException {
        var site = Cli.estate(folder);
        var survey = new ObjectMapper()
                .readTree(Cli.run("scan", site, "--format", "json", "--report-dir", folder.toString())
                        .out());

        var explanation = new ObjectMapper()
                .readTree(Cli.run("scan", site, "--format", "json", "--explain", "vcsa-a/web-a")
                        .out());
        assertThat(explanation.get("verdict")).isEqualTo(survey.at("/placements/0/verdict"));
        assertThat(explanation.get("requirements")).isNotEmpty();
    }
}
