package dev.premotion.assessment;

import dev.premotion.assessment.Assessment.Fix;
import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.Assessment.JudgedCandidate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What to fix first: the failed blockers, by how many migrations each alone keeps from going. A migration with several
 * candidates goes once one of them is free, so a blocker alone keeps it where it alone blocks some candidate.
 */
final class Fixes {

    private Fixes() {}

    static List<Fix> of(List<Judged> migrations) {
        Map<String, Fix> fixes = new LinkedHashMap<>();
        for (var judged : migrations) {
            if (judged.verdict() != Verdict.BLOCKED) {
                continue;
            }
            of(judged).forEach((id, fix) -> fixes.merge(id, fix, Fixes::sum));
        }
        return fixes.values().stream()
                .sorted(Comparator.comparing(Fix::unblocks, Comparator.reverseOrder())
                        .thenComparing(Fix::concerns, Comparator.reverseOrder())
                        .thenComparing(Fix::finding, Verdicts.WORST_FIRST))
                .toList();
    }

    /** The blockers of each candidate; each counts once, and as enough where it is all that blocks one of them. */
    private static Map<String, Fix> of(Judged judged) {
        var fixes = new LinkedHashMap<String, Fix>();
        var lists = judged.candidates().isEmpty()
                ? List.of(judged.findings())
                : judged.candidates().stream().map(JudgedCandidate::findings).toList();
        for (var findings : lists) {
            var blockers = findings.stream()
                    .filter(f -> f.blocker() && f.answer().no())
                    .toList();
            for (var finding : blockers) {
                var enough = blockers.size() == 1;
                fixes.merge(
                        finding.id(),
                        new Fix(finding, enough ? 1 : 0, 1),
                        (one, other) -> one.unblocks() > 0 ? one : other);
            }
        }
        var enough = fixes.values().stream().anyMatch(fix -> fix.unblocks() > 0);
        if (enough) {
            fixes.values().removeIf(fix -> fix.unblocks() == 0);
        }
        return fixes;
    }

    private static Fix sum(Fix one, Fix other) {
        return new Fix(one.finding(), one.unblocks() + other.unblocks(), one.concerns() + other.concerns());
    }
}
