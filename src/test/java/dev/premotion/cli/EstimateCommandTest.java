package dev.premotion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class EstimateCommandTest {
    private record Run(int exitCode, String out, String err) {}

    private static Run estimate(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exitCode = new CommandLine(new EstimateCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
        return new Run(exitCode, out.toString(), err.toString());
    }

    private static JsonNode json(String args) throws Exception {
        Run run = estimate((args + " --format json").split(" "));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void jsonHasThePromisedShape() throws Exception {
        JsonNode json = json("--memory 2GiB --bandwidth 10Gbit/s --write 64MiB@40000pages/s:random");
        assertThat(names(json))
                .containsExactly(
                        "converged", "rounds", "totalSeconds", "stunMillis", "bytesSent", "throttlePercent", "passes");
        assertThat(json.get("converged").isBoolean()).isTrue();
        assertThat(json.get("passes")).hasSize(json.get("rounds").intValue());
        assertThat(names(json.get("passes").get(0))).containsExactly("bytes", "seconds", "dirtyBytes");
        assertThat(json.get("bytesSent").longValue()).isBetween(2L << 30, (2L << 30) + (65L << 20));
    }

    @Test
    void anUnknownPositionOfASweepGivesARange() throws Exception {
        String options = "--policy qemu --memory 256MiB --bandwidth 10Gbit/s --precopy-limit 64MiB/s"
                + " --write 254MiB@8176pages/s:sequential";
        JsonNode open = json(options);
        assertThat(open.get("range").get("totalSeconds").get("low").doubleValue())
                .isLessThan(open.get("range").get("totalSeconds").get("high").doubleValue());
        assertThat(open.get("range").get("runs").intValue()).isEqualTo(64);
        assertThat(json(options + ":9MiB").has("range")).isFalse();
    }

    @Test
    void theSameCommandPrintsTheSameBytes() {
        String[] args =
                ("--memory 1GiB --bandwidth 1Gbit/s --write 64MiB@40000pages/s --write 512MiB@1000pages/s:sequential"
                                + " --engine pages --seed 7 --format json")
                        .split(" ");
        assertThat(estimate(args)).isEqualTo(estimate(args));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--memory 2GiB --bandwidth 10Gbit/s",
                "--memory 100GiB --bandwidth 10Gbit/s --write 90GiB@2000000pages/s --rtt 1ms",
                "--memory 256MiB --bandwidth 10Gbit/s --precopy-limit 64MiB/s --policy qemu --write 64MiB@24176pages/s:sequential",
                "--memory 256MiB --bandwidth 1Gbit/s --policy xen --write 64MiB@24176pages/s --zero 100MiB",
                "--memory 8GiB --bandwidth 1Gbit/s --policy qemu --auto-converge --write 2GiB@124176pages/s --engine pages"
            })
    void textFitsEightyColumnsAndShowsWhatDecided(String options) {
        Run run = estimate(options.split(" "));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines().filter(line -> !line.startsWith("VMotion: ")))
                .as("all but the line in vmkernel's form")
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(run.out()).contains("  pass ", "left to send").containsPattern("[Ss]top");
    }

    @Test
    void sdpsShowsWhatItCostsTheGuest() {
        assertThat(estimate("--memory", "100GiB", "--bandwidth", "10Gbit/s", "--write", "90GiB@2000000pages/s")
                        .out())
                .containsPattern("down to \\d+ % of its speed, \\d+ % on average \\(SDPS\\)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--memory 2gib --bandwidth 10Gbit/s | --memory: \"2gib\" | Maybe 2GiB.",
                "--memory 2GiB --bandwidth 10Gbps | --bandwidth: \"10Gbps\" | Maybe 10Gbit/s.",
                "--memory 2GiB --bandwidth 0 | bandwidth of 0 | Maybe --bandwidth 10Gbit/s.",
                "--memory 2GiB --bandwidth 1Gbit/s --policy kvm | --policy: \"kvm\" | Maybe qemu.",
                "--memory 2GiB --bandwidth 1Gbit/s --engine page | --engine: \"page\" | Maybe pages.",
                "--memory 2GiB --bandwidth 1Gbit/s --auto-converge | --auto-converge is a setting of QEMU | Maybe add --policy qemu.",
                "--memory 2GiB --bandwidth 1Gbit/s --write 3GiB@5pages/s | take 3 GiB, but only 2 GiB | Maybe a region",
                "--memory 2GiB --bandwidth 1Gbit/s --write 1GiB:5pages/s | --write: \"1GiB:5pages/s\" | Maybe 64MiB@4000pages/s:random.",
                "--memory 2GiB --bandwidth 1Gbit/s --release 1zzz | \"1zzz\" is no release | Maybe --release 7.0U1.",
                "--memory 2GiB --bandwidth 1Gbit/s --release 7.2 | \"7.2\" is no release | Maybe --release 7.0U2.",
                "--memory 2GiB --bandwidth 1Gbit/s --write 1GiB@trace: | names no file | Maybe 1GiB@trace:writes.csv.",
                "--memory 2GiB --bandwidth 1Gbit/s --write 1GiB@trace:src | names a folder | Maybe 1GiB@trace:src/writes.csv.",
                "--memory 2GiB --bandwidth 1Gbit/s --zero 3GiB | 3 GiB cannot be zero | Maybe the two were swapped.",
                "--memory 9TiB --bandwidth 1Gbit/s --zero 0 --write 9TiB@1pages/s:random --engine pages --format xml | --format: \"xml\" | Maybe text."
            })
    void aWrongValueIsExplainedAndExitsWithTwo(String options, String place, String maybe) {
        Run run = estimate(options.split(" "));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(place).contains("\n" + maybe).doesNotContain("Exception");
        assertThat(Errors.wrapped(run.err(), 80))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void theStopForPageTracingIsToldByItself() throws Exception {
        String old = "--memory 6TiB --bandwidth 25Gbit/s --release ";
        assertThat(json(old + "6.7").get("traceStopMillis").doubleValue()).isBetween(200e3, 210e3);
        assertThat(json(old + "7.0U1").has("traceStopMillis")).isFalse();
        assertThat(estimate((old + "6.7").split(" ")).out().replace('\n', ' '))
                .contains("stands still for 3.38 min before the first pass and for 0 ms")
                .contains("trace stop  3.38 min");
    }

    /** With one poll for each 30 s, or windows of 100 ms over a year, these would not end. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--memory 64GiB --bandwidth 1Gbit/s --policy qemu --write 4GiB@400000pages/s:zipf",
                "--memory 8GiB --bandwidth 100kbit/s --policy qemu --write 1GiB@400pages/s:zipf",
                "--memory 8GiB --bandwidth 1bit/s --write 1GiB@400pages/s:zipf"
            })
    void slowPathsAndHopelessGuestsAreToldToo(String options) throws Exception {
        JsonNode json = json(options);
        assertThat(json.get("converged").booleanValue()).isEqualTo(options.contains("1bit/s"));
        assertThat(json.has("knifeEdge")).isFalse();
    }

    @Test
    void aDistanceThatEsxiDoesNotSupportIsNoSuccess() throws Exception {
        String far = "--memory 2GiB --bandwidth 1Gbit/s --rtt 200ms";
        assertThat(estimate(far.split(" ")).out().lines().findFirst().orElse(""))
                .contains("not supported over a round");
        assertThat(json(far).get("supported").booleanValue()).isFalse();
        assertThat(json(far.replace("200ms", "150ms")).has("supported")).isFalse();
    }

    @Test
    void withoutAVgpuNoVgpuIsBlamed() {
        String slow = "--memory 16GiB --bandwidth 100Mbit/s --downtime 300s --write 8GiB@2000000pages/s";
        assertThat(estimate(slow.split(" ")).out()).contains("Gives up").doesNotContain("vGPU");
        assertThat(estimate("--memory", "2GiB", "--zero", "2GiB", "--bandwidth", "1Gbit/s")
                        .out())
                .doesNotContain("Infinity")
                .contains("all of its memory is zero");
    }

    private static List<String> names(JsonNode node) {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
