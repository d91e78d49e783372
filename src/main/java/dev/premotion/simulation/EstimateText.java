package dev.premotion.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An estimate for people, at most 80 columns wide: a headline, the passes with what each left, and what decided. */
public final class EstimateText {
    private static final int WIDTH = 80;
    private static final int BAR = 32;
    /** With more passes than this, the ones in the middle are left out. */
    private static final int SHOWN = 14;

    /** A space that does not stand between a number and its unit. */
    private static final String BREAK = " (?!(?:[KMGT]?i?B|[km]?s|min|h|[kMG]?bit/s|MB/s|%)(?:[ ,.)]|$))";

    /** How vmkernel begins. */
    private static final String LOGGED = "Stopping pre-copy: ";

    private final Estimate estimate;
    private final Outcome outcome;
    private final List<String> lines = new ArrayList<>();

    private EstimateText(Estimate estimate) {
        this.estimate = estimate;
        this.outcome = estimate.outcome();
    }

    /** The text, lines without a line end. */
    public static List<String> write(Estimate estimate) {
        return new EstimateText(estimate).all();
    }

    private List<String> all() {
        headline();
        passes();
        facts();
        lines.add("");
        decision();
        estimate.notes().forEach(note -> {
            lines.add("");
            wrap("  ", note);
        });
        return List.copyOf(lines);
    }

    /** A stop that ESXi would log stands in vmkernel's own form and on one line, however long: {@code calibrate} reads it. */
    private void decision() {
        if (outcome.decision().startsWith(LOGGED)) {
            lines.add(String.format(
                    Locale.ROOT, "VMotion: 0: %016d S: %s", estimate.request().seed(), outcome.decision()));
        } else {
            wrap("  ", outcome.decision());
        }
    }

    private void headline() {
        var request = estimate.request();
        boolean ends = outcome.converged() || outcome.stunSeconds() > 0;
        String what = switch (request.hypervisor()) {
            case VMOTION -> "vMotion";
            case QEMU -> "QEMU migration";
            case XEN -> "Xen migration";
        };
        wrap(
                "",
                what + " of " + size(request.memory().pages() * (double) Region.PAGE_BYTES) + " over "
                        + Quantity.RATE.print(request.bandwidth()) + ": "
                        + (request.supported()
                                ? ""
                                : "not supported over a round trip of " + Quantity.DURATION.print(request.rttSeconds())
                                        + "; if it ran, ")
                        + (ends
                                ? Quantity.DURATION.print(outcome.totalSeconds()) + ", the guest stands still for "
                                        + stands()
                                : "does not come to an end"));
        lines.add("");
    }

    private String stands() {
        String stun = Quantity.DURATION.print(outcome.stunSeconds());
        return outcome.traceStopSeconds() > 0
                ? Quantity.DURATION.print(outcome.traceStopSeconds()) + " before the first pass and for " + stun
                        + " at the end"
                : stun;
    }

    private void passes() {
        lines.add("  pass        sent       took     left to send");
        List<Pass> passes = outcome.passes();
        double most = passes.stream()
                .mapToDouble(pass -> Math.max(pass.bytes(), pass.dirtyBytes()))
                .max()
                .orElse(1);
        for (int i = 0; i < passes.size(); i++) {
            if (passes.size() > SHOWN && i >= SHOWN - 4 && i < passes.size() - 3) {
                lines.add("   ...   " + (passes.size() - SHOWN + 1) + " passes more");
                i = passes.size() - 3;
            }
            Pass pass = passes.get(i);
            row(String.valueOf(i + 1), pass.bytes(), pass.seconds(), size(pass.dirtyBytes()), pass.dirtyBytes() / most);
        }
        if (outcome.converged() || outcome.stunSeconds() > 0) {
            double live = passes.stream().mapToDouble(Pass::bytes).sum();
            row("stop", outcome.bytesSent() - live, outcome.stunSeconds(), "", 0);
        }
        lines.add("");
    }

    private void row(String name, double bytes, double seconds, String left, double share) {
        lines.add(String.format(
                        Locale.ROOT,
                        "  %4s  %10s  %9s  %15s  %s",
                        name,
                        size(bytes),
                        Quantity.DURATION.print(seconds),
                        left,
                        bar(share))
                .stripTrailing());
    }

    /** Eighths of a column, so that a small rest still shows. */
    private static String bar(double share) {
        long eighths = Math.round(share * BAR * 8);
        String full = "\u2588".repeat((int) (eighths / 8));
        return eighths % 8 == 0 ? full : full + (char) (0x2590 - eighths % 8);
    }

    private void facts() {
        Estimate.Ranges range = estimate.range();
        fact(
                outcome.converged() || outcome.stunSeconds() > 0 ? "total time" : "given up",
                Quantity.DURATION.print(outcome.totalSeconds()),
                range == null ? "" : between(Quantity.DURATION, range.totalSeconds(), 1));
        fact("sent", size(outcome.bytesSent()), range == null ? "" : between(Quantity.SIZE, range.bytesSent(), 1));
        if (outcome.traceStopSeconds() > 0) {
            fact(
                    "trace stop",
                    Quantity.DURATION.print(outcome.traceStopSeconds()),
                    "page tracing is installed; ESXi before 7.0U1");
        }
        if (outcome.converged() || outcome.stunSeconds() > 0) {
            fact(
                    "stun",
                    Quantity.DURATION.print(outcome.stunSeconds()),
                    range == null ? "" : between(Quantity.DURATION, range.stunMillis(), 1e-3));
        }
        if (range != null && range.converged() < range.runs()) {
            fact("ends", "in " + range.converged() + " of " + range.runs() + " runs", "");
        }
        fact("guest", slowed(), "");
    }

    private static String between(Quantity quantity, Range range, double factor) {
        return quantity.print(range.low() * factor) + " to " + quantity.print(range.high() * factor);
    }

    private void fact(String name, String value, String detail) {
        lines.add(
                String.format(Locale.ROOT, "  %-11s %s%s", name, value, detail.isEmpty() ? "" : "   (" + detail + ")"));
    }

    private String slowed() {
        if (outcome.throttle() <= 0) {
            return "keeps its speed until the stop";
        }
        String by = estimate.request().hypervisor() == EstimateRequest.Hypervisor.VMOTION ? "SDPS" : "auto-converge";
        return String.format(
                Locale.ROOT,
                "down to %.0f %% of its speed, %.0f %% on average (%s)",
                100 - outcome.throttle() * 100,
                100 - outcome.guestSlowdown() * 100,
                by);
    }

    private static String size(double bytes) {
        return Quantity.SIZE.print(bytes);
    }

    private void wrap(String indent, String text) {
        var line = new StringBuilder(indent);
        for (String word : text.split(BREAK)) {
            if (line.length() > indent.length() && line.length() + word.length() >= WIDTH) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(indent);
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().stripTrailing());
    }
}
