package dev.premotion.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real exports, read as a user names them and written as native JSON, say the same when they are read again. */
class RealWorkbooksTest {

    private static final Path DATA = Path.of("../shared/data/rvtools");

    static Stream<Path> workbooks() throws IOException {
        if (!Files.isDirectory(DATA)) {
            return Stream.of(DATA);
        }
        try (var files = Files.list(DATA)) {
            return files.filter(file -> file.toString().endsWith(".xlsx")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void aWorkbookAndItsNativeFormSayTheSame(Path workbook) {
        assumeTrue(Files.isRegularFile(workbook), () -> "no real exports at " + DATA);
        var read = Snapshots.read(List.of(workbook), null);

        var again = Texts.read(NativeRoundTripTest.written(read.inventory()));

        assertThat(again.quality()).isEmpty();
        assertThat(again.inventory()).isEqualTo(read.inventory());
    }
}
