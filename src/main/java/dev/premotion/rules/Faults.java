package dev.premotion.rules;

import dev.premotion.assessment.Card;
import dev.premotion.reference.Csv;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The faults that vCenter's own checks of a migration can return, and the rules that foresee them. */
public final class Faults {

    private static final String FILE = "faults.csv";

    private Faults() {}

    /** Whether a snapshot can tell that vCenter would return a fault. */
    public enum Decidable {
        YES,
        /** Some of its causes only, or facts of one moment. */
        PARTIAL,
        /** Only the run itself shows it. */
        NO
    }

    /**
     * One fault.
     *
     * @param name class of the vSphere API
     * @param reason why no rule names it; not to be told where one does
     * @param rules ids of the rules whose cards name it, sorted
     */
    public record Fault(
            String name, Decidable decidable, @Nullable String reason, List<String> rules) {

        /** Whether somebody looking for it finds a rule or a reason. */
        public boolean answered() {
            return reason != null || !rules.isEmpty();
        }
    }

    /** All faults of the checks, sorted, with the rules among these cards that name them, as closest class too. */
    public static List<Fault> of(Collection<Card> cards) {
        var rules = new TreeMap<String, List<String>>();
        for (var card : cards) {
            for (var fault : card.faults()) {
                rules.computeIfAbsent(fault.replace("~", ""), f -> new ArrayList<>())
                        .add(card.id());
            }
        }
        var faults = new ArrayList<Fault>();
        Csv.builtIn(FILE, "fault", "decidable", "reason")
                .by("fault")
                .forEach((name, row) -> faults.add(new Fault(
                        name,
                        decidable(row.oneOf("decidable", "yes", "partial", "no")),
                        row.optional("reason"),
                        rules.getOrDefault(name, List.of()).stream().sorted().toList())));
        return List.copyOf(faults);
    }

    private static Decidable decidable(String word) {
        return switch (word) {
            case "yes" -> Decidable.YES;
            case "partial" -> Decidable.PARTIAL;
            default -> Decidable.NO;
        };
    }
}
