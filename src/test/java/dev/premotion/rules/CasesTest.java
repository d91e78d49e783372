package dev.premotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.assessment.Verdict;
import dev.premotion.rules.Cases.Case;
import dev.premotion.rules.Moves.Move;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule shown failing, holding and not knowing, through the whole check of a plan. */
class CasesTest {

    static List<Case> cases() {
        return Cases.all();
    }

    static Collection<Move> moves() {
        return Moves.all().values();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aCaseFindsExactlyWhatItSays(Case one) {
        var assessment = Cases.check(one.estate(), one.move().plan());

        assertThat(Cases.found(assessment)).as("findings of %s", one).isEqualTo(one.finds());
        assertThat(assessment.migrations())
                .last() // of several it is the one that the case is about
                .satisfies(judged -> assertThat(judged.verdict()).isEqualTo(verdict(one.finds())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("moves")
    void aMoveFindsNothingOnTheCleanEstate(Move move) {
        var assessment = Cases.check(move.clean(), move.plan());

        assertThat(Cases.found(assessment)).isEqualTo(new TreeSet<>(move.finds()));
    }

    /** What findings mean for a migration of one possible kind. */
    static Verdict verdict(Set<String> finds) {
        var verdict = Verdict.APPROVED;
        for (var found : finds) {
            boolean unknown = found.endsWith("?");
            var card = Cases.PREFLIGHT.rulebook().card(unknown ? found.substring(0, found.length() - 1) : found);
            var one = switch (card.severity()) {
                case BLOCKER -> unknown ? Verdict.UNDETERMINED : Verdict.BLOCKED;
                case WARNING -> unknown ? Verdict.APPROVED : Verdict.APPROVED_WITH_WARNINGS;
                case INFO -> Verdict.APPROVED;
            };
            verdict = one.compareTo(verdict) > 0 ? one : verdict;
        }
        return verdict;
    }
}
