package dev.premotion.rules;

import static dev.premotion.inventory.Estates.B;
import static dev.premotion.inventory.Estates.DB_A;
import static dev.premotion.inventory.Estates.VC_B;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.network;
import static dev.premotion.inventory.Estates.nic;
import static dev.premotion.inventory.Estates.twoSites;
import static dev.premotion.rules.SettlementTest.verdicts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.inventory.Estate;
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
}
