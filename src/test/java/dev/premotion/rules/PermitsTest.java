package dev.premotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.assessment.Assessment;
import dev.premotion.assessment.Verdict;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Estates;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.Plans;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What waivers, assumptions and promised fixes lift, through the whole check, and what is told about them. */
class PermitsTest {

    private static final String MOVE = "{ vm: web-a, to: { host: esx-02.site-a.example } }";
    private static final Ref DISK = new Ref("disk", Estates.A, Estates.WEB_A.id() + "/2000");
    private static final Ref ESX_02 = Estates.twoSites()
            .inventory()
            .vCenters()
            .get(0)
            .hosts()
            .items()
            .get(1)
            .ref();

    /** Support frowns on the one, a host refuses the other. */
    private static final Estate SHARED = Estates.twoSites().change(DISK, "sharing", "sharingMultiWriter");

    private static final Estate NO_TOOLS_FACT = Estates.twoSites().without(Estates.WEB_A, "toolsInstallerMounted");
    private static final Estate TOOLS_MOUNTED = Estates.twoSites().change(Estates.WEB_A, "toolsInstallerMounted", true);

    private static Assessment check(Estate estate, String permits, String... entries) {
        return Cases.check(estate, Plans.read(permits, List.of(entries.length == 0 ? new String[] {MOVE} : entries)));
    }

    private static String permit(String list, String rule, String subject, String more) {
        return list + ": [ { rule: \"" + rule + "\", subject: \"" + subject
                + "\", because: looked at, by: jk, until: 2030-12-31" + more + " } ]";
    }

    private static Verdict verdict(Assessment assessment) {
        return assessment.migrations().get(0).verdict();
    }

    private static List<String> notes(Assessment assessment) {
        return assessment.permitNotes().stream().map(note -> note.message()).toList();
    }

    @Test
    void aWaiverLiftsWhatSupportAsksForAndTheVerdictShowsIt() {
        var assessment = check(SHARED, permit("waivers", "STOR-MULTIWRITER-VM", "web-a*", ""));

        assertThat(verdict(check(SHARED, ""))).isEqualTo(Verdict.APPROVED_WITH_WARNINGS);
        assertThat(verdict(assessment)).isEqualTo(Verdict.APPROVED);
        assertThat(assessment.migrations().get(0).relies()).singleElement().satisfies(reliance -> {
            assertThat(reliance.lift().what()).isEqualTo("waiver");
            assertThat(reliance.lift().permit().because()).isEqualTo("looked at");
        });
        assertThat(notes(assessment)).isEmpty();
    }

    /** The VM moves all the same. */
    @Test
    void aWarningOfVCenterCanBeWaived() {
        var silent = Estates.twoSites().change(Estates.WEB_A, "heartbeat", "red");
        var assessment = check(silent, permit("waivers", "VM-NO-HEARTBEAT", "web-a", ""));

        assertThat(verdict(check(silent, ""))).isEqualTo(Verdict.APPROVED_WITH_WARNINGS);
        assertThat(verdict(assessment)).isEqualTo(Verdict.APPROVED);
        assertThat(notes(assessment)).isEmpty();
    }

    @Test
    void whatVCenterEnforcesCannotBeWaivedOnlyPromised() {
        var waived = check(TOOLS_MOUNTED, permit("waivers", "VM-TOOLS-INSTALL", "web-a", ""));
        var promised = check(TOOLS_MOUNTED, permit("will-fix", "VM-TOOLS-INSTALL", "web-a", ""));

        assertThat(verdict(waived)).isEqualTo(Verdict.BLOCKED);
        assertThat(notes(waived))
                .singleElement()
                .asString()
                .endsWith("has no effect: vCenter enforces this itself. Correct the fact, or promise the fix under"
                        + " will-fix.");
        assertThat(verdict(promised)).isEqualTo(Verdict.APPROVED);
    }

