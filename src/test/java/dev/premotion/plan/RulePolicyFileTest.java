package dev.premotion.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.premotion.inventory.Ages;
import dev.premotion.inventory.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rule policy says of rules, limits and the age of facts. */
class RulePolicyFileTest {

    private static final String WHY = "because: agreed, by: jk";

    @TempDir
    Path folder;

    private RulePolicy read(String text) {
        try {
            var file = Files.writeString(folder.resolve("policy.yaml"), "format: premotion/rule-policy/1\n" + text);
            return RulePolicyFile.read(file, "policy.yaml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String mistake(String text) {
        return catchThrowableOfType(BadInput.class, () -> read(text)).getMessage();
    }

    @Test
    void everyChangeSaysWhatWhyAndWho() {
        var policy = read("rules:\n  - { rule: NET-BW-250, severity: warning, " + WHY + " }\n"
                + "  - { rule: VM-TAGS, severity: off, " + WHY + " }\n"
                + "limits: [ { limit: vmotion.minBandwidthMbps, value: 500, " + WHY + " } ]\n");

        assertThat(policy.rules()).hasSize(2);
        assertThat(policy.rules().get(0).rule()).isEqualTo("NET-BW-250");
        assertThat(policy.rules().get(0).severity()).isEqualTo("warning");
        assertThat(policy.rules().get(0).reason().because()).isEqualTo("agreed");
        assertThat(policy.rules().get(0).reason().toString()).contains("jk", "policy.yaml at /rules/0 (line 3)");
        assertThat(policy.rules().get(1).severity()).as("off").isNull();
        assertThat(policy.limits()).singleElement().satisfies(limit -> {
            assertThat(limit.limit()).isEqualTo("vmotion.minBandwidthMbps");
            assertThat(limit.value()).isEqualTo(500);
        });
        assertThat(policy.ages()).isEqualTo(Ages.DEFAULTS);
    }

    @ParameterizedTest
    @CsvSource({
        "30m, PT30M",
        "30 minutes, PT30M",
        "1 min, PT1M",
        "12h, PT12H",
        "1 hour, PT1H",
        "7d, PT168H",
        "2 days, PT48H"
    })
    void anAgeIsMinutesHoursOrDays(String written, String expected) {
        var policy = read("ages: [ { facts: free-space, most: " + written + ", " + WHY + " } ]");

        assertThat(policy.ages().freeSpace()).isEqualTo(Duration.parse(expected));
        assertThat(policy.ages().snapshot()).as("the others stay").isEqualTo(Ages.DEFAULTS.snapshot());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rules: [ { severity: warning, WHY } ]              | The key "rule" is missing.
            rules: [ { rule: A, WHY } ]                        | The key "severity" is missing.
            rules: [ { rule: A, severity: high, WHY } ]        | "high" is not known here; expected blocker, warning, info or off.
            rules: [ { rule: A, severity: off, by: jk } ]      | The key "because" is missing.
            rules: [ { rule: A, severity: off, because: x } ]  | The key "by" is missing.
            limits: [ { value: 1, WHY } ]                      | The key "limit" is missing.
            limits: [ { limit: a, WHY } ]                      | The key "value" is missing.
            limits: [ { limit: a, value: -1, WHY } ]           | "-1" is not a whole number from 0 up.
            ages: [ { most: 7d, WHY } ]                        | The key "facts" is missing.
            ages: [ { facts: snapshot, WHY } ]                 | The key "most" is missing.
            ages: [ { facts: snapshot, most: 7 weeks, WHY } ]  | "7 weeks" is not an age; expected a number of minutes, hours or days.
            ages: [ { facts: space, most: 7d, WHY } ]          | "space" is not known here
            """)
    void whatIsMissingOrMalformedIsTold(String text, String problem) {
        var message = mistake(text.replace("WHY", WHY));
        assertThat(message).startsWith("policy.yaml at /").contains(problem).contains("\nMaybe ");
        assertThat(message.split("\n")).as("one mistake").hasSize(2);
    }
}
