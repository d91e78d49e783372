package dev.premotion.rules;

import static dev.premotion.inventory.Estates.B;
import static dev.premotion.inventory.Estates.DB_A;
import static dev.premotion.inventory.Estates.VC_B;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.network;
import static dev.premotion.inventory.Estates.nic;
import static dev.premotion.inventory.Estates.twoSites;
import static dev.premotion.rules.SettlementTest.check;
import static dev.premotion.rules.SettlementTest.verdicts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Network;
import dev.premotion.inventory.Ref;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What migrations leave each other of the bandwidth of a network resource pool. */
class BandwidthSettlementTest {

    static final Ref OTHER = new Ref(network(B, 1).kind(), B, "dvportgroup-9");

    private static final String DB = toB("vm-2", 1, "VM-B");
    private static final String WEB = toB("vm-1", 2, "Other");

    private static String toB(String vm, int host, String network) {
        return "{vm: {vcenter: vcsa-a, id: " + vm + "}, to: {vcenter: vcsa-b, host: esx-0" + host
                + ".site-b.example, datastore: ds-b1, networks: {VM-A: " + network + "}}}";
    }

    /**
     * Two port groups are named VM-B, of which host 1 offers only the second. That one draws on the pool of the port group
     * Other, which has room for one of the two VMs.
     */
    static Estate twoOfOneName() {
        var estate = twoSites()
                .change(nic(DB_A, 1), "reservationMbps", 600L)
                .change(nic(WEB_A, 1), "reservationMbps", 600L)
                .change(network(B, 1), "networkResourcePool", "pool-1")
                .edit(network(B, 2), second -> drawingOnPool2(second, network(B, 2), "VM-B"));
        return estate.add(VC_B, "networks", drawingOnPool2(estate.get(Network.class, network(B, 2)), OTHER, "Other"))
                .change(host(B, 1), "networks", offers(network(B, 2)))
                .change(host(B, 2), "networks", offers(network(B, 1), OTHER));
    }

    /** With the VLAN of VM-A and VM-B. */
    private static Record drawingOnPool2(Record network, Ref ref, String name) {
        return Draft.of(network)
                .set("ref", ref)
                .set("name", name)
                .set("vlan", "101")
                .set("networkResourcePool", "pool-2")
                .set("unreservedMbps", 1000L)
                .build();
    }

    private static Listing<String> offers(Ref... networks) {
        var ids = Stream.concat(Stream.of(networks), Stream.of(network(B, 3), network(B, 4)))
                .map(Ref::id)
                .toList();
        return Listing.complete(ids);
    }

    @Test
    void portGroupsOfOnePoolShareIt() {
        assertThat(verdicts(check(twoOfOneName(), DB, WEB))).containsExactly("approved", "blocked");
        assertThat(verdicts(check(twoOfOneName(), WEB))).containsExactly("approved");
    }

    @Test
    void whoMayMeanAnotherNetworkOfTheNameMayDrawOnItsPool() {
        var hosts = twoOfOneName().without(host(B, 1), "networks");
        for (var poorer : List.of(
                hosts,
                hosts.lose(VC_B, "networks", 1),
                hosts.without(network(B, 2), "name"),
                twoOfOneName().lose(VC_B, "networks", 1),
                twoOfOneName().without(network(B, 2), "name"))) {
            assertThat(verdicts(check(poorer, DB, WEB))).containsExactly("undetermined", "undetermined");
        }
    }

    /** What the adapter of db-a comes to is open, but no network that it may be draws on the pool of Other. */
    @Test
    void whatIsOpenDoesNotMatterToAnotherPool() {
        var hosts = twoOfOneName().without(host(B, 1), "networks");

        assertThat(verdicts(check(hosts.change(OTHER, "networkResourcePool", "pool-3"), DB, WEB)))
                .containsExactly("undetermined", "approved");
    }
}
