package dev.premotion.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.assessment.AskOrder.Question;
import dev.premotion.assessment.Assessment.Ask;
import dev.premotion.assessment.Assessment.Confirmation;
import dev.premotion.assessment.Questions.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** In which order questions are asked, and how many migrations the answers so far decide. */
class AskOrderTest {

    private static final Question A = new Question("host", "cluster", "CL-A", "");
    private static final Question B = new Question("host", "cluster", "CL-B", "");
    private static final Question C = new Question("vm", "vcenter", "vcsa", "");

    private final AskOrder order = new AskOrder(new Questions(Map.of()));

    @Test
    void whatDecidesMostForEachQuestionIsAskedFirst() {
        waiting(3, A, B);
        waiting(2, C);

        assertThat(order.ranked()).extracting(c -> c.ask().scope()).containsExactly("vcsa", "CL-A", "CL-B");
        assertThat(order.ranked()).extracting(Confirmation::decides).containsExactly(2, 2, 5);
        assertThat(order.ranked()).extracting(Confirmation::migrations).containsExactly(2, 3, 3);
    }

    @Test
    void anAnswerDecidesAllThatWaitedForNothingElse() {
        waiting(4, A);
        waiting(1, A, B);
        waiting(2, B, C);

        assertThat(order.ranked()).extracting(c -> c.ask().scope()).containsExactly("CL-A", "CL-B", "vcsa");
        assertThat(order.ranked())
                .as("the two that wait for B and C are worth as much each, but B is one question")
                .extracting(Confirmation::decides)
                .containsExactly(4, 5, 7);
        assertThat(order.ranked()).extracting(Confirmation::migrations).containsExactly(5, 3, 2);
    }

    @Test
    void ofEquallyWorthyTheFewerQuestionsGoFirst() {
        waiting(2, A, B);
        waiting(1, C);

        assertThat(order.ranked()).extracting(c -> c.ask().scope()).containsExactly("vcsa", "CL-A", "CL-B");
    }

    @Test
    void ofOneMigrationsQuestionsTheOneThatMostWaitForGoesFirst() {
        waiting(1, A, C);
        order.add(asks(C), false);

        assertThat(order.ranked()).extracting(c -> c.ask().scope()).containsExactly("vcsa", "CL-A");
        assertThat(order.ranked()).extracting(Confirmation::decides).containsExactly(0, 1);
    }

    @Test
    void equalQuestionsAreSortedByWhatTheyAskOf() {
        var apart = new Question("host", "cluster", "CL-A", "cpuModel");
        waiting(1, C, B, apart, A);

        assertThat(order.ranked())
                .extracting(Confirmation::ask)
                .containsExactly(ask(A, "fact"), ask(apart, "fact"), ask(B, "fact"), ask(C, "fact"));
    }

    @Test
    void whatNoAnswerDecidesIsNotAskedFor() {
        order.add(asks(A), false);
        order.add(Map.of(), true);

        assertThat(order.ranked()).isEmpty();
    }

    @Test
    void aQuestionIsAboutAllPropertiesThatAnybodyWaitsForInTheOrderOfTheQuestions() {
        var known = new LinkedHashMap<String, Questions.Question>();
        for (var property : new String[] {"host.z", "vm.z", "host.b"}) {
            known.put(property, new Questions.Question(Scope.CLUSTER, "", "", "", "brief", "yes"));
        }
        var ordered = new AskOrder(new Questions(known));
        ordered.add(Map.of(A, Set.of("b", "a")), true);
        ordered.add(Map.of(A, Set.of("z")), true);
        ordered.subject(A, "esx-2");
        ordered.subject(A, "esx-1");
        ordered.subject(B, "esx-3");

        assertThat(ordered.ranked())
                .extracting(Confirmation::ask)
                .containsExactly(new Ask("host", List.of("z", "b", "a"), "cluster", "CL-A", List.of("esx-1", "esx-2")));
    }

    private void waiting(int migrations, Question... questions) {
        for (int i = 0; i < migrations; i++) {
            order.add(asks(questions), true);
        }
    }

    private static Map<Question, Set<String>> asks(Question... questions) {
        var asks = new LinkedHashMap<Question, Set<String>>();
        for (var question : questions) {
            asks.put(question, Set.of("fact"));
        }
        return asks;
    }

    private static Ask ask(Question question, String property) {
        return new Ask(question.kind(), List.of(property), question.scopeKind(), question.scope(), List.of());
    }
}
