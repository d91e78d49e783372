package dev.premotion.cli;

import dev.premotion.inventory.BadInput;
import dev.premotion.simulation.LoggedStop;
import dev.premotion.simulation.MigrationLogs;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds the simulator's stops against those that ESXi logged. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Reads how vMotions ended from vmkernel.log and vmware.log (also .gz), and holds the simulator against it:",
            "how long the last pages take by its model, and how long they and the whole stun took."
        })
final class CalibrateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "LOG", arity = "1..*", description = "log files of hosts and VMs, in any order")
    private List<Path> logs = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        var reader = new MigrationLogs();
        logs.forEach(log -> read(log, reader));
        print(reader, new Lines(spec.commandLine().getOut(), Style.of(true), Terminal.width()));
        return ExitCode.PASSES.code;
    }

    private static void read(Path log, MigrationLogs reader) {
        if (Files.isDirectory(log)) {
            throw new BadInput(
                    log.toString(),
                    "",
                    "it is a folder, and expected is a log.",
                    "a file in it, such as vmkernel.log.");
        }
        try (InputStream in = Files.newInputStream(log);
                InputStream text = log.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
            reader.read(log.toString(), new BufferedInputStream(text));
        } catch (IOException e) {
            throw new BadInput(log.toString(), "", "it cannot be read.", "the path is wrong or the file is damaged.");
        }
    }

    private void print(MigrationLogs reader, Lines out) {
        List<LoggedStop> stops = reader.stops();
        if (stops.isEmpty()) {
            throw new BadInput(
                    logs.get(0).toString(),
                    "",
                    "no line says \"Stopping pre-copy: only N pages left to send\".",
                    "the vmkernel.log of a source host is missing; it is in /var/log and, older, in vmkernel.*.gz.");
        }
        out.raw("migration            pages left   bandwidth  last pages      sent      stun");
        stops.forEach(stop -> out.raw(String.format(
                Locale.ROOT,
                "%-20s %10d %6.0f MB/s %11s %9s %9s%s",
                stop.id(),
                stop.pagesLeft(),
                stop.bytesPerSecond() / 1e6,
                millis(stop.predictedSeconds()),
                millis(stop.sentSeconds()),
                millis(stop.stunSeconds()),
                stop.withinGoal() ? "" : " *")));
        out.blank();
        constructed(stops, out);
        compared(stops, LoggedStop::sentSeconds, "From the stop to the last page sent", out);
        compared(stops, LoggedStop::stunSeconds, "The whole stun, with devices and hand-over,", out);
        if (stops.stream().allMatch(stop -> stop.stunSeconds() == null)) {
            out.paragraph(
                    "",
                    "No log says how long a guest stood still: the vmware.log of the VM has it, at its destination.");
        }
        if (reader.skipped() > 0) {
            out.paragraph(
                    "",
                    TextReport.number((int) Math.min(Integer.MAX_VALUE, reader.skipped()))
                            + " lines were skipped: too long for a log, or of another form than is known.");
        }
    }

    /** The line itself says that the pages go within the goal, so this judges the reading and not the simulator. */
    private static void constructed(List<LoggedStop> stops, Lines out) {
        long beyond = stops.stream().filter(stop -> !stop.withinGoal()).count();
        out.paragraph(
                "",
                "\"last pages\" is the simulator's: pages left over bandwidth, both from the log. That it is within the"
                        + " switchover goal is what the logged line says, so it proves nothing"
                        + (beyond == 0
                                ? "."
                                : "; where it is not (" + beyond + " of " + stops.size()
                                        + ", marked *), the line means something else than assumed here."));
    }

    /** Median and spread of what was logged against what is predicted; below 1 the prediction is too long, and stays so. */
    private static void compared(
            List<LoggedStop> stops, Function<LoggedStop, @Nullable Double> logged, String what, Lines out) {
        double[] ratios = sorted(stops, logged, (seen, predicted) -> seen / predicted);
        if (ratios.length == 0) {
            return;
        }
        double[] beyond = sorted(stops, logged, (seen, predicted) -> seen - predicted);
        out.paragraph(
                "",
                String.format(
                        Locale.ROOT,
                        "%s took %.2f times as long as predicted (median of %d; %.2f to %.2f), %s longer (%s to %s).",
                        what,
                        median(ratios),
                        ratios.length,
                        ratios[0],
                        ratios[ratios.length - 1],
                        millis(median(beyond)),
                        millis(beyond[0]),
                        millis(beyond[beyond.length - 1])));
    }

    /** A stop with no pages left has no prediction to hold anything against. */
    private static double[] sorted(
            List<LoggedStop> stops, Function<LoggedStop, @Nullable Double> logged, DoubleBinaryOperator compare) {
        return stops.stream()
                .filter(stop -> stop.pagesLeft() > 0)
                .mapToDouble(stop -> {
                    Double seen = logged.apply(stop);
                    return seen == null ? Double.NaN : compare.applyAsDouble(seen, stop.predictedSeconds());
                })
                .filter(each -> !Double.isNaN(each))
                .sorted()
                .toArray();
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static String millis(@Nullable Double seconds) {
        return seconds == null ? "-" : String.format(Locale.ROOT, "%.0f ms", seconds * 1e3);
    }
}
