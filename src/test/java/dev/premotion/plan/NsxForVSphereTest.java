package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.B;
import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.VC_B;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.network;
import static dev.premotion.inventory.Estates.nic;
import static dev.premotion.inventory.Estates.twoSites;
import static dev.premotion.plan.Nics.ACROSS;
import static dev.premotion.plan.Nics.TABLES;
import static dev.premotion.plan.Nics.change;
import static dev.premotion.plan.Nics.lacking;
import static dev.premotion.plan.Nics.mapped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Ref;
import dev.premotion.reference.NsxVersion;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What web-a needs to come to an NSX segment from a port group on host 1, which NSX for vSphere may have prepared. */
class NsxForVSphereTest {

    private static final NsxVersion PLAIN = NsxVersion.of("2.2");
    private static final NsxVersion PREPARED = NsxVersion.of("2.5.2");
    private static final String TO_B = mapped(ACROSS, "VM-B");
    private static final Ref HOST = host(A, 1);

    private static final Estate SEGMENT =
            twoSites().change(network(B, 1), "type", "opaque").change(network(B, 1), "segmentType", "overlay");

    /** Host 1 offers a virtual wire. */
    private static final Estate WIRE = SEGMENT.change(network(A, 3), "name", "vxw-dvs-1-virtualwire-1");

    @Test
    void aHostThatOffersAVirtualWireIsPrepared() {
        for (var estate : List.of(WIRE, WIRE.partial(HOST, "networks"), WIRE.partial(VC_A, "networks"))) {
            var move = change(estate, TO_B);
            assertThat(move.sourceKind()).isEqualTo("nsx-v");
            assertThat(move.overlayNsx()).isEqualTo(PREPARED);
            assertThat(move.vlanNsx()).isEqualTo(PREPARED);
        }
    }

    @Test
    void aHostOfWhichEveryNetworkIsKnownToBeNoneIsNot() {
        var elsewhere = WIRE.change(HOST, "networks", Listing.of("dvportgroup-1"));
        for (var estate : List.of(
                SEGMENT,
                SEGMENT.without(HOST, "networks"),
                SEGMENT.without(WEB_A, "host"),
                SEGMENT.partial(VC_A, "networks"),
                elsewhere,
                elsewhere.without(network(A, 3), "name"),
                elsewhere.lose(VC_A, "networks", 2))) {
            assertThat(change(estate, TO_B).sourceKind()).isEqualTo("distributed");
            assertThat(change(estate, TO_B).overlayNsx()).isEqualTo(PLAIN);
        }
    }

    @Test
    void whereANetworkOfTheHostMayBeAWireTheLaterReleasesAreAskedFor() {
        var asked = new LinkedHashMap<Estate, List<String>>();
        asked.put(WIRE.without(HOST, "networks"), List.of("esx-01.site-a.example: networks"));
        asked.put(WIRE.lose(HOST, "networks", 2), List.of("esx-01.site-a.example: networks.complete"));
        asked.put(WIRE.lose(VC_A, "networks", 2), List.of("vcsa-a: networks.complete"));
        asked.put(
                SEGMENT.partial(VC_A, "networks").add(HOST, "networks", "other"), List.of("vcsa-a: networks.complete"));
        asked.put(WIRE.without(network(A, 3), "name"), List.of("dvportgroup-3: name"));
        asked.put(WIRE.without(WEB_A, "host"), List.of("web-a: host"));
        asked.put(WIRE.change(WEB_A, "host", "host-77"), List.of("web-a: source"));
        asked.forEach((estate, lacking) -> {
            var move = change(estate, TO_B);
            assertThat(move.sourceKind()).as("%s", lacking).isNull();
            assertThat(move.overlayNsx()).isEqualTo(PREPARED);
            assertThat(move.overlayVCenter()).isEqualTo(TABLES.segmentVCenter("nsx-v", "overlay", null));
            assertThat(move.overlayEsxi()).isEqualTo(TABLES.segmentEsxi("nsx-v", "overlay", null));
            assertThat(move.vlanVCenter()).isEqualTo(TABLES.segmentVCenter("nsx-v", "vlan", null));
            assertThat(move.vlanEsxi()).isEqualTo(TABLES.segmentEsxi("nsx-v", "vlan", null));
            assertThat(lacking(move, "sourceKind")).isEqualTo(lacking);
        });
    }

    @Test
    void onlyPortGroupsOfADistributedSwitchAreOfPreparedHosts() {
        var standard = change(WIRE.change(network(A, 1), "type", "standard"), TO_B);
        assertThat(standard.sourceKind()).isEqualTo("standard");
        assertThat(standard.overlayNsx()).isEqualTo(PLAIN);
        assertThat(change(WIRE.change(network(B, 1), "type", "distributed"), TO_B)
                        .sourceKind())
                .isEqualTo("distributed");
        var untold = change(WIRE.without(network(A, 1), "type"), TO_B);
        assertThat(untold.sourceKind()).isNull();
        assertThat(untold.overlayNsx()).isNull();
        assertThat(lacking(untold, "sourceKind")).containsExactly("VM-A: type");
        var nic = nic(WEB_A, 1);
        assertThat(lacking(
                        change(SEGMENT.change(nic, "network", "other").without(nic, "networkName"), ACROSS),
                        "sourceKind"))
                .containsExactly("Network adapter 1 of web-a: sourceNetwork");
    }

    @Test
    void whatASegmentNeedsIsToldByItsKind() {
        var move = change(SEGMENT.change(VC_B, "nsxVersion", "4.1.0"), TO_B);

        assertThat(move.segmentType()).isEqualTo("overlay");
        assertThat(move.nsx()).isEqualTo(NsxVersion.of("4.1.0"));
        assertThat(move.overlayVCenter()).isEqualTo(TABLES.segmentVCenter("distributed", "overlay", null));
        assertThat(move.overlayEsxi()).isEqualTo(TABLES.segmentEsxi("distributed", "overlay", null));
        assertThat(move.vlanVCenter()).isEqualTo(TABLES.segmentVCenter("distributed", "vlan", null));
        assertThat(move.vlanEsxi()).isEqualTo(TABLES.segmentEsxi("distributed", "vlan", null));
        assertThat(change(SEGMENT, ACROSS).segmentType()).isNull();
    }
}
