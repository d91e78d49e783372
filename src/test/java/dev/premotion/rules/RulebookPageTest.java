package dev.premotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code rules/README.md} says what the cards say. */
class RulebookPageTest {

    private static final Path RULES = Path.of("rules");
    private final String page;

    RulebookPageTest() throws IOException {
        page = page(Files.readString(SourcesPage.FILE));
    }

    private static String page(String decided) {
        return RulebookPage.of(Cases.PREFLIGHT.rulebook(), RULES, decided);
    }

    @Test
    void thePageIsCurrent() throws IOException {
        assertThat(Files.readString(RULES.resolve("README.md")).equals(page))
                .as("rules/README.md is not what the cards say: mvn -q process-classes exec:java@rules-page")
                .isTrue();
    }

    @Test
    void everyRuleHasItsPlaceWithItsFactsAndWhoHasThem() {
        var cards = Cases.PREFLIGHT.rulebook().cards().values();

        assertThat(cards).allSatisfy(card -> assertThat(page).contains("\n### " + card.id() + "\n"));
        assertThat(page)
                .contains("| `vm.minEvcMode` | vInfo.min Required EVC Mode Key | VirtualMachine"
                        + " runtime.minRequiredEVCModeKey |")
                .contains("| `incomingBytes` | worked out | worked out |")
                .doesNotContain("\t", " \n");
    }

    @Test
    void everyRuleSaysWhichSnapshotsDecideIt() {
        var cards = Cases.PREFLIGHT.rulebook().cards().values();

        assertThat(page.lines().filter(line -> line.startsWith("* decided by: native")))
                .hasSameSizeAs(cards);
        assertThat(decidedBy(page, "CAP-HOST-CPU")).isEqualTo("native, live, dump, RVTools");
        assertThat(decidedBy(page, "VM-PCI-PASSTHROUGH")).isEqualTo("native, live, dump");
        assertThat(decidedBy(page, "CPU-EVC-PER-VM")).isEqualTo("native");

        var other = page("""
                ## What live cannot decide

                * cpu: CPU-EVC-CLUSTER, CPU-MASK
                * vm: VM-SGX

                ## What dump cannot decide

                * cpu: CPU-MASK
                """);
        assertThat(decidedBy(other, "CPU-EVC-CLUSTER")).isEqualTo("native, dump");
        assertThat(decidedBy(other, "CPU-MASK")).isEqualTo("native");
        assertThat(decidedBy(other, "VM-SGX")).isEqualTo("native, dump");
        assertThat(decidedBy(other, "CPU-EVC-HOST")).isEqualTo("native, live, dump");
    }

    private static String decidedBy(String page, String rule) {
        var card = page.substring(page.indexOf("\n### " + rule + "\n"));
        return card.replaceFirst("(?s).*?\n\\* decided by: ([^\n]*).*", "$1");
    }
}
