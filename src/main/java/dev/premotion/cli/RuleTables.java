package dev.premotion.cli;

import dev.premotion.assessment.Card;
import dev.premotion.assessment.Severity;
import dev.premotion.rules.Faults.Decidable;
import dev.premotion.rules.Faults.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The rulebook as text: rules with their counts by topic and severity, and the faults with their rules. */
final class RuleTables {

    /** Of what is no terminal. */
    static final int ENDLESS = Integer.MAX_VALUE;

    private static final int WIDTH = 80;
    private static final String ELLIPSIS = "...";
    private static final String RULE = "%-32s %-8s %s";
    private static final String COUNT = "%-18s %7s %7s %7s %7s";
    private static final String FAULT = "%-40s %-8s %s";

    /** Where the last column of a fault begins. */
    private static final int ANSWER = 50;

    private RuleTables() {}

    /**
     * One line for each rule, for whoever searches them, and the counts.
     *
     * @param width of the terminal, where lines end; any title fits {@link #ENDLESS}
     */
    static List<String> rules(Collection<Card> cards, int width) {
        var lines = new ArrayList<String>();
        for (var card : cards) {
            lines.add(cut(line(RULE, card.id(), card.severity(), card.title()), width));
        }
        lines.add("");
        lines.addAll(counts(cards));
        return lines;
    }

    private static String cut(String line, int width) {
        return line.length() <= width ? line : line.substring(0, width - ELLIPSIS.length()) + ELLIPSIS;
    }

    private static List<String> counts(Collection<Card> cards) {
        var topics = new TreeMap<String, Map<Severity, Integer>>();
        var all = new EnumMap<Severity, Integer>(Severity.class);
        for (var card : cards) {
            topics.computeIfAbsent(card.topic(), t -> new EnumMap<>(Severity.class))
                    .merge(card.severity(), 1, Integer::sum);
            all.merge(card.severity(), 1, Integer::sum);
        }
        var lines = new ArrayList<String>();
        lines.add(line(COUNT, "topic", "blocker", "warning", "info", "rules"));
        topics.forEach((topic, count) -> lines.add(counted(topic, count)));
        lines.add(counted("all", all));
        return lines;
    }

    private static String counted(String topic, Map<Severity, Integer> count) {
        return line(
                COUNT,
                topic,
                count.getOrDefault(Severity.BLOCKER, 0),
                count.getOrDefault(Severity.WARNING, 0),
                count.getOrDefault(Severity.INFO, 0),
                count.values().stream().mapToInt(n -> n).sum());
    }

    /** A fault with the rules that foresee it; on a terminal these go on below. */
    static List<String> faults(List<Fault> faults, int width) {
        var lines = new ArrayList<String>();
        for (var fault : faults) {
            var decidable = fault.decidable().toString().toLowerCase(Locale.ROOT);
            lines.addAll(wrapped(line(FAULT, fault.name(), decidable, answer(fault)), ANSWER, width));
        }
        lines.add("");
        lines.addAll(wrapped(
                faults.size() + " faults of CheckMigrate and CheckRelocate: "
                        + faults.stream()
                                .filter(f -> !f.rules().isEmpty() && f.decidable() != Decidable.NO)
                                .count()
                        + " have rules, "
                        + faults.stream()
                                .filter(f -> f.decidable() == Decidable.NO)
                                .count()
                        + " show only while the move runs, "
                        + faults.stream()
                                .filter(f -> f.rules().isEmpty() && f.decidable() != Decidable.NO)
                                .count()
                        + " have no rule for another reason.",
                0));
        return lines;
    }

    private static String answer(Fault fault) {
        var rules = String.join(", ", fault.rules());
        var reason = fault.reason() == null ? "no rule yet" : fault.reason();
        if (fault.decidable() == Decidable.NO) {
            return (rules.isEmpty() ? "" : rules + " ") + "(run time only) " + reason;
        }
        return rules.isEmpty() ? "- " + reason : rules;
    }

    /** The last column goes on below itself. */
    static List<String> wrapped(String row, int column) {
        return wrapped(row, column, WIDTH);
    }

    private static List<String> wrapped(String row, int column, int width) {
        if (row.length() <= width || row.length() <= column) {
            return List.of(row);
        }
        var parts = Lines.broken(row.substring(column), width - column);
        var lines = new ArrayList<String>();
        for (int i = 0; i < parts.size(); i++) {
            lines.add((i == 0 ? row.substring(0, column) : " ".repeat(column)) + parts.get(i));
        }
        return lines;
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values).stripTrailing();
    }
}
