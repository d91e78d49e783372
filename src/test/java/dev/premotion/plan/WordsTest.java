package dev.premotion.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists in sentences. */
class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "'',            '',                                '',                                ''",
        "a,             a,                                 a,                                 a",
        "a/b,           'a and b',                         'a or b',                          'a and b'",
        "a/b/c/d/e,     'a, b, c, d and e',                'a, b, c, d or e',                 'a, b, c, d and e'",
        "a/b/c/d/e/f,   'a, b, c, d, e and f',             'a, b, c, d, e or f',              'a, b, c, d, e and 1 more'",
        "a/b/c/d/e/f/g, 'a, b, c, d, e, f and g',          'a, b, c, d, e, f or g',           'a, b, c, d, e and 2 more'"
    })
    void onlyTheFirstFiveOfALongListAreSome(String items, String and, String or, String some) {
        var list = items.isEmpty() ? List.<String>of() : List.of(items.split("/"));

        assertThat(Words.and(list)).isEqualTo(and);
        assertThat(Words.or(list)).isEqualTo(or);
        assertThat(Words.some(list)).isEqualTo(some);
    }
}
