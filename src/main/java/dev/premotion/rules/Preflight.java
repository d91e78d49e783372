package dev.premotion.rules;

import dev.premotion.assessment.Assessment;
import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.Assessor;
import dev.premotion.assessment.Finding;
import dev.premotion.assessment.Permits;
import dev.premotion.assessment.Verdict;
import dev.premotion.inventory.Inventory;
import dev.premotion.plan.Loads;
import dev.premotion.plan.Plan;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.plan.PlannedEntry;
import dev.premotion.plan.Subject;
import dev.premotion.plan.Subjects;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kie.api.KieBase;

/**
 * The check of a whole plan: every subject judged once, then the loads that the standing verdicts bring, until nothing
 * changes.
 */
public final class Preflight {

    private final KieBase rules;
    private final RuleEngine engine;
    private final Rulebook rulebook;

    public Preflight(KieBase rules, Rulebook rulebook) {
        this.rules = rules;
        this.engine = new RuleEngine(rules, rulebook);
        this.rulebook = rulebook;
    }

    /** The built-in rules and tables. */
    public static Preflight builtIn() {
        return new Preflight(CompiledRules.load(), Rulebook.load());
    }

    /** The same rules with a policy laid on their cards and limits. */
    public Preflight with(Rulebook policed) {
        return new Preflight(rules, policed);
    }

    public Rulebook rulebook() {
        return rulebook;
    }

    /** @param today the day by which waivers, assumptions and promised fixes expire */
    public Assessment check(Plan plan, Inventory inventory, LocalDate today) {
        var subjects = new Subjects(inventory, rulebook.tables());
        var ofMigrations = subjects(plan, subjects);
        var own = List.copyOf(subjects.all());
        var facts = engine.judge(own, maker(plan, inventory));
        var permits = Permits.of(plan, inventory, today);
        var withPermits = new PermitSubjects(permits, facts.findings(), subjects).added(ofMigrations);
        var judged = facts.plus(engine.judge(
                List.copyOf(subjects.all()).subList(own.size(), subjects.all().size())));
        var assessor = new Assessor(plan, withPermits, permits);
        return plan.survey()
                ? assess(assessor, assessor.judge(judged.findings()), judged, inventory)
                : withLoads(assessor, judged, inventory);
    }

    /** A survey shares findings; where somebody permits some of them, each has to be told on its own. */
    private Function<Judge.Judgement, Finding> maker(Plan plan, Inventory inventory) {
        var permitted = !plan.waivers().isEmpty()
                || !plan.assumptions().isEmpty()
                || !plan.fixes().isEmpty();
        return plan.survey() && !permitted ? new Sharing(inventory, engine::finding)::finding : engine::finding;
    }

    /**
     * Arrivals are those that nothing but a load blocks; departures count only while they stay approved. So loads only
     * ever grow from round to round, verdicts only ever fall, and the rounds end.
     */
    private Assessment withLoads(Assessor assessor, RuleEngine.Judged judged, Inventory inventory) {
        var verdicts = assessor.judge(judged.findings());
        var arrivals = arrivals(verdicts);
        var all = judged;
        var gone = Set.<String>of();
        do {
            gone = approved(verdicts);
            var loads = Loads.of(inventory, arrivals, gone);
            all = judged.plus(engine.judge(loads.subjects()));
            verdicts = assessor.judgeAgain(verdicts, all.findings(), loads::of);
        } while (!approved(verdicts).containsAll(gone));
        return assess(assessor, verdicts, all, inventory);
    }

    private Assessment assess(Assessor assessor, List<Judged> verdicts, RuleEngine.Judged judged, Inventory inventory) {
        var findings = new ArrayList<Finding>();
        judged.findings().values().forEach(findings::addAll);
        return assessor.assess(
                verdicts,
                findings,
                inventory,
                rulebook.questions(),
                judged.checks(),
                rulebook.cards().keySet());
    }

    private static Map<String, List<List<Subject>>> subjects(Plan plan, Subjects subjects) {
        var own = new LinkedHashMap<String, List<List<Subject>>>();
        for (var migration : plan.migrations()) {
            if (migration.excluded() == null) {
                own.put(migration.id(), subjects(migration, subjects, plan.survey()));
            }
        }
        return own;
    }

    private static List<List<Subject>> subjects(Migration migration, Subjects subjects, boolean survey) {
        if (migration.problem() != null && survey) {
            return List.of(List.of()); // nobody wrote an entry that could be corrected
        }
        if (migration.problem() != null) {
            return List.of(List.of(subjects.once(new PlannedEntry(
                    migration.id(),
                    migration.name(),
                    migration.problem().place(),
                    migration.problem().message()))));
        }
        return migration.candidates().stream()
                .map(candidate -> subjects.of(migration, candidate))
                .toList();
    }

    private static List<Loads.Arrival> arrivals(List<Judged> verdicts) {
        var arrivals = new ArrayList<Loads.Arrival>();
        for (var judged : verdicts) {
            var destination = judged.destination();
            if (destination != null && judged.verdict() != Verdict.BLOCKED) {
                arrivals.add(new Loads.Arrival(judged.migration(), destination));
            }
        }
        return arrivals;
    }

    private static Set<String> approved(List<Judged> verdicts) {
        return verdicts.stream()
                .filter(judged -> judged.verdict().approved())
                .map(judged -> judged.migration().id())
                .collect(Collectors.toSet());
    }
}
