package dev.premotion.rules;

import dev.premotion.assessment.Checks;
import dev.premotion.assessment.Finding;
import dev.premotion.assessment.OpenFacts;
import dev.premotion.plan.Lacking;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.plan.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/**
 * Runs the rules over subjects.
 *
 * <p>Subjects are judged in sessions of up to a thousand: a rule is about one subject, so it does not matter which others
 * are there, and small sessions keep Drools' memory small. Facts never change, so nothing is ever updated.
 */
public final class RuleEngine {

    private static final int SESSION = 1000;

    private final KieBase rules;
    private final Rulebook rulebook;
    private final Sentence sentences;
    private final HowToTell howToTell;
    private final Watch watch;

    public RuleEngine(KieBase rules, Rulebook rulebook) {
        this(rules, rulebook, Watch.NOBODY);
    }

    /** @param watch told every answer on the subjects it asks for */
    RuleEngine(KieBase rules, Rulebook rulebook, Watch watch) {
        this.rules = rules;
        this.rulebook = rulebook;
        this.sentences = new Sentence(rulebook.questions(), rulebook.tables());
        this.howToTell = new HowToTell(rulebook.questions());
        this.watch = watch;
    }

    /** The findings by subject (compared by identity), and how all checks ended. */
    public record Judged(Map<Subject, List<Finding>> findings, Checks checks) {

        /** The findings of all subjects. */
        List<Finding> all() {
            return findings.values().stream().flatMap(List::stream).toList();
        }

        public Judged plus(Judged other) {
            var all = new IdentityHashMap<Subject, List<Finding>>(findings);
            all.putAll(other.findings);
            return new Judged(all, checks.plus(other.checks));
        }
    }

    public Judged judge(Collection<? extends Subject> subjects) {
        return judge(subjects, this::finding);
    }

    /** @param maker of findings */
    Judged judge(Collection<? extends Subject> subjects, Function<Judge.Judgement, Finding> maker) {
        var findings = new IdentityHashMap<Subject, List<Finding>>();
        var checks = Checks.NONE;
        var all = List.copyOf(subjects);
        for (int from = 0; from < all.size(); from += SESSION) {
            var judge = session(all.subList(from, Math.min(from + SESSION, all.size())));
            checks = checks.plus(judge.checks());
            judge.seen().forEach(seen -> watch.told(seen.rule(), seen.subject(), seen.answer()));
            for (var judgement : judge.judgements()) {
                findings.computeIfAbsent(judgement.subject(), s -> new ArrayList<>(1))
                        .add(maker.apply(judgement));
            }
        }
        findings.values()
                .forEach(list ->
                        list.sort(Comparator.comparing((Finding f) -> f.card().id())));
        return new Judged(findings, checks);
    }

    /** A bench for subjects that come one after the other, each depending on what became of those before. */
    public Bench bench() {
        return new Bench(rules.newKieSession(), new Judge(rulebook.cards().keySet(), watch::wants), watch);
    }

    /** A session that stays open; no subject stays in it. */
    public static final class Bench implements AutoCloseable {

        private final KieSession session;
        private final Judge judge;
        private final Watch watch;

        private Bench(KieSession session, Judge judge, Watch watch) {
            this.session = session;
            this.judge = judge;
            this.watch = watch;
            session.setGlobal("judge", judge);
        }

        /** What does not hold for a subject. */
        public List<Judge.Judgement> judge(Subject subject) {
            judge.clear();
            var handle = session.insert(subject);
            session.fireAllRules();
            session.delete(handle);
            judge.seen().forEach(seen -> watch.told(seen.rule(), seen.subject(), seen.answer()));
            return List.copyOf(judge.judgements());
        }

        /** For whom a subject is judged next, or has been already. */
        void meets(Migration migration, Candidate candidate, Subject subject) {
            watch.meets(migration, candidate, subject);
        }

        /** How all checks so far ended. */
        public Checks checks() {
            return judge.checks();
        }

        @Override
        public void close() {
            session.dispose();
        }
    }

    private Judge session(List<? extends Subject> subjects) {
        var judge = new Judge(rulebook.cards().keySet(), watch::wants);
        KieSession session = rules.newKieSession();
        try {
            session.setGlobal("judge", judge);
            subjects.forEach(session::insert);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return judge;
    }

    /** The finding of a judgement. */
    public Finding finding(Judge.Judgement judgement) {
        var card = rulebook.card(judgement.rule());
        var subject = judgement.subject();
        var answer = judgement.answer();
        var open = answer.unknown() ? OpenFacts.of(subject, answer) : List.<Lacking>of();
        return new Finding(
                FindingId.of(card.id(), subject),
                card,
                subject,
                answer,
                sentences.of(card, subject, answer, open),
                howToTell.remedy(card, subject, answer, open));
    }
}
