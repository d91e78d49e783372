package dev.premotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.assessment.Verdict;
import dev.premotion.inventory.Estates;
import dev.premotion.plan.OpenQuestion;
import dev.premotion.plan.Plan.Doubt;
import dev.premotion.plan.Plans;
import dev.premotion.rules.Cases.Shows;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why some rules have no failing case: what would break them never comes before them, or is never known. */
class UnbreakableRulesTest {

    /** What breaks VM-FT-PRIMARY and VM-SRM-PLACEHOLDER: the VM is not for moving, and no rule is asked. */
    @ParameterizedTest
    @CsvSource({"faultToleranceRole, secondary, Fault Tolerance pair", "srmPlaceholder, true, Site Recovery Manager"})
    void aVmThatWouldBreakTheRuleIsLeftOutOfThePlan(String property, String value, String because) {
        Object broken = value.equals("true") ? true : value;
        var estate = Estates.twoSites()
                .change(Estates.WEB_A, "faultToleranceState", "running")
                .change(Estates.WEB_A, property, broken);

        var judged = Cases.check(estate, Plans.read("{vm: web-a, to: {host: esx-02.site-a.example}}"))
                .migrations();

        assertThat(judged).singleElement().satisfies(one -> {
            assertThat(one.verdict()).isEqualTo(Verdict.EXCLUDED);
            assertThat(one.migration().excluded()).contains(because);
            assertThat(one.findings()).isEmpty();
        });
    }

    /** PLAN-KNOWN judges questions alone, whose answer is never there: once the fact is known there is no question. */
    @Test
    void whatIsKnownIsNoQuestion() {
        var asked = new Doubt("that it is there", Estates.WEB_A, "web-a", "host", "Nobody knows.");

        assertThat(new OpenQuestion(asked).answered()).isNull();
        assertThat(Cases.all())
                .filteredOn(one -> one.rule().equals("PLAN-KNOWN"))
                .hasSizeGreaterThan(1)
                .allSatisfy(one -> assertThat(Cases.found(
                                Cases.check(one.move().clean(), one.move().plan())))
                        .isEqualTo(new TreeSet<>(one.move().finds())));
    }

    @Test
    void allRulesWithoutAFailingCaseAreHere() {
        var failing = Cases.all(Shows.FAILS).stream().map(Cases.Case::rule).collect(Collectors.toSet());

        assertThat(Cases.PREFLIGHT.rulebook().cards().keySet())
                .filteredOn(rule -> !failing.contains(rule))
                .containsExactly("PLAN-KNOWN", "VM-FT-PRIMARY", "VM-SRM-PLACEHOLDER");
    }
}
