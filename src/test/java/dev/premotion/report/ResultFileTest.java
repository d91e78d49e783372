package dev.premotion.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.premotion.inventory.BadInput;
import dev.premotion.report.Result.Range;
import dev.premotion.report.Result.Simulation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResultFileTest {

    private static final double MILLI = 0.000_501;

    @TempDir
    Path folder;

    static List<Result> samples() {
        return List.of(Samples.varied(), Samples.hostile(), Samples.empty(), Samples.survey(), Samples.large(40));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsReadBackIsWhatWasWritten(Result result) throws IOException {
        Result read = ResultFile.read(saved(bytes(result)));

        assertThat(read)
                .usingRecursiveComparison()
                .withComparatorForType(ResultFileTest::compareToTheMilli, Double.class)
                .isEqualTo(result);
        assertThat(ResultFile.read(saved(bytes(read)))).isEqualTo(read);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theSameResultGivesTheSameBytes(Result result) throws IOException {
        assertThat(bytes(result)).isEqualTo(bytes(ResultFile.read(saved(bytes(result)))));
    }

    @Test
    void absentIsLeftOut() throws IOException {
        assertThat(text(Samples.hostile())).doesNotContain(": null");
        assertThat(text(Samples.empty())).doesNotContain("\"simulation\"", "\"placements\"", "\"facts\"");
    }

    @Test
    void aMigrationHasItsLine() throws IOException {
        Result result = Samples.varied();
        List<String> lines = text(result).lines().toList();

        assertThat(lines).hasSizeLessThan(400);
        assertThat(lines)
                .filteredOn(line -> line.startsWith("    {\"id\": ") && line.contains("\"reliesOn\""))
                .hasSize(result.migrations().size());
        assertThat(lines).contains("    \"gate\": \"" + result.summary().gate() + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "0.0004999, 0",
        "12, 12",
        "1200000, 1200000",
        "0.1, 0.1",
        "1.0005, 1.001",
        "3600.123456, 3600.123",
        "1e9, 1000000000",
    })
    void numbersAreRoundedToThreeDecimalsInTheirShortestForm(double value, String written) throws IOException {
        Result empty = Samples.empty();
        Simulation simulation =
                new Simulation("vmotion", 7, value, new Range(0, 0, 0), List.of(), List.of(), List.of(), 0, List.of());
        Result result = new Result(
                empty.format(),
                empty.plan(),
                empty.summary(),
                empty.migrations(),
                null,
                null,
                empty.findings(),
                empty.fixes(),
                empty.confirm(),
                empty.quality(),
                null,
                simulation,
                empty.inputs());

        assertThat(text(result)).contains("\"makespanSeconds\": " + written + ",");
    }

    @Test
    void anotherFormatIsRefusedWithWhatToDo() throws IOException {
        Path inventory = saved("{\"vms\": [{}], \"format\": \"premotion/inventory/1\"}");
        Path later = saved("{\"format\": \"premotion/result/2\", \"summary\": 3}");

        assertThatThrownBy(() -> ResultFile.read(inventory))
                .isInstanceOf(BadInput.class)
                .hasMessage(inventory + " at /format: The format is \"premotion/inventory/1\", expected"
                        + " \"premotion/result/1\".\nMaybe this is an input: give it to `premotion run`, which writes"
                        + " a result.");
        assertThatThrownBy(() -> ResultFile.read(later))
                .hasMessageContaining("\"premotion/result/2\"")
                .hasMessageContaining("\nMaybe another version of Premotion wrote it");
        assertThatThrownBy(() -> ResultFile.read(saved("{\"a\": 1}"))).hasMessageContaining("No format is named");
        assertThatThrownBy(() -> ResultFile.read(saved("[1, 2]"))).hasMessageContaining("No format is named");
        assertThatThrownBy(() -> ResultFile.read(saved("{\"format\": null}"))).isInstanceOf(BadInput.class);
    }

    /** However much of a file arrives, the answer is one clear error. */
    @Test
    void aTruncatedFileIsRefusedWithItsLine() throws IOException {
        byte[] whole = bytes(Samples.varied());
        for (int length = 0; length < whole.length - 2; length += 997) {
            Path file = saved(new String(whole, 0, length, StandardCharsets.UTF_8));
            assertThatThrownBy(() -> ResultFile.read(file))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("\nMaybe ");
        }
        String text = new String(whole, StandardCharsets.UTF_8);
        for (String end : List.of("\"survey\": fal", "\"rules\": 4", "\"rules\": 43,", "\"title\": \"The ")) {
            String half = text.substring(0, text.indexOf(end) + end.length());
            assertThatThrownBy(() -> ResultFile.read(saved(half)))
                    .hasMessageContaining(
                            "(line " + half.lines().count() + "): The file ends in the middle of the result");
        }
    }

    @Test
    void whatIsNoJsonIsRefused() throws IOException {
        assertThatThrownBy(() -> ResultFile.read(saved("<html>\n")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("at (line 1): This is not the JSON of a result.")
                .hasMessageContaining("\nMaybe another file was meant");
        assertThatThrownBy(() -> ResultFile.read(saved("PK\u0003\u0004"))).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> ResultFile.read(saved(text(Samples.empty()) + "}")))
                .isInstanceOf(BadInput.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"verdict\": \"blocked\", | '' | /migrations/0/verdict | Nothing stands here, expected what every",
                "\"vm\": \"acct-web01\" | \"vm\": null | /migrations/0/vm | This is null, expected a text.",
                "\"wave\": 1 | \"wave\": \"one\" | /migrations/0/wave | This is \"one\", expected a whole number.",
                "\"migrations\": 31 | \"migrations\": 3.5 | /summary/migrations | This is 3.5, expected a whole number.",
                "\"survey\": false | \"survey\": null | /plan/survey | This is null, expected true or false.",
            })
    void aPropertyThatIsMissingOrWrongIsNamed(String was, String is, String pointer, String said) throws IOException {
        String edited = text(Samples.varied()).replaceFirst("\"migrations\": \\d+", "\"migrations\": 31");
        int first = edited.indexOf("\n    {\"id\"");
        String broken = was.contains("verdict")
                ? edited.substring(0, first) + edited.substring(first).replaceFirst("\"verdict\": \"[a-z-]+\", ", "")
                : edited.replaceFirst(java.util.regex.Pattern.quote(was), is);
        Path file = saved(broken);

        assertThatThrownBy(() -> ResultFile.read(file))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(file + " at " + pointer + " (line ")
                .hasMessageContaining(said)
                .hasMessageContaining("\nMaybe it was edited by hand")
                .message()
                .doesNotContain("dev.premotion", "java.", "com.fasterxml");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path absent = folder.resolve("absent.json");

        assertThatThrownBy(() -> ResultFile.read(absent))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(absent + ": ")
                .hasMessageContaining("\nMaybe ");
        assertThatThrownBy(() -> ResultFile.read(folder)).isInstanceOf(BadInput.class);
    }

    @Test
    void propertiesOfLaterVersionsAreSkipped() throws IOException {
        String later =
                text(Samples.empty()).replaceFirst("\"plan\": \\{", "\"new\": [{}], \"plan\": {\"owner\": \"x\",");

        assertThat(ResultFile.read(saved(later))).isEqualTo(Samples.empty());
    }

    private static int compareToTheMilli(Double a, Double b) {
        return Math.abs(a - b) < MILLI ? 0 : Comparator.<Double>naturalOrder().compare(a, b);
    }

    private Path saved(String text) throws IOException {
        return saved(text.getBytes(StandardCharsets.UTF_8));
    }

    private Path saved(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "result", ".json"), bytes);
    }

    private static String text(Result result) throws IOException {
        return new String(bytes(result), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Result result) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResultFile.write(result, out);
        return out.toByteArray();
    }
}
