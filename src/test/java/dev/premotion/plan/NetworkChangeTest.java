package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.B;
import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.VC_B;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.distributedSwitch;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.network;
import static dev.premotion.inventory.Estates.nic;
import static dev.premotion.inventory.Estates.twoSites;
import static dev.premotion.plan.Nics.ACROSS;
import static dev.premotion.plan.Nics.INSIDE;
import static dev.premotion.plan.Nics.LEAVES;
import static dev.premotion.plan.Nics.TABLES;
import static dev.premotion.plan.Nics.change;
import static dev.premotion.plan.Nics.keyed;
import static dev.premotion.plan.Nics.lacking;
import static dev.premotion.plan.Nics.mapped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Ref;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules ask of the network that web-a leaves and of the one that it comes to, and what would tell. */
class NetworkChangeTest {

    private static final Estate CLEAN = twoSites();
    private static final Ref NIC = nic(WEB_A, 1);
    private static final String DEVICE = "Network adapter 1 of web-a: ";
    private static final String TO_B = mapped(ACROSS, "VM-B");
    private static final String SHARED = mapped(LEAVES, "VM-Shared");
    private static final String STORAGE =
            "{ vm: { vcenter: vcsa-a, id: vm-1 }, to: { host: host-1, datastore: ds-a2 } }";

    /** The adapter is on no network that is known. */
    private static final Estate NOWHERE = CLEAN.without(NIC, "network").without(NIC, "networkName");

    private static final Estate STANDARD = CLEAN.change(network(A, 1), "type", "standard");

    @Test
    void aNetworkChangesWhereItsIdentityDoes() {
        assertThat(change(CLEAN, INSIDE).changes()).isFalse();
        assertThat(change(CLEAN, SHARED).changes()).isTrue();
        assertThat(change(CLEAN, TO_B).changes())
                .as("of one id in another vCenter")
                .isTrue();
        assertThat(change(NOWHERE, ACROSS).changes()).isTrue();
        assertThat(change(NOWHERE, INSIDE).changes()).isNull();
        assertThat(change(NOWHERE, keyed(LEAVES, "VM-Shared")).changes()).isNull();
        assertThat(change(CLEAN, TO_B).crossesVCenters()).isTrue();
        assertThat(change(CLEAN, INSIDE).crossesVCenters()).isFalse();
    }

