package dev.premotion.rules;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.B;
import static dev.premotion.inventory.Estates.DB_A;
import static dev.premotion.inventory.Estates.VC_B;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.network;
import static dev.premotion.inventory.Estates.nic;
import static dev.premotion.inventory.Estates.twoSites;
import static dev.premotion.rules.SettlementTest.verdicts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Network;
import dev.premotion.inventory.Nic;
import dev.premotion.inventory.Ref;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What migrations leave each other of the ports of a distributed port group. */
class PortSettlementTest {

    private static final String DB = toB("vm-2");
    private static final String WEB = toB("vm-1");

    /** VM-B has one port left. */
    private static final Estate ONE_PORT = ports(1);

    private static Estate ports(int free) {
        return twoSites().change(network(B, 1), "freePorts", free);
    }

    private static String toB(String vm) {
        return "{vm: {vcenter: vcsa-a, id: " + vm + "}, to: {vcenter: vcsa-b, host: esx-01.site-b.example,"
                + " datastore: ds-b1, networks: {VM-A: VM-B}}}";
    }

    @Test
    void thoseThatComeFirstHaveThePorts() {
        assertThat(verdicts(ONE_PORT, DB, WEB)).containsExactly("approved", "blocked");
        assertThat(verdicts(ports(2), DB, WEB)).containsExactly("approved", "approved");
    }

    @Test
    void whoMayComeMayTakeTheLastPort() {
        var adapter = nic(DB_A, 1);
        for (var poorer : List.of(
                ONE_PORT.without(adapter, "network").without(adapter, "networkName"),
                ONE_PORT.without(DB_A, "nics"),
                ONE_PORT.lose(DB_A, "nics", 0),
                ONE_PORT.lose(VC_B, "networks", 0),
                ONE_PORT.without(network(B, 1), "name"),
                ONE_PORT.without(network(B, 1), "type"))) {
            assertThat(verdicts(poorer, DB, WEB)).containsExactly("undetermined", "undetermined");
        }
        assertThat(verdicts(ONE_PORT.without(adapter, "network"), DB, WEB))
                .as("its name tells the network too")
                .containsExactly("approved", "blocked");
    }

    @Test
    void whoMayComeDoesNotMatterWhereAllFit() {
        assertThat(verdicts(ports(2).without(nic(DB_A, 1), "network").without(nic(DB_A, 1), "networkName"), DB, WEB))
                .containsExactly("undetermined", "approved");
        assertThat(verdicts(
                        ONE_PORT.change(network(B, 1), "growsByItself", true).without(DB_A, "nics"), DB, WEB))
                .containsExactly("undetermined", "approved");
    }

    @Test
    void anAdapterOfItsOwnMayTakeTheLastPort() {
        var none = ports(0);
        for (var poorer : List.of(
                none.without(WEB_A, "nics"),
                none.without(nic(WEB_A, 1), "network").without(nic(WEB_A, 1), "networkName"),
                none.without(network(B, 1), "type"))) {
            assertThat(verdicts(poorer, WEB)).containsExactly("undetermined");
        }
    }

    /** Host 1 calls another port group VM-B than host 2; the first adapter goes to host 2's by its id. */
    static Estate anotherOfOneNameAtTheFirstHost() {
        var estate = twoSites();
        var first = estate.get(Network.class, network(B, 1));
        var adapter = estate.get(Nic.class, nic(WEB_A, 1));
        var second = Draft.of(adapter)
                .set("ref", new Ref(Kind.NIC, A, "vm-1/4001"))
                .set("key", 4001)
                .set("macAddress", "00:50:56:0a:00:77")
                .build();
        return estate.add(
                        VC_B,
                        "networks",
                        Draft.of(first)
                                .set("ref", new Ref(Kind.NETWORK, B, "dvportgroup-9"))
                                .build())
                .add(WEB_A, "nics", second)
                .change(nic(WEB_A, 1), "connected", false)
                .change(nic(WEB_A, 1), "network", "network-4")
                .change(nic(WEB_A, 1), "networkName", "VM Network")
                .change(host(B, 1), "networks", offers("dvportgroup-9"))
                .change(host(B, 2), "networks", offers("dvportgroup-1"))
                .change(host(B, 3), "inMaintenanceMode", true);
    }

    private static Listing<String> offers(String first) {
        return Listing.of(first, "dvportgroup-2", "dvportgroup-3", "network-4");
    }

    @Test
    void eachCandidateIsWeighedWithThePortsThatItTakes() {
        var estate = anotherOfOneNameAtTheFirstHost()
                .change(network(B, 1), "freePorts", 1)
                .change(host(B, 1), "memoryMiB", 10L);
        var to = "{vm: {vcenter: vcsa-a, id: vm-1}, to: {vcenter: vcsa-b, %s, datastore: ds-b1,"
                + " nics: [{key: 4000, portGroup: dvportgroup-1}, {key: 4001, portGroup: VM-B}]}}";

        assertThat(verdicts(estate, to.formatted("host: host-2"))).containsExactly("blocked");
        assertThat(verdicts(estate, to.formatted("cluster: CL-B1")))
                .as("host 1 asks for one port, host 2 for two")
                .containsExactly("blocked");
        assertThat(verdicts(estate.change(network(B, 1), "freePorts", 2), to.formatted("cluster: CL-B1")))
                .containsExactly("approved-with-warnings");
    }
}
