package dev.premotion.assessment;

import static dev.premotion.assessment.Severity.BLOCKER;
import static dev.premotion.assessment.Severity.WARNING;
import static dev.premotion.inventory.Estates.oneSite;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Truth;
import dev.premotion.assessment.Assessment.Fix;
import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.Assessment.JudgedCandidate;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.plan.Plans;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which one thing to correct frees how many migrations. */
class FixesTest {

    private static final Migration MIGRATION = Plans.one(oneSite(), "{ vm: web-a, to: { host: host-2 } }");

    private static final Finding A = failed("A", "one");
    private static final Finding B = failed("B", "one");
    private static final Finding C = failed("C", "one");

    /** The same rule about another thing. */
    private static final Finding A_TOO = failed("A", "two");

    @Test
    void whatAloneBlocksMostGoesFirst() {
        assertThat(Fixes.of(List.of(blocked(List.of(A, B)), blocked(List.of(B)), blocked(List.of(C, B)))))
                .containsExactly(new Fix(B, 1, 3, 1), new Fix(A, 0, 1, 0), new Fix(C, 0, 1, 0));
        assertThat(Fixes.of(List.of(blocked(List.of(C)), blocked(List.of(A, B)), blocked(List.of(A, B)))))
                .as("one freed counts more than two concerned")
                .extracting(Fix::finding)
                .containsExactly(C, A, B);
        assertThat(Fixes.of(List.of(blocked(List.of(B)), blocked(List.of(A)), blocked(List.of(C)))))
                .as("of equals the first by name")
                .extracting(Fix::finding)
                .containsExactly(A, B, C);
    }

    @Test
    void whatIsNoSureBlockerIsNothingToFixFirst() {
        var warned = finding("W", "one", WARNING, Truth.NO);
        var open = finding("U", "one", BLOCKER, Truth.UNKNOWN);

        assertThat(Fixes.of(List.of(blocked(List.of(A, warned, open))))).containsExactly(new Fix(A, 1, 1, 1));
        assertThat(Fixes.of(List.of(judged(Verdict.UNDETERMINED, List.of(A, open)))))
                .isEmpty();
    }

    @Test
    void aMigrationGoesOnceOneOfItsCandidatesIsFree() {
        assertThat(Fixes.of(List.of(blocked(List.of(A, B), List.of(C)))))
                .as("C alone is enough, so A and B together are not asked for")
                .containsExactly(new Fix(C, 1, 1, 1));
        assertThat(Fixes.of(List.of(blocked(List.of(A), List.of(C)))))
                .as("either of the two is enough")
                .containsExactly(new Fix(A, 1, 1, 1), new Fix(C, 1, 1, 1));
        assertThat(Fixes.of(List.of(blocked(List.of(A, B), List.of(A)))))
                .as("A blocks both, and frees the second")
                .containsExactly(new Fix(A, 1, 1, 1));
        assertThat(Fixes.of(List.of(blocked(List.of(A), List.of(A, B)))))
                .as("in whatever order")
                .containsExactly(new Fix(A, 1, 1, 1));
        assertThat(Fixes.of(List.of(blocked(List.of(A, B), List.of(A, C)))))
                .as("none is enough")
                .containsExactly(new Fix(A, 0, 1, 0), new Fix(B, 0, 1, 0), new Fix(C, 0, 1, 0));
    }

    @Test
    void findingsOfOneRuleAreCountedTogether() {
        assertThat(Fixes.of(List.of(blocked(List.of(A, A_TOO)))))
                .containsExactly(new Fix(A, 0, 1, 1), new Fix(A_TOO, 0, 1, 1));
        assertThat(Fixes.of(List.of(blocked(List.of(A, A_TOO), List.of(A, A_TOO)), blocked(List.of(A, B)))))
                .as("a migration once, whatever number of its candidates")
                .containsExactly(new Fix(A, 0, 2, 1), new Fix(A_TOO, 0, 1, 1), new Fix(B, 0, 1, 0));
    }

    @Test
    void anEntryThatIsWrongHasNoCandidates() {
        var wrong = new Judged(MIGRATION, Verdict.BLOCKED, null, List.of(A), List.of(), List.of());

        assertThat(Fixes.of(List.of(wrong))).containsExactly(new Fix(A, 1, 1, 1));
    }

    @SafeVarargs
    private static Judged blocked(List<Finding>... candidates) {
        return judged(Verdict.BLOCKED, candidates);
    }

    @SafeVarargs
    private static Judged judged(Verdict verdict, List<Finding>... candidates) {
        var judged = Arrays.stream(candidates)
                .map(findings -> new JudgedCandidate(MIGRATION.candidates().get(0), verdict, findings, List.of()))
                .toList();
        return new Judged(MIGRATION, verdict, 0, candidates[0], judged, List.of());
    }

    private static Finding failed(String rule, String subject) {
        return finding(rule, subject, BLOCKER, Truth.NO);
    }

    private static Finding finding(String rule, String subject, Severity severity, Truth truth) {
        var card = Findings.card(rule, severity, EnforcedBy.VCENTER, "all");
        var finding = Findings.finding(card, Findings.entry(subject), truth);
        return new Finding(rule + " of " + subject, card, finding.subject(), finding.answer(), "", "");
    }
}
