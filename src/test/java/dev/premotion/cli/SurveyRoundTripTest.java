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
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A survey of what RVTools leaves out: the questions that it writes, filled in with the usual answers and given back, decide as
 * many VMs as it said.
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
            "build", "\"24022510\"");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        // workbook, questions, VMs that they decide, of so many
        "sizing-workshop-bill-3.10.xlsx, 5, 129, 131",
        "sizing-workshop-3.9-cut.xlsx, 9, 763, 805",
        "migration-planner-example1.xlsx, 3, 7, 9",
    })
    void aFewAnswersDecideMostVmsOfARealWorkbook(String workbook, int questions, int decided, int all)
            throws IOException {
        var file = REAL.resolve(workbook);
        assumeTrue(Files.exists(file), "the real workbooks are not here: " + REAL);
        var before = scan(file, null);
        assertThat(before.summary().migrations()).isEqualTo(all);
        assertThat(before.summary().approved()).isZero();
        assertThat(before.confirm().get(questions - 1).decides()).isEqualTo(decided);
        assertThat(before.confirm()).allSatisfy(SurveyRoundTripTest::isForPeople);
        var after = scan(file, filled());
        assertThat(after.summary().approved()).isEqualTo(decided);
        assertThat(after.summary().blocked()).isEqualTo(before.summary().blocked());
    }

    @Test
    void soItIsWithAnEstateWhoseSnapshotsLeaveOutWhatRvToolsDoes() throws IOException {
        var estate = cut(Path.of("inventories/hol-2530"));
        var before = scan(estate, null);
        assertThat(before.summary().undetermined()).isGreaterThan(30);
        assertThat(before.confirm()).hasSizeLessThan(25).allSatisfy(SurveyRoundTripTest::isForPeople);
        int promised = before.confirm().get(before.confirm().size() - 1).decides();
        var after = scan(estate, filled());
        assertThat(before.summary().undetermined() - after.summary().undetermined())
                .isGreaterThanOrEqualTo(promised * 9 / 10)
                .isGreaterThan(before.summary().undetermined() / 2);
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
            if (empty.matches()) {
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
