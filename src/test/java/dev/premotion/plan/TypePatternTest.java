package dev.premotion.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of all kinds of migration the words of a card cover. */
class TypePatternTest {

    @ParameterizedTest
    @CsvSource({
        "all, 21",
        "live, 7",
        "cold, 14",
        "cross, 12",
        "local, 9",
        "both, 9",
        "moves-compute, 18",
        "moves-storage, 12",
        "compute linked off, 1",
        "cross cold, 8",
        "moves-storage live, 4",
        "live off, 0"
    })
    void allWordsMustHold(String words, int kinds) {
        var pattern = new TypePattern(words);
        assertThat(MigrationType.all().stream().filter(pattern::covers)).hasSize(kinds);
        assertThat(Long.bitCount(TypePattern.covered(words)))
                .as("not remembered from before")
                .isEqualTo(kinds);
    }

    @ParameterizedTest
    @CsvSource({
        "cross, both linked live, true",
        "cross, both advanced off, true",
        "cross, both local live, false",
        "cold, both local off, true",
        "cold, both local suspended, true",
        "cold, both local live, false",
        "moves-compute, compute local live, true",
        "moves-compute, both local live, true",
        "moves-compute, storage local live, false",
        "moves-storage, storage local live, true",
        "moves-storage, compute local live, false",
        "suspended, both local suspended, true",
        "advanced live, both linked live, false"
    })
    void aWordCoversWhatItSays(String words, String kind, boolean covers) {
        var type = MigrationType.all().stream()
                .filter(one -> one.toString().equals(kind))
                .findFirst()
                .orElseThrow();
        assertThat(new TypePattern(words).covers(type)).isEqualTo(covers);
        assertThat(TypePattern.covered(words) >> type.number() & 1)
                .as("not remembered from before")
                .isEqualTo(covers ? 1 : 0);
        assertThat(TypePattern.covers(List.of(new TypePattern("live off"), new TypePattern(words)), type))
                .as("any pattern is enough")
                .isEqualTo(covers);
    }

    @Test
    void aPatternIsCalledByItsWords() {
        assertThat(new TypePattern("both live")).hasToString("both live");
        assertThat(TypePattern.words()).contains("compute", "cold", "moves-storage", "all");
        assertThat(TypePattern.words())
                .allSatisfy(word -> assertThat(TypePattern.covered(word)).isPositive());
    }

    @Test
    void noPatternCoversNothingAndOtherWordsAreRefused() {
        assertThat(TypePattern.covers(List.of(), MigrationType.all().get(0))).isFalse();
        assertThatThrownBy(() -> new TypePattern("both hot"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown kind of migration: hot");
    }
}
