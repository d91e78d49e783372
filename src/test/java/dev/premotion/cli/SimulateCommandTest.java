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

    /** The host is lost before anything starts: what goes there never begins, and the row says why. */
    @Test
    void whatNeverStartsHasNoBarAndSaysWhy() throws IOException {
        String host = "host:esx-03a.site-a.example@0s";
        JsonNode simulation = simulation("--fail", host);
        List<JsonNode> never = new ArrayList<>();
        simulation.get("migrations").forEach(run -> {
            if (run.get("state").textValue().equals("not-started")) {
                never.add(run);
            }
        });
        assertThat(never).isNotEmpty();
        Cli text = Cli.run("simulate", HOL, "--report-dir", folder.toString(), "--no-color", "--fail", host);
        assertThat(text.out())
                .containsPattern("Simulation\\s+" + (25 - never.size()) + " of 25 migrations in ")
                .containsPattern(never.get(0).get("vm").textValue() + " +not started: Host esx-03a");
        assertThat(text.out().lines().filter(line -> !line.contains(folder.toString())))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void whatCannotFailIsExplained() {
        Cli unknown = simulate("--fail", "host:no-such-host@5min");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("--fail").contains("no-such-host").contains("\nMaybe ");
        assertThat(simulate("--fail", "host").exitCode()).isEqualTo(2);
        Cli near = simulate("--fail", "host:esx-3a.site-a.example@5min");
        assertThat(near.err()).contains("\nMaybe esx-03a.site-a.example.");
    }
}
