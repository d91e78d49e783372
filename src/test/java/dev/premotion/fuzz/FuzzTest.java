package dev.premotion.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Whatever a reader is given, it reads it or refuses it with a message that helps. Here briefly, with inputs that are the
 * same each time; {@link FuzzRun} goes on for as long as one likes.
 */
class FuzzTest {

    @Property(seed = "20261123", tries = 400, shrinking = ShrinkingMode.OFF)
    void aBrokenInputIsReadOrRefusedWithHelp(@ForAll Reader reader, @ForAll long seed) {
        var attempt = Attempt.of(reader, seed);

        assertThat(attempt.problem()).as(() -> "kept in " + attempt.keep()).isNull();
    }

    @Example
    void realInputsAreRead() {
        for (var reader : Reader.values()) {
            assertThat(reader.inputs()).as(reader.name()).isNotEmpty();
            for (var input : reader.inputs()) {
                assertThat(Read.problem(reader, input)).as(reader.name()).isNull();
            }
        }
    }

    @Example
    void whatWasOnceReadWronglyIsReadOrRefusedWithHelp() throws IOException {
        for (var reader : Reader.values()) {
            for (var file : reader.found()) {
                assertThat(new Attempt(reader, Files.readAllBytes(file)).problem())
                        .as(file.toString())
                        .isNull();
            }
        }
    }

    /** Reading what must be readable. */
    private static final class Read {

        static @org.jspecify.annotations.Nullable String problem(Reader reader, byte[] input) throws RuntimeException {
            try {
                var file = Files.createTempFile("input", reader.ending());
                Files.write(file, input);
                reader.read(file);
                Files.delete(file);
                return null;
            } catch (IOException | RuntimeException e) {
                return e.toString();
            }
        }
    }
}
