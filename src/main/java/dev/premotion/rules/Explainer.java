package dev.premotion.rules;

import dev.premotion.answer.Answer;
import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.Assessment.Reliance;
import dev.premotion.assessment.Explained;
import dev.premotion.assessment.Explained.Said;
import dev.premotion.assessment.Finding;
import dev.premotion.assessment.OpenFacts;
import dev.premotion.assessment.Return;
import dev.premotion.assessment.Verdict;
import dev.premotion.inventory.Inventory;
import dev.premotion.plan.Lacking;
import dev.premotion.plan.Plan;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.plan.Subject;
import dev.premotion.plan.Subjects;
import dev.premotion.plan.TypePattern;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

/** Checks a plan and looks on while one of its migrations is judged. */
public final class Explainer implements Watch {

    /** What stands in the way first. */
    private static final Comparator<Said> ORDER = Comparator.comparing((Said said) -> rank(said))
            .thenComparing(said -> said.card().severity())
            .thenComparing(said -> said.card().id())
            .thenComparing(said -> said.subject().name())
            .thenComparing(said -> said.subject().key());

    private final Migration migration;
    private final Rulebook rulebook;
    private final List<Set<String>> keys = new ArrayList<>();
    private final Map<List<String>, Said> facts = new LinkedHashMap<>();
    private final Map<Candidate, List<Subject>> met = new IdentityHashMap<>(); // what hangs on other migrations
    private final List<Said> ofMet = new ArrayList<>();
    private final Sentence sentences;
    private final HowToTell howToTell;

    private Explainer(Migration migration, Rulebook rulebook) {
        this.migration = migration;
        this.rulebook = rulebook;
        this.sentences = new Sentence(rulebook.questions(), rulebook.tables());
        this.howToTell = new HowToTell(rulebook.questions());
    }

    static Explained explain(
            KieBase rules, Rulebook rulebook, Plan plan, Inventory inventory, LocalDate today, String id) {
        var migration = plan.migrations().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the plan has no migration " + id));
        var explainer = new Explainer(migration, rulebook);
        if (migration.problem() == null && migration.excluded() == null) {
            var subjects = new Subjects(plan, inventory, rulebook.tables());
            migration.candidates().forEach(candidate -> explainer.keys.add(keys(subjects.of(migration, candidate))));
        }
        var assessment = new Preflight(rules, rulebook, explainer).check(plan, inventory, today);
        var back = new Preflight(rules, rulebook)
                .returns(assessment, inventory, today)
                .get(id);
        return explainer.explained(
                assessment.migrations().stream()
                        .filter(judged -> judged.migration().id().equals(id))
                        .findFirst()
                        .orElseThrow(),
                back);
    }

    private static Set<String> keys(List<Subject> subjects) {
        var keys = new HashSet<String>();
        subjects.forEach(subject -> keys.add(subject.key()));
        return keys;
    }

    @Override
    public void meets(Migration of, Candidate candidate, Subject subject) {
        if (of.id().equals(migration.id())) {
            met.computeIfAbsent(candidate, own -> new ArrayList<>()).add(subject);
        }
    }

    @Override
    public boolean wants(Subject subject) {
        return isMet(subject) || keys.stream().anyMatch(of -> of.contains(subject.key()));
    }

    private boolean isMet(Subject subject) {
        return met.values().stream().anyMatch(of -> of.contains(subject));
    }

    @Override
    public void told(String rule, Subject subject, Answer answer) {
        var card = rulebook.card(rule);
        var open = answer.unknown() ? OpenFacts.of(subject, answer) : List.<Lacking>of();
        var message = answer.held() ? null : sentences.of(card, subject, answer, open);
        var remedy = answer.held() ? null : howToTell.remedy(card, subject, answer, open);
        var said = new Said(card, subject, answer, true, message, remedy, null);
        if (isMet(subject)) {
            ofMet.add(said);
        } else {
            facts.put(key(said), said);
        }
    }

    private static List<String> key(Said said) {
        return List.of(said.card().id(), said.subject().key());
    }

    private Explained explained(Judged judged, @Nullable Return back) {
        var chosen = judged.chosen();
        var all = new LinkedHashMap<List<String>, Said>();
        if (chosen != null) {
            var ofFacts = keys.get(chosen);
            facts.forEach((key, said) -> {
                if (ofFacts.contains(key.get(1))) {
                    all.put(key, said);
                }
            });
            var own = met.getOrDefault(judged.migration().candidates().get(chosen), List.of());
            ofMet.stream()
                    .filter(said -> own.contains(said.subject()) || concernsAll(judged, said.subject()))
                    .forEach(said -> all.put(key(said), said));
        }
        // what hangs on other migrations may have been told while another one was judged
        findings(judged)
                .forEach(finding -> all.putIfAbsent(
                        List.of(finding.card().id(), finding.subject().key()),
                        new Said(
                                finding.card(),
                                finding.subject(),
                                finding.answer(),
                                true,
                                finding.message(),
                                finding.remedy(),
                                null)));
        return new Explained(
                judged,
                all.values().stream()
                        .map(said -> weighed(said, judged))
                        .sorted(ORDER)
                        .toList(),
                back);
    }

    private static Collection<Finding> findings(Judged judged) {
        var findings = new ArrayList<>(judged.findings());
        judged.relies().forEach(reliance -> findings.add(reliance.finding()));
        return findings;
    }

    /** What only another candidate meets is told where all of them are blocked, but for what it would bring to a thing. */
    private static boolean concernsAll(Judged judged, Subject subject) {
        return judged.verdict() == Verdict.BLOCKED && !subject.kind().endsWith("-load");
    }

    private Said weighed(Said said, Judged judged) {
        var types = judged.destination() == null
                ? judged.migration().types()
                : judged.destination().types();
        var concerns = types.isEmpty()
                || types.stream()
                        .anyMatch(type -> TypePattern.covers(said.card().types(), type));
        var lift = judged.relies().stream()
                .filter(reliance -> same(reliance, said))
                .map(Reliance::lift)
                .findFirst()
                .orElse(null);
        return new Said(said.card(), said.subject(), said.answer(), concerns, said.message(), said.remedy(), lift);
    }

    private static boolean same(Reliance reliance, Said said) {
        return reliance.finding().card().id().equals(said.card().id())
                && reliance.finding().subject().key().equals(said.subject().key());
    }

    private static int rank(Said said) {
        if (!said.concerns()) {
            return 4;
        }
        if (said.answer().no()) {
            return 0;
        }
        return said.answer().unknown() ? 1 : said.answer().applicable() ? 2 : 3;
    }
}
