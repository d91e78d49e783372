package dev.premotion.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.premotion.inventory.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {

    private static final Result RESULT = Samples.survey();

    @TempDir
    Path folder;

    @Test
    void everyReportIsWrittenWhereItIsWantedAndNothingIsLeftBehind() throws IOException {
        Path reports = folder.resolve("deep/below");

        Reports.write(
                RESULT,
                new Targets(
                        reports.resolve("result.json"),
                        reports.resolve("index.html"),
                        reports.resolve("compliance.xlsx"),
                        reports.resolve("result.sarif"),
                        reports.resolve("junit.xml")));

        assertThat(names(reports))
                .containsExactlyInAnyOrder("result.json", "index.html", "compliance.xlsx", "result.sarif", "junit.xml");
        assertThat(ResultFile.read(reports.resolve("result.json"))).isEqualTo(RESULT);
        assertThat(reports.resolve("index.html")).content().startsWith("<!DOCTYPE html>");
        assertThat(Files.readAllBytes(reports.resolve("compliance.xlsx"))).startsWith('P', 'K');
    }

    @Test
    void whatIsNotWantedIsNotWritten() throws IOException {
        Reports.write(RESULT, new Targets(folder.resolve("only.json"), null, null, null, null));

        assertThat(names(folder)).containsExactly("only.json");
    }

    @Test
    void anOldReportIsReplacedAndReadableForOthers() throws IOException {
        Path json = Files.writeString(folder.resolve("result.json"), "old");

        Reports.write(RESULT, new Targets(json, null, null, null, null));

        assertThat(ResultFile.read(json)).isEqualTo(RESULT);
        assumeThat(json.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Path plain = Files.writeString(folder.resolve("plain"), "");
        assertThat(Files.getPosixFilePermissions(json)).isEqualTo(Files.getPosixFilePermissions(plain));
    }

    @Test
    void whereOneCannotBeWrittenNoneIsReplaced() throws IOException {
        Path json = Files.writeString(folder.resolve("result.json"), "old");
        Path xlsx = Files.createDirectory(folder.resolve("compliance.xlsx"));

        assertThatThrownBy(() -> Reports.write(RESULT, new Targets(json, null, xlsx, null, null)))
                .isInstanceOf(BadInput.class)
                .hasMessage(xlsx + ": This is a folder, expected a file to write a report to.\nMaybe a file in it was"
                        + " meant.");
        assertThat(json).hasContent("old");
        assertThat(names(folder)).containsExactlyInAnyOrder("result.json", "compliance.xlsx");
    }

    @Test
    void aFileInTheWayOfAFolderIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("reports"), "");

        assertThatThrownBy(
                        () -> Reports.write(RESULT, new Targets(file.resolve("a/result.json"), null, null, null, null)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(file + " is a file, expected the folder of a report.\nMaybe ");
    }

    @Test
    void aFolderOfSomebodyElseIsToldAsThat() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        assumeThat(closed.toFile().setWritable(false)).isTrue();
        assumeThat(Files.isWritable(closed))
                .as("writable in spite of its mode, as for root")
                .isFalse();

        assertThatThrownBy(() -> Reports.write(RESULT, new Targets(closed.resolve("r.json"), null, null, null, null)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("cannot be written (permission denied).\nMaybe the folder is not yours");
    }

    @Test
    void twoReportsForOneFileAreRefused() {
        Path one = folder.resolve("report");

        assertThatThrownBy(() -> Reports.write(RESULT, new Targets(one, folder.resolve("./report"), null, null, null)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("Two reports");
        assertThat(one).doesNotExist();
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path real = Files.writeString(folder.resolve("real.json"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), real);

        Reports.write(RESULT, new Targets(link, null, null, null, null));

        assertThat(link).isSymbolicLink();
        assertThat(ResultFile.read(real)).isEqualTo(RESULT);
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(java.util.stream.Collectors.toSet());
        }
    }
}
