package dev.premotion.cli;

import dev.premotion.inventory.BadInput;
import dev.premotion.simulation.LoggedStop;
import dev.premotion.simulation.MigrationLogs;
import dev.premotion.simulation.Quantity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
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
            "would it have stopped there, and how much longer than the last pages did the guest stand still?"
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
        List<LoggedStop> stops = reader.stops();
        if (stops.isEmpty()) {
            throw new BadInput(
                    logs.get(0).toString(),
                    "",
                    "no line says \"Stopping pre-copy: only N pages left to send\".",
                    "the vmkernel.log of a source host is missing; it is in /var/log and, older, in vmkernel.*.gz.");
        }
        print(stops, spec.commandLine().getOut());
        return 0;
    }

    private static void read(Path log, MigrationLogs reader) {
        reader.file();
        try (InputStream in = Files.newInputStream(log);
                InputStream text = log.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
                var lines = new BufferedReader(new InputStreamReader(text, StandardCharsets.ISO_8859_1))) {
            lines.lines().forEach(reader::line);
        } catch (IOException | UncheckedIOException e) {
            throw new BadInput(log.toString(), "", "it cannot be read.", "the path or the file is damaged.");
        }
    }

    private static void print(List<LoggedStop> stops, PrintWriter out) {
        out.println("migration            pages left   bandwidth  predicted   measured     beyond  stops");
        stops.forEach(stop -> out.printf(
                Locale.ROOT,
                "%-19s %11d %6.0f MB/s %10s %10s %10s  %s%n",
                stop.id(),
                stop.pagesLeft(),
                stop.bytesPerSecond() / 1e6,
                millis(stop.predictedSeconds()),
                millis(stop.stunSeconds() != null ? stop.stunSeconds() : stop.sentSeconds()),
                millis(stop.beyondSeconds()),
                stop.stopsAsPredicted() ? "as predicted" : "where the simulator would not"));
        out.println();
        long right = stops.stream().filter(LoggedStop::stopsAsPredicted).count();
        out.printf(Locale.ROOT, "%d of %d stopped where the simulator stops.%n", right, stops.size());
        double[] beyond = stops.stream()
                .map(LoggedStop::beyondSeconds)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        if (beyond.length == 0) {
            out.println(
                    "No log says how long a guest stood still: the vmware.log of the VM has it, at its destination.");
            return;
        }
        out.printf(
                Locale.ROOT,
                "Beyond the last pages guests stood still for %s (median of %d, %s to %s): devices and hand-over, which no"
                        + " estimate here counts.%n",
                Quantity.DURATION.print(Math.max(0, beyond[beyond.length / 2])),
                beyond.length,
                Quantity.DURATION.print(Math.max(0, beyond[0])),
                Quantity.DURATION.print(Math.max(0, beyond[beyond.length - 1])));
    }

    private static String millis(@Nullable Double seconds) {
        return seconds == null ? "-" : String.format(Locale.ROOT, "%.0f ms", seconds * 1e3);
    }
}
