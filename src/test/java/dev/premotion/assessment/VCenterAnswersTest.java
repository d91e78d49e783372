package dev.premotion.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.answer.Truth;
import dev.premotion.assessment.VCenterAnswers.Comparison;
import dev.premotion.inventory.VCenterCheck;
import dev.premotion.inventory.VCenterCheck.CheckFault;
import dev.premotion.plan.MigrationType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When vCenter's own check and the findings say the same. */
class VCenterAnswersTest {

    private static final List<MigrationType> LIVE = MigrationType.all().stream()
            .filter(type -> type.toString().equals("compute local live"))
            .toList();
    private static final Listing<CheckFault> FULL =
            Listing.of(new CheckFault("Full", "No room."), new CheckFault("Full", "No room on host-2."));

    @Test
    void anErrorIsForeseenOnlyByWhatStopsTheMigrationForGood() {
        var blocker = finding("A", Severity.BLOCKER, EnforcedBy.HOST, Truth.NO, "all", "~Full");

        assertThat(compare(answer(FULL, Listing.of()), blocker))
                .containsExactly(new Comparison("Full", true, "No room. No room on host-2.", List.of("A"), List.of()));
        for (var weaker : List.of(
                finding("A", Severity.BLOCKER, EnforcedBy.HOST, Truth.UNKNOWN, "all", "Full"),
                finding("A", Severity.BLOCKER, EnforcedBy.NOBODY, Truth.NO, "all", "Full"),
                finding("A", Severity.WARNING, EnforcedBy.HOST, Truth.NO, "all", "Full"),
                finding("A", Severity.BLOCKER, EnforcedBy.HOST, Truth.NO, "cold", "Full"),
                finding("A", Severity.BLOCKER, EnforcedBy.HOST, Truth.NO, "all", "Other"))) {
            assertThat(compare(answer(FULL, Listing.of()), weaker))
                    .as("%s", weaker)
                    .noneMatch(Comparison::agrees);
        }
    }

    @Test
    void aWarningIsForeseenByAnyFindingThatNamesIt() {
        var info = finding("A", Severity.INFO, EnforcedBy.NOBODY, Truth.UNKNOWN, "all", "Full");
        var other = finding("B", Severity.INFO, EnforcedBy.NOBODY, Truth.NO, "all", "Full");

        assertThat(compare(answer(Listing.of(), FULL), other, info))
                .containsExactly(
                        new Comparison("Full", false, "No room. No room on host-2.", List.of("A", "B"), List.of()));
    }

    @Test
    void silenceIsToldOfWhatVCenterItselfWouldRefuse() {
        var blocker = finding("A", Severity.BLOCKER, EnforcedBy.VCENTER, Truth.NO, "all", "~Full");

        assertThat(compare(answer(Listing.of(), Listing.of()), blocker))
                .containsExactly(new Comparison(null, true, null, List.of("A"), List.of("Full")));
        for (var other : List.of(
                finding("A", Severity.BLOCKER, EnforcedBy.HOST, Truth.NO, "all", "Full"),
                finding("A", Severity.BLOCKER, EnforcedBy.VCENTER, Truth.UNKNOWN, "all", "Full"),
                finding("A", Severity.WARNING, EnforcedBy.VCENTER, Truth.NO, "all", "Full"))) {
            assertThat(compare(answer(Listing.of(), Listing.of()), other)).isEmpty();
        }
        assertThat(compare(answer(Listing.of(), FULL), blocker))
                .as("it warns of it")
                .containsExactly(new Comparison("Full", false, "No room. No room on host-2.", List.of("A"), List.of()));
    }

    @Test
    void anAnswerThatIsNotWholeIsAnErrorThatNobodyForesaw() {
        var none = Listing.<CheckFault>of();

        assertThat(compare(answer(null, none))).extracting(Comparison::fault).containsExactly("");
        assertThat(compare(answer(Listing.partial(List.of()), none)))
                .extracting(Comparison::error)
                .containsExactly(true);
        assertThat(compare(answer(none, null))).as("warnings stop nothing").isEmpty();
    }

    private static List<Comparison> compare(VCenterCheck answer, Finding... findings) {
        return VCenterAnswers.compare(answer, List.of(findings), LIVE);
    }

    private static VCenterCheck answer(@Nullable Listing<CheckFault> errors, @Nullable Listing<CheckFault> warnings) {
        return new VCenterCheck("vm-1", null, "host-2", null, null, null, null, null, errors, warnings);
    }

    private static Finding finding(
            String rule, Severity severity, EnforcedBy enforcedBy, Truth truth, String types, String fault) {
        return Findings.finding(Findings.card(rule, severity, enforcedBy, types, fault), Findings.entry("one"), truth);
    }
}
