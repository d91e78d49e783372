package dev.premotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.assessment.Return;
import dev.premotion.assessment.Verdict;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Estates;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.Plans;
import dev.premotion.plan.Resolver;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whether there is a way back, by the same rules. */
class ReturnsTest {

    private static final Ref DS_A1 = Estates.twoSites()
            .inventory()
            .vCenters()
            .get(0)
            .datastores()
            .items()
            .get(0)
            .ref();
    private static final String EXPORT = "{ id: m, vm: web-a, to: { vcenter: vcsa-b, host: esx-01.site-b.example,"
            + " datastore: ds-b1, networks: { VM-A: VM-B } } }";

    private static Map<String, Return> returns(Estate estate, String entry) {
        var today = LocalDate.of(2026, 1, 16);
        var plan = Resolver.resolve(Plans.read(entry), estate.inventory());
        var assessment = Cases.PREFLIGHT.check(plan, estate.inventory(), today);
        assertThat(assessment.migrations().get(0).verdict().approved()).isTrue();
        return Cases.PREFLIGHT.returns(assessment, estate.inventory(), today);
    }

    private static Return only(Estate estate, String entry) {
        var returns = returns(estate, entry);
        assertThat(returns).hasSize(1);
        return returns.values().iterator().next();
    }

    @Test
    void aVmThatCrossedVCentersComesBackWhereItWas() {
        assertThat(only(Estates.twoSites(), EXPORT)).isEqualTo(new Return(Verdict.APPROVED, null));
        assertThat(only(Estates.linkedSites(), EXPORT)).isEqualTo(new Return(Verdict.APPROVED, null));
        assertThat(only(
                        Estates.linkedSites(),
                        "{ vm: metro-a, to: { vcenter: vcsa-b, host: esx-03.site-b.example, datastore: ds-metro } }"))
                .isEqualTo(new Return(Verdict.APPROVED, null));
    }

    @Test
    void aDatastoreThatEntersMaintenanceLetsTheVmGoAndNotComeBack() {
        var back = only(Estates.twoSites().change(DS_A1, "maintenanceMode", "enteringMaintenance"), EXPORT);

        assertThat(back.verdict()).isEqualTo(Verdict.BLOCKED);
        assertThat(back.because()).contains("ds-a1");
    }

    @Test
    void whatIsNotKnownOfTheSourceLeavesTheWayBackOpen() {
        var back = only(Estates.twoSites().without(DS_A1, "maintenanceMode"), EXPORT);

        assertThat(back.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(back.because()).contains("it is not known");
    }

    @Test
    void aMoveInsideItsClusterIsNotAsked() {
        assertThat(returns(Estates.twoSites(), "{ vm: web-a, to: { host: esx-02.site-a.example } }"))
                .isEmpty();
    }
}
