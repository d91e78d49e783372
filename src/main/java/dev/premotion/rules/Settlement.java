package dev.premotion.rules;

import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.Assessment.JudgedCandidate;
import dev.premotion.assessment.Assessor;
import dev.premotion.assessment.Choice;
import dev.premotion.assessment.Finding;
import dev.premotion.assessment.VCenterAnswers;
import dev.premotion.assessment.Verdict;
import dev.premotion.inventory.Inventory;
import dev.premotion.plan.Ledger;
import dev.premotion.plan.Ledger.Load;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.plan.VCenterFault;
import dev.premotion.reference.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Judges what depends on other migrations, in the order of the run: each migration takes the best of its candidates that
 * has room on what the earlier ones left, waits for what it comes after, and shares the fate of those it starts with.
 *
 * <p>One pass decides: a verdict depends on earlier ones only. Those that are blocked do not run and take no room; those
 * that are undetermined may run or not, so what they take and leave counts between nothing and all, and so does what is
 * blocked where it is in doubt what the plan means. So fewer facts only
 * ever make more verdicts undetermined.
 */
final class Settlement {

    private final LoadFindings findings;
    private final Assessor assessor;
    private final Ledger ledger;
    private final Choice choice = new Choice();
    private final Map<String, Judged> before = new HashMap<>();
    private final Map<String, Judged> settled = new HashMap<>();
    private final Map<List<String>, List<Finding>> waiting =
            new IdentityHashMap<>(); // the VMs of an entry share a list

    private Settlement(LoadFindings findings, Assessor assessor, Ledger ledger) {
        this.findings = findings;
        this.assessor = assessor;
        this.ledger = ledger;
    }

    /**
     * What became of the migrations.
     *
     * @param judged in the order of the plan
     * @param judgements the findings that came with it
     */
    record Settled(List<Judged> judged, RuleEngine.Judged judgements) {}

    static Settled settle(
            RuleEngine engine, Assessor assessor, List<Judged> judged, Inventory inventory, Tables tables) {
        try (var bench = engine.bench()) {
            var settlement = new Settlement(
                    new LoadFindings(engine, bench), assessor, new Ledger(assessor.plan(), inventory, tables));
            judged.forEach(one -> settlement.before.put(one.migration().id(), one));
            settlement.ledger.steps().forEach(settlement::settle);
            Gatherings.byRule(inventory, settlement.settled.values()).forEach(settlement::gather);
            Gatherings.bySharing(inventory, tables, settlement.settled.values()).forEach(settlement::gather);
            return new Settled(
                    judged.stream()
                            .map(one -> settlement.settled(one.migration()))
                            .toList(),
                    settlement.findings.all());
        }
    }

    /**
     * What would become of some migrations, tried in the order given. The ledger is as before when it is done.
     *
     * @param ledger of all migrations, none of them booked
     */
    static List<Judged> tried(
            RuleEngine engine, RuleEngine.Bench bench, Assessor assessor, Ledger ledger, List<Judged> judged) {
        var settlement = new Settlement(new LoadFindings(engine, bench), assessor, ledger);
        judged.forEach(one -> settlement.before.put(one.migration().id(), one));
        judged.forEach(one -> settlement.settle(List.of(one.migration())));
        judged.forEach(one -> ledger.forget(one.migration()));
        return judged.stream().map(one -> settlement.settled(one.migration())).toList();
    }

    private Judged settled(Migration migration) {
        return Objects.requireNonNull(settled.get(migration.id()));
    }

    private void settle(List<Migration> step) {
        step.forEach(migration -> book(judge(migration, predecessors(migration))));
        if (step.size() > 1) {
            Standing.hindrance(step.stream().map(this::settled).toList()).ifPresent(worst -> shareFate(step, worst));
        }
    }

    /** All of a group are taken back, and those that could run alone learn why they cannot. */
    private void shareFate(List<Migration> step, Judged worst) {
        for (var migration : step) {
            ledger.forget(migration);
            var own = settled(migration);
            if (own.destination() != null && Standing.mayRun(own)) {
                choice.giveBack(own.candidates().get(Objects.requireNonNull(own.chosen())));
            }
        }
        for (var migration : step) {
            var own = settled(migration);
            if (own.verdict().compareTo(worst.verdict()) < 0 && own.chosen() != null) {
                var why = findings.of(new Load("companion " + worst.migration().id(), Standing.companion(worst)));
                own = Assessor.judged(
                        migration,
                        own.candidates().stream()
                                .map(candidate -> assessor.also(migration, candidate, why))
                                .toList(),
                        own.chosen());
            }
            book(own);
        }
    }

    private void gather(Gatherings.Gathering group) {
        for (var migration : group.movers()) {
            findings.meets(migration, Objects.requireNonNull(settled(migration).destination()), group.load());
        }
        var found = findings.of(group.load());
        group.movers().forEach(migration -> also(migration, found));
    }

    private void also(Migration migration, List<Finding> more) {
        var judged = settled(migration);
        int chosen = Objects.requireNonNull(judged.chosen());
        var candidates = new ArrayList<>(judged.candidates());
        candidates.set(chosen, assessor.also(migration, candidates.get(chosen), more));
        settled.put(migration.id(), Assessor.judged(migration, List.copyOf(candidates), chosen));
    }

