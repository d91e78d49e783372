package dev.premotion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {
    private static final String HOL = "inventories/hol-2530";

    @TempDir
    private Path folder;

    private Cli simulate(String... more) {
        var args = new ArrayList<>(List.of("simulate", HOL, "--report-dir", folder.toString(), "--format", "json"));
        args.addAll(List.of(more));
        return Cli.run(args.toArray(String[]::new));
    }

    private JsonNode simulation(String... more) throws IOException {
        Cli run = simulate(more);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out()).get("simulation");
    }

    @Test
    void whatIsGuessedHasAnOrderedRangeAndNamesWhatDrivesIt() throws IOException {
        JsonNode simulation = simulation();
        assertThat(simulation.get("draws").intValue()).isGreaterThanOrEqualTo(20);
        List<JsonNode> guessed = new ArrayList<>();
        simulation.get("migrations").forEach(run -> {
            if (run.has("range")) {
                guessed.add(run);
            }
        });
        assertThat(guessed).isNotEmpty().allSatisfy(run -> {
            JsonNode range = run.get("range");
            assertThat(range.get("low").doubleValue())
                    .isLessThanOrEqualTo(range.get("likely").doubleValue());
            assertThat(range.get("likely").doubleValue())
                    .isLessThanOrEqualTo(range.get("high").doubleValue());
            assertThat(run.get("driver").textValue()).isNotBlank();
        });
        assertThat(simulation.get("answers").findValuesAsText("question"))
                .anyMatch(question -> question.contains("bottleneck"))
                .anyMatch(question -> question.contains("vCenter's limits"));
    }

    @Test
    void theSeedDecidesTheDraws() {
        assertThat(simulate("--seed", "5").out())
                .isEqualTo(simulate("--seed", "5").out());
        assertThat(simulate("--seed", "5").out())
                .isNotEqualTo(simulate("--seed", "6").out());
    }

    @Test
    void whatCannotFailIsExplained() {
        Cli unknown = simulate("--fail", "host:no-such-host@5min");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("--fail").contains("no-such-host").contains("\nMaybe ");
        assertThat(simulate("--fail", "host").exitCode()).isEqualTo(2);
    }
}