    @Test
    void policiesMayDifferBetweenNetworksAndBetweenHostsOnAStandardSwitch() {
        assertThat(change(CLEAN, SHARED).policiesMayDiffer()).isTrue();
        assertThat(change(CLEAN, INSIDE).policiesMayDiffer()).isFalse();
        assertThat(change(STANDARD, INSIDE).policiesMayDiffer()).isTrue();
        assertThat(change(STANDARD, STORAGE).policiesMayDiffer())
                .as("on the very host")
                .isFalse();
        assertThat(change(STANDARD.without(WEB_A, "host"), INSIDE).policiesMayDiffer())
                .isTrue();
        assertThat(change(NOWHERE, INSIDE).policiesMayDiffer()).isNull();
        var open = CLEAN.without(network(A, 1), "type");
        assertThat(change(open, INSIDE).policiesMayDiffer()).isNull();
        assertThat(lacking(change(open, INSIDE), "policiesMayDiffer")).containsExactly("VM-A: type");
        assertThat(lacking(change(NOWHERE, INSIDE), "policiesMayDiffer")).containsExactly(DEVICE + "network");
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, true",
        "true,  false, false",
        "true,  true,  true",
        ",      false, ",
        "false, ,      ",
        "true,  ,      "
    })
    void policiesMatchWhereEachIsSetAlike(@Nullable Boolean one, @Nullable Boolean other, @Nullable Boolean match) {
        for (var policy : Map.of(
                        "allowPromiscuous", "promiscuous mode",
                        "macChanges", "MAC address changes",
                        "forgedTransmits", "forged transmits")
                .entrySet()) {
            var estate = set(set(CLEAN, 1, policy.getKey(), one), 2, policy.getKey(), other);

            assertThat(change(estate, SHARED).policiesMatch()).isEqualTo(match);
            var told = policy.getValue() + " (Accept, Reject)";
            assertThat(change(estate, SHARED).differingPolicies())
                    .isEqualTo(Boolean.FALSE.equals(match) ? List.of(told) : List.of());
            assertThat(lacking(change(estate, SHARED), "policiesMatch"))
                    .hasSize((one == null ? 1 : 0) + (other == null ? 1 : 0))
                    .allSatisfy(lacks ->
                            assertThat(lacks).isEqualTo((one == null ? "VM-A: " : "VM-Shared: ") + policy.getKey()));
        }
    }

    @Test
    void onePolicyThatDiffersDecidesWhateverTheOthersAre() {
        var estate = CLEAN.change(network(A, 2), "forgedTransmits", true)
                .change(network(A, 2), "macChanges", true)
                .without(network(A, 1), "allowPromiscuous");

        assertThat(change(estate, SHARED).policiesMatch()).isFalse();
        assertThat(change(estate, SHARED).differingPolicies())
                .containsExactly("MAC address changes (Reject, Accept)", "forged transmits (Reject, Accept)");
        assertThat(change(CLEAN, ACROSS).policiesMatch()).isNull();
        assertThat(change(CLEAN, ACROSS).differingPolicies()).isEmpty();
        assertThat(change(NOWHERE, keyed(LEAVES, "VM-Shared")).policiesMatch()).isNull();
        assertThat(change(NOWHERE, keyed(LEAVES, "VM-Shared")).differingPolicies())
                .isEmpty();
    }

    @Test
    void aDatacenterIsLeftWhereTheNetworksAreOfTwo() {
        var other = CLEAN.change(network(A, 2), "datacenter", "datacenter-2");
        assertThat(change(other, SHARED).leavesDatacenter()).isTrue();
        assertThat(change(CLEAN, SHARED).leavesDatacenter()).isFalse();
        assertThat(change(CLEAN.without(network(A, 1), "datacenter"), INSIDE).leavesDatacenter())
                .as("it stays on its network")
                .isFalse();
        assertThat(change(NOWHERE, ACROSS).leavesDatacenter()).isTrue();
        assertThat(change(NOWHERE, LEAVES).leavesDatacenter()).isNull();
        assertThat(change(NOWHERE, keyed(LEAVES, "VM-Shared")).leavesDatacenter())
                .isNull();
        for (int number : List.of(1, 2)) {
            var open = change(CLEAN.without(network(A, number), "datacenter"), SHARED);
            assertThat(open.leavesDatacenter()).isNull();
            assertThat(lacking(open, "leavesDatacenter"))
                    .containsExactly((number == 1 ? "VM-A" : "VM-Shared") + ": datacenter");
        }
    }

    @Test
    void endsThatAreNotKnownAreAskedFor() {
        for (var path : List.of("changes", "policiesMayDiffer", "policiesMatch", "leavesDatacenter")) {
            assertThat(lacking(change(NOWHERE, LEAVES), path)).containsExactly(DEVICE + "network");
            assertThat(lacking(change(NOWHERE, keyed(LEAVES, "VM-Shared")), path))
                    .containsExactly(DEVICE + "network");
            assertThat(lacking(change(NOWHERE.change(NIC, "network", "dvportgroup-77"), LEAVES), path))
                    .containsExactly(DEVICE + "sourceNetwork");
            assertThat(lacking(change(CLEAN, ACROSS), path)).containsExactly(DEVICE + "targetNetwork");
            assertThat(lacking(change(NOWHERE.partial(VC_B, "networks"), keyed(ACROSS, "New")), path))
                    .containsExactly(DEVICE + "network", "vcsa-b: networks.complete");
            assertThat(lacking(change(CLEAN, TO_B), path)).isEmpty();
        }
        for (var path : List.of("network.type", "network.vlan", "network.name", "targetIsolated")) {
            assertThat(lacking(change(NOWHERE, ACROSS), path)).containsExactly(DEVICE + "network");
            assertThat(lacking(change(CLEAN, ACROSS), path)).containsExactly(DEVICE + "targetNetwork");
            assertThat(lacking(change(NOWHERE.partial(VC_B, "networks"), keyed(ACROSS, "New")), path))
                    .as("what the adapter leaves does not matter")
                    .containsExactly("vcsa-b: networks.complete");
        }
        assertThat(lacking(change(CLEAN.without(NIC, "connected"), TO_B), "connected"))
                .containsExactly(DEVICE + "connected");
        assertThat(lacking(change(CLEAN, ACROSS), "sourceNetwork.vlan"))
                .as("the path leads there")
                .isEmpty();
    }

    @Test
    void whatTheSwitchesHaveIsAskedOfEachEnd() {
        assertThat(change(CLEAN, TO_B).sourceIsolated()).isFalse();
        assertThat(change(CLEAN, TO_B).targetIsolated()).isFalse();
        assertThat(change(CLEAN.change(host(A, 1), "physicalNics[1].switchName", "vSwitch0"), TO_B)
                        .sourceIsolated())
                .isTrue();
        assertThat(change(CLEAN.change(host(B, 1), "physicalNics[1].switchName", "vSwitch0"), TO_B)
                        .targetIsolated())
                .isTrue();
        var nowhere = CLEAN.without(WEB_A, "host");
        assertThat(change(nowhere, TO_B).sourceIsolated()).isNull();
        assertThat(lacking(change(nowhere, TO_B), "sourceIsolated")).containsExactly("web-a: host");
        assertThat(lacking(change(CLEAN.change(WEB_A, "host", "host-77"), TO_B), "sourceIsolated"))
                .containsExactly("web-a: source");
        assertThat(lacking(change(NOWHERE, TO_B), "sourceIsolated")).containsExactly(DEVICE + "network");
        assertThat(lacking(change(CLEAN.without(host(A, 1), "physicalNics"), TO_B), "sourceIsolated"))
                .containsExactly("esx-01.site-a.example: physicalNics");
        assertThat(lacking(change(CLEAN.without(VC_B, "distributedSwitches"), TO_B), "targetIsolated"))
                .containsExactly("vcsa-b: distributedSwitches");
        assertThat(change(CLEAN, TO_B).intranetTestOff()).isFalse();
        assertThat(change(CLEAN.change(VC_A, "settings", Map.of(Settings.INTRANET_TEST, "False")), TO_B)
                        .intranetTestOff())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void eachHostHasToSupportAChangeOfTheNetwork(boolean supports) {
        var capability = "capability.vmotionAcrossNetworkSupported";
        assertThat(change(CLEAN.change(host(A, 1), capability, supports), TO_B).sourceAcrossNetworkSupported())
                .isEqualTo(supports);
        assertThat(change(CLEAN.change(host(B, 1), capability, supports), TO_B).acrossNetworkSupported())
                .isEqualTo(supports);
        var open = CLEAN.without(host(A, 1), "capability").without(host(B, 1), capability);
        assertThat(change(open, TO_B).sourceAcrossNetworkSupported()).isNull();
        assertThat(change(open, TO_B).acrossNetworkSupported()).isNull();
        assertThat(change(CLEAN.without(WEB_A, "host"), TO_B).sourceAcrossNetworkSupported())
                .isNull();
    }

    @Test
    void itIsCalledByItsEndsAndItsHost() {
        var move = change(CLEAN, TO_B);
        assertThat(move.kind()).isEqualTo("network-change");
        assertThat(move.name()).isEqualTo("VM-A to VM-B at esx-01.site-b.example");
        assertThat(move.refs())
                .containsExactly(
                        network(A, 1), network(B, 1), host(A, 1), host(B, 1), new Ref("connected", "", "true"));
        assertThat(List.of(move.sourceName() + " " + move.sourceVlan(), move.targetName() + " " + move.targetVlan()))
                .containsExactly("VM-A 101", "VM-B 101");
        var open = change(NOWHERE.without(NIC, "connected").without(WEB_A, "host"), ACROSS);
        assertThat(open.name()).isEqualTo("an unknown network to an unknown network at esx-01.site-b.example");
        assertThat(open.refs()).containsExactly(NIC, NIC, WEB_A, host(B, 1), NIC);
        assertThat(open.sourceName()).isNull();
        assertThat(open.targetName()).isNull();
        assertThat(open.connected()).isNull();
        assertThat(change(CLEAN.change(NIC, "connected", false), TO_B).connected())
                .isFalse();
        assertThat(move.destinationRelease()).isEqualTo(TABLES.vCenter("7.0.3.01700", "22357613"));
        assertThat(move.hostRelease()).isEqualTo(TABLES.esxi("7.0.3", "22348816"));
        assertThat(change(CLEAN.without(distributedSwitch(A), "name"), TO_B).sourceIsolated())
                .isNull();
    }

    private static Estate set(Estate estate, int number, String policy, @Nullable Boolean value) {
        var network = network(A, number);
        return value == null ? estate.without(network, policy) : estate.change(network, policy, value);
    }
}
