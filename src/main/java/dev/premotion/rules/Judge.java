package dev.premotion.rules;

import dev.premotion.answer.Answer;
import dev.premotion.assessment.Checks;
import dev.premotion.plan.Subject;
import java.util.ArrayList;
import java.util.List;
import org.kie.api.runtime.rule.RuleContext;

/** Counts every answer and keeps those that do not hold; one for each session. */
public final class Judge {

    private long held;
    private long notApplicable;
    private long failed;
    private long unknown;
    private final List<Judgement> judgements = new ArrayList<>();

    /** What the rules of a session found on one subject. */
    public record Judgement(String rule, Subject subject, Answer answer) {}

    /** Called by every rule, once for each subject of its kind. */
    public void that(RuleContext context, Subject subject, Answer answer) {
        if (answer.held()) {
            held += answer.applicable() ? 1 : 0;
            notApplicable += answer.applicable() ? 0 : 1;
            return;
        }
        failed += answer.no() ? 1 : 0;
        unknown += answer.unknown() ? 1 : 0;
        judgements.add(new Judgement(context.getRule().getName(), subject, answer));
    }

    Checks checks() {
        return new Checks(held, notApplicable, failed, unknown);
    }

    /** Forgets what was found, not what was counted. */
    void clear() {
        judgements.clear();
    }

    List<Judgement> judgements() {
        return judgements;
    }
}
