package dev.premotion.cli;

import dev.premotion.simulation.DirtyTrace;
import dev.premotion.simulation.Estimate;
import dev.premotion.simulation.EstimateJson;
import dev.premotion.simulation.EstimateRequest;
import dev.premotion.simulation.EstimateRequest.Hypervisor;
import dev.premotion.simulation.EstimateText;
import dev.premotion.simulation.Estimator;
import dev.premotion.simulation.GuestMemory.Engine;
import dev.premotion.simulation.MemoryShape;
import dev.premotion.simulation.Quantity;
import dev.premotion.simulation.Region;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code premotion estimate}: one VM's migration from numbers alone. */
@Command(
        name = "estimate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "Estimates one VM's live migration from numbers alone, without an inventory.",
        footer = {
            "",
            "A later, larger --write region contains the earlier ones; a smaller one stands beside them.",
            "Example: premotion estimate --memory 16GiB --bandwidth 10Gbit/s --write 1GiB@50000pages/s"
        })
public final class EstimateCommand implements Callable<Integer> {
    private static final int USAGE = 2;

    @Option(names = "--memory", required = true, paramLabel = "SIZE", description = "The VM's memory, such as 2GiB.")
    private String memory = "";

    @Option(
            names = "--bandwidth",
            required = true,
            paramLabel = "RATE",
            description =
                    "What the path carries of payload, such as 10Gbit/s; of a line's rate that is some 94 percent, which is what"
                            + " the simulation of a plan counts.")
    private String bandwidth = "";

    @Option(
            names = "--write",
            paramLabel = "SIZE@RATE[:PATTERN]",
            description = {
                "A region that is written, such as 64MiB@4000pages/s:random; repeat it for others.",
                "PATTERN: random, sequential[:START] or zipf[:EXPONENT].",
                "A rate that changes is RATE*TIME,RATE*TIME, over and over.",
                "SIZE@trace:FILE replays lines of seconds,pages: the different pages written in each interval."
            })
    private List<String> writes = new ArrayList<>();

    @Option(names = "--zero", paramLabel = "SIZE", defaultValue = "0", description = "Memory that holds only zeros.")
    private String zero = "0";

    @Option(
            names = "--vgpu",
            paramLabel = "SIZE",
            defaultValue = "0",
            description = "Memory of vGPUs in use; it moves while the guest stands still.")
    private String vgpu = "0";

    @Option(
            names = "--policy",
            paramLabel = "vmotion|qemu|xen",
            defaultValue = "vmotion",
            description = "Whose rules decide when to stop.")
    private String policy = "vmotion";

    @Option(
            names = "--release",
            paramLabel = "RELEASE",
            defaultValue = "",
            description = "ESXi's or Xen's release, such as 7.0U1 or 4.5; the newest if left out.")
    private String release = "";

    @Option(
            names = "--precopy-limit",
            paramLabel = "RATE",
            description = "Holds the passes back, not the stop: QEMU's max-bandwidth.")
    private @Nullable String precopyLimit;

    @Option(
            names = "--rtt",
            paramLabel = "TIME",
            defaultValue = "0",
            description = "The path's round-trip time, such as 5ms.")
    private String rtt = "0";

    @Option(
            names = "--downtime",
            paramLabel = "TIME",
            description = "The stop that is allowed: vMotion's switchover goal (500ms), QEMU's downtime limit (300ms).")
    private @Nullable String downtime;

    @Option(names = "--auto-converge", description = "Let QEMU throttle a guest that writes too fast.")
    private boolean autoConverge;

    @Option(
            names = "--engine",
            paramLabel = "expected|pages",
            defaultValue = "expected",
            description = "Closed form, or every page on its own.")
    private String engine = "expected";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Decides the random writes of --engine pages.")
    private long seed = 1;

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "What to print.")
    private String format = "text";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var commandLine = Objects.requireNonNull(spec).commandLine();
        PrintWriter out = commandLine.getOut();
        try {
            boolean json = choice("--format", format, "text", "json").equals("json");
            Estimate estimate = Estimator.estimate(request());
            (json ? List.of(EstimateJson.write(estimate)) : EstimateText.write(estimate)).forEach(out::println);
            return 0;
        } catch (IllegalArgumentException e) {
            Errors.print(commandLine.getErr(), e.getMessage());
            return USAGE;
        }
    }

    private EstimateRequest request() {
        List<Region> regions = writes.stream()
                .map(each -> value("--write", each, EstimateCommand::region))
                .toList();
        double bytes = value("--memory", memory, Quantity.SIZE::parse);
        return new EstimateRequest(
                MemoryShape.ofBytes(bytes, value("--zero", zero, Quantity.SIZE::parse), regions),
                value("--bandwidth", bandwidth, Quantity.RATE::parse),
                precopyLimit == null ? null : value("--precopy-limit", precopyLimit, Quantity.RATE::parse),
                value("--rtt", rtt, Quantity.DURATION::parse),
                value("--vgpu", vgpu, Quantity.SIZE::parse),
                Hypervisor.valueOf(upper(choice("--policy", policy, "vmotion", "qemu", "xen"))),
                release,
                autoConverge,
                downtime == null ? null : value("--downtime", downtime, Quantity.DURATION::parse),
                Engine.valueOf(upper(choice("--engine", engine, "expected", "pages"))),
                seed);
    }

    private static Region region(String text) {
        int at = text.indexOf("@trace:");
        if (at < 0) {
            return Region.parse(text);
        }
        String file = text.substring(at + "@trace:".length());
        if (file.isEmpty()) {
            throw noTrace(text, "no file", text);
        }
        try {
            if (Files.isDirectory(Path.of(file))) {
                throw noTrace(text, "a folder", text.replaceAll("/+$", "") + "/");
            }
            return DirtyTrace.parse(text.substring(0, at), Files.readAllLines(Path.of(file)), file);
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException(
                    file + " cannot be read.\nMaybe the path is not relative to the current folder.", e);
        }
    }

    private static IllegalArgumentException noTrace(String text, String what, String lead) {
        return new IllegalArgumentException("\"" + text + "\" names " + what
                + ", and expected is a file with lines of seconds,pages.\nMaybe " + lead + "writes.csv.");
    }

    private static <T> T value(String option, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
        }
    }

    private static String choice(String option, String text, String... allowed) {
        return Stream.of(allowed)
                .filter(each -> each.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(option + ": \"" + text + "\" is not one of "
                        + Stream.of(allowed).collect(Collectors.joining(", ")) + ".\nMaybe "
                        + nearest(text, allowed) + "."));
    }

    private static String nearest(String text, String... allowed) {
        String lower = text.toLowerCase(Locale.ROOT);
        String meant = lower.contains("kvm") ? "qemu" : lower.contains("esx") ? "vmotion" : lower;
        return Stream.of(allowed)
                .filter(each -> !meant.isEmpty() && (each.startsWith(meant.substring(0, 1)) || meant.contains(each)))
                .findFirst()
                .orElse(allowed[0]);
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
