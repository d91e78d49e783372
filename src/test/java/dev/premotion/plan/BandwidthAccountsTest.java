package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.B;
import static dev.premotion.inventory.Estates.DB_A;
import static dev.premotion.inventory.Estates.METRO_A;
import static dev.premotion.inventory.Estates.VC_B;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.network;
import static dev.premotion.inventory.Estates.nic;
import static dev.premotion.inventory.Estates.twoSites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Nic;
import dev.premotion.inventory.PowerState;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.LedgerTest.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What adapters reserve of a network resource pool where one VM has several, and where its networks are open. */
class BandwidthAccountsTest {

    private static final Ref NIC = nic(WEB_A, 1);
    private static final Ref SECOND = nic(WEB_A, 2);

    /** Reserve 20 Mbit/s for web-a, 300 for metro-a, which is on VM-Shared, and 4000 for db-a. */
    private static final Estate CLEAN = reserves(reserves(reserves(twoSites(), WEB_A, 20), METRO_A, 300), DB_A, 4000);

    private static final Estate TWO = CLEAN.add(WEB_A, "nics", second(CLEAN));

    private static final String TO_B = toB("vm-1", "VM-A: VM-B");

    private static String toB(String vm, String networks) {
        return "{ vm: { vcenter: vcsa-a, id: " + vm + " }, to: { vcenter: vcsa-b, host: host-1, datastore: ds-b1,"
                + " networks: { " + networks + " } } }";
    }

    @Test
    void adaptersOfOneVmThatComeToOnePoolAreAddedUp() {
        assertThat(Run.of(CLEAN, TO_B).bandwidth(0)).containsExactly("VM-B 20");
        assertThat(Run.of(TWO, TO_B).bandwidth(0)).containsExactly("VM-B 27", "VM-Shared 27");
        assertThat(Run.of(TWO, toB("vm-1", "VM-A: VM-B, VM-Shared: VM-B")).bandwidth(0))
                .containsExactly("VM-B 27");
        var pools = TWO.change(network(B, 1), "networkResourcePool", "pool-1");
        assertThat(Run.of(pools, TO_B).bandwidth(0)).containsExactly("VM-B 20", "VM-Shared 7");
        assertThat(Run.of(TWO.without(network(B, 1), "networkResourcePool"), TO_B)
                        .bandwidth(0))
                .containsExactly("VM-B 20 to 27", "VM-Shared 7 to 27");
        assertThat(Run.of(pools, toB("vm-2", "VM-A: VM-B"), TO_B).booked(0).bandwidth(1))
                .containsExactly("VM-B 4020", "VM-Shared 7");
    }

    @Test
    void standardNetworksReserveNothing() {
        assertThat(Run.of(CLEAN, toB("vm-1", "VM-A: VM Network")).bandwidth(0)).isEmpty();
        assertThat(Run.of(TWO, toB("vm-1", "VM-A: VM Network")).bandwidth(0)).containsExactly("VM-Shared 7 to 27");
        assertThat(Run.of(reserves(CLEAN, WEB_A, 0), TO_B).bandwidth(0)).isEmpty();
    }

    @Test
    void adaptersOfTheVmThatMayComeToThePoolCount() {
        var more = Run.of(CLEAN.partial(WEB_A, "nics").change(network(B, 1), "name", "VM-A"), Nics.ACROSS);
        assertThat(more.bandwidth(0)).containsExactly("VM-A at least 20");
        assertThat(Nics.told(more.loads(0, BandwidthLoad.class).get(0).lacking("reservedMbps")))
                .containsExactly("web-a: nics.complete");
        var nowhere = TWO.without(SECOND, "network").without(SECOND, "networkName");
        assertThat(Run.of(nowhere.change(network(B, 1), "name", "VM-A"), Nics.ACROSS)
                        .bandwidth(0))
                .containsExactly("VM-A 20 to 27");
        var untold = TWO.without(SECOND, "reservationMbps");
        assertThat(Run.of(untold, TO_B).bandwidth(0)).containsExactly("VM-B at least 20", "VM-Shared at least 20");
        assertThat(Run.of(untold.change(network(B, 1), "networkResourcePool", "pool-1"), TO_B)
                        .bandwidth(0))
                .containsExactly("VM-B 20", "VM-Shared at least 0");
    }

    @Test
    void whoseNetworkIsNotKnownMayBeInThePoolAlready() {
        var nowhere = CLEAN.without(NIC, "network").without(NIC, "networkName");
        assertThat(Run.of(nowhere, keyed("vcenter: vcsa-b, host: host-1, datastore: ds-b1", "VM-B"))
                        .bandwidth(0))
                .as("it comes from another vCenter")
                .containsExactly("VM-B 20");
        assertThat(Run.of(nowhere, keyed("host: host-4", "VM-Shared")).bandwidth(0))
                .containsExactly("VM-Shared 0 to 20");
        var pool = CLEAN.change(network(A, 2), "networkResourcePool", "pool-1");
        assertThat(Run.of(pool, keyed("host: host-4", "VM-Shared")).bandwidth(0))
                .containsExactly("VM-Shared 20");
        assertThat(Run.of(CLEAN, keyed("host: host-4", "VM-Shared")).bandwidth(0))
                .as("both draw on the switch")
                .isEmpty();
    }

