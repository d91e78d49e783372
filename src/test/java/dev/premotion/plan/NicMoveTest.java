package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.B;
import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.VC_B;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.distributedSwitch;
import static dev.premotion.inventory.Estates.network;
import static dev.premotion.inventory.Estates.nic;
import static dev.premotion.inventory.Estates.twoSites;
import static dev.premotion.plan.Nics.ACROSS;
import static dev.premotion.plan.Nics.INSIDE;
import static dev.premotion.plan.Nics.LEAVES;
import static dev.premotion.plan.Nics.TABLES;
import static dev.premotion.plan.Nics.keyed;
import static dev.premotion.plan.Nics.lacking;
import static dev.premotion.plan.Nics.mapped;
import static dev.premotion.plan.Nics.move;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.inventory.DistributedSwitch;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Ref;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules ask of an adapter of web-a, where the snapshot says it and where it leaves it open. */
class NicMoveTest {

    private static final Estate CLEAN = twoSites();
    private static final Ref NIC = nic(WEB_A, 1);
    private static final String DEVICE = "Network adapter 1 of web-a: ";
    private static final String TO_B = mapped(ACROSS, "VM-B");

    /** The adapter is on no network that is known. */
    private static final Estate NOWHERE = CLEAN.without(NIC, "network").without(NIC, "networkName");

    @ParameterizedTest
    @CsvSource({
        "VirtualVmxnet3,         , ordinary, ordinary",
        "e1000e,                 , ordinary, ordinary",
        "Flexible,               , ordinary, ordinary",
        "VirtualSriovEthernetCard,     , sriov, sriov",
        "SR-IOV passthrough,      false, sriov, sriov",
        "sriov,                    true, dvx,   dvx",
        "VirtualVmxnet3Vrdma,          , pvrdma, pvrdma",
        "Shiny100,                     ,      , ordinary",
        "                            , ,      , ordinary"
    })
    void theKindOfAnAdapterIsToldByItsTypeOrElseByAPerson(
            @Nullable String type, @Nullable Boolean dvx, @Nullable String kind, String confirmed) {
        var estate = type == null ? CLEAN.without(NIC, "adapterType") : CLEAN.change(NIC, "adapterType", type);
        estate = dvx == null ? estate : estate.change(NIC, "dvxBacked", dvx);

        assertThat(move(estate, INSIDE).adapterKind()).isEqualTo(kind);
        assertThat(move(estate.change(WEB_A, "nicsConfirmed", false), INSIDE).adapterKind())
                .isEqualTo(kind);
        assertThat(move(estate.change(WEB_A, "nicsConfirmed", true), INSIDE).adapterKind())
                .isEqualTo(confirmed);
        assertThat(lacking(move(estate, INSIDE), "nic.adapterType")).containsExactly("web-a: nicsConfirmed");
    }

    @Test
    void insideItsClusterAnAdapterKeepsItsNetworkKnownOrNot() {
        for (var estate : List.of(CLEAN, NOWHERE)) {
            assertThat(move(estate, INSIDE).sameNetwork()).isTrue();
            assertThat(move(estate, INSIDE).sameSwitch()).isTrue();
            assertThat(move(estate, INSIDE).within()).isEqualTo("its cluster");
        }
        assertThat(move(CLEAN, LEAVES).within()).isEmpty();
        assertThat(move(CLEAN, LEAVES).sameNetwork()).isTrue();
        var away = move(CLEAN, mapped(INSIDE, "VM-Shared"));
        assertThat(away.sameNetwork()).isFalse();
        assertThat(away.within()).isEmpty();
        assertThat(move(NOWHERE, LEAVES).sameNetwork()).isNull();
        assertThat(move(NOWHERE, LEAVES).sameSwitch()).isNull();
        assertThat(move(CLEAN, ACROSS).sameNetwork()).as("no VM-A there").isNull();
        assertThat(move(CLEAN, TO_B).sameNetwork()).isFalse();
    }

    @Test
    void twoPortGroupsMayBeOfOneSwitch() {
        var entry = mapped(LEAVES, "VM-Shared");
        assertThat(move(CLEAN, entry).sameSwitch()).isTrue();
        assertThat(move(CLEAN.change(network(A, 2), "distributedSwitch", "dvs-2"), entry)
                        .sameSwitch())
                .isFalse();
        assertThat(move(CLEAN, TO_B).sameSwitch())
                .as("of two vCenters, though of one id")
                .isFalse();
        for (int number : List.of(1, 2)) {
            var open = move(CLEAN.without(network(A, number), "distributedSwitch"), entry);
            assertThat(open.sameSwitch()).isNull();
            assertThat(lacking(open, "sameSwitch"))
                    .containsExactly((number == 1 ? "VM-A" : "VM-Shared") + ": distributedSwitch");
        }
        assertThat(lacking(move(CLEAN, entry), "sameSwitch")).isEmpty();
    }

