package dev.premotion.cli;

import dev.premotion.assessment.Assessment.Gap;
import dev.premotion.report.FixGroup;
import dev.premotion.report.Result;
import dev.premotion.report.Result.Finding;
import dev.premotion.report.Result.Migration;
import dev.premotion.report.Words;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The result on a terminal: the counts, what to do first, the migrations, the simulation, where the reports are. */
final class TextReport {

    private static final int NAMED = 3;
    private static final int FIXES = 5;
    private static final int QUESTIONS = 9;
    private static final int MOST_QUESTIONS = 25;
    private static final int ROWS = 40;
    private static final int NOTES = 8;

    private final Result result;
    private final List<Path> written;
    private final @Nullable Path questions;
    private final List<Gap> gaps;
    private final Style style;
    private final int width;
    private final Map<String, Finding> findings = new HashMap<>();

    /**
     * @param questions the facts file that was written to be filled in; absent where nothing is to be confirmed
     * @param gaps what no answer can decide, most frequent first; empty for a saved result, which does not keep them
     */
    TextReport(Result result, List<Path> written, @Nullable Path questions, List<Gap> gaps, Style style, int width) {
        this.result = result;
        this.written = written;
        this.questions = questions;
        this.gaps = gaps;
        this.style = style;
        this.width = width;
        result.findings().forEach(finding -> findings.put(finding.id(), finding));
    }

    void print(PrintWriter out) {
        var lines = new Lines(out, style, width);
        summary(lines);
        if (leadsWithQuestions()) {
            confirm(lines);
            fixes(lines);
        } else {
            fixes(lines);
            confirm(lines);
        }
        if (result.plan().survey()) {
            new SurveyText(result, findings, gaps, style).print(lines);
        } else {
            migrations(lines);
        }
        if (result.simulation() != null) {
            new SimulationText(result.simulation(), style).print(lines);
        }
        vCenter(lines);
        quality(lines);
        end(lines);
    }

    /** Where most is undetermined, the few answers that would decide it are what matters. */
    private boolean leadsWithQuestions() {
        return result.summary().undetermined() > result.summary().blocked();
    }

    private void summary(Lines lines) {
        var summary = result.summary();
        var what = result.plan().survey()
                ? "Survey of the estate"
                : "Plan " + result.plan().name();
        lines.raw(style.bold(lines.clean(what))
                + style.dim("  "
                        + count(summary.migrations(), result.plan().survey() ? "VM" : "migration") + ", "
                        + number(summary.rules()) + " rules, " + number(checks()) + " checks"));
        policy(lines);
        lines.blank();
        lines.raw("  " + bar());
        var counts = new ArrayList<String>();
        add(counts, summary.approved(), "approved");
        add(counts, summary.approvedWithWarnings(), "approved-with-warnings");
        add(counts, summary.undetermined(), "undetermined");
        add(counts, summary.blocked(), "blocked");
        add(counts, summary.excluded(), "excluded");
        lines.raw("  " + String.join("  ", counts));
        if (summary.relying() > 0) {
            lines.dimmed(
                    "  ",
                    count(summary.relying(), "approval") + (summary.relying() == 1 ? " relies" : " rely")
                            + " on waivers, assumptions or promised fixes.");
        }
    }

    /** What counts otherwise than the rulebook says stands before anything that rests on it. */
    private void policy(Lines lines) {
        var changes = result.inputs().policyChanges();
        if (changes != null) {
            changes.forEach(change -> lines.paragraph(
                    "  ! ",
                    "policy: " + change.what() + " is " + change.after() + " instead of " + change.before() + ", "
                            + change.because() + " (" + change.by() + ")"));
        }
    }

    private long checks() {
        var checks = result.summary().checks();
        return checks.held() + checks.notApplicable() + checks.failed() + checks.unknown();
    }

    private void add(List<String> counts, int count, String verdict) {
        if (count > 0) {
            var words = verdict.equals("approved-with-warnings") ? "with warnings" : verdict;
            counts.add(style.verdict(style.sign(verdict) + " " + number(count) + " " + words, verdict));
        }
    }