    @Test
    void anAssumptionLiftsTheUnknownButNotTheFailed() {
        var assumption = permit("assumptions", "VM-TOOLS-INSTALL", "web-a", "");

        assertThat(verdict(check(NO_TOOLS_FACT, ""))).isEqualTo(Verdict.UNDETERMINED);
        assertThat(verdict(check(NO_TOOLS_FACT, assumption))).isEqualTo(Verdict.APPROVED);
        assertThat(verdict(check(TOOLS_MOUNTED, assumption))).isEqualTo(Verdict.BLOCKED);
        assertThat(notes(check(TOOLS_MOUNTED, assumption)))
                .containsExactly("The assumption of VM-TOOLS-INSTALL for web-a has no effect: the snapshot says that it"
                        + " does not hold.");
    }

    @Test
    void anAssumptionOfEverythingNeverCoversWhatIsEnforcedAndIsToldOnce() {
        var estate = NO_TOOLS_FACT.without(ESX_02, "inQuarantineMode");
        for (var list : List.of("assumptions", "will-fix")) {
            var assessment = check(estate, permit(list, "*", "*", ""));

            assertThat(verdict(assessment)).as(list).isEqualTo(Verdict.UNDETERMINED);
            assertThat(notes(assessment)).hasSize(2);
            assertThat(notes(assessment).get(0)).contains("has no effect on 1 of 2 findings: vCenter enforces this");
            assertThat(notes(assessment).get(1)).contains("lifts everything of its kind: 1 finding on 1 thing");
        }
        assertThat(verdict(check(NO_TOOLS_FACT, permit("assumptions", "*-*", "?*", ""))))
                .isEqualTo(Verdict.UNDETERMINED);
        assertThat(verdict(check(NO_TOOLS_FACT, permit("assumptions", "*", "web-*", ""))))
                .isEqualTo(Verdict.APPROVED);
    }

    @Test
    void aPermitOfAllSubjectsIsToldHowMuchItLifts() {
        assertThat(notes(check(NO_TOOLS_FACT, permit("assumptions", "VM-TOOLS-*", "*", ""))))
                .containsExactly("The assumption of VM-TOOLS-* for * names no subject and lifts everything of its kind:"
                        + " 1 finding on 1 thing, whatever they are.\n"
                        + "Maybe a pattern of the names that somebody looked at is meant.");
    }

    @Test
    void aNameOfTwoThingsPermitsNothingUntilItsVCenterIsNamed() {
        var webB = new Ref("vm", Estates.B, Estates.WEB_A.id());
        var estate = NO_TOOLS_FACT.without(webB, "toolsInstallerMounted").change(webB, "name", "web-a");
        var other = "{ vm: { vcenter: vcsa-b, name: web-a }, to: { host: esx-02.site-b.example } }";
        var one = "{ vm: { vcenter: vcsa-a, name: web-a }, to: { host: esx-02.site-a.example } }";

        var plain = check(estate, permit("assumptions", "VM-TOOLS-INSTALL", "web-a", ""), one, other);
        assertThat(plain.migrations()).extracting(m -> m.verdict()).containsOnly(Verdict.UNDETERMINED);
        assertThat(notes(plain))
                .singleElement()
                .asString()
                .contains("is ambiguous and does not count: web-a (vcsa-a/" + Estates.WEB_A.id() + "), web-a (vcsa-b/")
                .contains("\nMaybe vcsa-a/web-a says which is meant.");

        for (var name :
                List.of("vcsa-a/web-a", "vcsa-a/web-*", Estates.WEB_A.toString(), "vcsa-a/" + Estates.WEB_A.id())) {
            var exact = check(estate, permit("assumptions", "VM-TOOLS-INSTALL", name, ""), one, other);
            assertThat(exact.migrations())
                    .as(name)
                    .extracting(m -> m.verdict())
                    .containsExactly(Verdict.APPROVED, Verdict.UNDETERMINED);
            assertThat(notes(exact)).isEmpty();
        }

        var both = check(estate, permit("assumptions", "VM-TOOLS-INSTALL", "web-*", ""), one, other);
        assertThat(both.migrations()).extracting(m -> m.verdict()).containsOnly(Verdict.APPROVED);
        assertThat(notes(both)).singleElement().asString().contains("matches different things of one name");
    }

