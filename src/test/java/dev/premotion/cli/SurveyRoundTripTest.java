package dev.premotion.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.premotion.report.Result;
import dev.premotion.report.ResultFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A survey of what RVTools leaves out: its questions are for people, and its facts file can be filled in and given back.
 */
class SurveyRoundTripTest {

    private static final Path REAL = Path.of("../shared/data/rvtools");
    private static final Pattern USUAL = Pattern.compile("    # .* Usually (.*?)\\. \\(.*");
    private static final Pattern EMPTY = Pattern.compile("    ([\\w.]+):\\s*");
    private static final Map<String, String> GIVEN = Map.of(
            "because", "checked",
            "by", "jk",
            "licenseName", "VMware vSphere 6 Enterprise Plus",
            "version", "\"8.0.3\"",
            "build", "\"24022510\"",
            "capability.maxSupportedVcpus", "768",
            "capability.maxSupportedVmMemoryMiB", "25149440");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"sizing-workshop-bill-3.10.xlsx", "sizing-workshop-3.9-cut.xlsx"})
    void aRealWorkbookIsAskedInWordsForPeople(String workbook) throws IOException {
        var file = REAL.resolve(workbook);
        assumeTrue(Files.exists(file), "the real workbooks are not here: " + REAL);
        var before = scan(file, null);
        assertThat(before.summary().approved()).isZero();
        assertThat(before.confirm()).allSatisfy(SurveyRoundTripTest::isForPeople);
        assertThat(Files.size(folder.resolve("result.json"))).isLessThan(10_000_000);
    }

    /** Of 131 VMs two have raw device mappings, of which nobody knows which hosts see them. */
    @Test
    void theUsualAnswersDecideARealWorkbook() throws IOException {
        var file = REAL.resolve("sizing-workshop-bill-3.10.xlsx");
        assumeTrue(Files.exists(file), "the real workbooks are not here: " + REAL);
        var before = scan(file, null);
        assertThat(before.confirm()).hasSizeLessThanOrEqualTo(8);
        var summary = scan(file, filled()).summary();
        assertThat(summary.approved() + summary.approvedWithWarnings()).isEqualTo(129);
        assertThat(summary.undetermined()).isEqualTo(2);
    }

    /** Each round asks for what the answers before it made matter, never for the VMs' sake, until the hosts are decided. */
    @Test
    void whatTellsWhetherAHostCanBeEmptiedIsAskedToo() throws IOException {
        var file = REAL.resolve("sizing-workshop-bill-3.10.xlsx");
        assumeTrue(Files.exists(file), "the real workbooks are not here: " + REAL);
        var result = scan(file, null);
        assertThat(result.confirm()).noneMatch(Result.Confirm::forHosts);
        var answers = filled();
        for (int round = 0; round < 5 && open(result) > 0; round++) {
            result = scan(file, answers);
            assertThat(result.confirm()).allSatisfy(SurveyRoundTripTest::isForPeople);
            assertThat(result.confirm().stream()
                            .filter(Result.Confirm::forHosts)
                            .toList())
                    .as("round %d", round)
                    .hasSizeLessThan(5);
            answers = Files.writeString(
                    folder.resolve("all.yaml"), Files.readString(answers) + entries(Files.readString(filled())));
        }
        assertThat(result.evacuations().stream().filter(host -> host.movable() == host.vms()))
                .as("of eight hosts; two VMs have LUNs that nobody told")
                .hasSizeGreaterThan(4);
    }

    private static long open(Result result) {
        return result.confirm().stream().filter(Result.Confirm::forHosts).count()
                + (result.summary().undetermined() > 2 ? 1 : 0);
    }

    private static String entries(String facts) {
        return facts.substring(facts.indexOf("facts:\n") + "facts:\n".length());
    }

    @Test
    void theAnswersThatAreGivenBackAreTaken() throws IOException {
        var estate = cut(Path.of("inventories/hol-2530"));
        var before = scan(estate, null);
        assertThat(before.confirm()).isNotEmpty().allSatisfy(SurveyRoundTripTest::isForPeople);
        var after = scan(estate, filled());
        assertThat(after.confirm().size()).isLessThan(before.confirm().size());
        assertThat(after.summary().undetermined())
                .isLessThanOrEqualTo(before.summary().undetermined());
    }

    /** What a person is asked names no property of the API. */
    private static void isForPeople(Result.Confirm confirm) {
        assertThat(confirm.question()).endsWith("?");
        for (var fact : confirm.fact().split(", ")) {
            var property = fact.substring(fact.lastIndexOf('.') + 1);
            if (!property.equals(property.toLowerCase(Locale.ROOT))) {
                assertThat(confirm.question()).doesNotContain(property);
            }
        }
    }

    private Result scan(Path snapshot, Path facts) throws IOException {
        var result = folder.resolve("result.json");
        var command = List.of(
                "scan",
                snapshot.toString(),
                "--report-dir",
                folder.toString(),
                "--json",
                result.toString(),
                "--quiet",
                facts == null ? "--no-color" : "--facts=" + facts);
        var err = new StringWriter();
        int code = Main.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(err))
                .execute(command.toArray(String[]::new));
        assertThat(code).as(err.toString()).isIn(0, 1, 4);
        return ResultFile.read(result);
    }

    /** The questions with the usual answer behind each, as somebody fills them in whose estate is as most are. */
    private Path filled() throws IOException {
        var filled = new StringBuilder();
        var usual = "";
        for (var line : Files.readAllLines(folder.resolve("facts.yaml"))) {
            var comment = USUAL.matcher(line);
            var empty = EMPTY.matcher(line);
            usual = comment.matches() ? comment.group(1) : line.startsWith("    #") ? "" : usual;
            filled.append(line);
            if (empty.matches() && !GIVEN.getOrDefault(empty.group(1), usual).isEmpty()) {
                filled.append(' ').append(GIVEN.getOrDefault(empty.group(1), usual));
            }
            filled.append('\n');
        }
        return Files.writeString(folder.resolve("answers.yaml"), filled);
    }

    private Path cut(Path estate) throws IOException {
        var target = Files.createDirectory(folder.resolve("estate"));
        var mapper = new ObjectMapper();
        try (var files = Files.list(estate)) {
            for (var file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                var tree = mapper.readTree(file.toFile());
                tree.findParents("connectionState").forEach(one -> drop(one, List.of("connectionState")));
                for (var leaf : List.of("questionPending", "encrypted", "featureCapabilities", "cpuAffinity")) {
                    tree.findParents(leaf).forEach(one -> drop(one, LEFT_OUT));
                }
                mapper.writeValue(target.resolve(file.getFileName().toString()).toFile(), tree);
            }
        }
        return target;
    }

    private static final List<String> LEFT_OUT = List.of(
            "questionPending",
            "disabledMethods",
            "cpuAffinity",
            "memoryAffinity",
            "encrypted",
            "migrateEncryption",
            "sevEnabled",
            "sgxEpcBytes",
            "toolsInstallerMounted",
            "featureRequirements",
            "featureCapabilities",
            "licenseName",
            "cryptoState",
            "capability",
            "networks");

    private static void drop(JsonNode node, Collection<String> names) {
        ((ObjectNode) node).remove(names);
    }
}
