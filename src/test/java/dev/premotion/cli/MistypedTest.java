package dev.premotion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MistypedTest {

    private static void told(String expected, String... args) {
        Cli run = Cli.run(args);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(expected).doesNotContain("java.", "Exception");
        assertThat(run.err().lines().reduce((first, second) -> second).orElse(""))
                .startsWith("Maybe ");
    }

    @Test
    void aMistypedWordIsAnsweredWithWhatIsNear() {
        told("Maybe scan is meant", "scn");
        told("Maybe --html is meant", "scan", "inventories/hol-2530", "--htm=3");
        told("--zzzz", "scan", "inventories/hol-2530", "--zzzz");
    }

    @Test
    void aMomentThatIsNoneIsAnsweredWithOne() {
        told("2026-11-20T06:00:00Z", "scan", "inventories/hol-2530", "--as-of", "nonsense");
    }

    @Test
    void aMomentBeforeTheSnapshotIsRefused() {
        told("captured, at 2026-11-20T06:00:00Z", "scan", "inventories/hol-2530", "--as-of", "2026-11-19T06:00:00Z");
    }

    @Test
    void aSimulationHasNoGate() {
        told("--fail-on", "simulate", "inventories/hol-2530", "--fail-on", "never");
        assertThat(Cli.run("simulate", "--help").out()).doesNotContain("--fail-on", "--baseline");
    }
}
