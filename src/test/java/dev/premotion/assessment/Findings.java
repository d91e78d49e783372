package dev.premotion.assessment;

import dev.premotion.answer.Answer;
import dev.premotion.answer.Evidence;
import dev.premotion.answer.Truth;
import dev.premotion.plan.PlannedEntry;
import dev.premotion.plan.Subject;
import dev.premotion.plan.TypePattern;
import java.util.List;

/** Findings of made-up rules, for tests of what is made of findings. */
final class Findings {

    private Findings() {}

    static PlannedEntry entry(String name) {
        return new PlannedEntry(name, name, "/migrations/0", "PLAN-ENTRY", "message");
    }

    /** @param faults vSphere's that the rule is about */
    static Card card(String rule, Severity severity, EnforcedBy enforcedBy, String types, String... faults) {
        return new Card(
                rule,
                "title",
                "topic",
                severity,
                enforcedBy,
                List.of(new TypePattern(types)),
                null,
                "",
                "",
                "",
                List.of(),
                "V1",
                List.of(faults),
                "PlannedEntry",
                List.of(),
                List.of());
    }

    static Finding finding(Card card, Subject subject, Truth truth) {
        return new Finding(card.id(), card, subject, Answer.of(truth, new Evidence("fact", null, "")), "", "");
    }
}
