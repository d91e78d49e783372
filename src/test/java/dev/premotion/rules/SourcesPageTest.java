package dev.premotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** {@code docs/sources.md} says what the readers fill in. */
class SourcesPageTest {

    @Test
    void thePageIsCurrent() throws IOException {
        var text = SourcesPage.text();

        assertThat(Files.exists(SourcesPage.FILE) ? Files.readString(SourcesPage.FILE) : "")
                .as("docs/sources.md is not current: mvn test-compile exec:java@sources-page")
                .isEqualTo(text);
        assertThat(text)
                .contains("| **all** | " + Cases.PREFLIGHT.rulebook().cards().size() + " |");
    }
}
