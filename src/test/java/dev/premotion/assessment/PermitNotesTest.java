package dev.premotion.assessment;

import static dev.premotion.inventory.Estates.twoSites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Truth;
import dev.premotion.inventory.Estates;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.VCenter;
import dev.premotion.plan.InvolvedHost;
import dev.premotion.plan.Plan;
import dev.premotion.plan.Plans;
import dev.premotion.plan.Resolver;
import dev.premotion.plan.Subject;
import dev.premotion.reference.Tables;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the author of a permit is told about it. */
class PermitNotesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 16);
    private static final List<String> RULES = List.of("HOST-A", "HOST-B");

    private static final Finding ON_1 = finding("HOST-A", EnforcedBy.SUPPORT, Truth.NO, host(Estates.A, 1));
    private static final Finding ON_2 = finding("HOST-A", EnforcedBy.VCENTER, Truth.UNKNOWN, host(Estates.A, 2));
    private static final Finding ON_3 = finding("HOST-A", EnforcedBy.HOST, Truth.NO, host(Estates.A, 3));
    private static final Finding IN_B = finding("HOST-A", EnforcedBy.SUPPORT, Truth.NO, host(Estates.B, 1));

    @Test
    void aPermitIsToldHowMuchOfWhatItMatchesIsEnforcedByOthers() {
        assertThat(notes("waivers", "HOST-A", "esx-*", ON_1, ON_2, ON_3))
                .containsExactly("The waiver of HOST-A for esx-* has no effect on 2 of 3 findings: vCenter or the host"
                        + " enforces this itself. Correct the fact, or promise the fix under will-fix.");
        assertThat(notes("waivers", "HOST-A", "esx-*", ON_2))
                .containsExactly("The waiver of HOST-A for esx-* has no effect: vCenter enforces this itself. Correct"
                        + " the fact, or promise the fix under will-fix.");
        assertThat(notes("waivers", "HOST-A", "esx-*", ON_1)).isEmpty();
        assertThat(notes("will-fix", "HOST-A", "esx-*", ON_1, ON_2)).isEmpty();
    }

    @Test
    void anAssumptionOfWhatFailsHasNoEffectUnlessSomethingIsOpen() {
        assertThat(notes("assumptions", "HOST-A", "esx-*", ON_1, ON_3))
                .containsExactly("The assumption of HOST-A for esx-* has no effect: the snapshot says that it does not"
                        + " hold.");
        assertThat(notes("assumptions", "HOST-A", "esx-*", ON_1, ON_2)).isEmpty();
        assertThat(notes("waivers", "HOST-A", "esx-*", ON_1))
                .as("a waiver is for what fails")
                .isEmpty();
    }

    @Test
    void aPermitWithoutASubjectIsToldWhatItLifts() {
        assertThat(notes(
                        "waivers",
                        "HOST-A",
                        "*",
                        ON_1,
                        finding("HOST-A", EnforcedBy.SUPPORT, Truth.NO, host(Estates.A, 2))))
                .containsExactly("The waiver of HOST-A for * names no subject and lifts everything of its kind:"
                        + " 2 findings on 2 things, whatever they are.\nMaybe a pattern of the names that somebody"
                        + " looked at is meant.");
        assertThat(notes("assumptions", "HOST-A", "*", ON_2))
                .singleElement()
                .asString()
                .contains("1 finding on 1 thing");
        assertThat(notes("waivers", "HOST-*", "*", ON_2))
                .as("it lifts nothing")
                .singleElement()
                .asString()
                .contains("has no effect");
    }

    @Test
    void aSweepingPromiseIsToldWhatItDoesNotCover() {
        assertThat(notes("will-fix", "*", "*", ON_1, ON_2).get(0))
                .isEqualTo("The promised fix of * for * has no effect on 1 of 2 findings: vCenter enforces this itself,"
                        + " and that takes a rule or a subject by its name.");
    }

    @Test
    void aNameOfSeveralThingsIsToldWithTheirIdentities() {
        var name = "esx-01.site-a.example";
        assertThat(notes("waivers", "HOST-A", name, ON_1, IN_B))
                .containsExactly("The waiver of HOST-A for " + name + " is ambiguous and does not count: " + name
                        + " (vcsa-a/host-1), " + name + " (vcsa-b/host-1).\nMaybe vcsa-a/" + name
                        + " says which is meant.");
        var inOne = finding("HOST-A", EnforcedBy.SUPPORT, Truth.NO, host(Estates.A, 2, name));
        assertThat(notes("waivers", "HOST-A", name, ON_1, inOne))
                .containsExactly("The waiver of HOST-A for " + name + " is ambiguous and does not count: " + name
                        + " (vcsa-a/host-1), " + name + " (vcsa-a/host-2).\nMaybe vcsa-a/host-1 says which is meant.");
        var more = List.of(3, 4).stream()
                .map(number -> finding("HOST-A", EnforcedBy.SUPPORT, Truth.NO, host(Estates.A, number, name)))
                .toList();
        assertThat(notes("waivers", "HOST-A", name, ON_1, inOne, more.get(0)))
                .singleElement()
                .asString()
                .contains("(vcsa-a/host-3).\n");
        assertThat(notes("waivers", "HOST-A", name, ON_1, inOne, more.get(0), more.get(1)))
                .singleElement()
                .asString()
                .contains("(vcsa-a/host-3) and others.\n");
    }

    @Test
    void aPatternThatMatchesThingsOfOneNameInTwoVCentersSaysSo() {
        assertThat(notes("waivers", "HOST-A", "esx-0*", ON_1, IN_B, ON_2).get(0))
                .isEqualTo("The waiver of HOST-A for esx-0* matches different things of one name: esx-01.site-a.example"
                        + " (vcsa-a/host-1), esx-01.site-a.example (vcsa-b/host-1).\n"
                        + "Maybe vcsa-a/esx-01.site-a.example is enough.");
        var other = finding("HOST-A", EnforcedBy.SUPPORT, Truth.NO, host(Estates.A, 4));
        assertThat(notes("waivers", "HOST-A", "esx-0*", ON_1, other))
                .as("different names")
                .isEmpty();
    }

    @Test
    void whatMatchesNothingIsToldWhy() {
        assertThat(notes("waivers", "HOST-C", "esx-*", ON_1))
                .singleElement()
                .asString()
                .contains("matches no finding: there is no rule HOST-C.\nMaybe HOST-");
        assertThat(notes("waivers", "ZZZZZZ-?", "esx-*", ON_1))
                .singleElement()
                .asString()
                .endsWith("\nMaybe `premotion rules list` shows the one that is meant.");
        assertThat(notes("waivers", "HOST-A", "quite-different", ON_1))
                .singleElement()
                .asString()
                .endsWith("is about others.\nMaybe the subject is named otherwise, such as esx-01.site-a.example.");
        assertThat(notes("waivers", "HOST-B", "esx-*", ON_1))
                .singleElement()
                .asString()
                .endsWith("nothing is found against this rule.\nMaybe it is no longer needed.");
    }

    private static List<String> notes(String list, String rule, String subject, Finding... findings) {
        var plan = plan(list + ": [ { rule: \"" + rule + "\", subject: \"" + subject
                + "\", because: looked at, by: jk, until: 2030-12-31 } ]");
        var permits = Permits.of(plan, twoSites().inventory(), TODAY, List.of(findings));
        return new PermitNotes(permits, List.of(findings), List.of(), RULES)
                .all().stream().map(Permits.PermitNote::message).toList();
    }

    private static Plan plan(String permits) {
        return Resolver.resolve(
                Plans.read(permits, List.of("{ vm: web-a, to: { host: esx-02.site-a.example } }")),
                twoSites().inventory());
    }

    /** A host of either site, all named as site A's. */
    private static Subject host(String vCenter, int number) {
        return host(vCenter, number, "esx-0" + number + ".site-a.example");
    }

    private static Subject host(String vCenter, int number, String name) {
        var estate = twoSites().change(Estates.host(vCenter, number), "name", name);
        var ref = vCenter.equals(Estates.A) ? Estates.VC_A : Estates.VC_B;
        return new InvolvedHost(
                estate.get(Host.class, Estates.host(vCenter, number)),
                null,
                estate.get(VCenter.class, ref),
                Tables.load());
    }

    private static Finding finding(String rule, EnforcedBy enforcedBy, Truth truth, Subject subject) {
        return Findings.finding(Findings.card(rule, Severity.BLOCKER, enforcedBy, "all"), subject, truth);
    }
}
