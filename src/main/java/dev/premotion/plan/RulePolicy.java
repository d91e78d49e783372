package dev.premotion.plan;

import dev.premotion.inventory.Ages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation wants otherwise than the rulebook ({@code premotion/rule-policy/1}), as written.
 *
 * @param file as the user named it
 * @param rules severities of rules, in the order written; a later one wins
 * @param limits thresholds
 * @param ages greatest ages of facts: the defaults where the file names none
 * @param ageChanges the greatest ages that the file names
 */
public record RulePolicy(
        String file, List<RuleChange> rules, List<LimitChange> limits, Ages ages, List<AgeChange> ageChanges) {

    /** Nothing is changed. */
    public static final RulePolicy NONE = new RulePolicy("", List.of(), List.of(), Ages.DEFAULTS, List.of());

    public RulePolicy {
        rules = List.copyOf(rules);
        limits = List.copyOf(limits);
        ageChanges = List.copyOf(ageChanges);
    }

    /** Where something is written, and who answers for it. */
    public record Reason(String because, String by, String place) {}

    /**
     * Another weight for rules.
     *
     * @param rule pattern over ids
     * @param severity blocker, warning or info; absent where the rules are switched off
     */
    public record RuleChange(String rule, @Nullable String severity, Reason reason) {}

    /** Another number for a key of {@code rules/limits.csv}, in the unit of its row. */
    public record LimitChange(String limit, long value, Reason reason) {}

    /** Another greatest age for a class of facts. */
    public record AgeChange(String facts, String age, Reason reason) {}
}
