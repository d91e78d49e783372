package dev.premotion.report.excel;

import dev.premotion.report.FixGroup;
import dev.premotion.report.Result;
import dev.premotion.report.Result.Confirm;
import dev.premotion.report.Result.Fix;
import dev.premotion.report.Result.Run;
import dev.premotion.report.Result.Simulation;
import dev.premotion.report.Result.Summary;
import dev.premotion.report.Verdict;
import dev.premotion.report.Words;
import dev.premotion.report.excel.Cell.Amount;
import dev.premotion.report.excel.Cell.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first sheet: what came out, what to do next, and what the other sheets hold. */
final class SummarySheet {

    private static final int MOST_TO_DO = 5;

    private final Result result;
    private final Blocks page;
    private final String counted;

    SummarySheet(Result result, Blocks page) {
        this.result = result;
        this.page = page;
        this.counted = result.plan().survey() ? "VMs" : "Migrations";
    }

    void write(List<Tables.Written> sheets) {
        head();
        verdicts();
        checks();
        fixes();
        confirm();
        simulation();
        sheets(sheets);
        notes();
    }

    private void head() {
        Summary summary = result.summary();
        String what =
                result.plan().survey() ? "Survey" : "Plan " + result.plan().name();
        page.title("vMotion preflight: " + what);
        page.line(Words.count(summary.migrations(), result.plan().survey() ? "VM" : "migration") + ", "
                + Words.count(summary.rules(), "rule")
                + (result.inputs().asOf() == null
                        ? ""
                        : ", facts as of " + result.inputs().asOf())
                + ", Premotion " + result.inputs().toolVersion());
        page.row(new Text("Gate " + summary.gate(), gateTone(summary), null));
    }

    /** A gate may pass although something is blocked: it was told to. */
    private static Tone gateTone(Summary summary) {
        boolean passes = summary.gate().startsWith("pass");
        if (summary.blocked() > 0) {
            return passes ? Tone.YELLOW : Tone.RED;
        }
        return passes ? Tone.GREEN : Tone.AMBER;
    }

    private void verdicts() {
        page.headings("Verdict", counted, "Share", "What it means");
        int first = page.next();
        Summary summary = result.summary();
        for (Verdict verdict : Verdict.values()) {
            int count = verdict.in(summary);
            page.row(
                    Cell.verdict(verdict.key()),
                    Cell.count(count),
                    share(count, summary.migrations()),
                    Cell.text(verdict.meaning()));
        }
        page.chart(counted, first, page.next() - 1);
        page.row(Cell.text("All"), Cell.count(summary.migrations()));
        if (!result.plan().survey()) {
            page.row(
                    Cell.text("Approved, relying on something"),
                    Cell.count(summary.relying()),
                    null,
                    Cell.text("On a waiver, an assumption or a promised fix: sheet Relies on."));
        }
    }

    private static @Nullable Cell share(int count, int all) {
        return all == 0 ? null : new Amount((double) count / all, Form.SHARE, false);
    }

    private void checks() {
        Result.Checks checks = result.summary().checks();
        page.headings("Checks", "Number", "", "A check is one rule on one subject");
        page.row(Cell.text("Held"), Cell.count(checks.held()));
        page.row(Cell.text("Not applicable"), Cell.count(checks.notApplicable()));
        page.row(Cell.text("Failed"), Cell.count(checks.failed()));
        page.row(
                Cell.text("Unknown"),
                Cell.count(checks.unknown()),
                null,
                Cell.text("The snapshots do not say; never counted as held."));
    }

    private void fixes() {
        page.headings("Fix first", "Unblocks", "Concerns", "What to do");
        List<FixGroup> groups = FixGroup.of(result);
        for (FixGroup group : first(groups)) {
            Fix best = group.best();
            int others = group.others().size();
            page.row(
                    Cell.text(best.subject().name() + (others == 0 ? "" : " and " + Words.number(others) + " more")),
                    Cell.count(group.unblocks()),
                    Cell.count(best.concerns()),
                    Cell.text(best.remedy()));
        }
        more(groups, "Fix first");
    }

    private void confirm() {
        page.headings("Confirm first", "Waiting", "Decided", "Question");
        for (Confirm confirm : first(result.confirm())) {
            page.row(
                    Cell.text(confirm.scope() + (confirm.forHosts() ? " (to empty hosts)" : "")),
                    Cell.count(confirm.migrations()),
                    Cell.count(confirm.decides()),
                    Cell.text(confirm.question()));
        }
        more(result.confirm(), "Confirm first");
    }

    private static <T> List<T> first(List<T> list) {
        return list.subList(0, Math.min(MOST_TO_DO, list.size()));
    }

    private void more(List<?> list, String sheet) {
        if (list.isEmpty()) {
            page.row(Cell.text("None."));
        } else if (list.size() > MOST_TO_DO) {
            page.row(Cell.text(Words.number(list.size() - MOST_TO_DO) + " more: sheet " + sheet));
        }
    }

    private void simulation() {
        Simulation simulation = result.simulation();
        page.headings("Simulation", "", "", "");
        if (simulation == null) {
            page.row(Cell.text("Nothing was simulated."));
            return;
        }
        boolean guessed = simulation.makespanRange() != null;
        page.row(
                Cell.text("From first start to last end"),
                new Amount(simulation.makespanSeconds(), Form.CLOCK, guessed),
                null,
                Cell.text(range(simulation.makespanRange())));
        for (String state : List.of("done", "failed", Result.Run.NOT_STARTED)) {
            page.row(Cell.text("Migrations " + state.replace('-', ' ')), Cell.count(count(simulation, state)));
        }
        page.row(Cell.text("Policy, seed"), null, null, Cell.text(simulation.policy() + ", " + simulation.seed()));
        simulation
                .answers()
                .forEach(each -> page.row(Cell.text(each.question()), null, null, Cell.text(each.answer())));
        simulation.assumptions().forEach(text -> page.row(Cell.text("Assumed"), null, null, Cell.text(text)));
    }

    private static @Nullable String range(Result.@Nullable Range range) {
        return range == null
                ? null
                : "A guess: between " + Words.duration(range.low()) + " and " + Words.duration(range.high()) + ".";
    }

    private static long count(Simulation simulation, String state) {
        return simulation.migrations().stream()
                .map(Run::state)
                .filter(state::equals)
                .count();
    }

    private void sheets(List<Tables.Written> sheets) {
        page.headings("Sheet", "Rows", "", "What it holds");
        for (Tables.Written sheet : sheets) {
            page.row(
                    new Text(sheet.sheet(), Tone.PLAIN, new Cell.Target(sheet.sheet(), 1, "To the sheet")),
                    Cell.count(sheet.rows()),
                    null,
                    Cell.text(sheet.purpose()));
        }
    }

    private void notes() {
        page.headings("Reading it", "", "", "");
        page.note("A tilde (~) marks a number that rests on a guess.");
        page.note("Links lead to rows as they stand here; after sorting a sheet, look up the finding's id instead.");
        page.note("A name that begins like a formula has an apostrophe in front.");
    }
}
