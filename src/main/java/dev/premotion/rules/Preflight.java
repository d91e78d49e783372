package dev.premotion.rules;

import dev.premotion.assessment.Assessment;
import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.Assessor;
import dev.premotion.assessment.Explained;
import dev.premotion.assessment.Permits;
import dev.premotion.assessment.Return;
import dev.premotion.assessment.VCenterAnswers;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.OpenQuestion;
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
        this(rules, rulebook, Watch.NOBODY);
    }

    Preflight(KieBase rules, Rulebook rulebook, Watch watch) {
        this.rules = rules;
        this.engine = new RuleEngine(rules, rulebook, watch);
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

    /**
     * Why a migration comes to its verdict: the check again, with everything said about this one.
     *
     * @param migration its id
     */
    public Explained explain(Plan plan, Inventory inventory, LocalDate today, String migration) {
        return Explainer.explain(rules, rulebook, plan, inventory, today, migration);
    }

    /** Whether there is a way back for each approved move that leaves its cluster or vCenter, by the migration's id. */
    public Map<String, Return> returns(Assessment assessment, Inventory inventory, LocalDate today) {
        return Returns.of(this, assessment, inventory, today);
    }

    /** @param today the day by which waivers, assumptions and promised fixes expire */
    public Assessment check(Plan plan, Inventory inventory, LocalDate today) {
        var subjects = new Subjects(plan, inventory, rulebook.tables());
        var ofMigrations = subjects(plan, subjects);
        var own = List.copyOf(subjects.all());
        var facts = engine.judge(own, Sharing.of(plan, inventory, engine::finding));
        var permits = Permits.of(plan, inventory, today, facts.all());
        var withPermits = new PermitSubjects(permits, facts.findings(), subjects).added(ofMigrations);
        var withAnswers =
                new CheckSubjects(plan, new VCenterAnswers(plan), facts.findings(), subjects).added(withPermits);
        var all = List.copyOf(subjects.all());
        var judged = facts.plus(engine.judge(all.subList(own.size(), all.size())));
        var assessor = new Assessor(plan, withAnswers, permits);
        var verdicts = assessor.judge(judged.findings());
        if (plan.survey()) {
            var unwatched = new RuleEngine(rules, rulebook); // an explanation is about each VM by itself
            var together = Evacuations.together(unwatched, assessor, verdicts, inventory, rulebook.tables());
            return assess(assessor, verdicts, judged, inventory, together);
        }
        var settled = Settlement.settle(engine, assessor, verdicts, inventory, rulebook.tables());
        return assess(assessor, settled.judged(), judged.plus(settled.judgements()), inventory, Map.of());
    }

    private Assessment assess(
            Assessor assessor,
            List<Judged> verdicts,
            RuleEngine.Judged judged,
            Inventory inventory,
            Map<Ref, Assessment.Together> together) {
        return assessor.assess(
                verdicts,
                judged.all(),
                inventory,
                rulebook.questions(),
                judged.checks(),
                rulebook.cards().keySet(),
                together);
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
        if (migration.problem() != null && migration.problem().open() != null) {
            return List.of(
                    List.of(subjects.once(new OpenQuestion(migration.problem().open()))));
        }
        if (migration.problem() != null) {
            return List.of(List.of(subjects.once(new PlannedEntry(
                    migration.id(),
                    migration.name(),
                    migration.problem().place(),
                    migration.problem().requirement(),
                    migration.problem().message(),
                    migration.problem().remedy()))));
        }
        return migration.candidates().stream()
                .map(candidate -> subjects.of(migration, candidate))
                .toList();
    }
}
