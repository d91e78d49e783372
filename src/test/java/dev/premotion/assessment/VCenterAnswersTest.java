package dev.premotion.assessment;

import static dev.premotion.inventory.Estates.DB_A;
import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.oneSite;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.premotion.answer.Listing;
import dev.premotion.answer.Truth;
import dev.premotion.assessment.VCenterAnswers.Comparison;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Estates;
import dev.premotion.inventory.VCenterCheck;
import dev.premotion.inventory.VCenterCheck.CheckFault;
import dev.premotion.plan.MigrationType;
import dev.premotion.plan.Plans;
import dev.premotion.plan.VCenterFault;
import dev.premotion.plan.VCenterSilence;
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

    @Test
    void whatVCenterSaysItselfIsNotHeldAgainstIt() {
        var asked = new VCenterFault.Asked("web-a at host-2", List.of(Estates.WEB_A, Estates.host(Estates.A, 2)));
        var card = Findings.card("V", Severity.BLOCKER, EnforcedBy.VCENTER, "all", "Full");
        for (var own : List.of(
                new VCenterFault(asked, true, "Full", "No room.", false),
                new VCenterSilence(asked, "R", "Full", false))) {
            assertThat(compare(answer(Listing.of(), Listing.of()), Findings.finding(card, own, Truth.NO)))
                    .isEmpty();
        }
    }

    @Test
    void aMessageIsToldOnceAndMayBeMissing() {
        var faults = Listing.of(
                new CheckFault("Full", null),
                new CheckFault("Full", " No room. "),
                new CheckFault("Full", "No room."),
                new CheckFault("Other", null));

        assertThat(compare(answer(faults, Listing.of())))
                .extracting(Comparison::fault, Comparison::message)
                .containsExactly(tuple("Full", "No room."), tuple("Other", ""));
    }

    @Test
    void aFaultIsForeseenByAFindingThatNamesIt() {
        var asked = new VCenterFault.Asked("web-a at host-2", List.of(Estates.WEB_A));
        var error = new VCenterFault(asked, true, "Full", "No room.", false);
        var warning = new VCenterFault(asked, false, "Full", "No room.", false);
        var blocker = finding("A", Severity.BLOCKER, EnforcedBy.HOST, Truth.NO, "all", "~Full");
        var info = finding("A", Severity.INFO, EnforcedBy.NOBODY, Truth.NO, "all", "Full");

        assertThat(VCenterAnswers.foreseen(error, List.of(info, blocker))).isTrue();
        assertThat(VCenterAnswers.foreseen(error, List.of(info))).isFalse();
        assertThat(VCenterAnswers.foreseen(warning, List.of(info))).isTrue();
    }

    private static final String TO_HOST_2 = "{ vm: web-a, to: { host: host-2 } }";
    private static final VCenterCheck ANSWER =
            new VCenterCheck("vm-1", null, "host-2", null, null, null, null, null, FULL, Listing.of());

    private static Estate asked(Listing<VCenterCheck> checks) {
        return oneSite().change(VC_A, "vCenterChecks", checks);
    }

    private static @Nullable VCenterCheck answerTo(Estate estate, String entry) {
        var plan = Plans.resolve(estate, entry);
        var migration = plan.migrations().get(0);
        return new VCenterAnswers(plan).of(migration, migration.candidates().get(0));
    }

    @Test
    void anAnswerIsAboutJustWhatWasAsked() {
        assertThat(answerTo(asked(Listing.of(ANSWER)), TO_HOST_2)).isEqualTo(ANSWER);
        assertThat(answerTo(asked(Listing.of(ANSWER)), "{ vm: web-a, to: { host: host-3 } }"))
                .isNull();
        assertThat(answerTo(asked(Listing.of(ANSWER)), "{ vm: db-a, to: { host: host-2 } }"))
                .isNull();
        assertThat(answerTo(oneSite(), TO_HOST_2)).isNull();
        assertThat(answerTo(asked(Listing.of(ANSWER)).partial(VC_A, "hosts"), "{ vm: web-a, to: { host: esx-99 } }"))
                .as("a host that is not listed")
                .isNull();
    }

    @Test
    void anAnswerThatWasLostMayHaveBeenARefusal() {
        var lost = answerTo(asked(Listing.partial(List.of())), TO_HOST_2);

        assertThat(lost).isEqualTo(ANSWER.asked());
        assertThat(VCenterAnswers.compare(lost, List.of(), LIVE))
                .extracting(Comparison::fault)
                .containsExactly("");
        assertThat(answerTo(asked(Listing.partial(List.of(ANSWER))), TO_HOST_2)).isEqualTo(ANSWER);
    }

    @Test
    void whereTheQuestionIsNotKnownEveryAnswerAboutVmAndHostCounts() {
        var unknown = ANSWER.asked();
        var open = asked(Listing.of(ANSWER)).without(WEB_A, "template");
        assertThat(answerTo(open, TO_HOST_2)).isEqualTo(unknown);
        assertThat(answerTo(open, "{ vm: web-a, to: { host: host-3 } }"))
                .as("another host")
                .isNull();
        assertThat(answerTo(open.without(DB_A, "template"), "{ vm: db-a, to: { host: host-2 } }"))
                .as("another VM")
                .isNull();
        var allowed = ANSWER.asked().answered(Listing.of(), FULL);
        assertThat(answerTo(asked(Listing.of(allowed)).without(WEB_A, "template"), TO_HOST_2))
                .as("warnings are no refusal")
                .isNull();
        assertThat(answerTo(asked(Listing.partial(List.of(allowed))).without(WEB_A, "template"), TO_HOST_2))
                .as("there may be another answer")
                .isEqualTo(unknown);
        assertThat(answerTo(asked(Listing.of(ANSWER.asked())).without(WEB_A, "template"), TO_HOST_2))
                .as("an answer that is not known whole")
                .isEqualTo(unknown);
        assertThat(answerTo(
                        asked(Listing.of(ANSWER)).without(WEB_A, "template"),
                        "{ vm: web-a, power: shut-down, to: { host: host-2 } }"))
                .as("it cannot be asked about a power state to come")
                .isNull();
    }

    @Test
    void onlyVCentersOfAPlanAreHeard() {
        var plan = Plans.resolve(asked(Listing.of(ANSWER)), TO_HOST_2);
        assertThat(new VCenterAnswers(plan).none()).isFalse();
        assertThat(new VCenterAnswers(Plans.resolve(oneSite(), TO_HOST_2)).none())
                .isTrue();
        assertThat(new VCenterAnswers(Plans.survey(asked(Listing.of(ANSWER)))).none())
                .as("a survey asks about places that nobody planned")
                .isTrue();
        assertThat(new VCenterAnswers(Plans.resolve(asked(Listing.of(ANSWER)), "{ vm: nobody, to: { host: host-2 } }"))
                        .none())
                .as("an entry without a VM is of no vCenter")
                .isTrue();
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