    private String bar() {
        var summary = result.summary();
        int total = Math.max(1, summary.migrations());
        int room = Math.min(60, width - 4);
        var bar = new StringBuilder();
        part(bar, summary.approved(), "approved", "█", total, room);
        part(bar, summary.approvedWithWarnings(), "approved-with-warnings", "▒", total, room);
        part(bar, summary.undetermined(), "undetermined", "░", total, room);
        part(bar, summary.blocked(), "blocked", style.unicode() ? "█" : "x", total, room);
        part(bar, summary.excluded(), "excluded", "─", total, room);
        return bar.toString();
    }

    private void part(StringBuilder bar, int count, String verdict, String sign, int total, int room) {
        int columns = count == 0 ? 0 : Math.max(1, (int) Math.round((double) count * room / total));
        bar.append(style.verdict(sign.repeat(columns), verdict));
    }

    private void fixes(Lines lines) {
        if (result.fixes().isEmpty()) {
            return;
        }
        lines.heading("Fix first", "");
        int number = 1;
        var groups = FixGroup.of(result);
        for (var group : groups.subList(0, Math.min(FIXES, groups.size()))) {
            var gain = group.unblocks() > 0
                    ? "unblocks " + number(group.unblocks())
                    : "one of several for " + number(group.best().concerns());
            lines.paragraph(
                    String.format(Locale.ROOT, "  %d. ", number++),
                    group.best().title() + also(group.others()) + " (" + gain + ")");
            lines.dimmed("     → ", group.best().remedy());
        }
        more(lines, groups.size() - FIXES, "fix", "fixes");
    }

    /** Where else the same is to be done. */
    private static String also(List<String> others) {
        if (others.isEmpty()) {
            return "";
        }
        var named = String.join(", ", others.subList(0, Math.min(NAMED, others.size())));
        int rest = others.size() - NAMED;
        return " The same for " + number(others.size()) + " more: " + named
                + (rest > 0 ? " and " + number(rest) + " others" : "") + ".";
    }

    private void confirm(Lines lines) {
        confirmMigrations(
                lines, result.confirm().stream().filter(ask -> !ask.forHosts()).toList());
        confirmHosts(
                lines,
                result.confirm().stream().filter(Result.Confirm::forHosts).toList());
        if (questions != null && !result.confirm().isEmpty()) {
            lines.dimmed("  → ", "fill in " + questions + " and give it back with --facts");
        }
    }

    private void confirmMigrations(Lines lines, List<Result.Confirm> confirm) {
        if (confirm.isEmpty()) {
            return;
        }
        int shown = shown(confirm);
        int decided = confirm.get(shown - 1).decides();
        lines.heading(
                "Confirm first",
                count(shown, "answer") + " would decide " + number(decided) + " of "
                        + number(result.summary().undetermined()) + " undetermined");
        ask(lines, confirm, shown);
    }

    /** Whether a host can be emptied waits for more than whether each of its VMs can go. */
    private void confirmHosts(Lines lines, List<Result.Confirm> confirm) {
        if (confirm.isEmpty()) {
            return;
        }
        int shown = Math.min(QUESTIONS, confirm.size());
        lines.heading(
                "Confirm for emptying hosts",
                count(shown, "answer") + " would tell of "
                        + count(confirm.get(shown - 1).decides(), "host") + ", or what else to ask");
        ask(lines, confirm, shown);
    }

    private void ask(Lines lines, List<Result.Confirm> confirm, int shown) {
        for (int i = 0; i < shown; i++) {
            var ask = confirm.get(i);
            lines.paragraph(
                    String.format(Locale.ROOT, "  %d. ", i + 1),
                    capital(ask.scope()) + ": " + ask.question() + " ("
                            + ask.waiting(result.plan().survey())
                            + (ask.migrations() == 1 ? " waits)" : " wait)"));
        }
        more(lines, confirm.size() - shown, "question", "questions");
    }

