package dev.premotion.assessment;

import dev.premotion.assessment.Assessment.Fix;
import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.Assessment.JudgedCandidate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to fix first: the failed blockers, by how many migrations each alone keeps from going. A migration with several
 * candidates goes once one of them is free, so a blocker alone keeps it where it alone blocks some candidate.
 */
final class Fixes {

    private Fixes() {}

    static List<Fix> of(List<Judged> migrations) {
        Map<String, Fix> fixes = new LinkedHashMap<>();
        Map<List<String>, Integer> together = new HashMap<>();
        for (var judged : migrations) {
            if (judged.verdict() != Verdict.BLOCKED) {
                continue;
            }
            of(judged).forEach((id, fix) -> fixes.merge(id, fix, Fixes::sum));
            blockers(judged)
                    .map(Fixes::onlyRemedy)
                    .filter(Objects::nonNull)
                    .distinct()
                    .forEach(remedy -> together.merge(remedy, 1, Integer::sum));
        }
        return fixes.values().stream()
                .map(fix -> new Fix(
                        fix.finding(), fix.unblocks(), fix.concerns(), together.getOrDefault(remedy(fix.finding()), 0)))
                .sorted(Comparator.comparing(Fix::unblocks, Comparator.reverseOrder())
                        .thenComparing(Fix::concerns, Comparator.reverseOrder())
                        .thenComparing(Fix::finding, Verdicts.WORST_FIRST))
                .toList();
    }

    /** The blockers of each candidate; each counts once, and as enough where it is all that blocks one of them. */
    private static Map<String, Fix> of(Judged judged) {
        var fixes = new LinkedHashMap<String, Fix>();
        for (var blockers : blockers(judged).toList()) {
            for (var finding : blockers) {
                var enough = blockers.size() == 1;
                fixes.merge(
                        finding.id(),
                        new Fix(finding, enough ? 1 : 0, 1, 0),
                        (one, other) -> one.unblocks() > 0 ? one : other);
            }
        }
        var enough = fixes.values().stream().anyMatch(fix -> fix.unblocks() > 0);
        if (enough) {
            fixes.values().removeIf(fix -> fix.unblocks() == 0);
        }
        return fixes;
    }

    /** What blocks each candidate. */
    private static Stream<List<Finding>> blockers(Judged judged) {
        var lists = judged.candidates().isEmpty()
                ? Stream.of(judged.findings())
                : judged.candidates().stream().map(JudgedCandidate::findings);
        return lists.map(findings ->
                findings.stream().filter(f -> f.blocker() && f.answer().no()).toList());
    }

    /** What alone has to be done, however often; absent where there are several things. */
    private static @Nullable List<String> onlyRemedy(List<Finding> blockers) {
        var remedies = blockers.stream().map(Fixes::remedy).distinct().toList();
        return remedies.size() == 1 ? remedies.get(0) : null;
    }

    private static List<String> remedy(Finding finding) {
        return List.of(finding.card().id(), finding.remedy());
    }

    private static Fix sum(Fix one, Fix other) {
        return new Fix(one.finding(), one.unblocks() + other.unblocks(), one.concerns() + other.concerns(), 0);
    }
}
