package dev.premotion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An approval holds for what it was given for, and for nothing else. */
class ApprovalTest {

    @TempDir
    private Path folder;

    private Path result;

    @BeforeEach
    void approve() throws IOException {
        result = folder.resolve("result.json");
        assertThat(Cli.scanning(folder, Cli.WARNED, "--json", result.toString()).exitCode())
                .isZero();
    }

    private Cli simulate(String... more) {
        var args = new ArrayList<>(List.of(
                "simulate",
                folder.resolve("estate.json").toString(),
                "--plan",
                folder.resolve("plan.yaml").toString(),
                "--approved",
                result.toString(),
                "--report-dir",
                folder.resolve("r").toString()));
        args.addAll(List.of(more));
        return Cli.run(args.toArray(String[]::new));
    }

    @Test
    void whatItWasGivenForIsSimulated() {
        var run = simulate();
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("web-a");
    }

    @Test
    void aSnapshotThatChangedIsRefusedByName() throws IOException {
        var estate = folder.resolve("estate.json");
        Files.writeString(estate, Files.readString(estate).replace("\"web-a\"", "\"web-A\""));
        refused(simulate(), "the file " + estate);
    }

    @Test
    void aPlanThatChangedIsRefused() throws IOException {
        Cli.plan(folder, "plan", Cli.WARNED + Cli.CROSSING);
        refused(simulate(), "the plan");
    }

    @Test
    void factsThatCameSinceAreRefused() throws IOException {
        var facts = Files.writeString(folder.resolve("facts.yaml"), "format: premotion/facts/1\nfacts: []\n");
        refused(simulate("--facts", facts.toString()), "the file " + facts + ", the facts given by hand");
    }

    @Test
    void aSavedResultAloneIsNoEstate() {
        var run = Cli.run("simulate", result.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("holds verdicts").contains("--approved").contains("\nMaybe ");
    }

    private static void refused(Cli run, String changed) {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Changed since: " + changed + ".").contains("\nMaybe ");
    }
}
