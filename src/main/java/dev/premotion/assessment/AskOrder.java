package dev.premotion.assessment;

import dev.premotion.assessment.Assessment.Ask;
import dev.premotion.assessment.Assessment.Confirmation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * In which order to ask: first the questions that together decide most migrations for each question, then those that decide
 * most of the rest, and so on. Picking the best next step is a guess at the shortest list, not a proof of one.
 */
final class AskOrder {

    /**
     * One question: all that is missing of the same things, whoever waits for which part of it.
     *
     * @param apart the one property it asks for, where that is asked on its own; empty where it asks for all others
     * @param scopeKind {@code cluster}, {@code vcenter}, {@code link} or {@code name}
     */
    record Question(String kind, String scopeKind, String scope, String apart) {}

    private final Questions questions;
    private final Map<Question, Set<String>> subjects = new LinkedHashMap<>();
    private final Map<Question, Set<String>> properties = new LinkedHashMap<>();
    private final Map<Question, Integer> waiting = new LinkedHashMap<>();
    private final Map<Set<Question>, Integer> decidable = new LinkedHashMap<>();

    AskOrder(Questions questions) {
        this.questions = questions;
    }

    /** Remembers that a question is about a thing of this name. */
    void subject(Question question, String name) {
        subjects.computeIfAbsent(question, q -> new TreeSet<>()).add(name);
    }

    /**
     * Adds an undetermined migration.
     *
     * @param asks the facts it waits for, by question
     * @param decidable whether these answers are all it waits for
     */
    void add(Map<Question, Set<String>> asks, boolean decidable) {
        asks.forEach((question, facts) -> {
            waiting.merge(question, 1, Integer::sum);
            properties.computeIfAbsent(question, q -> new TreeSet<>()).addAll(facts);
        });
        if (decidable && !asks.isEmpty()) {
            this.decidable.merge(Set.copyOf(asks.keySet()), 1, Integer::sum);
        }
    }

    /** Every question that helps to decide some migration. */
    List<Confirmation> ranked() {
        var left = new ArrayList<>(decidable.entrySet().stream()
                .map(entry -> new Waiting(new LinkedHashSet<>(sorted(entry.getKey())), entry.getValue()))
                .sorted(Comparator.comparing((Waiting w) -> w.questions.toString()))
                .toList());
        var confirmations = new ArrayList<Confirmation>();
        var decided = 0;
        while (!left.isEmpty()) {
            var best = left.stream().max(Waiting.WORTH).orElseThrow();
            for (var question : List.copyOf(best.questions)) {
                left.forEach(one -> one.questions.remove(question));
                decided += left.stream()
                        .filter(one -> one.questions.isEmpty())
                        .mapToInt(one -> one.migrations)
                        .sum();
                left.removeIf(one -> one.questions.isEmpty());
                confirmations.add(new Confirmation(ask(question), waiting.getOrDefault(question, 0), decided));
            }
        }
        return List.copyOf(confirmations);
    }

    /** Migrations that wait for the same questions. */
    private record Waiting(Set<Question> questions, int migrations) {

        /** Most migrations for each question that is left; among equals the fewer questions, then the first. */
        static final Comparator<Waiting> WORTH = Comparator.comparingDouble(
                        (Waiting w) -> (double) w.migrations / w.questions.size())
                .thenComparing(w -> -w.questions.size());
    }

    private List<Question> sorted(Set<Question> asked) {
        return asked.stream()
                .sorted(Comparator.comparing((Question q) -> -waiting.getOrDefault(q, 0))
                        .thenComparing(Question::kind)
                        .thenComparing(Question::scope)
                        .thenComparing(Question::apart))
                .toList();
    }

    private Ask ask(Question question) {
        return new Ask(
                question.kind,
                questions.inOrder(question.kind, properties.getOrDefault(question, Set.of())),
                question.scopeKind,
                question.scope,
                List.copyOf(subjects.getOrDefault(question, Set.of())));
    }
}
