package dev.premotion.rules;

import dev.premotion.assessment.Finding;
import dev.premotion.assessment.OpenFacts;
import dev.premotion.plan.Ledger.Load;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.plan.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the rules say of loads, each thing told once. */
final class LoadFindings {

    private final RuleEngine engine;
    private final RuleEngine.Bench bench;
    private final Map<List<Object>, Finding> findings = new LinkedHashMap<>();
    private final Map<String, Integer> ids = new HashMap<>();

    LoadFindings(RuleEngine engine, RuleEngine.Bench bench) {
        this.engine = engine;
        this.bench = bench;
    }

    /** For whom a load is judged next, or has been already: an explanation tells what was judged for which candidate. */
    void meets(Migration migration, Candidate candidate, Load load) {
        bench.meets(migration, candidate, load.subject());
    }

    List<Finding> of(Load load) {
        return bench.judge(load.subject()).stream()
                .map(judgement -> finding(load, judgement))
                .toList();
    }

    /** Only what is not met; what is open is left out. */
    List<Finding> refusals(Load load) {
        return bench.judge(load.subject()).stream()
                .filter(judgement -> judgement.answer().no())
                .map(judgement -> finding(load, judgement))
                .toList();
    }

    /** Each VM that a thing has no room for has its own, with its own sum; what is open for the same facts is one. */
    private Finding finding(Load load, Judge.Judgement judgement) {
        var answer = judgement.answer();
        return findings.computeIfAbsent(
                answer.no()
                        ? List.of(judgement.rule(), load)
                        : List.of(judgement.rule(), load.account(), OpenFacts.kinds(judgement.subject(), answer)),
                key -> told(engine.finding(judgement)));
    }

    /** What another candidate of the same VM brings to the same thing is told with its own sum, and by an id of its own. */
    private Finding told(Finding own) {
        int before = ids.merge(own.id(), 1, Integer::sum) - 1;
        return before == 0
                ? own
                : own.as(FindingId.of(own.card().id(), own.subject().key() + "\n" + before));
    }

    /** All that was found, by subject. */
    RuleEngine.Judged all() {
        var all = new IdentityHashMap<Subject, List<Finding>>();
        findings.values()
                .forEach(finding -> all.computeIfAbsent(finding.subject(), subject -> new ArrayList<>(1))
                        .add(finding));
        return new RuleEngine.Judged(all, bench.checks());
    }
}
