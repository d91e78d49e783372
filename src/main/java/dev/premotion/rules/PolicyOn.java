package dev.premotion.rules;

import dev.premotion.assessment.Card;
import dev.premotion.assessment.Severity;
import dev.premotion.inventory.Ages;
import dev.premotion.inventory.BadInput;
import dev.premotion.inventory.Glob;
import dev.premotion.inventory.Nearest;
import dev.premotion.plan.RulePolicy;
import dev.premotion.plan.RulePolicy.LimitChange;
import dev.premotion.plan.RulePolicy.RuleChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A rule policy laid on a rulebook. It may make more of anything, and less of whatever vCenter and the hosts let pass; a
 * policy that takes an enforced blocker back is an error, since the VM would not move for it.
 */
public final class PolicyOn {

    private final Rulebook rulebook;
    private final TreeMap<String, Card> cards;
    private final Map<String, Long> limits = new LinkedHashMap<>();
    private final List<PolicyChange> changes = new ArrayList<>();
    private final List<BadInput> mistakes = new ArrayList<>();

    private PolicyOn(Rulebook rulebook) {
        this.rulebook = rulebook;
        this.cards = new TreeMap<>(rulebook.cards());
    }

    /**
     * One thing that a policy changed.
     *
     * @param what a rule's id, a limit's key or a class of facts
     * @param before what the rulebook says
     * @param after what counts
     */
    public record PolicyChange(String what, String before, String after, String because, String by) {}

    /** A rulebook after a policy, and what the policy changed, in its order. */
    public record Policed(Rulebook rulebook, List<PolicyChange> changes) {}

    /** @throws BadInput where the policy names what there is not, or takes back what is enforced */
    public static Policed apply(Rulebook rulebook, RulePolicy policy) {
        var on = new PolicyOn(rulebook);
        policy.rules().forEach(change -> on.gathering(() -> on.rule(change)));
        policy.limits().forEach(change -> on.gathering(() -> on.limit(change)));
        if (!on.mistakes.isEmpty()) {
            throw BadInput.together(on.mistakes);
        }
        policy.ageChanges()
                .forEach(change -> on.changes.add(new PolicyChange(
                        "greatest age of " + change.facts(),
                        Ages.words(usual(change.facts())),
                        change.age(),
                        change.reason().because(),
                        change.reason().by())));
        return new Policed(
                new Rulebook(
                        on.cards, rulebook.questions(), rulebook.tables().withLimits(on.limits), rulebook.digest()),
                List.copyOf(on.changes));
    }

    private static Duration usual(String facts) {
        return switch (facts) {
            case "snapshot" -> Ages.DEFAULTS.snapshot();
            case "free-space" -> Ages.DEFAULTS.freeSpace();
            case "tools-installer" -> Ages.DEFAULTS.toolsInstaller();
            default -> Ages.DEFAULTS.runningTask();
        };
    }

    /** The author of a policy hears of all its mistakes at once. */
    private void gathering(Runnable change) {
        try {
            change.run();
        } catch (BadInput mistake) {
            mistakes.add(mistake);
        }
    }

    private void rule(RuleChange change) {
        var pattern = Glob.of(change.rule());
        var meant = rulebook.cards().values().stream()
                .filter(card -> pattern.matches(card.id()))
                .toList();
        if (meant.isEmpty()) {
            throw bad(
                    change.reason(),
                    "There is no rule " + change.rule() + ".",
                    Nearest.maybe(
                                    change.rule().replaceAll("[*?]", ""),
                                    rulebook.cards().keySet(),
                                    "`premotion rules list` shows the one that is meant")
                            + ".");
        }
        var severity = change.severity() == null
                ? null
                : Severity.valueOf(change.severity().toUpperCase(Locale.ROOT));
        var enforced = meant.stream()
                .filter(card -> card.enforcedBlocker() && severity != Severity.BLOCKER)
                .toList();
        if (!enforced.isEmpty()) {
            var first = enforced.get(0);
            throw bad(
                    change.reason(),
                    first.id() + (enforced.size() > 1 ? " and " + (enforced.size() - 1) + " more" : "")
                            + " cannot become less than a blocker: "
                            + first.enforcedBy().words()
                            + " enforces this itself, and the VM would not move.",
                    "the fact is wrong and belongs into a facts file, or it will be mended: promise that under will-fix.");
        }
        meant.forEach(card -> rule(card, severity, change));
    }

    private void rule(Card card, @Nullable Severity severity, RuleChange change) {
        if (severity == null) {
            cards.remove(card.id());
        } else {
            cards.put(card.id(), card.with(severity));
        }
        changes.add(new PolicyChange(
                card.id(),
                card.severity().toString(),
                severity == null ? "off" : severity.toString(),
                change.reason().because(),
                change.reason().by()));
    }

    private void limit(LimitChange change) {
        var before = rulebook.tables().limit(change.limit());
        var users = rulebook.cards().values().stream()
                .filter(card -> card.limits().contains(change.limit()))
                .toList();
        var changeable = rulebook.cards().values().stream()
                .flatMap(card -> card.limits().stream())
                .filter(key -> rulebook.cards().values().stream()
                        .noneMatch(
                                card -> card.enforcedBlocker() && card.limits().contains(key)))
                .distinct()
                .sorted()
                .toList();
        if (before == null) {
            throw bad(
                    change.reason(),
                    "There is no limit " + change.limit() + ".",
                    Nearest.maybe(change.limit(), changeable, "one of " + String.join(", ", changeable)) + ".");
        }
        if (users.isEmpty() || users.stream().anyMatch(Card::enforcedBlocker)) {
            var by = users.stream()
                    .filter(Card::enforcedBlocker)
                    .map(card -> card.enforcedBy().words() + " enforces it (" + card.id() + ")")
                    .findFirst()
                    .orElse("it is a property of the product");
            throw bad(
                    change.reason(),
                    "The limit " + change.limit() + " cannot be changed: " + by + ".",
                    "one of these is meant: " + String.join(", ", changeable) + ".");
        }
        limits.put(change.limit(), change.value());
        changes.add(new PolicyChange(
                change.limit(),
                before.toString(),
                String.valueOf(change.value()),
                change.reason().because(),
                change.reason().by()));
    }

    private static BadInput bad(RulePolicy.Reason reason, String problem, String maybe) {
        return new BadInput(reason.place(), "", problem, maybe);
    }
}