    private void book(Judged judged) {
        var migration = judged.migration();
        settled.put(migration.id(), judged);
        var destination = judged.destination();
        if (destination != null && Standing.mayRun(judged)) {
            var open = Standing.open(judged);
            ledger.book(migration, destination, judged.verdict().approved(), open.isEmpty() ? null : open.get(0));
            choice.take(judged.candidates().get(Objects.requireNonNull(judged.chosen())));
        }
    }

    /**
     * Tries the candidates on what the earlier migrations left, the best first, until none can be better than the best so far.
     * Loads never make one better: a blocked one stays blocked, since what vCenter's own check says counts as foreseen only by
     * what blocks for good. So of several that are blocked only the first is told where it lacks room as well.
     */
    private Judged judge(Migration migration, List<Finding> predecessors) {
        var base = Objects.requireNonNull(before.get(migration.id()));
        if (base.candidates().isEmpty()) {
            return base;
        }
        var candidates = new ArrayList<JudgedCandidate>();
        base.candidates().forEach(candidate -> candidates.add(assessor.also(migration, candidate, predecessors)));
        var tried = new HashMap<Load, List<Finding>>(); // many candidates bring the same to one host
        int best = -1;
        for (int i : choice.order(candidates)) {
            var candidate = candidates.get(i);
            if (best >= 0 && !better(candidate, candidates.get(best))) {
                break;
            }
            var loaded = candidate.verdict() == Verdict.BLOCKED && !onlyVCenterRefuses(candidate)
                    ? blockedWithLoads(migration, candidate, predecessors)
                    : withLoads(migration, candidate, tried);
            candidates.set(i, loaded);
            if (best < 0 || better(loaded, candidates.get(best))) {
                best = i;
            }
        }
        return Assessor.judged(migration, List.copyOf(candidates), best);
    }

    private static boolean better(JudgedCandidate one, JudgedCandidate other) {
        return one.verdict().compareTo(other.verdict()) < 0;
    }

    private JudgedCandidate withLoads(Migration migration, JudgedCandidate candidate, Map<Load, List<Finding>> tried) {
        var found = new ArrayList<Finding>();
        for (var load : loads(migration, candidate)) {
            found.addAll(tried.computeIfAbsent(load, findings::of));
        }
        return assessor.also(migration, foreseen(migration, candidate, found), found);
    }

    private List<Load> loads(Migration migration, JudgedCandidate candidate) {
        var loads = ledger.loads(migration, candidate.candidate());
        loads.forEach(load -> findings.meets(migration, candidate.candidate(), load));
        return loads;
    }

    /** Then a load may say the same as vCenter's own check, and better. */
    private static boolean onlyVCenterRefuses(JudgedCandidate candidate) {
        return candidate.findings().stream()
                .filter(finding -> finding.blocker() && finding.answer().no())
                .allMatch(finding -> finding.subject() instanceof VCenterFault);
    }

    /** What vCenter's own check says and a load says too is judged again as foreseen. */
    private JudgedCandidate foreseen(Migration migration, JudgedCandidate candidate, List<Finding> loads) {
        var both = candidate.findings().stream()
                .filter(finding ->
                        finding.subject() instanceof VCenterFault said && VCenterAnswers.foreseen(said, loads))
                .toList();
        if (both.isEmpty()) {
            return candidate;
        }
        var again = new ArrayList<Finding>();
        for (var said : both.stream()
                .map(finding -> ((VCenterFault) finding.subject()).agreed())
                .distinct()
                .toList()) {
            var load = new Load(said.key(), said);
            findings.meets(migration, candidate.candidate(), load);
            again.addAll(findings.of(load));
        }
        return assessor.also(migration, assessor.without(migration, candidate, both), again);
    }

    /**
     * What is blocked anyway, and has no room either: who removes the one should know of the other. What is open is asked
     * once it matters. What comes after a migration that may not run is not told, since that one would free room.
     */
    private JudgedCandidate blockedWithLoads(
            Migration migration, JudgedCandidate candidate, List<Finding> predecessors) {
        if (!predecessors.isEmpty()) {
            return candidate;
        }
        var found = loads(migration, candidate).stream()
                .flatMap(load -> findings.refusals(load).stream())
                .toList();
        return assessor.also(migration, foreseen(migration, candidate, found), found);
    }

    /** What a migration comes after and what does not surely run; the same for all VMs of an entry. */
    private List<Finding> predecessors(Migration migration) {
        if (migration.after().isEmpty()) {
            return List.of();
        }
        return waiting.computeIfAbsent(
                migration.after(),
                after -> Standing.hindrance(judged(after))
                        .map(other -> findings.of(
                                new Load("predecessor " + other.migration().id(), Standing.predecessor(other))))
                        .orElse(List.of()));
    }

    private List<Judged> judged(List<String> ids) {
        return ids.stream().map(settled::get).filter(Objects::nonNull).toList();
    }
}
