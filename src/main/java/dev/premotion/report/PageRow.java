package dev.premotion.report;

import dev.premotion.report.Result.Candidate;
import dev.premotion.report.Result.Finding;
import dev.premotion.report.Result.Migration;
import dev.premotion.report.Result.Placement;
import dev.premotion.report.Result.ReliesOn;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a migration of a plan and a placement of a survey have in common: a VM with a verdict and the reasons for it.
 *
 * @param candidates possible destination hosts, each with the findings that it has beside the shared ones
 * @param relies what an approval stands on, one text each
 */
record PageRow(
        String id,
        String vm,
        Verdict verdict,
        @Nullable String because,
        List<String> findings,
        List<Candidate> candidates,
        List<String> relies) {

    /** The rows of a result, in its order. */
    static List<PageRow> of(Result result) {
        List<Placement> placements = result.placements();
        return placements == null
                ? result.migrations().stream().map(PageRow::of).toList()
                : placements.stream().map(PageRow::of).toList();
    }

    static PageRow of(Migration m) {
        return new PageRow(
                m.id(),
                m.vm(),
                Verdict.of(m.verdict()),
                m.because(),
                m.findings(),
                m.candidates(),
                relies(m.reliesOn()));
    }

    static PageRow of(Placement p) {
        return new PageRow(
                p.id(), p.vm(), Verdict.of(p.verdict()), p.because(), p.findings(), p.candidates(), List.of());
    }

    private static List<String> relies(ReliesOn on) {
        List<String> relies = new ArrayList<>();
        on.waivers().forEach(text -> relies.add("Waiver " + text));
        on.assumptions().forEach(text -> relies.add("Assumption " + text));
        on.fixes().forEach(text -> relies.add("Promised fix " + text));
        return relies;
    }

    /** Every finding that the row mentions, also of candidates that were not chosen. */
    Set<String> mentioned() {
        Set<String> all = new LinkedHashSet<>(findings);
        candidates.forEach(candidate -> all.addAll(candidate.findings()));
        return all;
    }

    /** The finding that decides the verdict: first the shared ones, then those of the best candidate; absent where none. */
    @Nullable
    Finding decisive(Map<String, Finding> known) {
        Set<String> own = new LinkedHashSet<>(findings);
        candidates.stream()
                .filter(candidate -> candidate.chosen() || Verdict.of(candidate.verdict()) == verdict)
                .sorted((a, b) -> Boolean.compare(b.chosen(), a.chosen()))
                .forEach(candidate -> own.addAll(candidate.findings()));
        return own.stream()
                .map(known::get)
                .filter(finding -> finding != null && decides(finding))
                .findFirst()
                .orElse(null);
    }

    private boolean decides(Finding f) {
        return f.waiver() == null
                && switch (verdict) {
                    case BLOCKED -> f.severity().equals("blocker") && f.answer().equals("no");
                    case UNDETERMINED -> f.severity().equals("blocker");
                    case APPROVED_WITH_WARNINGS -> f.severity().equals("warning");
                    case APPROVED, EXCLUDED -> false;
                };
    }

    private long openWarnings(Map<String, Finding> known) {
        return findings.stream()
                .map(known::get)
                .filter(finding -> finding != null && Lookup.opensWarning(finding))
                .count();
    }

    /** The first reason in one sentence, or what an approval leaves open; empty where it rests on facts alone. */
    String reason(Map<String, Finding> known) {
        if (because != null) {
            return because;
        }
        Finding decisive = decisive(known);
        if (decisive != null) {
            return decisive.message().lines().findFirst().orElse("");
        }
        var told = new ArrayList<String>();
        relies.stream().findFirst().ifPresent(first -> told.add("Relies on: " + first));
        long open = verdict == Verdict.APPROVED ? openWarnings(known) : 0;
        if (open > 0) {
            told.add(Words.count(open, "warning") + " open");
        }
        return String.join("; ", told);
    }
}
