package dev.premotion.rules;

import dev.premotion.assessment.Assessment;
import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.Assessor;
import dev.premotion.assessment.Permits;
import dev.premotion.inventory.Inventory;
import dev.premotion.plan.Plan;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.plan.PlannedEntry;
import dev.premotion.plan.Subject;
import dev.premotion.plan.Subjects;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kie.api.KieBase;

/**
 * The check of a whole plan: every subject judged once, then what depends on other migrations, in the order of the
 * run.
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
        var facts = engine.judge(own);
        var permits = Permits.of(plan, inventory, today);
        var withPermits = new PermitSubjects(permits, facts.findings(), subjects).added(ofMigrations);
        var judged = facts.plus(engine.judge(
                List.copyOf(subjects.all()).subList(own.size(), subjects.all().size())));
        var assessor = new Assessor(plan, withPermits, permits);
        return plan.survey()
                ? assess(assessor, survey(assessor, judged), judged, inventory)
                : withOthers(assessor, judged, inventory);
    }

    private static List<Judged> survey(Assessor assessor, RuleEngine.Judged judged) {
        return assessor.among(judged.all()).judge(judged.findings());
    }

    /** Again, where a permit counted whose name turns out to be that of several things. */
    private Assessment withOthers(Assessor assessor, RuleEngine.Judged judged, Inventory inventory) {
        var known = assessor.among(judged.all());
        while (true) {
            var settled =
                    Settlement.settle(engine, known, known.judge(judged.findings()), inventory, rulebook.tables());
            var all = judged.plus(settled.judgements());
            var more = assessor.among(all.all());
            if (!more.doubts(known)) {
                return assess(assessor, settled.judged(), all, inventory);
            }
            known = more;
        }
    }

    private Assessment assess(Assessor assessor, List<Judged> verdicts, RuleEngine.Judged judged, Inventory inventory) {
        return assessor.assess(
                verdicts,
                judged.all(),
                inventory,
                rulebook.questions(),
                judged.checks(),
                rulebook.cards().keySet());
    }

    private static Map<String, List<List<Subject>>> subjects(Plan plan, Subjects subjects) {
        var own = new LinkedHashMap<String, List<List<Subject>>>();
        for (var migration : plan.migrations()) {
            if (migration.excluded() == null) {
                own.put(migration.id(), subjects(migration, subjects));
            }
        }
        return own;
    }

    private static List<List<Subject>> subjects(Migration migration, Subjects subjects) {
        if (migration.problem() != null) {
            return List.of(List.of(subjects.once(new PlannedEntry(
                    migration.id(),
                    migration.name(),
                    migration.problem().place(),
                    migration.problem().requirement(),
                    migration.problem().message()))));
        }
        return migration.candidates().stream()
                .map(candidate -> subjects.of(migration, candidate))
                .toList();
    }
}
