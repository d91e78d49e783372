package dev.premotion.answer;

import static dev.premotion.answer.Fact.fact;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kleene's tables, and which values an answer says decided it. */
class AnswerTest {

    private static Answer of(Truth truth, String fact) {
        return Answer.of(truth, new Evidence(fact, truth == Truth.UNKNOWN ? null : 1, "expected"));
    }

    private static List<String> facts(Answer answer) {
        return answer.because().stream().map(Evidence::fact).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "YES, YES, YES, YES, YES",
        "YES, NO, NO, YES, NO",
        "YES, UNKNOWN, UNKNOWN, YES, UNKNOWN",
        "NO, YES, NO, YES, YES",
        "NO, NO, NO, NO, YES",
        "NO, UNKNOWN, NO, UNKNOWN, YES",
        "UNKNOWN, YES, UNKNOWN, YES, YES",
        "UNKNOWN, NO, NO, UNKNOWN, UNKNOWN",
        "UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN"
    })
    void joinsAsKleeneDoes(Truth left, Truth right, Truth both, Truth either, Truth implied) {
        var one = of(left, "left");
        var other = of(right, "right");

        assertThat(one.andAlso(other).truth()).isEqualTo(both);
        assertThat(one.orElse(other).truth()).isEqualTo(either);
        assertThat(one.implies(other).truth()).isEqualTo(implied);
    }

    @ParameterizedTest
    @CsvSource({"YES, NO", "NO, YES", "UNKNOWN, UNKNOWN"})
    void theOppositeRestsOnTheSameValues(Truth truth, Truth opposite) {
        var answer = of(truth, "a");

        assertThat(answer.negated().truth()).isEqualTo(opposite);
        assertThat(answer.negated().because()).isEqualTo(answer.because());
        assertThat(answer.negated().applicable()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"YES, true, false, false", "NO, false, true, false", "UNKNOWN, false, false, true"})
    void isOneOfThree(Truth truth, boolean held, boolean no, boolean unknown) {
        var answer = of(truth, "a");

        assertThat(answer.held()).isEqualTo(held);
        assertThat(answer.no()).isEqualTo(no);
        assertThat(answer.unknown()).isEqualTo(unknown);
    }

    @ParameterizedTest
    @CsvSource({
        "YES, YES, left right",
        "NO, NO, left right",
        "NO, YES, left",
        "YES, NO, right",
        "NO, UNKNOWN, left",
        "UNKNOWN, NO, right",
        "UNKNOWN, YES, left",
        "YES, UNKNOWN, right"
    })
    void bothRestOnTheSideThatDecided(Truth left, Truth right, String facts) {
        decides(Answer::andAlso, left, right, facts);
    }

    @ParameterizedTest
    @CsvSource({
        "YES, YES, left right",
        "NO, NO, left right",
        "YES, NO, left",
        "NO, YES, right",
        "YES, UNKNOWN, left",
        "UNKNOWN, YES, right",
        "UNKNOWN, NO, left right",
        "NO, UNKNOWN, left right"
    })
    void eitherRestsOnTheSideThatDecidedAndOnBothWhileItIsOpen(Truth left, Truth right, String facts) {
        decides(Answer::orElse, left, right, facts);
    }

    /** The requirement is asked about only once the condition is known to be met. */
    @ParameterizedTest
    @CsvSource({
        "NO, NO, left",
        "NO, UNKNOWN, left",
        "YES, NO, right left",
        "YES, UNKNOWN, right left",
        "UNKNOWN, YES, right",
        "UNKNOWN, NO, left",
        "UNKNOWN, UNKNOWN, left"
    })
    void aConditionRestsOnItselfUntilItIsMet(Truth left, Truth right, String facts) {
        decides(Answer::implies, left, right, facts);
    }

    private static void decides(BinaryOperator<Answer> joined, Truth left, Truth right, String facts) {
        assertThat(facts(joined.apply(of(left, "left"), of(right, "right")))).containsExactly(facts.split(" "));
    }

    @Test
    void whatDoesNotConcernTheSubjectHoldsAndSaysSo() {
        var none = of(Truth.NO, "a").implies(of(Truth.NO, "b"));
        var concerns = of(Truth.YES, "c");

        assertThat(none.applicable()).isFalse();
        assertThat(none.andAlso(none).applicable()).isFalse();
        assertThat(none.andAlso(concerns).applicable()).isTrue();
        assertThat(concerns.andAlso(none).applicable()).isTrue();
        assertThat(concerns.implies(none).applicable()).isFalse();
        assertThat(none.orElse(none).applicable()).isTrue();
    }

    @Test
    void onlyAnOpenAnswerWaitsForValues() {
        var unknown = fact("a", 1).atMost(fact("b", null));

        assertThat(unknown.missing()).extracting(Evidence::fact).containsExactly("b");
        assertThat(unknown.andAlso(of(Truth.NO, "c")).missing()).isEmpty();
        assertThat(of(Truth.YES, "a").missing()).isEmpty();
    }

    @Test
    void theSameValueIsToldOnce() {
        var one = of(Truth.YES, "a");

        assertThat(facts(one.andAlso(of(Truth.YES, "b")).andAlso(one))).containsExactly("a", "b");
        assertThat(Answer.join(List.of(), one.because())).isEqualTo(one.because());
        assertThat(Answer.join(one.because(), List.of())).isEqualTo(one.because());
    }

    @Test
    void aPersonsWordCountsOnlyWhereTheFactsLeaveItOpen() {
        var open = of(Truth.UNKNOWN, "a");

        assertThat(open.elseConfirmed(fact("said", true)).held()).isTrue();
        assertThat(open.elseConfirmed(fact("said", null)).missing())
                .extracting(Evidence::fact)
                .containsExactly("said");
        assertThat(open.elseConfirmed(fact("said", false))).isEqualTo(open);
        assertThat(of(Truth.NO, "a").elseConfirmed(fact("said", true)).no()).isTrue();
    }
}
