package dev.premotion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documents show of the bundled estate is what the program prints. */
class SampleTest {

    private static final String ESTATE = "inventories/hol-2530";

    @TempDir
    Path folder;

    @Test
    void theReadmeShowsWhatRunPrints() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        var begin = readme.indexOf("Plan hol-2530");
        var sample = readme.substring(begin, readme.indexOf("```", begin))
                .lines()
                .filter(line -> !line.strip().equals("...") && !line.startsWith("  reports/"))
                .toList();

        var printed = Cli.run("run", ESTATE, "--report-dir", folder.toString(), "--no-color")
                .out()
                .lines()
                .toList();

        assertThat(printed).contains(sample.get(0));
        if (System.getenv("COLUMNS") == null) {
            assertThat(printed).containsSubsequence(sample);
        }
    }

    @Test
    void theTracedVerdictCountsWhatExplainLists() throws IOException {
        var counts = new ObjectMapper()
                .readTree(Cli.run("scan", ESTATE, "--explain", "acct-db01", "--format", "json")
                        .out())
                .get("counts");

        assertThat(Files.readString(Path.of("docs/traced.md")))
                .contains("`--explain` lists " + counts.get("held") + " requirements that hold and "
                        + counts.get("notApplicable") + " that ask nothing here");
    }
}