    @Test
    void aPromiseCountsFromItsWaveOnAndSaysWhichWhereThereAreSeveral() {
        var estate = TOOLS_MOUNTED.change(Estates.DB_A, "toolsInstallerMounted", true);
        var one = "{ vm: web-a, wave: 1, to: { host: esx-02.site-a.example } }";
        var two = "{ vm: db-a, wave: 2, to: { host: esx-02.site-a.example } }";

        assertThat(check(estate, permit("will-fix", "VM-TOOLS-INSTALL", "*-a", ", before-wave: 2"), one, two)
                        .migrations())
                .extracting(m -> m.verdict())
                .containsExactly(Verdict.BLOCKED, Verdict.APPROVED);
        assertThat(notes(check(estate, permit("will-fix", "VM-TOOLS-INSTALL", "*-a", ", before-wave: 3"), one, two)))
                .singleElement()
                .asString()
                .endsWith(
                        "is promised before wave 3, too late for what moves in wave 1.\nMaybe before-wave: 1 is meant.");
        assertThat(notes(check(estate, permit("will-fix", "VM-TOOLS-INSTALL", "db-a", ", before-wave: 2"), one, two)))
                .isEmpty();
        var open = check(estate, permit("will-fix", "VM-TOOLS-INSTALL", "*-a", ""), one, two);
        assertThat(open.migrations()).extracting(m -> m.verdict()).containsOnly(Verdict.BLOCKED);
        assertThat(notes(open))
                .singleElement()
                .asString()
                .endsWith("does not say before which wave, and counts for none.\nMaybe before-wave: 1 is meant.");
    }

    @Test
    void anExpiredPermitIsAFindingOfTheMigrationItWasWrittenFor() {
        var assessment = check(
                NO_TOOLS_FACT,
                permit("assumptions", "VM-TOOLS-INSTALL", "web-a", "").replace("2030-12-31", "2026-01-15"));

        assertThat(Cases.found(assessment)).containsExactly("PLAN-PERMIT-VALID", "VM-TOOLS-INSTALL?");
        assertThat(assessment.migrations().get(0).findings())
                .anySatisfy(finding -> assertThat(finding.message())
                        .isEqualTo("The assumption of VM-TOOLS-INSTALL for web-a expired on 2026-01-15 and no longer"
                                + " counts; jk had answered for it."));
        assertThat(notes(assessment)).singleElement().asString().contains("expired on 2026-01-15");
    }

    @Test
    void whatMatchesNothingIsToldWithTheNearestName() {
        assertThat(notes(check(NO_TOOLS_FACT, permit("assumptions", "VM-TOOL-INSTALL", "web-a", ""))))
                .containsExactly("The assumption of VM-TOOL-INSTALL for web-a matches no finding: there is no rule"
                        + " VM-TOOL-INSTALL.\nMaybe VM-TOOLS-INSTALL.");
        assertThat(notes(check(NO_TOOLS_FACT, permit("assumptions", "VM-TOOLS-INSTALL", "wbe-a", ""))))
                .containsExactly(
                        "The assumption of VM-TOOLS-INSTALL for wbe-a matches no finding: what is found against"
                                + " this rule is about others.\nMaybe web-a.");
        assertThat(notes(check(NO_TOOLS_FACT, permit("assumptions", "HOST-QUARANTINE", "web-a", ""))))
                .containsExactly("The assumption of HOST-QUARANTINE for web-a matches no finding: nothing is found"
                        + " against this rule.\nMaybe it is no longer needed.");
    }
}
