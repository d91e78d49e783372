package dev.premotion.assessment;

import static dev.premotion.assessment.Severity.BLOCKER;
import static dev.premotion.assessment.Severity.INFO;
import static dev.premotion.assessment.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Truth;
import dev.premotion.assessment.Assessment.JudgedCandidate;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Estates;
import dev.premotion.inventory.Host;
import dev.premotion.plan.MigrationType;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plans;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What findings mean for a candidate, and which of several candidates is taken. */
class VerdictsTest {

    private static final Permits NONE =
            new Permits(List.of(), Set.of(), new IdentityHashMap<>(), false, LocalDate.of(2026, 1, 16));
    private static final List<MigrationType> LIVE_OR_OFF = MigrationType.all().stream()
            .filter(type -> Set.of("compute local live", "compute local off").contains(type.toString()))
            .toList();

    @ParameterizedTest(name = "a {0} that is {1}: {2}")
    @CsvSource({
        "BLOCKER, NO, blocked",
        "BLOCKER, UNKNOWN, undetermined",
        "WARNING, NO, approved-with-warnings",
        "WARNING, UNKNOWN, approved",
        "INFO, NO, approved",
        "INFO, UNKNOWN, approved"
    })
    void oneFinding(Severity severity, Truth truth, String verdict) {
        assertThat(judged(to(1), finding("A", severity, truth, "all")).verdict())
                .hasToString(verdict);
    }

    @Test
    void theWorstFindingCountsAndStandsFirst() {
        var info = finding("A", INFO, Truth.NO, "all");
        var warning = finding("B", WARNING, Truth.NO, "all");
        var open = finding("C", BLOCKER, Truth.UNKNOWN, "all");
        var first = finding("D", BLOCKER, Truth.NO, "all");
        var second = finding("E", BLOCKER, Truth.NO, "all");
        var other = new Finding("0", second.card(), Findings.entry("another"), second.answer(), "", "");

        var judged = judged(to(1), info, second, open, warning, first, other);

        assertThat(judged.verdict()).isEqualTo(Verdict.BLOCKED);
        assertThat(judged.findings()).containsExactly(first, other, second, open, warning, info);
        assertThat(judged(to(1)).verdict()).isEqualTo(Verdict.APPROVED);
    }

    @Test
    void whatIsAlikeInAllElseStandsInTheOrderOfIds() {
        var one = finding("A", BLOCKER, Truth.NO, "all");
        var other = new Finding("zz", one.card(), one.subject(), one.answer(), "", "");

        assertThat(judged(to(1), other, one).findings()).containsExactly(one, other);
        assertThat(judged(to(1), one, other).findings()).containsExactly(one, other);
    }

    @Test
    void whatIsOfAnotherKindOfMigrationDoesNotCount() {
        var cold = finding("A", BLOCKER, Truth.NO, "cold");

        assertThat(judged(to(1), cold).verdict()).isEqualTo(Verdict.APPROVED);
        assertThat(judged(to(1), cold).findings()).isEmpty();
    }

    @Test
    void ofTwoPossibleKindsNeitherIsBelievedUnlessBothAgree() {
        var coldOnly = finding("A", BLOCKER, Truth.NO, "cold");
        var liveOnly = finding("B", BLOCKER, Truth.NO, "live");
        var warned = finding("C", WARNING, Truth.NO, "cold");

        assertThat(Verdicts.verdict(LIVE_OR_OFF, List.of(coldOnly))).isEqualTo(Verdict.UNDETERMINED);
        assertThat(Verdicts.verdict(LIVE_OR_OFF, List.of(coldOnly, liveOnly))).isEqualTo(Verdict.BLOCKED);
        assertThat(Verdicts.verdict(LIVE_OR_OFF, List.of(warned))).isEqualTo(Verdict.APPROVED_WITH_WARNINGS);
        assertThat(Verdicts.verdict(LIVE_OR_OFF, List.of())).isEqualTo(Verdict.APPROVED);
        assertThat(Verdicts.verdict(List.of(), List.of()))
                .as("no kind is possible that anybody knows of")
                .isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void aHostThatIsNotKnownIsNeverApproved() {
        var nowhere = to(null);

        assertThat(judged(nowhere).verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(judged(nowhere, finding("A", WARNING, Truth.NO, "all")).verdict())
                .isEqualTo(Verdict.UNDETERMINED);
        assertThat(judged(nowhere, finding("A", BLOCKER, Truth.NO, "all")).verdict())
                .isEqualTo(Verdict.BLOCKED);
    }

    @Test
    void amongEquallyGoodHostsTheOneWithFewerArrivalsIsTaken() {
        var choice = new Choice();
        var candidates = List.of(judged(to(1)), judged(to(2)));

        assertThat(choice.order(candidates)).containsExactly(0, 1);
        choice.take(candidates.get(0));
        assertThat(choice.order(candidates)).containsExactly(1, 0);
        choice.take(candidates.get(1));
        choice.take(candidates.get(1));
        assertThat(choice.order(candidates)).containsExactly(0, 1);
        choice.giveBack(candidates.get(1));
        choice.giveBack(candidates.get(1));
        assertThat(choice.order(candidates)).containsExactly(1, 0);
        assertThat(choice.order(candidates.subList(1, 2))).containsExactly(0);
    }

    @Test
    void aBetterVerdictComesFirstThenWhatLessStandsInTheWayOf() {
        var no = finding("A", BLOCKER, Truth.NO, "all");
        var more = finding("B", BLOCKER, Truth.NO, "all");
        var open = finding("C", BLOCKER, Truth.UNKNOWN, "all");
        var moreOpen = finding("D", BLOCKER, Truth.UNKNOWN, "all");
        var warning = finding("E", WARNING, Truth.NO, "all");

        assertThat(new Choice().order(List.of(judged(to(1), no), judged(to(2), open), judged(to(3)))))
                .containsExactly(2, 1, 0);
        assertThat(new Choice().order(List.of(judged(to(1), no, more), judged(to(2), no, open, moreOpen, warning))))
                .as("what is open about a blocked one, and warnings, do not count")
                .containsExactly(1, 0);
        assertThat(new Choice().order(List.of(judged(to(1), open, moreOpen), judged(to(2), open))))
                .containsExactly(1, 0);
        assertThat(new Choice().order(List.of(judged(to(null), open), judged(to(2), open))))
                .as("a host that is listed first")
                .containsExactly(1, 0);
    }

    private static JudgedCandidate judged(Candidate candidate, Finding... findings) {
        return Verdicts.judge(candidate, null, new ArrayList<>(List.of(findings)), NONE);
    }

    /** web-a to a host, live inside its vCenter. */
    private static Candidate to(@Nullable Integer host) {
        var candidate = Plans.candidate(Estates.oneSite(), "{ vm: web-a, to: { host: esx-02.site-a.example } }");
        return Draft.of(candidate)
                .set("host", host == null ? null : Estates.oneSite().get(Host.class, Estates.host(Estates.A, host)))
                .build();
    }

    private static Finding finding(String rule, Severity severity, Truth truth, String types) {
        return Findings.finding(Findings.card(rule, severity, EnforcedBy.VCENTER, types), Findings.entry("one"), truth);
    }
}
