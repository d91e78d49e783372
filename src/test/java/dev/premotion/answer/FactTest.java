package dev.premotion.answer;

import static dev.premotion.answer.Fact.fact;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be asked of a value: each question with yes, no and a value that is not there, and what it says was required. */
class FactTest {

    private static final Listing<String> SOME = Listing.partial(List.of("x"));

    static Stream<Arguments> questions() {
        return Stream.of(
                asked(() -> fact("a", true).isTrue(), Truth.YES, "true"),
                asked(() -> fact("a", false).isTrue(), Truth.NO, "true"),
                asked(() -> fact("a", null).isTrue(), Truth.UNKNOWN, "true"),
                asked(() -> fact("a", false).isFalse(), Truth.YES, "false"),
                asked(() -> fact("a", true).isFalse(), Truth.NO, "false"),
                asked(() -> fact("a", null).isFalse(), Truth.UNKNOWN, "false"),
                asked(() -> fact("a", "x").oneOf("x"), Truth.YES, "x"),
                asked(() -> fact("a", Truth.YES).oneOf("YES"), Truth.YES, "YES"),
                asked(() -> fact("a", "y").oneOf("x", "z"), Truth.NO, "one of [x, z]"),
                asked(() -> fact("a", null).oneOf("x"), Truth.UNKNOWN, "x"),
                asked(() -> fact("a", "y").noneOf("x"), Truth.YES, "not x"),
                asked(() -> fact("a", "x").noneOf("x", "z"), Truth.NO, "none of [x, z]"),
                asked(() -> fact("a", Truth.YES).noneOf("YES"), Truth.NO, "not YES"),
                asked(() -> fact("a", Truth.YES).noneOf(Truth.YES), Truth.NO, "not YES"),
                asked(() -> fact("a", null).noneOf("x"), Truth.UNKNOWN, "not x"),
                asked(() -> fact("a", 5).atMost(5L), Truth.YES, "at most 5"),
                asked(() -> fact("a", 6).atMost(5L), Truth.NO, "at most 5"),
                asked(() -> fact("a", null).atMost(5), Truth.UNKNOWN, "at most 5"),
                asked(() -> fact("a", 5).atMost((Object) null), Truth.UNKNOWN, "at most a limit not known"),
                asked(() -> fact("a", 5).atLeast(5.0), Truth.YES, "at least 5.0"),
                asked(() -> fact("a", 4).atLeast(5.0), Truth.NO, "at least 5.0"),
                asked(() -> fact("a", 4).atLeast((Object) null), Truth.UNKNOWN, "at least a limit not known"),
                asked(() -> fact("a", 5).atMost(fact("b", 5)), Truth.YES, "at most 5"),
                asked(() -> fact("a", 5).atMost(fact("b", null)), Truth.UNKNOWN, "at most b"),
                asked(() -> fact("a", 5).atLeast(fact("b", 6)), Truth.NO, "at least 6"),
                asked(() -> fact("a", 5).atLeast(fact("b", null)), Truth.UNKNOWN, "at least b"),
                asked(() -> fact("a", "x").sameAs(fact("b", "x")), Truth.YES, "the same as x"),
                asked(() -> fact("a", "x").sameAs(fact("b", "y")), Truth.NO, "the same as y"),
                asked(() -> fact("a", "x").sameAs(fact("b", null)), Truth.UNKNOWN, "the same as b"),
                asked(() -> fact("a", null).sameAs(fact("b", "y")), Truth.UNKNOWN, "the same as y"),
                asked(() -> fact("a", "x").among(fact("b", Set.of("x"))), Truth.YES, "among [x]"),
                asked(() -> fact("a", "y").among(fact("b", Set.of("x"))), Truth.NO, "among [x]"),
                asked(() -> fact("a", "x").among(fact("b", Listing.of("y"))), Truth.NO, "among [y]"),
                asked(() -> fact("a", "x").among(fact("b", Listing.of())), Truth.NO, "among none"),
                asked(() -> fact("a", "x").among(fact("b", Set.of())), Truth.NO, "among none"),
                asked(() -> fact("a", "x").among(fact("b", SOME)), Truth.YES, "among [x] and perhaps others"),
                asked(() -> fact("a", "y").among(fact("b", SOME)), Truth.UNKNOWN, "among [x] and perhaps others"),
                asked(() -> fact("a", null).among(fact("b", SOME)), Truth.UNKNOWN, "among [x] and perhaps others"),
                asked(() -> fact("a", "x").among(fact("b", null)), Truth.UNKNOWN, "among b"),
                asked(() -> fact("a", Listing.of("x")).includes("x"), Truth.YES, "includes x"),
                asked(() -> fact("a", Listing.of("x")).includes("y"), Truth.NO, "includes y"),
                asked(() -> fact("a", SOME).includes("y"), Truth.UNKNOWN, "includes y"),
                asked(() -> fact("a", null).includes("y"), Truth.UNKNOWN, "includes y"),
                asked(() -> fact("a", Listing.of()).isEmpty(), Truth.YES, "none"),
                asked(() -> fact("a", Listing.of("x")).isEmpty(), Truth.NO, "none"),
                asked(() -> fact("a", Listing.partial(List.of())).isEmpty(), Truth.UNKNOWN, "none"),
                asked(() -> fact("a", SOME).isEmpty(), Truth.NO, "none"),
                asked(() -> fact("a", List.of()).isEmpty(), Truth.YES, "none"),
                asked(() -> fact("a", List.of(1)).isEmpty(), Truth.NO, "none"),
                asked(() -> fact("a", null).isEmpty(), Truth.UNKNOWN, "none"));
    }

    private static Arguments asked(Supplier<Answer> question, Truth truth, String required) {
        return Arguments.of(question, truth, required);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aQuestionHasOneOfThreeAnswersAndSaysWhatItRequired(Supplier<Answer> question, Truth truth, String required) {
        var answer = question.get();

        assertThat(answer.truth()).isEqualTo(truth);
        assertThat(answer.because().get(0).fact()).isEqualTo("a");
        assertThat(answer.because().get(0).required()).isEqualTo(required);
        assertThat(answer.applicable()).isTrue();
    }

    @Test
    void aComparisonNamesBothValues() {
        assertThat(fact("a", 5).atMost(fact("b", 4)).because())
                .containsExactly(new Evidence("a", 5, "at most 4"), new Evidence("b", 4, ""));
    }

    @Test
    void valuesOfDifferentTypesDoNotCompare() {
        assertThat(fact("a", "5").atMost(5).unknown()).isTrue();
        assertThat(fact("a", "a").atMost("b").held()).isTrue();
        assertThat(fact("a", "b").atMost("b").held()).isTrue();
        assertThat(fact("a", "b").atMost("a").no()).isTrue();
        assertThat(fact("a", new Object()).atMost(new Object()).unknown()).isTrue();
        assertThat(fact("a", (1L << 53) + 1).atMost(9.007199254740992E15).no())
                .as("no rounding")
                .isTrue();
    }
}