    @Test
    void whatTellsTheNetworksIsAskedFor() {
        for (var path : List.of("sameNetwork", "sameSwitch")) {
            assertThat(lacking(move(NOWHERE, LEAVES), path)).containsExactly(DEVICE + "network");
            assertThat(lacking(move(NOWHERE, keyed(LEAVES, "VM-Shared")), path)).containsExactly(DEVICE + "network");
            assertThat(lacking(move(NOWHERE.change(NIC, "network", "dvportgroup-77"), LEAVES), path))
                    .as("one that is not listed")
                    .containsExactly(DEVICE + "sourceNetwork");
            assertThat(lacking(move(CLEAN, ACROSS), path)).containsExactly(DEVICE + "targetNetwork");
        }
        for (var path : List.of("network.type", "targetSwitch.version")) {
            assertThat(lacking(move(CLEAN, ACROSS), path)).containsExactly(DEVICE + "targetNetwork");
            assertThat(lacking(move(CLEAN.partial(VC_B, "networks"), ACROSS), path))
                    .containsExactly("vcsa-b: networks.complete");
            assertThat(lacking(move(NOWHERE.partial(VC_B, "networks"), keyed(ACROSS, "New")), path))
                    .as("the plan names it, whatever the adapter leaves")
                    .containsExactly("vcsa-b: networks.complete");
            assertThat(lacking(move(NOWHERE, ACROSS), path)).containsExactly(DEVICE + "network");
            assertThat(lacking(move(CLEAN, TO_B), path)).isEmpty();
        }
        var nameless = CLEAN.without(NIC, "networkName").without(network(A, 1), "name");
        assertThat(lacking(move(nameless, ACROSS), "network.type")).containsExactly("dvportgroup-1: name");
        assertThat(lacking(move(CLEAN, ACROSS), "nic.conflictPort")).isEmpty();
    }

    @Test
    void whatAnAdapterAndItsSwitchesSayIsTold() {
        var told = CLEAN.change(NIC, "reservationMbps", 50L)
                .change(NIC, "conflictPort", true)
                .change(NIC, "wakeOnLanEnabled", true)
                .change(NIC, "connected", false)
                .change(distributedSwitch(B), "vendor", "Cisco")
                .change(distributedSwitch(B), "version", "8.0.0")
                .change(distributedSwitch(B), "enhancedDataPath", true)
                .change(distributedSwitch(B), "realTime", true)
                .change(distributedSwitch(B), "networkResourceControl", "version2");
        var move = move(told, TO_B);

        assertThat(move.reservationMbps()).isEqualTo(50);
        assertThat(move.conflictPort()).isTrue();
        assertThat(move.wakeOnLanEnabled()).isTrue();
        assertThat(move.connected()).isFalse();
        assertThat(List.of(said(move.sourceSwitchVendor()), said(move.targetSwitchVendor())))
                .containsExactly("VMware, Inc.", "Cisco");
        assertThat(List.of(said(move.sourceSwitchVersion()), said(move.targetSwitchVersion())))
                .containsExactly("7.0.3", "8.0.0");
        assertThat(move.sourceEnhancedDataPath()).isFalse();
        assertThat(move.targetEnhancedDataPath()).isTrue();
        assertThat(move.sourceRealTime()).isFalse();
        assertThat(move.targetRealTime()).isTrue();
        assertThat(move.networkResourceControl()).isEqualTo("version2");
        assertThat(move.sourceType()).isEqualTo("distributed");
        assertThat(move(told.change(network(B, 1), "type", "standard"), TO_B).targetType())
                .isEqualTo("standard");
        assertThat(move.sourceRelease()).isEqualTo(TABLES.vCenter("7.0.3.01700", "22357613"));
        assertThat(move.destinationRelease()).isEqualTo(move.sourceRelease());
        var plain = move(CLEAN, TO_B);
        assertThat(List.of(said(plain.connected()), said(plain.wakeOnLanEnabled()), said(plain.conflictPort())))
                .containsExactly("true", "false", "false");
        assertThat(move.kind()).isEqualTo("nic");
        assertThat(move.name()).isEqualTo("web-a, Network adapter 1");
        assertThat(move.refs()).containsExactly(NIC, network(B, 1));
        assertThat(move(CLEAN, ACROSS).refs()).containsExactly(NIC, VC_B);
    }

    @Test
    void whatIsOfNoAdapterOrNoSwitchIsNotKnown() {
        var move = move(CLEAN.without(WEB_A, "nics"), LEAVES);
        assertThat(move.name()).isEqualTo("web-a, other network adapters");
        assertThat(move.refs()).containsExactly(new Ref("nic", A, "vm-1/?"), VC_A);
        for (var value : Arrays.asList(
                move.connected(),
                move.conflictPort(),
                move.wakeOnLanEnabled(),
                move.reservationMbps(),
                move.adapterKind(),
                move.sourceType(),
                move.targetType(),
                move.sourceRealTime(),
                move.targetRealTime(),
                move.networkResourceControl(),
                move.sameSwitch())) {
            assertThat(value).isNull();
        }
        assertThat(lacking(move, "sameNetwork")).containsExactly("web-a: nics");
        assertThat(lacking(move, "sameSwitch")).containsExactly("web-a: nics");
        assertThat(lacking(move, "nic.conflictPort"))
                .as("the path leads to the adapters")
                .isEmpty();
        assertThat(lacking(move(CLEAN.without(WEB_A, "nics"), INSIDE), "nic.conflictPort"))
                .containsExactly("web-a: nicsConfirmed");
    }

    @Test
    void aSwitchIsLookedUpInTheVCenterOfItsNetwork() {
        var second = Draft.of(CLEAN.get(DistributedSwitch.class, distributedSwitch(B)))
                .set("ref", new Ref("switch", B, "dvs-2"))
                .set("version", "6.6.0")
                .build();
        var estate = CLEAN.add(VC_B, "distributedSwitches", second).change(network(B, 1), "distributedSwitch", "dvs-2");

        assertThat(move(estate, TO_B).targetSwitchVersion()).isEqualTo("6.6.0");
        assertThat(move(estate, TO_B).sourceSwitchVersion()).isEqualTo("7.0.3");
        assertThat(move(estate.without(VC_B, "distributedSwitches"), TO_B).targetSwitch())
                .isNull();
    }

    private static String said(@Nullable Object value) {
        return String.valueOf(value);
    }
}
