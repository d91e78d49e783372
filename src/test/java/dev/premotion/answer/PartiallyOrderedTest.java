package dev.premotion.answer;

import static dev.premotion.answer.Fact.fact;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PartiallyOrderedTest {

    /** Sets, at most those that hold all of theirs; a vague one has perhaps more. */
    private record Letters(Set<String> held, boolean vague) implements PartiallyOrdered<Letters> {

        @Override
        public @Nullable Boolean atMost(Letters other) {
            return vague ? null : Boolean.valueOf(other.held.containsAll(held));
        }
    }

    private static final Letters A = new Letters(Set.of("a"), false);
    private static final Letters B = new Letters(Set.of("b"), false);
    private static final Letters AB = new Letters(Set.of("a", "b"), false);
    private static final Letters PERHAPS_MORE = new Letters(Set.of("a"), true);

    @Test
    void ordersInBothDirections() {
        assertThat(fact("x", A).atMost(AB).truth()).isEqualTo(Truth.YES);
        assertThat(fact("x", A).atLeast(AB).truth()).isEqualTo(Truth.NO);
        assertThat(fact("x", AB).atLeast(A).truth()).isEqualTo(Truth.YES);
        assertThat(fact("x", A).atMost(fact("y", A)).truth()).isEqualTo(Truth.YES);
        assertThat(fact("x", A).atLeast(fact("y", A)).truth()).isEqualTo(Truth.YES);
    }

    @Test
    void valuesKnownNotToCompareAreNoInBothDirections() {
        assertThat(fact("x", A).atMost(B).truth()).isEqualTo(Truth.NO);
        assertThat(fact("x", A).atLeast(B).truth()).isEqualTo(Truth.NO);
    }

    @Test
    void oneDirectionMayBeKnownAndTheOtherNot() {
        assertThat(fact("x", PERHAPS_MORE).atLeast(A).truth()).isEqualTo(Truth.YES);
        assertThat(fact("x", PERHAPS_MORE).atMost(A).truth()).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void aVagueValueIsWhatAnUnknownAnswerWaitsFor() {
        assertThat(fact("x", PERHAPS_MORE).atMost(fact("y", A)).missing())
                .extracting(Evidence::fact)
                .containsExactly("x");
        assertThat(fact("x", PERHAPS_MORE).atLeast(fact("y", A)).missing()).isEmpty();
    }

    @Test
    void nothingComparesWithAnAbsentValueOrAnotherType() {
        assertThat(fact("x", A).atMost((Object) null).truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(fact("x", null).atLeast(A).truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(fact("x", A).atMost(7).truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(fact("x", 7).atLeast(A).truth()).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void numbersCompareWhateverTheirWidth() {
        assertThat(fact("x", 7).atMost(7L).truth()).isEqualTo(Truth.YES);
        assertThat(fact("x", 7.5).atMost(7).truth()).isEqualTo(Truth.NO);
        assertThat(fact("x", 7.5).atLeast(7).truth()).isEqualTo(Truth.YES);
        assertThat(fact("x", "b").atLeast("a").truth()).isEqualTo(Truth.YES);
    }
}
