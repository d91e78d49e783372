package dev.premotion.rules;

import dev.premotion.answer.Answer;
import dev.premotion.assessment.Checks;
import dev.premotion.plan.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.kie.api.runtime.rule.RuleContext;

/** Counts every answer and keeps those that do not hold, and all on a subject that is watched; one for each session. */
public final class Judge {

    private final Set<String> asked;
    private final Predicate<Subject> watched;
    private final List<Judgement> seen = new ArrayList<>();

    private long held;
    private long notApplicable;
    private long failed;
    private long unknown;
    private final List<Judgement> judgements = new ArrayList<>();

    /**
     * @param asked ids of the rules that count; what a policy switched off does not
     * @param watched subjects of which every answer is kept
     */
    Judge(Set<String> asked, Predicate<Subject> watched) {
        this.asked = asked;
        this.watched = watched;
    }

    /** What the rules of a session found on one subject. */
    public record Judgement(String rule, Subject subject, Answer answer) {}

    /** Called by every rule, once for each subject of its kind. */
    public void that(RuleContext context, Subject subject, Answer answer) {
        var rule = context.getRule().getName();
        if (!asked.contains(rule)) {
            return;
        }
        if (watched.test(subject)) {
            seen.add(new Judgement(rule, subject, answer));
        }
        if (answer.held()) {
            held += answer.applicable() ? 1 : 0;
            notApplicable += answer.applicable() ? 0 : 1;
            return;
        }
        failed += answer.no() ? 1 : 0;
        unknown += answer.unknown() ? 1 : 0;
        judgements.add(new Judgement(rule, subject, answer));
    }

    Checks checks() {
        return new Checks(held, notApplicable, failed, unknown);
    }

    /** Forgets what was found, not what was counted. */
    void clear() {
        seen.clear();
        judgements.clear();
        seen.clear();
    }

    List<Judgement> judgements() {
        return judgements;
    }

    /** Every answer on a watched subject. */
    List<Judgement> seen() {
        return seen;
    }
}
