package dev.premotion.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "esx-*.site-a.example, esx-01a.site-a.example, true",
        "esx-*.site-a.example, esx-01b.site-b.example, false",
        "esx-0?a, esx-01a, true",
        "esx-0?a, esx-0a, false",
        "*, '', true",
        "'', '', true",
        "'', x, false",
        "*-old, acct-old, true",
        "*-old, acct-old-2, false",
        "a.b, axb, false",
        "VM-A, vm-a, true",
        "[ds*], [ds 1], true",
    })
    void starsAndQuestionMarksStandForCharacters(String pattern, String name, boolean matches) {
        assertThat(Glob.of(pattern).matches(name)).isEqualTo(matches);
    }

    @Property(seed = "20261124")
    void itAgreesWithTheRegularExpression(
            @ForAll @CharRange(from = 'a', to = 'b') @Chars({'*', '?'}) @StringLength(max = 8) String pattern,
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 8) String name) {
        var regex = pattern.replace("*", ".*").replace("?", ".");
        assertThat(Glob.of(pattern).matches(name)).isEqualTo(Pattern.matches(regex, name));
    }

    @Test
    void manyStarsTakeNoTime() {
        assertThat(Glob.of("*a".repeat(1_000) + "b").matches("a".repeat(10_000)))
                .isFalse();
    }
}