    /** A text that begins with a small letter before a capital is a name such as vCenter. */
    private static String capital(String text) {
        boolean name = text.length() > 1 && Character.isUpperCase(text.charAt(1));
        return text.isEmpty() || name ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** As many as it takes to decide something, if that is not too many to read. */
    private static int shown(List<Result.Confirm> confirm) {
        int usual = Math.min(QUESTIONS, confirm.size());
        for (int i = usual - 1; i < Math.min(MOST_QUESTIONS, confirm.size()); i++) {
            if (confirm.get(i).decides() > 0) {
                return i + 1;
            }
        }
        return usual;
    }

    /** What the list cuts off is approved, if anything: all else has a reason to be read. */
    private void migrations(Lines lines) {
        var order = List.of("blocked", "undetermined", "approved-with-warnings", "excluded", "approved");
        var sorted = result.migrations().stream()
                .sorted(java.util.Comparator.comparingInt((Migration m) -> order.indexOf(m.verdict())))
                .toList();
        lines.heading("Migrations", "");
        sorted.stream().limit(ROWS).forEach(migration -> migration(lines, migration));
        more(lines, sorted.size() - ROWS, "migration", "migrations");
    }

    private void migration(Lines lines, Migration migration) {
        var from = migration.from() == null
                ? ""
                : first(migration.from().host(), migration.from().cluster());
        var to = migration.to() == null
                ? ""
                : first(migration.to().host(), migration.to().cluster());
        var route = from.equals(to) || to.isEmpty() ? from : from + " → " + to;
        lines.raw("  "
                + style.verdict(
                        style.sign(migration.verdict()) + " " + lines.cut(migration.vm(), 18), migration.verdict())
                + " " + style.dim(lines.clean(route) + openWarnings(migration)));
        reason(migration).ifPresent(reason -> lines.paragraph("      ", reason));
    }

    /** What an approval leaves open, since it stands in nobody's way: told, so that it is not taken for checked. */
    private String openWarnings(Migration migration) {
        if (!migration.verdict().startsWith("approved")) {
            return "";
        }
        long open = migration.findings().stream()
                .map(findings::get)
                .filter(found -> found != null
                        && found.severity().equals("warning")
                        && found.answer().equals("unknown"))
                .count();
        return open == 0 ? "" : " (" + count((int) open, "warning") + " open)";
    }

    private java.util.Optional<String> reason(Migration migration) {
        if (migration.because() != null) {
            return java.util.Optional.of(migration.because());
        }
        var ids = migration.findings();
        if (ids.isEmpty()) {
            return java.util.Optional.empty();
        }
        var worst = findings.get(ids.get(0));
        if (worst == null
                || (migration.verdict().equals("approved") && worst.severity().equals("info"))) {
            return java.util.Optional.empty();
        }
        if (migration.verdict().equals("approved")) {
            return java.util.Optional.empty();
        }
        return java.util.Optional.of(worst.message() + (ids.size() > 1 ? " (and " + (ids.size() - 1) + " more)" : ""));
    }

    private static String first(@Nullable String one, @Nullable String other) {
        return one != null ? one : other != null ? other : "";
    }

    private void vCenter(Lines lines) {
        var said = result.vCenterChecks();
        if (said == null) {
            return;
        }
        lines.heading("vCenter's own check", "");
        lines.paragraph("  ", Words.agreement(said));
        var differ = said.stream().filter(one -> !one.agrees()).toList();
        for (var one : differ.subList(0, Math.min(NOTES, differ.size()))) {
            lines.paragraph(
                    "  - ",
                    one.vm() + " to " + one.to() + ": vCenter says " + Words.said(one) + "; found here "
                            + Words.found(one));
        }
        more(lines, differ.size() - NOTES, "disagreement", "disagreements");
    }

    private void quality(Lines lines) {
        if (result.quality().isEmpty()) {
            return;
        }
        lines.heading("Odd in the inputs", count(result.quality().size(), "note"));
        for (var note :
                result.quality().subList(0, Math.min(NOTES, result.quality().size()))) {
            var maybe = note.message().split("\\s+(?=Maybe )", 2);
            lines.paragraph(
                    "  - ", note.file() + (note.place().isEmpty() ? "" : " at " + note.place()) + ": " + maybe[0]);
            if (maybe.length > 1) {
                lines.paragraph("    ", maybe[1]);
            }
        }
        more(lines, result.quality().size() - NOTES, "note", "notes");
    }

    private void end(Lines lines) {
        if (!written.isEmpty()) {
            lines.heading("Reports", "");
            written.forEach(path -> lines.whole("  " + lines.clean(path.toString())));
        }
        lines.blank();
        var passes = result.summary().gate().startsWith("pass");
        lines.raw(style.verdict(
                style.bold(lines.clean("The gate " + result.summary().gate())), passes ? "approved" : "blocked"));
    }

    private static void more(Lines lines, int count, String one, String many) {
        if (count > 0) {
            lines.dimmed("  ", "and " + number(count) + " more " + (count == 1 ? one : many));
        }
    }

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    static String count(long value, String what) {
        return number(value) + " " + what + (value == 1 ? "" : "s");
    }
}
