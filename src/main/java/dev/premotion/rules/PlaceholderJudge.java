package dev.premotion.rules;

import java.util.ArrayList;
import java.util.List;
import org.kie.api.runtime.rule.RuleContext;

/** Writes down what the placeholder rules found. */
public final class PlaceholderJudge {
    private final List<String> seen = new ArrayList<>();

    /** Called by each rule for each subject. */
    public void that(RuleContext rule, PlaceholderArrival subject, PlaceholderAnswer answer) {
        seen.add(rule.getRule().getName() + " " + subject.name() + " " + answer.holds());
    }

    /** What was seen, in the order of firing. */
    public List<String> seen() {
        return List.copyOf(seen);
    }
}
