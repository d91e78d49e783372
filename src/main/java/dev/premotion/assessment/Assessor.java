package dev.premotion.assessment;

import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.Assessment.JudgedCandidate;
import dev.premotion.inventory.Inventory;
import dev.premotion.plan.HostPair;
import dev.premotion.plan.InvolvedHost;
import dev.premotion.plan.Plan;
import dev.premotion.plan.Plan.Candidate;
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
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Joins findings to migrations: a finding on a subject counts for every migration that has that subject.
 *
 * @param subjects for each migration's id the subjects of each of its candidates
 */
public record Assessor(Plan plan, Map<String, List<List<Subject>>> subjects, Permits permits) {

    /** Verdicts from the findings, by subject; each migration takes its best candidate. */
    public List<Judged> judge(Map<Subject, List<Finding>> findings) {
        var choice = new Choice();
        var known = permits.among(all(findings));
        return plan.migrations().stream()
                .map(migration -> judge(migration, findings, List.of(), choice::best, known))
                .toList();
    }

    /**
     * Verdicts again once the loads are known, each migration keeping the candidate it took.
     *
     * @param loads the loads a candidate depends on
     */
    public List<Judged> judgeAgain(
            List<Judged> before, Map<Subject, List<Finding>> findings, Function<Candidate, List<Subject>> loads) {
        var known = permits.among(all(findings));
        return before.stream()
                .map(judged -> {
                    var chosen = judged.chosen();
                    return chosen == null
                            ? judged
                            : judge(
                                    judged.migration(),
                                    findings,
                                    loads.apply(judged.migration().candidates().get(chosen)),
                                    candidates -> chosen,
                                    known);
                })
                .toList();
    }

    private Judged judge(
            Migration migration,
            Map<Subject, List<Finding>> findings,
            List<Subject> loads,
            ToIntFunction<List<JudgedCandidate>> choose,
            Permits known) {
        if (migration.excluded() != null) {
            return new Judged(migration, Verdict.EXCLUDED, null, List.of(), List.of(), List.of());
        }
        var lists = subjects.getOrDefault(migration.id(), List.of());
        if (migration.problem() != null) {
            var own = lists.stream()
                    .flatMap(List::stream)
                    .flatMap(s -> of(s, findings))
                    .toList();
            return new Judged(migration, Verdict.BLOCKED, null, own, List.of(), List.of());
        }
        if (lists.isEmpty()) {
            return new Judged(migration, Verdict.UNDETERMINED, null, List.of(), List.of(), List.of());
        }
        var candidates = candidates(migration, lists, findings, List.of(), known);
        int chosen = choose.applyAsInt(candidates);
        if (!loads.isEmpty()) {
            candidates.set(
                    chosen, candidates(migration, lists, findings, loads, known).get(chosen));
        }
        var best = candidates.get(chosen);
        var open = plan.survey()
                && migration.source() == null
                && (mayBeItsOwn(candidates) || best.verdict() == Verdict.BLOCKED && onlyAtSources(best));
        var verdict = open ? Verdict.UNDETERMINED : best.verdict();
        return new Judged(migration, verdict, chosen, best.findings(), candidates, best.relies());
    }

    /** Where nobody knows on which host a VM is, the only one that could take it may be its own. */
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

    private List<JudgedCandidate> candidates(
            Migration migration,
            List<List<Subject>> lists,
            Map<Subject, List<Finding>> findings,
            List<Subject> loads,
            Permits known) {
        var candidates = new ArrayList<JudgedCandidate>();
        for (int i = 0; i < lists.size(); i++) {
            var own = Stream.concat(lists.get(i).stream(), loads.stream())
                    .flatMap(subject -> of(subject, findings))
                    .toList();
            candidates.add(Verdicts.judge(migration.candidates().get(i), migration.wave(), own, known));
        }
        return candidates;
    }

    private static Stream<Finding> of(Subject subject, Map<Subject, List<Finding>> findings) {
        return findings.getOrDefault(subject, List.of()).stream();
    }

    private static List<Finding> all(Map<Subject, List<Finding>> findings) {
        return findings.values().stream().flatMap(List::stream).toList();
    }

    /**
     * The whole assessment, once the verdicts stand.
     *
     * @param rules ids of the rules that judged
     */
    public Assessment assess(
            List<Judged> judged,
            Collection<Finding> all,
            Inventory inventory,
            Questions questions,
            Checks checks,
            Collection<String> rules) {
        var concerns = concerns(judged);
        var asked = Confirmations.of(judged, inventory, questions);
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
                new PermitNotes(permits.among(all), findings, rules).all(),
                checks,
                rules.size());
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
