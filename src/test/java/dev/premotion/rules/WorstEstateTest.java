package dev.premotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.premotion.assessment.Assessment;
import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.Assessment.Reliance;
import dev.premotion.rules.Cases.Case;
import dev.premotion.rules.Cases.Shows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * All cases in one estate and one plan, judged in one run: each finds what it finds by itself, so that no defect hides or makes
 * another, and a migration has the findings of its own subjects alone.
 */
class WorstEstateTest {

    /** Rules that no case can break; their cards say why. */
    private static Set<String> unbreakable() {
        var none = new TreeSet<String>();
        for (var file : Cases.cardFiles()) {
            for (var card : file.get("cards").properties()) {
                JsonNode fails = card.getValue().path("cases").path("fails");
                if (fails.isTextual()) {
                    none.add(card.getKey());
                }
            }
        }
        return none;
    }

    @Test
    void everythingThatCanGoWrongGoesWrongAtOnce() throws IOException {
        var assessment = judgedAsByThemselves(Cases.all(Shows.FAILS));

        var fired = Cases.found(assessment).stream()
                .filter(found -> !found.endsWith("?"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(fired).doesNotContainAnyElementsOf(unbreakable());
        fired.addAll(unbreakable());
        assertThat(fired)
                .containsExactlyElementsOf(
                        new TreeSet<>(Cases.PREFLIGHT.rulebook().cards().keySet()));
    }

    /** The clean estates and what is close to the border: nothing is found but what a case says beside its rule. */
    @Test
    void whatHoldsHoldsAtOnce() throws IOException {
        var cases = new ArrayList<>(Cases.all(Shows.HOLDS));
        for (var move : Moves.all().values()) {
            cases.add(
                    new Case("none", Shows.HOLDS, 1, move, Moves.YAML.createObjectNode(), new TreeSet<>(move.finds())));
        }
        judgedAsByThemselves(cases);
    }

    /** But for the cases without a list of all VMs: no other name in the plan would be known to be that of one VM alone. */
    @Test
    void whatIsNotKnownIsNotKnownAtOnce() throws IOException {
        judgedAsByThemselves(Cases.all(Shows.UNKNOWN).stream()
                .filter(WorstEstateTest::listsAllVms)
                .toList());
    }

    private static boolean listsAllVms(Case one) {
        return one.estate().inventory().vCenters().stream()
                .allMatch(vCenter -> vCenter.vms() != null && vCenter.vms().complete());
    }

    private static Assessment judgedAsByThemselves(List<Case> cases) throws IOException {
        var together = Together.of(cases);
        var assessment = Cases.check(together.estate(), together.plan());
        assertThat(together.parts().stream().map(Together.Part::home)).contains(Together.Home.values());
        var softly = new SoftAssertions();
        for (var part : together.parts()) {
            var judged = assessment.migrations().subList(part.first(), part.end());
            var last = judged.get(judged.size() - 1);
            softly.assertThat(found(judged)).as("%s", part).isEqualTo(part.one().finds());
            softly.assertThat(last.verdict())
                    .as("%s", part)
                    .isEqualTo(CasesTest.verdict(part.one().finds()));
        }
        softly.assertAll();
        return assessment;
    }

    private static Set<String> found(List<Judged> judged) {
        return judged.stream()
                .flatMap(one -> Stream.concat(
                        one.findings().stream(), one.relies().stream().map(Reliance::finding)))
                .map(Cases::told)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
