package dev.premotion.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SumTest {

    @Test
    void addsBoundsAndForgetsTheUpperOneWithTheFirstAddendWithoutOne() {
        assertThat(Sum.NOTHING.plus(3L)).isEqualTo(new Sum(3, 3L));
        assertThat(new Sum(1, 2L).plus(3, 5L)).isEqualTo(new Sum(4, 7L));
        assertThat(new Sum(1, 2L).plus(null)).isEqualTo(new Sum(1, null));
        assertThat(new Sum(1, null).plus(3L)).isEqualTo(new Sum(4, null));
        assertThat(new Sum(1, 2L).plus(3, null)).isEqualTo(new Sum(4, null));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, 2, 3, true",
        "1, 3, 2, 3, ",
        "4, 5, 2, 3, false",
        "3, 5, 2, 3, ",
        "4, , 2, 3, false",
        "1, , 2, 3, ",
        "4, 5, 2, , ",
        "1, 2, 2, , true"
    })
    void comparesOnlyWhereTheBoundsDecide(
            long least, @Nullable Long most, long otherLeast, @Nullable Long otherMost, @Nullable Boolean atMost) {
        assertThat(new Sum(least, most).atMost(new Sum(otherLeast, otherMost))).isEqualTo(atMost);
    }

    @Test
    void saysHowMuchOfItIsKnown() {
        assertThat(new Sum(3, 3L)).hasToString("3").matches(Sum::exact).matches(sum -> !sum.vague());
        assertThat(new Sum(3, 4L)).hasToString("3 to 4").matches(Sum::vague);
        assertThat(new Sum(3, null)).hasToString("at least 3").matches(Sum::vague);
    }
}
