package dev.premotion.cli;

import dev.premotion.report.Explanation;
import dev.premotion.report.Explanation.Requirement;
import dev.premotion.report.Result.Evidence;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why one migration came to its verdict, on a terminal. */
final class ExplanationText {

    private final Explanation explanation;
    private final Style style;
    private final int width;

    ExplanationText(Explanation explanation, Style style, int width) {
        this.explanation = explanation;
        this.style = style;
        this.width = width;
    }

    void print(PrintWriter out) {
        var lines = new Lines(out, style, width);
        lines.raw(style.bold(lines.clean(explanation.vm())) + ": "
                + style.verdict(
                        style.sign(explanation.verdict()) + " " + explanation.verdict(), explanation.verdict()));
        lines.paragraph("  ", route());
        if (explanation.because() != null) {
            lines.paragraph("  ", explanation.because());
        }
        var relies = explanation.reliesOn();
        relies.waivers().forEach(text -> lines.paragraph("  relies on a waiver: ", text));
        relies.assumptions().forEach(text -> lines.paragraph("  relies on an assumption: ", text));
        relies.fixes().forEach(text -> lines.paragraph("  relies on a promised fix: ", text));
        consequences(lines);
        section(lines, "no", "Do not hold", "blocked");
        section(lines, "unknown", "Not known", "undetermined");
        section(lines, "yes", "Hold", "approved");
        section(lines, "not-applicable", "Ask nothing here", "excluded");
        section(lines, "other-kind", "About other kinds of migration, not counted", "excluded");
    }

    private String route() {
        return explanation.type()
                + (explanation.from() == null ? "" : ", from " + explanation.from())
                + (explanation.to() == null ? "" : " to " + explanation.to());
    }

    private void consequences(Lines lines) {
        if (!explanation.consequences().isEmpty()) {
            lines.heading(
                    "Afterwards", TextReport.number(explanation.consequences().size()));
        }
        for (var consequence : explanation.consequences()) {
            lines.paragraph("  ", consequence.what());
            lines.dimmed("    ", consequence.because());
        }
    }

    private void section(Lines lines, String answer, String heading, String sign) {
        List<Requirement> all = explanation.requirements().stream()
                .filter(one -> one.answer().equals(answer))
                .toList();
        if (all.isEmpty()) {
            return;
        }
        lines.heading(heading, TextReport.number(all.size()));
        all.forEach(one -> requirement(lines, one, style.sign(sign)));
    }

    private void requirement(Lines lines, Requirement one, String sign) {
        lines.paragraph("  " + sign + " ", one.rule() + " (" + one.severity() + "): " + one.title());
        lines.dimmed("    ", one.subject().name());
        if (one.message() != null) {
            lines.paragraph("    ", one.message());
        }
        if (one.lifted() != null) {
            lines.paragraph("    lifted by ", one.lifted());
        }
        if (one.remedy() != null && !one.answer().equals("other-kind")) {
            lines.dimmed("    → ", one.remedy());
        }
        for (var told : one.evidence()) {
            value(lines, "      ", told.shown());
            told.from().forEach(input -> value(lines, "        from ", input));
            if (told.value().value() != null
                    && told.value().origin() == null
                    && told.from().isEmpty()) {
                lines.dimmed("        ", "worked out from the plan and the estate as a whole");
            }
        }
    }

    private static void value(Lines lines, String indent, Evidence evidence) {
        lines.paragraph(indent, value(evidence));
        if (evidence.origin() != null) {
            lines.dimmed(" ".repeat(indent.length()) + "  ", evidence.origin());
        }
    }

    private static String value(Evidence evidence) {
        var value = evidence.value() == null
                ? "not known"
                : evidence.value() + (evidence.unit() == null ? "" : " " + evidence.unit());
        return evidence.fact() + ": " + value + required(evidence.required());
    }

    /** Of what a rule makes of a value, only whether it meets the condition is told. */
    private static String required(@Nullable String required) {
        if (required == null) {
            return "";
        }
        return required.startsWith("condition ") ? " (" + required + ")" : " (required: " + required + ")";
    }
}
