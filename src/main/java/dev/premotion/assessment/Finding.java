package dev.premotion.assessment;

import dev.premotion.answer.Answer;
import dev.premotion.plan.Subject;

/**
 * A requirement that does not hold, or cannot be told, for one subject.
 *
 * @param id digest of rule and subject, or of rule and what several subjects have in common: the same from run to run
 * @param answer no or unknown, with what decided it
 * @param message one sentence with the values
 * @param remedy what to do: the card's where it fails, how to find out where it is open
 */
public record Finding(String id, Card card, Subject subject, Answer answer, String message, String remedy) {

    /** The same by another id. */
    public Finding as(String otherId) {
        return new Finding(otherId, card, subject, answer, message, remedy);
    }

    /** Whether it can stand in the way: a blocker that fails or is not known. */
    public boolean blocker() {
        return card.severity() == Severity.BLOCKER;
    }
}
