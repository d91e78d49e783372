package dev.premotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.rules.Cases.Case;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases of some rules only: each mutant that lives on runs all of them. {@code -Dmutation.rules=} is a regular expression
 * over ids of rules; without it these are the cases of {@link CasesTest} and of {@link FindingTextsTest}.
 */
class RuleCases {

    static List<Case> cases() {
        var rules = Pattern.compile(System.getProperty("mutation.rules", ".*"));
        return Cases.all().stream()
                .filter(one -> rules.matcher(one.rule()).matches())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aCaseFindsAndTellsExactlyWhatItSays(Case one) throws IOException {
        var assessment = Cases.check(one.estate(), one.move().plan());

        assertThat(Cases.found(assessment)).isEqualTo(one.finds());
        assertThat(FindingsPage.read().getOrDefault(one.rule(), Set.of()))
                .containsAll(FindingsPage.lines(one, assessment));
    }
}
