package dev.premotion.cli;

import dev.premotion.inventory.BadInput;
import dev.premotion.report.FactsTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The facts file with what is still to be confirmed, which goes where the reports go. Of an earlier run none stays that asks
 * what nobody needs to answer any more.
 *
 * @param folder of the reports
 * @param given the facts file that this run read, which is never touched; absent without one
 */
record QuestionsFile(Path folder, @Nullable Path given) {

    private static final String ALL = "facts.yaml";

    /** For those that are left, where the file of that name holds the answers of this run. */
    private static final String LEFT = "facts-left.yaml";

    /**
     * Writes it, or takes an earlier one away.
     *
     * @param text absent where nothing is to be confirmed
     * @return the file; absent where none was written
     */
    @Nullable
    Path write(@Nullable String text) {
        var file = folder.resolve(isGiven(folder.resolve(ALL)) ? LEFT : ALL);
        try {
            if (text != null) {
                Files.createDirectories(folder);
                Files.writeString(file, text);
            } else {
                forget(folder.resolve(ALL));
            }
            if (text == null || !file.endsWith(LEFT)) {
                forget(folder.resolve(LEFT));
            }
            return text == null ? null : file;
        } catch (IOException e) {
            throw new BadInput(
                    file.toString(), "", "the questions cannot be written here", "--report-dir names a better place");
        }
    }

    private boolean isGiven(Path file) {
        try {
            return given != null && Files.exists(file) && Files.isSameFile(file, given);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only questions of an earlier run that nobody began to answer. */
    private void forget(Path file) throws IOException {
        if (Files.isRegularFile(file)
                && !isGiven(file)
                && FactsTemplate.unanswered(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))) {
            Files.delete(file);
        }
    }
}
