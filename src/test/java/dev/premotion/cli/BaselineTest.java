package dev.premotion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gate that forgives what an earlier result had, and what changed between two results, seen from the command line. */
class BaselineTest {

    private static final String GOOD = Cli.CROSSING;
    private static final String BLOCKED = Cli.BLOCKED;
    private static final String OPEN = Cli.OPEN;
    private static final String OTHER = Cli.MISSING;

    @TempDir
    Path folder;

    private Cli scan(String name, String entries, String... more) throws IOException {
        var args = new ArrayList<>(List.of("--json", saved(name)));
        args.addAll(List.of(more));
        return Cli.scanning(folder, entries, args.toArray(String[]::new));
    }

    private String saved(String name) {
        return folder.resolve(name + ".json").toString();
    }

    @Test
    void theGateFailsOnlyOnWhatTheBaselineDoesNotHave() throws IOException {
        assertThat(scan("old", GOOD + BLOCKED).exitCode()).isEqualTo(1);

        var same = scan("same", GOOD + BLOCKED, "--baseline", saved("old"));
        assertThat(same.exitCode()).isZero();
        assertThat(same.out())
                .contains("passes: nothing is worse than in the baseline")
                .contains("\"baseline\": \"");
        var open = scan("open", GOOD + BLOCKED + OPEN, "--baseline", saved("old"));
        assertThat(open.exitCode()).isEqualTo(4);
        assertThat(open.out())
                .contains("fails: 1 undetermined, worse than in the baseline (newly undetermined: metro-a)");
        var blocked = scan("blocked", GOOD + BLOCKED + OTHER, "--baseline", saved("old"));
        assertThat(blocked.exitCode()).isEqualTo(1);
        assertThat(blocked.out()).contains("fails: 1 blocked, worse than in the baseline (newly blocked: web-z)");
        assertThat(scan("never", GOOD + BLOCKED + OTHER, "--baseline", saved("old"), "--fail-on", "never")
                        .exitCode())
                .isZero();
    }

    @Test
    void aBlockerOnAMigrationThatAlreadyHadAnotherIsNew() throws IOException {
        scan("old", BLOCKED);
        var edited = Files.readString(folder.resolve("old.json"));
        var id = new ObjectMapper().readTree(edited).at("/findings/0/id").asText();
        Files.writeString(folder.resolve("old.json"), edited.replace(id, "SOME-OTHER-0123"));

        var now = scan("now", BLOCKED + OTHER, "--baseline", saved("old"));
        assertThat(now.exitCode()).isEqualTo(1);
        assertThat(now.out())
                .contains("fails: 2 blocked, worse than in the baseline"
                        + " (newly blocked: web-z; blocked before, and now for more reasons: db-a)");
    }

    @Test
    void whatWasUnknownAndNowFailsIsWorse() throws IOException {
        scan("old", BLOCKED);
        var edited = Files.readString(folder.resolve("old.json"));
        Files.writeString(folder.resolve("old.json"), edited.replace("\"answer\": \"no\"", "\"answer\": \"unknown\""));

        assertThat(scan("now", BLOCKED, "--baseline", saved("old")).exitCode()).isEqualTo(1);
    }

    @Test
    void aSavedResultIsHeldAgainstABaselineToo() throws IOException {
        scan("old", GOOD);
        scan("now", GOOD + BLOCKED);

        assertThat(Cli.run("scan", saved("now"), "--baseline", saved("old")).exitCode())
                .isEqualTo(1);
        assertThat(Cli.run("scan", saved("now"), "--baseline", saved("now")).exitCode())
                .isZero();
    }

    @Test
    void aSurveyIsNoBaselineOfAPlan() throws IOException {
        var survey = folder.resolve("survey.json").toString();
        var site = Cli.estate(folder);
        Cli.run(
                "scan",
                site,
                "--json",
                survey,
                "--report-dir",
                folder.resolve("r").toString(),
                "--quiet");

        var run = scan("now", GOOD, "--baseline", survey);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("The baseline is a survey, and this is a plan.\nMaybe ");
        assertThat(scan("now", GOOD, "--baseline", folder + "/none.json").exitCode())
                .isEqualTo(2);
    }

    @Test
    void diffTellsNewFixedAndRemainingFindings() throws IOException {
        scan("old", GOOD + BLOCKED + OPEN);
        scan("now", GOOD + BLOCKED + OTHER);

        var text = Cli.run("diff", saved("old"), saved("now"), "--no-color");
        assertThat(text.exitCode()).isZero();
        assertThat(text.out())
                .startsWith("1 new, 1 fixed, 1 remaining")
                .contains("VM-TOOLS-INSTALL (blocker): Cannot confirm")
                .contains("web-z")
                .containsPattern("metro-a +undetermined (->|→) gone");
        var json = new ObjectMapper()
                .readTree(Cli.run("diff", saved("old"), saved("now"), "--format", "json")
                        .out());
        assertThat(json.get("format").asText()).isEqualTo("premotion/diff/1");
        assertThat(json.get("added")).hasSize(1);
        assertThat(json.at("/added/0/rule").asText()).isEqualTo("PLAN-ENTRY");
        assertThat(json.get("remaining").findValuesAsText("rule")).containsExactly("VM-TOOLS-INSTALL");
        assertThat(json.at("/remaining/0/answer").asText()).isEqualTo("no");
        assertThat(json.get("fixed").findValuesAsText("answer")).containsExactly("unknown");
        assertThat(Cli.run("diff", saved("now"), saved("now")).out()).startsWith("0 new, 0 fixed, 2 remaining");
        assertThat(Cli.run("diff", saved("now")).exitCode()).isEqualTo(2);
    }
}
