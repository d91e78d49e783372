package dev.premotion.plan;

import dev.premotion.inventory.Ages;
import dev.premotion.inventory.BadInput;
import dev.premotion.inventory.Draft;
import dev.premotion.plan.RulePolicy.AgeChange;
import dev.premotion.plan.RulePolicy.LimitChange;
import dev.premotion.plan.RulePolicy.Reason;
import dev.premotion.plan.RulePolicy.RuleChange;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads rule policies ({@code premotion/rule-policy/1}), YAML or JSON. The JSON Schema in {@code inventories/} describes
 * them. Which rules and limits there are, the rulebook knows.
 */
public final class RulePolicyFile {

    static final String POLICY = "premotion/rule-policy/1";
    static final Map<String, Optional<String>> SEVERITIES = severities();
    static final Map<String, String> AGES = ages();

    private static final Pattern AGE = Pattern.compile("(\\d{1,5})\\s*(m|min|minutes?|h|hours?|d|days?)");

    private final Mistakes mistakes;

    private RulePolicyFile(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    private static Map<String, Optional<String>> severities() {
        var words = new LinkedHashMap<String, Optional<String>>();
        List.of("blocker", "warning", "info").forEach(word -> words.put(word, Optional.of(word)));
        words.put("off", Optional.empty());
        return words;
    }

    /** Classes of facts and how they are called in {@link Ages}. */
    private static Map<String, String> ages() {
        var ages = new LinkedHashMap<String, String>();
        ages.put("snapshot", "snapshot");
        ages.put("free-space", "freeSpace");
        ages.put("tools-installer", "toolsInstaller");
        ages.put("running-task", "runningTask");
        return ages;
    }

    /**
     * Reads a policy.
     *
     * @param shown the file as the user named it, for messages
     * @throws BadInput telling all that is malformed
     */
    public static RulePolicy read(Path file, String shown) {
        var mistakes = new Mistakes(shown);
        var fields = PlanFile.root(mistakes, file, POLICY, PlanKeys.POLICY);
        var reader = new RulePolicyFile(mistakes);
        var rules = reader.rules(fields.objects("rules", PlanKeys.POLICY_RULE));
        var limits = reader.limits(fields.objects("limits", PlanKeys.POLICY_LIMIT));
        var draft = Draft.of(Ages.DEFAULTS);
        var changes = reader.ages(fields.objects("ages", PlanKeys.POLICY_AGE), draft);
        mistakes.throwIfAny();
        return new RulePolicy(shown, rules, limits, draft.build(), changes);
    }

    private List<RuleChange> rules(List<Fields> all) {
        var rules = new ArrayList<RuleChange>();
        for (var fields : all) {
            fields.require("rule", "rule: NET-BW-250");
            fields.require("severity", "severity: warning");
            var rule = fields.text("rule");
            var severity = fields.word("severity", SEVERITIES);
            var reason = reason(fields);
            if (rule != null && severity != null && reason != null) {
                rules.add(new RuleChange(rule, severity.orElse(null), reason));
            }
        }
        return rules;
    }

    private List<LimitChange> limits(List<Fields> all) {
        var limits = new ArrayList<LimitChange>();
        for (var fields : all) {
            fields.require("limit", "limit: vmotion.minBandwidthMbps");
            fields.require("value", "value: 500");
            var limit = fields.text("limit");
            var value = fields.whole("value", 0);
            var reason = reason(fields);
            if (limit != null && value != null && reason != null) {
                limits.add(new LimitChange(limit, value, reason));
            }
        }
        return limits;
    }

    private List<AgeChange> ages(List<Fields> all, Draft<Ages> draft) {
        var changes = new ArrayList<AgeChange>();
        for (var fields : all) {
            fields.require("facts", "facts: free-space");
            fields.require("most", "most: 12h");
            var facts = fields.word("facts", AGES);
            var most = age(fields);
            var reason = reason(fields);
            if (facts != null && most != null && reason != null) {
                changes.add(new AgeChange(String.valueOf(fields.text("facts")), Ages.words(most), reason));
                draft.set(facts, most);
            }
        }
        return changes;
    }

    private static @Nullable Duration age(Fields fields) {
        var text = fields.text("most");
        if (text == null) {
            return null;
        }
        var age = AGE.matcher(text);
        if (!age.matches()) {
            fields.mistake(
                    "most",
                    Words.quoted(text) + " is not an age; expected a number of minutes, hours or days.",
                    "write it as 30m, 12h or 7d.");
            return null;
        }
        long number = Long.parseLong(age.group(1));
        return switch (age.group(2).charAt(0)) {
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private @Nullable Reason reason(Fields fields) {
        fields.require("because", "because: agreed with the network team");
        fields.require("by", "by: jk");
        var because = fields.text("because");
        var by = fields.text("by");
        return because == null || by == null
                ? null
                : new Reason(because, by, mistakes.file() + " at " + NodeReader.place(fields.pointer(), fields.line()));
    }
}
