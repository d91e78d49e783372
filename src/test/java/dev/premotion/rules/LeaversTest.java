package dev.premotion.rules;

import static dev.premotion.inventory.Estates.B;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.twoSites;
import static dev.premotion.inventory.Estates.vm;
import static dev.premotion.rules.SettlementTest.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.assessment.Assessment;
import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.OpenFacts;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Estates;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A VM that has the name, the address or the UUID of one that arrives, and leaves within the plan. */
class LeaversTest {

    private static final List<String> RULES = List.of("NET-MAC-CONFLICT-LATER", "VC-NAME-CLASH", "VM-UUID-DUP");
    private static final Ref WEB_B = vm(B, 1);

    private static final String AWAY = "{id: away, vm: {vcenter: vcsa-b, id: vm-1}, to: {vcenter: vcsa-a, host:"
            + " esx-02.site-a.example, datastore: ds-a2, folder: /DC-A/vm, networks: {VM-B: VM-A}}}";

    private static String arrival(String more) {
        return "{vm: {vcenter: vcsa-a, id: vm-1}, to: {vcenter: vcsa-b, host: esx-01.site-b.example, datastore: ds-b1,"
                + " folder: /DC-B/vm, networks: {VM-A: VM-B}}" + more + "}";
    }

    private static Estate alike() {
        return twoSites()
                .change(WEB_B, "name", "WEB-A")
                .change(
                        WEB_B,
                        "instanceUuid",
                        Objects.requireNonNull(twoSites().get(Vm.class, WEB_A).instanceUuid()))
                .change(Estates.nic(WEB_B, 1), "macAddress", "00:50:56:0a:00:01");
    }

    @Test
    void whoHasSurelyGoneIsNotInTheWay() {
        for (var more : List.of(", after: [away]", ", wave: 2")) {
            assertThat(found(check(alike(), AWAY, arrival(more)))).as(more).isEmpty();
        }
    }

    @Test
    void whoMayStillBeThereIsInTheWay() {
        assertThat(found(check(alike(), AWAY, arrival("")))).containsExactlyElementsOf(RULES);
        assertThat(found(check(alike(), AWAY, arrival(", together: [away]")))).containsExactlyElementsOf(RULES);
        assertThat(found(check(alike(), arrival("")))).containsExactlyElementsOf(RULES);
    }

    @Test
    void whoCannotLeaveIsInTheWay() {
        var blocked = alike().change(WEB_B, "toolsInstallerMounted", true);

        assertThat(found(check(blocked, AWAY, arrival(", wave: 2")))).containsExactlyElementsOf(RULES);
    }

    @Test
    void whetherWhoMayNotLeaveIsInTheWayDependsOnTheSameFact() {
        var open = alike().without(WEB_B, "toolsInstallerMounted");

        var judged = last(check(open, AWAY, arrival(", wave: 2")));

        assertThat(judged.findings())
                .filteredOn(finding -> RULES.contains(finding.card().id()))
                .hasSize(RULES.size())
                .allSatisfy(finding -> {
                    assertThat(finding.answer().unknown()).isTrue();
                    assertThat(OpenFacts.of(finding.subject(), finding.answer()))
                            .anySatisfy(fact -> assertThat(fact.property()).isEqualTo("toolsInstallerMounted"));
                });
    }

    /** As exports of inventories tell it, or not at all. */
    @Test
    void whoLeavesAFolderThatIsNotToldMayBeInTheWay() {
        for (var estate : List.of(alike().without(WEB_B, "folder"), alike().change(WEB_B, "folder", "vm"))) {
            var judged = last(check(estate, AWAY, arrival("")));
            assertThat(judged.findings())
                    .filteredOn(finding -> finding.card().id().equals("VC-NAME-CLASH"))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.answer().unknown()).isTrue();
                        assertThat(OpenFacts.of(finding.subject(), finding.answer()))
                                .extracting(fact -> fact.property())
                                .containsExactly("folder");
                    });
            assertThat(found(check(estate, AWAY, arrival(", wave: 2"))))
                    .as("gone, wherever it was")
                    .isEmpty();
        }
    }

    @Test
    void whoOnlyMovesWithinItsVCenterStaysInTheWay() {
        var within = "{id: away, vm: {vcenter: vcsa-b, id: vm-1}, to: {host: esx-02.site-b.example}}";

        assertThat(found(check(alike(), within, arrival(", after: [away]")))).containsExactlyElementsOf(RULES);
    }

    private static Judged last(Assessment assessment) {
        return assessment.migrations().get(assessment.migrations().size() - 1);
    }

    private static List<String> found(Assessment assessment) {
        return last(assessment).findings().stream()
                .filter(finding -> finding.answer().no())
                .map(finding -> finding.card().id())
                .filter(RULES::contains)
                .toList();
    }
}