    private static String keyed(String to, String network) {
        return "{ vm: { vcenter: vcsa-a, id: vm-1 }, to: { " + to + ", nics: [{ key: 4000, portGroup: " + network
                + " }] } }";
    }

    @Test
    void whoGoesToAnotherVCenterFreesWhatItHadHereAndNothingThere() {
        var pool = CLEAN.change(network(A, 2), "networkResourcePool", "pool-1");
        var away = toB("vm-6", "VM-Shared: VM-Shared").replace("{ vm:", "{ wave: 1, vm:");
        var comes =
                "{ vm: { vcenter: vcsa-a, id: vm-1 }, wave: 2, to: { host: host-2, networks: { VM-A: VM-Shared } } }";
        assertThat(Run.of(pool, away, comes).booked(0).bandwidth(1)).containsExactly("VM-Shared -280");
        assertThat(Run.of(pool, away, TO_B.replace("{ vm:", "{ wave: 2, vm:"))
                        .booked(0)
                        .bandwidth(1))
                .as("of one switch and pool by their ids, but in another vCenter")
                .containsExactly("VM-B 320");
        var run = Run.of(pool, away, comes).booked(0);
        run.ledger().forget(run.migrations().get(0));
        assertThat(run.bandwidth(1)).containsExactly("VM-Shared 20");
        assertThat(Run.of(pool, away, comes).perhaps(0).bandwidth(1)).containsExactly("VM-Shared -280 to 20");
        var off = pool.change(METRO_A, "powerState", PowerState.SUSPENDED);
        assertThat(Run.of(off, away, comes).booked(0).bandwidth(1)).containsExactly("VM-Shared 20");
        var hidden = pool.change(network(B, 2), "name", "Other");
        assertThat(Run.of(hidden, away.replace("VM-Shared: VM-Shared", "VM-A: VM-B"), comes)
                        .booked(0)
                        .bandwidth(1))
                .as("where it comes to is open")
                .containsExactly("VM-Shared -280 to 20");
    }

    @Test
    void whatMayRunAndWhatMayBeConnectedIsTold() {
        var untold = CLEAN.without(DB_A, "powerState");
        var run = Run.of(untold, toB("vm-2", "VM-A: VM-Shared"), TO_B).booked(0);
        assertThat(run.bandwidth(1)).containsExactly("VM-B 20 to 4020");
        assertThat(Nics.told(run.loads(1, BandwidthLoad.class).get(0).lacking("reservedMbps")))
                .containsExactly("db-a: powerState");
        assertThat(Run.of(untold, toB("vm-2", "VM-A: VM-B")).bandwidth(0))
                .as("if it runs, it reserves all of it")
                .containsExactly("VM-B 4000");
        var pool = CLEAN.change(network(A, 2), "networkResourcePool", "pool-1");
        var away = toB("vm-6", "VM-Shared: VM-Shared").replace("{ vm:", "{ wave: 1, vm:");
        var comes =
                "{ vm: { vcenter: vcsa-a, id: vm-1 }, wave: 2, to: { host: host-2, networks: { VM-A: VM-Shared } } }";
        var loose =
                Run.of(pool.without(nic(METRO_A, 1), "connected"), away, comes).booked(0);
        assertThat(loose.bandwidth(1)).containsExactly("VM-Shared -280 to 20");
        assertThat(Nics.told(loose.loads(1, BandwidthLoad.class).get(0).lacking("reservedMbps")))
                .containsExactly("Network adapter 1 of metro-a: connected");
    }

    @Test
    void aNetworkIsCalledByItsNameAndAsksForItsSumOnly() {
        var load = Run.of(CLEAN, TO_B).loads(0, BandwidthLoad.class).get(0);
        assertThat(load.kind()).isEqualTo("bandwidth-load");
        assertThat(load.refs()).containsExactly(network(B, 1), WEB_A);
        assertThat(load.reservesNothing()).isFalse();
        var more = Run.of(CLEAN.partial(WEB_A, "nics").partial(VC_B, "networks"), TO_B)
                .loads(0, BandwidthLoad.class);
        assertThat(more)
                .singleElement()
                .satisfies(
                        one -> assertThat(one.lacking("network.unreservedMbps")).isEmpty());
        assertThat(reservesNothing(0, 0L)).isTrue();
        assertThat(reservesNothing(-20, -1L)).isTrue();
        assertThat(reservesNothing(-20, 1L)).isFalse();
        assertThat(reservesNothing(0, null)).isFalse();
    }

    private static boolean reservesNothing(long least, @Nullable Long most) {
        var load = Run.of(CLEAN, TO_B).loads(0, BandwidthLoad.class).get(0);
        return new BandwidthLoad(load.network(), load.vm(), new Sum(least, most), List.of()).reservesNothing();
    }

    private static Estate reserves(Estate estate, Ref vm, long mbps) {
        return estate.change(nic(vm, 1), "reservationMbps", mbps);
    }

    /** An adapter on VM-Shared that reserves 7 Mbit/s. */
    private static Record second(Estate estate) {
        return Draft.of(estate.get(Nic.class, NIC))
                .set("ref", SECOND)
                .set("key", 4001)
                .set("label", "Network adapter 2")
                .set("network", network(A, 2).id())
                .set("networkName", "VM-Shared")
                .set("macAddress", "00:50:56:0a:00:11")
                .set("reservationMbps", 7L)
                .build();
    }
}
