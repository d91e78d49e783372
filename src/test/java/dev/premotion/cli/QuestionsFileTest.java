package dev.premotion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No facts file stays beside reports that ask nothing. */
class QuestionsFileTest {

    @TempDir
    Path folder;

    private Path reports() {
        return folder.resolve("r");
    }

    private Path facts() {
        return reports().resolve("facts.yaml");
    }

    private void scan(String entries, String... facts) throws IOException {
        Cli.scanning(folder, entries, facts);
    }

    @Test
    void theQuestionsOfAnEarlierRunGoWhereNothingIsAskedAnyMore() throws IOException {
        scan(Cli.OPEN);
        assertThat(facts()).exists();
        Files.copy(facts(), reports().resolve("facts-left.yaml"));

        scan(Cli.CROSSING);
        assertThat(facts()).doesNotExist();
        assertThat(reports().resolve("facts-left.yaml")).doesNotExist();
    }

    @Test
    void whatSomebodyWroteStays() throws IOException {
        scan(Cli.OPEN);
        var answered = Files.readString(facts()).replace("    by:\n", "    by: jk\n");
        Files.writeString(facts(), answered);
        scan(Cli.CROSSING);
        assertThat(facts()).hasContent(answered);

        Files.writeString(facts(), "format: premotion/facts/1\nfacts: []\n");
        scan(Cli.CROSSING);
        assertThat(facts()).exists();
    }

    @Test
    void theFileThatIsReadIsNeverWritten() throws IOException {
        scan(Cli.OPEN);
        var asked = Files.readString(facts());

        scan(Cli.OPEN, "--facts", facts().toString());
        assertThat(facts()).hasContent(asked);
        assertThat(reports().resolve("facts-left.yaml")).hasContent(asked);
        scan(Cli.CROSSING, "--facts", facts().toString());
        assertThat(facts()).hasContent(asked);
        assertThat(reports().resolve("facts-left.yaml")).doesNotExist();
    }
}
