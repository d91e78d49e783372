package dev.premotion.assessment;

import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.Assessment.JudgedCandidate;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.HostPair;
import dev.premotion.plan.InvolvedHost;
import dev.premotion.plan.Plan;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.plan.SourceHost;
import dev.premotion.plan.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Joins findings to migrations: a finding on a subject counts for every migration that has that subject.
 *
 * @param subjects for each migration's id the subjects of each of its candidates
 */
public record Assessor(Plan plan, Map<String, List<List<Subject>>> subjects, Permits permits) {

    /** Verdicts from the findings, by subject, of everything but loads; each migration takes its best candidate. */
    public List<Judged> judge(Map<Subject, List<Finding>> findings) {
        var choice = new Choice();
        return plan.migrations().stream()
                .map(migration -> judge(migration, findings, choice))
                .toList();
    }

    private Judged judge(Migration migration, Map<Subject, List<Finding>> findings, Choice choice) {
        if (migration.excluded() != null) {
            return new Judged(migration, Verdict.EXCLUDED, null, List.of(), List.of(), List.of());
        }
        var lists = subjects.getOrDefault(migration.id(), List.of());
        if (migration.problem() != null) {
            var own = lists.stream()
                    .flatMap(List::stream)
                    .flatMap(s -> of(s, findings))
                    .toList();
            var verdict = migration.problem().open() == null ? Verdict.BLOCKED : Verdict.UNDETERMINED;
            return new Judged(migration, verdict, null, own, List.of(), List.of());
        }
        if (lists.isEmpty()) {
            return new Judged(migration, Verdict.UNDETERMINED, null, List.of(), List.of(), List.of());
        }
        var candidates = new ArrayList<JudgedCandidate>();
        for (int i = 0; i < lists.size(); i++) {
            var own = lists.get(i).stream()
                    .flatMap(subject -> of(subject, findings))
                    .toList();
            candidates.add(Verdicts.judge(migration.candidates().get(i), migration.wave(), own, permits));
        }
        var best = choice.order(candidates).get(0);
        choice.take(candidates.get(best));
        var judged = judged(migration, candidates, best);
        return plan.survey() && open(judged)
                ? new Judged(migration, Verdict.UNDETERMINED, best, judged.findings(), candidates, judged.relies())
                : judged;
    }

    /** Where nobody knows on which host a VM is, neither a free host nor a blocked one says enough. */
    private static boolean open(Judged judged) {
        var chosen = judged.chosen();
        return judged.migration().source() == null
                && chosen != null
                && (mayBeItsOwn(judged.candidates())
                        || judged.verdict() == Verdict.BLOCKED
                                && onlyAtSources(judged.candidates().get(chosen)));
    }

    /** A migration that takes one of its judged candidates. */
    public static Judged judged(Migration migration, List<JudgedCandidate> candidates, int chosen) {
        var best = candidates.get(chosen);
        return new Judged(migration, best.verdict(), chosen, best.findings(), candidates, best.relies());
    }

    /** The only host that could take it may be its own. */
    private static boolean mayBeItsOwn(List<JudgedCandidate> candidates) {
        return candidates.stream().filter(one -> one.verdict().approved()).count() == 1;
    }

    /** What blocks is about hosts that it may be on, and may not be on. */
    private static boolean onlyAtSources(JudgedCandidate candidate) {
        var host = candidate.candidate().host();
        return candidate.findings().stream()
                .filter(finding -> finding.blocker() && finding.answer().no())
                .map(Finding::subject)
                .allMatch(subject -> subject instanceof SourceHost
                        || subject instanceof HostPair
                        || subject instanceof InvolvedHost at && !at.host().equals(host));
    }

    /** A candidate with more findings. */
    public JudgedCandidate also(Migration migration, JudgedCandidate before, List<Finding> more) {
        if (more.isEmpty()) {
            return before;
        }
        var all = new ArrayList<>(before.findings());
        before.relies().forEach(reliance -> all.add(reliance.finding()));
        all.addAll(more);
        return Verdicts.judge(before.candidate(), migration.wave(), all, permits);
    }

    /** A candidate with fewer findings. */
    public JudgedCandidate without(Migration migration, JudgedCandidate before, Collection<Finding> gone) {
        var all = new ArrayList<>(before.findings());
        all.removeAll(gone);
        before.relies().forEach(reliance -> all.add(reliance.finding()));
        return Verdicts.judge(before.candidate(), migration.wave(), all, permits);
    }

    private static Stream<Finding> of(Subject subject, Map<Subject, List<Finding>> findings) {
        return findings.getOrDefault(subject, List.of()).stream();
    }

    /**
     * The whole assessment, once the verdicts stand.
     *
     * @param rules ids of the rules that judged
     * @param together in a survey: what becomes of the VMs of each host when all of them leave
     */
    public Assessment assess(
            List<Judged> judged,
            Collection<Finding> all,
            Inventory inventory,
            Questions questions,
            Checks checks,
            Collection<String> rules,
            Map<Ref, Assessment.Together> together) {
        var concerns = concerns(judged);
        var asked = Confirmations.of(judged, inventory, questions, together);
        var subjects = new HashMap<String, Integer>();
        var distinct = new LinkedHashMap<String, Finding>();
        for (var finding : all) {
            subjects.merge(finding.id(), 1, Integer::sum);
            distinct.merge(finding.id(), finding, (one, other) -> BY_NAME.compare(one, other) <= 0 ? one : other);
        }
        var findings = distinct.values().stream()
                .filter(f -> concerns.containsKey(f.id()))
                .sorted(Verdicts.WORST_FIRST)
                .toList();
        return new Assessment(
                plan,
                judged,
                findings,
                concerns,
                subjects,
                Fixes.of(judged),
                asked.confirmations(),
                asked.gaps(),
                new PermitNotes(permits, findings, judged, rules).all(),
                checks,
                rules.size(),
                together);
    }

    private static final Comparator<Finding> BY_NAME = Comparator.comparing(
                    (Finding f) -> f.subject().name())
            .thenComparing(f -> f.subject().refs().toString());

    /** For each finding how many migrations it concerns, whichever of their candidates it is about. */
    private static Map<String, Integer> concerns(List<Judged> judged) {
        var concerns = new LinkedHashMap<String, Integer>();
        for (var migration : judged) {
            var ids = new HashSet<String>();
            migration.findings().forEach(f -> ids.add(f.id()));
            for (var candidate : migration.candidates()) {
                candidate.findings().forEach(f -> ids.add(f.id()));
                candidate.relies().forEach(r -> ids.add(r.finding().id()));
            }
            ids.forEach(id -> concerns.merge(id, 1, Integer::sum));
        }
        return concerns;
    }
}
