package dev.premotion.read;

import dev.premotion.inventory.BadInput;
import dev.premotion.inventory.Reading;
import dev.premotion.plan.PlanDocument;
import dev.premotion.plan.Survey;
import dev.premotion.read.rvtools.RvToolsReader;
import dev.premotion.rules.Preflight;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/**
 * Writes {@code docs/readers.md}: what is read of each file of {@code ../shared/data}, and how long workbooks take beside
 * the bare reading of their cells. Times hold for one machine; what counts is how they compare.
 */
final class ReadersReport {

    private static final Path DATA = Path.of("../shared/data");
    private static final Path FILE = Path.of("docs/readers.md");
    private static final int ROUNDS = 9;
    private static final int ALTERNATIONS = 3;
    private static final int SHOWN = 110;

    private ReadersReport() {}

    /** @param arguments none to write the page; what to read and of which file in the JVM that measures it */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2) {
            measure(arguments[0], Path.of(arguments[1]));
        } else {
            Files.writeString(FILE, page());
        }
    }

    private static String page() throws Exception {
        var page = new StringBuilder("""
                # What is read

                Written by `mvn test-compile exec:exec@readers-page` from the files of `../shared/data`, which are not part of the
                project. A rule counts as decided where a survey of the file leaves no question about it: each VM tried on the hosts
                of its cluster. What a move to another vCenter needs beyond that is on [the page on sources](sources.md).

                | file | vCenters | hosts | VMs | notes | rules without a question | what was odd first |
                | --- | --- | --- | --- | --- | --- | --- |
                """);
        var preflight = Preflight.builtIn();
        for (var file : files()) {
            page.append(row(file, preflight));
        }
        page.append("""

                ## How long it takes

                Workbooks made of the rows of `migration-planner-example1.xlsx`, all its sheets, again and again for other VMs. In
                JVMs with `-Xmx512m`, three times in turn; the fastest of nine readings each after one to warm up, and the highest
                memory of the process. *bare*: fastexcel-reader alone, every cell of every sheet, nothing kept. *Premotion*: the whole
                inventory, with where each fact was read; one thread takes rows out of the file and one makes use of them, so that it
                gains from a second core that is free.

                | VMs | file | bare | Premotion | ratio | memory bare | memory Premotion |
                | --- | --- | --- | --- | --- | --- | --- |
                """);
        for (int vms : new int[] {50, 2_000, 14_000}) {
            page.append(times(vms));
        }
        return page.toString();
    }

    private static List<Path> files() throws IOException {
        var files = new ArrayList<Path>();
        try (var books = Files.list(DATA.resolve("rvtools"));
                var dumps = Files.list(DATA.resolve("object-save/glouton/inputs/vsphere/testdata"))) {
            books.sorted().forEach(files::add);
            dumps.filter(Files::isDirectory).sorted().forEach(files::add);
        }
        return files;
    }

    private static String row(Path file, Preflight preflight) {
        var name = DATA.relativize(file)
                .toString()
                .replace("object-save/glouton/inputs/vsphere/testdata", "object-save/glouton/...");
        try {
            var reading = Snapshots.read(List.of(file), null);
            var vCenters = reading.inventory().vCenters();
            int hosts = vCenters.stream()
                    .mapToInt(v -> v.hosts() == null ? 0 : v.hosts().size())
                    .sum();
            int vms = vCenters.stream()
                    .mapToInt(v -> v.vms() == null ? 0 : v.vms().size())
                    .sum();
            return "| " + name + " | " + vCenters.size() + " | " + hosts + " | " + vms + " | "
                    + reading.quality().size() + " | " + decided(reading, preflight) + " | "
                    + (reading.quality().isEmpty()
                            ? "nothing"
                            : shown(reading.quality().get(0).message())) + " |\n";
        } catch (BadInput e) {
            return "| " + name + " | refused | | | | | "
                    + shown(String.valueOf(e.getMessage()).replace(file.toString(), name)) + " |\n";
        }
    }

    private static String decided(Reading reading, Preflight preflight) {
        var assessment = preflight.check(
                Survey.of(reading.inventory(), PlanDocument.Permits.NONE),
                reading.inventory(),
                LocalDate.of(2026, 11, 23));
        var open = assessment.findings().stream()
                .filter(finding -> finding.answer().unknown())
                .map(finding -> finding.card().id())
                .collect(Collectors.toSet());
        return (assessment.rules() - open.size()) + " of " + assessment.rules();
    }

    private static String shown(String message) {
        var line = message.lines().findFirst().orElse("").replace("|", "\\|");
        return line.length() > SHOWN ? line.substring(0, SHOWN - 3) + "..." : line;
    }

    private static String times(int vms) throws Exception {
        var file = Files.createTempFile("workbook", ".xlsx");
        try {
            LargeWorkbook.write(DATA.resolve("rvtools/migration-planner-example1.xlsx"), vms, file);
            long[] bare = {Long.MAX_VALUE, 0};
            long[] own = {Long.MAX_VALUE, 0};
            for (int time = 0; time < ALTERNATIONS; time++) { // so that whoever else is busy disturbs both
                better(bare, measured("bare", file));
                better(own, measured("own", file));
            }
            return String.format(
                    Locale.ROOT,
                    "| %,d | %.1f MiB | %,d ms | %,d ms | %.2f | %,d MiB | %,d MiB |%n",
                    vms,
                    Files.size(file) / 1048576.0,
                    bare[0],
                    own[0],
                    own[0] / (double) bare[0],
                    bare[1],
                    own[1]);
        } finally {
            Files.delete(file);
        }
    }

    private static void better(long[] known, long[] measured) {
        known[0] = Math.min(known[0], measured[0]);
        known[1] = Math.max(known[1], measured[1]);
    }

    /** Milliseconds and MiB. */
    private static long[] measured(String what, Path file) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReadersReport.class.getName(),
                        what,
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        return Arrays.stream(said.split(" ")).mapToLong(Long::parseLong).toArray();
    }

    private static void measure(String what, Path file) throws IOException {
        var times = new long[ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            long before = System.nanoTime();
            if (what.equals("bare")) {
                bare(file);
            } else {
                RvToolsReader.read(file, "x.xlsx");
            }
            if (round >= 0) {
                times[round] = System.nanoTime() - before;
            }
        }
        Arrays.sort(times);
        System.out.println(times[0] / 1_000_000 + " " + memory());
    }

    private static long bare(Path file) throws IOException {
        long cells = 0;
        try (var workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true))) {
            for (var sheet : workbook.getSheets().toList()) {
                try (var rows = sheet.openStream()) {
                    cells += rows.mapToLong(row -> row.stream()
                                    .filter(cell -> cell != null && cell.getValue() != null)
                                    .count())
                            .sum();
                }
            }
        }
        return cells;
    }

    /** The most memory that the process ever had, as Linux counts it; elsewhere the heap. */
    private static long memory() throws IOException {
        var status = Path.of("/proc/self/status");
        if (Files.isReadable(status)) {
            for (var line : Files.readAllLines(status)) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) >> 10;
                }
            }
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
}
