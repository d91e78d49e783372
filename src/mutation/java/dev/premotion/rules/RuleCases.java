package dev.premotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.rules.Cases.Case;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases of some rules only: each mutant that lives on runs all of them. {@code -Dmutation.rules=} is a regular expression
 * over ids of rules; without it these are the cases of {@link CasesTest}.
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
    void aCaseFindsExactlyWhatItSays(Case one) {
        assertThat(Cases.found(Cases.check(one.estate(), one.move().plan()))).isEqualTo(one.finds());
    }
}
