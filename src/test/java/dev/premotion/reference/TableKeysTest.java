package dev.premotion.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row that nothing asks for is a fact that nothing judges by: rules and code name every key, in quotation marks. */
class TableKeysTest {

    @ParameterizedTest
    @ValueSource(strings = {"limits.csv", "minimum-releases.csv"})
    void everyKeyIsAskedFor(String file) throws IOException {
        var asking = asking();

        var idle = Csv.read(Loaded.RULES.resolve(file), "key").by("key").keySet().stream()
                .filter(key -> !asking.contains('"' + key + '"'))
                .toList();

        assertThat(idle).isEmpty();
    }

    private static String asking() throws IOException {
        var texts = new ArrayList<String>();
        for (var folder : new String[] {"rules", "src/main/java"}) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (var file : files.filter(TableKeysTest::asks).toList()) {
                    texts.add(Files.readString(file));
                }
            }
        }
        return String.join("\n", texts);
    }

    private static boolean asks(Path file) {
        return file.toString().endsWith(".drl") || file.toString().endsWith(".java");
    }
}
