package dev.premotion.assessment;

import dev.premotion.assessment.Assessment.Fix;
import dev.premotion.assessment.Assessment.Judged;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What to fix first: the failed blockers, by how many migrations each alone keeps from going. */
final class Fixes {

    private Fixes() {}

    static List<Fix> of(List<Judged> migrations) {
        Map<String, Fix> fixes = new LinkedHashMap<>();
        for (var judged : migrations) {
            if (judged.verdict() != Verdict.BLOCKED) {
                continue;
            }
            var blockers = judged.findings().stream()
                    .filter(f -> f.blocker() && f.answer().no())
                    .toList();
            for (var finding : blockers) {
                fixes.merge(finding.id(), new Fix(finding, blockers.size() == 1 ? 1 : 0, 1), Fixes::sum);
            }
        }
        return fixes.values().stream()
                .sorted(Comparator.comparing(Fix::unblocks, Comparator.reverseOrder())
                        .thenComparing(Fix::concerns, Comparator.reverseOrder())
                        .thenComparing(Fix::finding, Verdicts.WORST_FIRST))
                .toList();
    }

    private static Fix sum(Fix one, Fix other) {
        return new Fix(one.finding(), one.unblocks() + other.unblocks(), one.concerns() + other.concerns());
    }
}
