package dev.premotion.report;

import dev.premotion.report.Result.Checks;
import dev.premotion.report.Result.File;
import dev.premotion.report.Result.Inputs;
import dev.premotion.report.Result.Summary;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The top of the page: what was checked, whether the gate passes, how many came to which verdict. */
final class PageSummary {

    /** The proportion bar is drawn in so many units, and no part that exists is narrower than a sliver one can see. */
    private static final int BAR = 1000;

    private static final int SLIVER = 6;
    private static final int BAR_HEIGHT = 14;

    private PageSummary() {}

    static void head(Html html, Result result) {
        html.open("div", "class", "title")
                .leaf(
                        "p",
                        result.plan().survey() ? "Premotion · vMotion survey" : "Premotion · vMotion preflight",
                        "class",
                        "brand")
                .open("h1")
                .leaf(
                        "bdi",
                        result.plan().survey()
                                ? "What could move where"
                                : result.plan().name())
                .close()
                .close();
        html.open("dl", "class", "facts");
        fact(html, "Captured", captured(result.inputs()));
        String asOf = result.inputs().asOf();
        if (asOf != null) {
            fact(html, "Ages as of", time(asOf));
        }
        fact(html, "Checked on", result.inputs().today());
        fact(
                html,
                "Rulebook",
                Words.count(result.summary().rules(), "rule") + ", "
                        + Words.digest(result.inputs().rulebook()));
        html.close();
    }

    private static void fact(Html html, String term, String value) {
        html.open("div").leaf("dt", term).leaf("dd", value).close();
    }

    /** From the oldest to the newest snapshot: how far the page may be behind the estate. */
    private static String captured(Inputs inputs) {
        List<String> times = inputs.files().stream()
                .map(File::capturedAt)
                .filter(Objects::nonNull)
                .sorted(Comparator.naturalOrder())
                .toList();
        if (times.isEmpty()) {
            return "not known";
        }
        String oldest = time(times.get(0));
        String newest = time(times.get(times.size() - 1));
        return oldest.equals(newest) ? oldest : oldest + " to " + newest;
    }

    /** {@code 2026-11-21T06:42:57Z} as {@code 2026-11-21 06:42 UTC}; another shape stays as it is. */
    private static String time(String instant) {
        return instant.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z")
                ? instant.substring(0, 10) + " " + instant.substring(11, 16) + " UTC"
                : instant;
    }

    static void banner(Html html, Result result) {
        Summary summary = result.summary();
        boolean passed = summary.gate().startsWith("pass");
        html.open("section", "id", "summary", "class", "banner", "aria-labelledby", "summary-title");
        html.open("div", "class", "gate " + (passed ? "passed" : "failed"))
                .icon(passed ? "approved" : "blocked")
                .open("div")
                .leaf("h2", gate(summary.gate(), passed), "id", "summary-title", "data-gate", summary.gate())
                .leaf("p", says(result))
                .close()
                .close();
        bar(html, summary);
        verdicts(html, summary);
        checks(html, summary);
        html.close();
    }

    /** {@code fails: 3 blocked} as a sentence. */
    private static String gate(String gate, boolean passed) {
        int colon = gate.indexOf(':');
        return (passed ? "The gate passes" : "The gate fails") + (colon < 0 ? "" : gate.substring(colon));
    }

    private static String says(Result result) {
        Summary summary = result.summary();
        int approved = summary.approved() + summary.approvedWithWarnings();
        int judged = summary.migrations() - summary.excluded();
        if (judged == 0) {
            return "There is nothing to judge.";
        }
        String what = result.plan().survey() ? "VM" : "migration";
        String can = result.plan().survey() ? " could move to another host of their cluster." : " are approved.";
        return Words.number(approved) + " of " + Words.count(judged, what) + can;
    }

    private static void bar(Html html, Summary summary) {
        html.open(
                "svg",
                "class",
                "bar",
                "viewBox",
                "0 0 " + BAR + " " + BAR_HEIGHT,
                "preserveAspectRatio",
                "none",
                "aria-hidden",
                "true");
        html.open("rect", "class", "rest", "width", BAR, "height", BAR_HEIGHT);
        int x = 0;
        for (Verdict verdict : Verdict.values()) {
            int width = width(verdict.in(summary), summary);
            if (width > 0) {
                html.open(
                        "rect",
                        "class",
                        verdict.key(),
                        "x",
                        x,
                        "width",
                        Math.min(width, BAR - x),
                        "height",
                        BAR_HEIGHT);
            }
            x = Math.min(BAR, x + width);
        }
        html.close();
    }

    /** The share of one verdict after slivers have had their least width. */
    private static int width(int count, Summary summary) {
        if (count == 0) {
            return 0;
        }
        int kinds = 0;
        for (Verdict verdict : Verdict.values()) {
            kinds += verdict.in(summary) > 0 ? 1 : 0;
        }
        return SLIVER + (int) Math.round((double) (BAR - SLIVER * kinds) * count / summary.migrations());
    }

    private static void verdicts(Html html, Summary summary) {
        html.open("ul", "class", "verdicts");
        for (Verdict verdict : Verdict.values()) {
            html.open("li")
                    .open(
                            "a",
                            "href",
                            "#migrations",
                            "class",
                            "verdict " + verdict.key(),
                            "data-verdict",
                            verdict.key())
                    .icon(verdict.key())
                    .count(verdict.key(), verdict.in(summary))
                    .leaf("span", verdict.word(), "class", "word")
                    .close()
                    .close();
        }
        html.close();
    }

    private static void checks(Html html, Summary summary) {
        Checks checks = summary.checks();
        html.open("p", "class", "quiet")
                .count("migrations", summary.migrations())
                .text(" in all; ")
                .count("relying", summary.relying())
                .text(summary.relying() == 1 ? " approval relies" : " approvals rely")
                .text(" on a waiver, an assumption or a promised fix. Checks: ")
                .count("checks-held", checks.held())
                .text(" held, ")
                .count("checks-failed", checks.failed())
                .text(" failed, ")
                .count("checks-unknown", checks.unknown())
                .text(" could not be told, ")
                .count("checks-not-applicable", checks.notApplicable())
                .text(" did not apply.")
                .close();
    }
}
