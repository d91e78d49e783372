package dev.premotion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule policy and the age of facts, seen from the command line. */
class RulePolicyTest {

    private static final String ALL = Cli.WARNED + Cli.BLOCKED + Cli.OPEN + Cli.CROSSING;

    @TempDir
    Path folder;

    private String policy(String text) throws IOException {
        return Files.writeString(folder.resolve("policy.yaml"), "format: premotion/rule-policy/1\n" + text)
                .toString();
    }

    private static List<JsonNode> findings(JsonNode result, String rule) {
        return StreamSupport.stream(result.get("findings").spliterator(), false)
                .filter(finding -> finding.get("rule").asText().equals(rule))
                .toList();
    }

    @Test
    void allMistakesOfAPolicyAreTold() throws IOException {
        var run = Cli.run("scan", "inventories/hol-2530", "--rule-policy", policy("""
                        rules:
                          - { rule: HOST-QUARANTIN, severity: "off", because: a typo, by: jk }
                          - { rule: VM-TASK, severity: "off", because: vCenter enforces it, by: jk }
                        limits:
                          - { limit: vmotion.minBandwidth, value: 1, because: a typo, by: jk }
                        """));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("There is no rule HOST-QUARANTIN.")
                .contains("VM-TASK cannot become less than a blocker")
                .contains("There is no limit vmotion.minBandwidth.");
    }

    @Test
    void aPolicyChangesSeveritiesAndLimitsAndSwitchesRulesOffAndTheResultSaysSo() throws IOException {
        var before = Cli.scan(folder, ALL);
        var after = Cli.scan(folder, ALL, "--rule-policy", policy("""
                rules:
                  - { rule: HOST-QUAR*, severity: "off", because: the vendor agrees, by: storage }
                  - { rule: NET-BW-250, severity: blocker, because: one link for all, by: net }
                limits:
                  - { limit: vmotion.minBandwidthMbps, value: 20000, because: one link for all, by: net }
                """));

        assertThat(findings(before, "HOST-QUARANTINE")).isNotEmpty();
        assertThat(findings(before, "NET-BW-250")).isEmpty();
        assertThat(findings(after, "HOST-QUARANTINE")).isEmpty();
        assertThat(findings(after, "NET-BW-250"))
                .isNotEmpty()
                .allSatisfy(
                        finding -> assertThat(finding.get("severity").asText()).isEqualTo("blocker"))
                .allSatisfy(finding -> assertThat(finding.get("message").asText())
                        .endsWith("each vMotion that runs at the same time needs 20,000 Mbit/s."));
        assertThat(after.at("/summary/rules").asInt())
                .isEqualTo(before.at("/summary/rules").asInt() - 1);
        assertThat(before.get("inputs").has("rulePolicy")).isFalse();
        assertThat(after.at("/inputs/rulePolicy").asText()).hasSize(64);
        assertThat(after.at("/inputs/policyChanges"))
                .extracting(change -> change.get("what").asText() + ": "
                        + change.get("before").asText() + ", "
                        + change.get("after").asText())
                .containsExactly(
                        "HOST-QUARANTINE: warning, off",
                        "NET-BW-250: warning, blocker",
                        "vmotion.minBandwidthMbps: 250, 20000");
        assertThat(Cli.run(
                                "scan",
                                Cli.estate(folder),
                                "--plan",
                                Cli.plan(folder, "all", ALL),
                                "--report-dir",
                                folder.toString(),
                                "--rule-policy",
                                folder + "/policy.yaml")
                        .out())
                .contains("policy: NET-BW-250 is blocker instead of warning, one link for all (net)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rules: [ { rule: LIC-*, severity: warning, because: a, by: b } ]        | cannot become less than a blocker: vCenter enforces this
            rules: [ { rule: PLAN-KNOWN, severity: "off", because: a, by: b } ]     | cannot become less than a blocker: vCenter enforces this
            rules: [ { rule: NET-BW-25, severity: info, because: a, by: b } ]       | Maybe NET-BW-250.
            rules: [ { rule: NET-BW-250, severity: of, because: a, by: b } ]        | Maybe "off" is meant.
            rules: [ { rule: NET-BW-250, severity: info, by: b } ]                  | "because" is missing
            limits: [ { limit: disk.maxBytes, value: 1, because: a, by: b } ]       | cannot be changed: it is a property of the product
            limits: [ { limit: vmotion.minBandwidth, value: 1, because: a, by: b } ] | Maybe vmotion.minBandwidthMbps.
            ages: [ { facts: free-space, most: soon, because: a, by: b } ]          | write it as 30m, 12h or 7d.
            """)
    void aPolicyThatCannotBeIsOneClearError(String text, String told) throws IOException {
        var run = Cli.scanning(folder, ALL, "--rule-policy", policy(text + "\n"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(told).contains("policy.yaml at /").contains("\nMaybe ");
    }

    @Test
    void freeSpaceOfTheDayBeforeYesterdayIsUnknownUnlessThePolicyAllowsIt() throws IOException {
        var fresh = Cli.scan(folder, ALL);
        var old = Cli.scan(folder, ALL, "--as-of", "2026-11-22T06:00:00Z");
        var allowed = Cli.scan(folder, ALL, "--as-of", "2026-11-22T06:00:00Z", "--rule-policy", policy("""
                ages:
                  - { facts: free-space, most: 3d, because: nothing grows here, by: ops }
                  - { facts: tools-installer, most: 3d, because: nobody upgrades, by: ops }
                  - { facts: running-task, most: 3d, because: nobody works, by: ops }
                """));

        assertThat(old.at("/summary/undetermined").asInt())
                .isGreaterThan(fresh.at("/summary/undetermined").asInt());
        assertThat(old.toString()).contains("read 2 days before 2026-11-22T06:00:00Z, more than 1 day");
        assertThat(allowed.get("summary")).isEqualTo(fresh.get("summary"));
    }

    @Test
    void anOldSnapshotLeavesEveryMigrationOpenThatRestsOnIt() throws IOException {
        var old = Cli.scan(folder, ALL, "--as-of", "2027-01-01T00:00:00Z");

        assertThat(old.at("/summary/approved").asInt()).isZero();
        assertThat(old.at("/summary/approvedWithWarnings").asInt()).isZero();
        assertThat(findings(old, "PLAN-KNOWN"))
                .extracting(finding -> finding.get("message").asText())
                .contains("The snapshot of vcsa-a was taken 41 days before 2027-01-01T00:00:00Z, more than the 30 days"
                        + " after which nothing of it is certain.");
    }
}
