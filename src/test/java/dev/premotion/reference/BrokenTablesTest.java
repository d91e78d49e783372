package dev.premotion.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every table of the project, broken in every way that its kind of file can be. */
class BrokenTablesTest {

    /** One way to break a file, and what the error says was expected. */
    private record Break(String name, UnaryOperator<List<String>> change, String expected) {

        @Override
        public String toString() {
            return name;
        }
    }

    static final List<Break> SHAPES = List.of(
            new Break("empty", lines -> List.of(), "expected a header row"),
            new Break("comments only", lines -> List.of("# nothing"), "expected a header row"),
            new Break(
                    "cut off behind the header",
                    lines -> lines.subList(0, header(lines) + 1),
                    "expected at least one row"),
            new Break(
                    "a column of the header misspelt",
                    lines -> with(lines, header(lines), lines.get(header(lines)).replaceFirst("\\w+", "keey")),
                    "expected the column "),
            new Break(
                    "a column of the header doubled",
                    lines -> with(
                            lines, header(lines), lines.get(header(lines)) + "," + first(lines.get(header(lines)))),
                    "expected column names that differ"),
            new Break(
                    "a cell too few",
                    lines -> with(lines, lines.size() - 1, first(last(lines))),
                    "values as in the header, not 1"),
            new Break(
                    "a cell too many",
                    lines -> with(lines, lines.size() - 1, last(lines) + ",x"),
                    "values as in the header, not "),
            new Break(
                    "a quote that does not close",
                    lines -> with(lines, lines.size() - 1, "\"" + last(lines).replace("\"", "")),
                    "expected a closing quote"),
            new Break(
                    "line ends of old Macs",
                    lines -> List.of(String.join("\r", lines.subList(header(lines), lines.size()))),
                    "expected the end of the line"));

    static List<Path> files() throws IOException {
        return TablesTest.files();
    }

    static Stream<Arguments> brokenShapes() throws IOException {
        return files().stream().flatMap(file -> SHAPES.stream().map(shape -> Arguments.of(file, shape)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("brokenShapes")
    void aBrokenFileIsOneErrorThatNamesFileAndWayOut(Path file, Break shape) throws IOException {
        var lines = Files.readAllLines(file);
        var columns = Csv.read(file).columns().toArray(String[]::new);
        var name = file.getFileName().toString();
        var broken = String.join("\n", shape.change().apply(new ArrayList<>(lines)));

        assertThatThrownBy(() -> Csv.parse(name, broken, columns))
                .isInstanceOf(BadTable.class)
                .hasMessageMatching("(?s)" + name + "(, line \\d+)?.*, expected .*\nMaybe [^\n]*\\.")
                .hasMessageContaining(shape.expected());
    }

    @ParameterizedTest
    @MethodSource("files")
    void aByteOrderMarkAndLineEndsOfWindowsChangeNothing(Path file) throws IOException {
        var text = Files.readString(file);

        assertThat(Csv.parse("t.csv", "\uFEFF" + text.replace("\n", "\r\n"))).isEqualTo(Csv.parse("t.csv", text));
    }

    @ParameterizedTest
    @MethodSource("files")
    void anotherEncodingIsOneError(Path file, @TempDir Path folder) throws IOException {
        var broken = folder.resolve("latin.csv");
        Files.write(broken, (Files.readString(file) + "# gr\u00FC\u00DFe\n").getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> Csv.read(broken))
                .hasMessage("latin.csv: nothing there, expected text in UTF-8"
                        + "\nMaybe an editor wrote it in another encoding.");
    }

    /** The tables that {@link Tables} reads; those of the rulebook and the simulator have readers of their own. */
    static final List<String> REFERENCE = List.of(
            "admission-costs.csv",
            "cpu-models.csv",
            "distributed-switches.csv",
            "esxi-releases.csv",
            "evc-modes.csv",
            "hardware-versions.csv",
            "licence-editions.csv",
            "licence-features.csv",
            "licences.csv",
            "limits.csv",
            "minimum-releases.csv",
            "nsx-segments.csv",
            "vcenter-hosts.csv",
            "vcenter-releases.csv");

    @ParameterizedTest
    @FieldSource("REFERENCE")
    void aRowThatStandsTwiceIsRefused(String file, @TempDir Path folder) throws IOException {
        var lines = Files.readAllLines(Loaded.RULES.resolve(file));
        lines.add(last(lines));

        refused(file, lines, folder, "expected ");
    }

    @ParameterizedTest
    @FieldSource("REFERENCE")
    void aRowWithoutItsSourceIsRefused(String file, @TempDir Path folder) throws IOException {
        refused(file, emptied(file, "source"), folder, "column source: nothing there, expected a value");
    }

    @ParameterizedTest
    @FieldSource("REFERENCE")
    void aRowWithoutItsStatusIsRefused(String file, @TempDir Path folder) throws IOException {
        refused(file, emptied(file, "status"), folder, "column status: nothing there, expected a value");
    }

    @ParameterizedTest
    @FieldSource("REFERENCE")
    void aRowWithoutItsKeyIsRefused(String file, @TempDir Path folder) throws IOException {
        var key = Csv.read(Loaded.RULES.resolve(file)).columns().get(0);

        refused(file, emptied(file, key), folder, "column " + key + ": nothing there, expected a value");
    }

    /** The file with one column of its last row taken away. */
    private static List<String> emptied(String file, String column) throws IOException {
        var path = Loaded.RULES.resolve(file);
        var table = Csv.read(path);
        var row = table.rows().get(table.rows().size() - 1);
        var cells = new ArrayList<String>();
        for (var name : table.columns()) {
            var value = name.equals(column) ? null : row.optional(name);
            cells.add(value == null ? "" : "\"" + value.replace("\"", "\"\"") + "\"");
        }
        return with(new ArrayList<>(Files.readAllLines(path)), row.line() - 1, String.join(",", cells));
    }

    private static void refused(String file, List<String> lines, Path folder, String expected) throws IOException {
        for (var other : files()) {
            Files.copy(other, folder.resolve(other.getFileName()));
        }
        Files.writeString(folder.resolve(file), String.join("\n", lines) + "\n");

        assertThatThrownBy(() -> Tables.load(folder))
                .isInstanceOf(BadTable.class)
                .hasMessageMatching("(?s)" + file + ", line \\d+, column \\w+: .*\nMaybe [^\n]*\\.")
                .hasMessageContaining(expected);
    }

    private static int header(List<String> lines) {
        int at = 0;
        while (lines.get(at).startsWith("#") || lines.get(at).isBlank()) {
            at++;
        }
        return at;
    }

    private static List<String> with(List<String> lines, int at, String line) {
        lines.set(at, line);
        return lines;
    }

    private static String first(String line) {
        return line.substring(0, line.indexOf(','));
    }

    private static String last(List<String> lines) {
        return lines.get(lines.size() - 1);
    }
}
