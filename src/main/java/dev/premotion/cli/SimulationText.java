package dev.premotion.cli;

import dev.premotion.report.Result.Range;
import dev.premotion.report.Result.Run;
import dev.premotion.report.Result.Simulation;
import dev.premotion.simulation.Quantity;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A simulation on a terminal: how long it all takes, and each migration on one line of time. */
final class SimulationText {

    private static final int ROWS = 15;
    private static final int BAR = 18;

    private final Simulation simulation;
    private final Style style;

    SimulationText(Simulation simulation, Style style) {
        this.simulation = simulation;
        this.style = style;
    }

    void print(Lines lines) {
        List<Run> runs = simulation.migrations();
        lines.heading(
                "Simulation",
                through(runs) + TextReport.count(runs.size(), "migration") + " in " + time(simulation.makespanSeconds())
                        + between(simulation.makespanRange()));
        var shown = runs.stream()
                .filter(run -> !instant(run))
                .sorted(Comparator.comparing(Run::began, Comparator.reverseOrder())
                        .thenComparingDouble(Run::startSeconds)
                        .thenComparing(Run::vm))
                .toList();
        shown.stream().limit(ROWS).forEach(run -> run(lines, run));
        if (shown.size() > ROWS) {
            lines.dimmed("  ", "and " + TextReport.number(shown.size() - ROWS) + " more");
        }
        int instant = runs.size() - shown.size();
        if (instant > 0) {
            lines.dimmed(
                    "  ",
                    "and " + TextReport.number(instant)
                            + " without a time of their own: neither memory nor disks are copied, only the VM's place changes");
        }
        for (var each : simulation.answers()) {
            lines.raw("  " + each.question());
            lines.dimmed("    ", each.answer());
        }
        simulation.assumptions().forEach(assumption -> lines.dimmed("  Assumed: ", assumption));
    }

    /** Nothing where all come through: what is given up is not migrated. */
    private static String through(List<Run> runs) {
        long done = runs.stream().filter(run -> run.state().equals("done")).count();
        return done == runs.size() ? "" : TextReport.number((int) done) + " of ";
    }

    /** The simulator counts copying alone; a switched off VM whose disks stay has nothing to copy. */
    private static boolean instant(Run run) {
        return run.state().equals("done") && run.bytesSent() == 0 && run.endSeconds() - run.startSeconds() < 0.05;
    }

    private void run(Lines lines, Run run) {
        var reason = run.reason() == null ? "" : ": " + lines.clean(run.reason());
        if (!run.began()) {
            lines.raw("  " + lines.cut(run.vm(), 18) + " not started" + reason);
            return;
        }
        var stun = run.stunMillis() == 0
                ? run.stunModelled() ? "" : "stun not modelled"
                : String.format(Locale.ROOT, "stun %,.0f ms%s", run.stunMillis(), stunRange(run.stunRange()));
        lines.raw("  " + lines.cut(run.vm(), 18) + " " + bar(run) + " "
                + String.format(Locale.ROOT, "%9s  ", time(run.endSeconds() - run.startSeconds())) + stun
                + (run.state().equals("done") ? "" : "  " + run.state() + reason)
                + (run.conditional() ? "  conditional" : ""));
    }

    private String bar(Run run) {
        double scale = BAR / Math.max(1e-9, simulation.makespanSeconds());
        int from = (int) Math.min(BAR - 1, Math.floor(run.startSeconds() * scale));
        int to = (int) Math.max(from + 1, Math.min(BAR, Math.ceil(run.endSeconds() * scale)));
        return style.dim("·".repeat(from)) + "█".repeat(to - from) + style.dim("·".repeat(BAR - to));
    }

    private static String stunRange(@Nullable Range range) {
        return range == null || range.low() == range.high()
                ? ""
                : String.format(Locale.ROOT, " (%,.0f to %,.0f)", range.low(), range.high());
    }

    private static String between(@Nullable Range range) {
        return range == null || range.low() == range.high()
                ? ""
                : " (between " + time(range.low()) + " and " + time(range.high()) + ")";
    }

    private static String time(double seconds) {
        return Quantity.clock(seconds);
    }
}
