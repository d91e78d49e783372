package dev.premotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code rules/README.md} says what the cards say. */
class RulebookPageTest {

    private static final Path RULES = Path.of("rules");
    private final String page = RulebookPage.of(Cases.PREFLIGHT.rulebook(), RULES);

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
}
