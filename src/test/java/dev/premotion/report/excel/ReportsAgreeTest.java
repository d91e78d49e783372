package dev.premotion.report.excel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.premotion.report.FixGroup;
import dev.premotion.report.Reports;
import dev.premotion.report.Result;
import dev.premotion.report.ResultFile;
import dev.premotion.report.Samples;
import dev.premotion.report.Targets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever compares two reports of one run finds the same numbers. */
class ReportsAgreeTest {

    @TempDir
    Path folder;

    static List<Result> samples() {
        return List.of(Samples.varied(), Samples.hostile(), Samples.empty(), Samples.survey(), Samples.large(60));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theWorkbookThePageAndTheFilesForPipelinesCountTheSame(Result made) throws IOException {
        Reports.write(made, new Targets(at("json"), at("html"), at("xlsx"), at("sarif"), at("junit")));
        Result result = ResultFile.read(at("json"));
        WorkbookReading workbook = WorkbookReading.of(Files.readAllBytes(at("xlsx")));
        String page = Files.readString(at("html"));
        JsonNode sarif = new JsonMapper().readTree(at("sarif").toFile());
        String junit = Files.readString(at("junit"));

        int migrations = result.summary().migrations();
        assertThat(workbook.summary("Verdict", "All")).isEqualTo(migrations);
        assertThat(workbook.rows(result.plan().survey() ? "Placements" : "Verdicts"))
                .isEqualTo(migrations);
        assertThat(onPage(page, "migrations")).isEqualTo(migrations);

        int findings = result.findings().size();
        assertThat(workbook.rows("Findings")).isEqualTo(findings);
        assertThat(onPage(page, "findings")).isEqualTo(findings);
        assertThat(sarif.at("/runs/0/results")).hasSize(findings);
        assertThat(junit).contains(" tests=\"" + (migrations + findings) + "\"");

        assertThat(workbook.rows("Fix first")).isEqualTo(result.fixes().size());
        assertThat(workbook.column("Fix first", "First").stream().distinct())
                .hasSize(FixGroup.of(result).size())
                .hasSize(onPage(page, "fixes"));
        assertThat(workbook.summary("Checks", "Held")).isEqualTo(onPage(page, "checks-held"));
        assertThat(workbook.summary("Checks", "Unknown")).isEqualTo(onPage(page, "checks-unknown"));
    }

    private Path at(String name) {
        return folder.resolve(name);
    }

    private static int onPage(String page, String name) {
        Matcher count = Pattern.compile("data-count=\"" + name + "\" data-value=\"([0-9]+)\"")
                .matcher(page);
        return count.find() ? Integer.parseInt(count.group(1)) : 0;
    }
}
