package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.B;
import static dev.premotion.inventory.Estates.DB_A;
import static dev.premotion.inventory.Estates.METRO_A;
import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.VC_B;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.cluster;
import static dev.premotion.inventory.Estates.datastore;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.network;
import static dev.premotion.inventory.Estates.nic;
import static dev.premotion.inventory.Estates.oneSite;
import static dev.premotion.inventory.Estates.twoSites;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Nic;
import dev.premotion.inventory.PowerState;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.HostLoad.Carried;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.reference.Tables;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What hosts, clusters and port groups carry while a plan runs. Each running VM of the clean estate has two vCPUs and
 * reserves its overhead of 60 MiB, and no CPU.
 */
class LedgerTest {

    private static final Tables TABLES = Tables.load();

    /** web-a and metro-a reserve something of everything that hosts count. */
    private static final Estate SITE = large(large(oneSite(), WEB_A, 1000), METRO_A, 300);

    private static final String TO_3 = "{ vm: web-a, to: { host: host-3 } }";
    private static final String METRO_LEAVES = "{ vm: metro-a, id: first, wave: 1, to: { host: host-2 } }";
    private static final String LATER = "{ vm: web-a, wave: 2, to: { host: host-3 } }";

    private static Estate large(Estate estate, Ref vm, int size) {
        return estate.change(vm, "memoryReservationMiB", (long) size)
                .change(vm, "cpuReservationMhz", size / 10L)
                .change(vm, "numCpu", size / 100)
                .change(vm, "faultToleranceState", "running");
    }

    @Test
    void aHostCarriesWhatRunsThereAndWhatComes() {
        var run = Run.of(SITE, "{ vm: db-a, to: { host: host-3 } }", TO_3);

        assertThat(run.host(1)).containsExactly("1420", "130", "2", "13", "2", "13");
        run.book(0);
        assertThat(run.host(1)).containsExactly("1480", "130", "3", "15", "2", "13");
        run.ledger.forget(run.migrations.get(0));
        assertThat(run.host(1)).containsExactly("1420", "130", "2", "13", "2", "13");
        assertThat(run.host(0)).containsExactly("420", "30", "2", "5", "1", "3");
    }

    @Test
    void whatMayComeCountsBetweenNothingAndAll() {
        var run = Run.of(SITE, "{ vm: db-a, to: { host: host-3 } }", TO_3).perhaps(0);

        assertThat(run.host(1)).containsExactly("1420 to 1480", "130", "2 to 3", "13 to 15", "2", "13");
        assertThat(run.hostLoad(1).memory().lacking()).containsExactly(Run.WHY);
    }

    @Test
    void whatLeftInAnEarlierWaveIsFreeAndWhatLeavesInTheSameIsNot() {
        var all = List.of("1060", "100", "1", "10", "1", "10");

        var later = Run.of(SITE, METRO_LEAVES, LATER);
        later.book(0);
        assertThat(later.host(1)).isEqualTo(all);

        var seenBefore = Run.of(SITE, METRO_LEAVES, LATER);
        assertThat(seenBefore.host(1)).isEqualTo(List.of("1420", "130", "2", "13", "2", "13"));
        seenBefore.book(0);
        assertThat(Run.of(SITE, METRO_LEAVES, TO_3).booked(0).host(1))
                .isEqualTo(List.of("1420", "130", "2", "13", "2", "13"));
        seenBefore.ledger.forget(seenBefore.migrations.get(0));
        assertThat(seenBefore.host(1)).isEqualTo(List.of("1420", "130", "2", "13", "2", "13"));
        later.ledger.forget(later.migrations.get(0));
        assertThat(later.host(1)).isEqualTo(List.of("1420", "130", "2", "13", "2", "13"));
    }

    @Test
    void whatAMigrationComesAfterHasLeftInTheSameWave() {
        var after = TO_3.replace("to:", "after: [first], to:");
        var run = Run.of(SITE, METRO_LEAVES, after);

        assertThat(run.booked(0).host(1)).containsExactly("1060", "100", "1", "10", "1", "10");

        var known = Run.of(SITE, METRO_LEAVES, after, "{ vm: db-a, to: { host: host-3 } }");
        assertThat(known.host(1)).startsWith("1420");
        known.book(0);
        assertThat(known.host(1)).as("the host was asked about before").startsWith("1060");
        assertThat(known.host(2)).as("this one comes after nothing").startsWith("420");
        known.ledger.forget(known.migrations.get(0));
        assertThat(known.host(1)).startsWith("1420");
    }

    @Test
    void whoMayHaveLeftMayStillBeThere() {
        var run = Run.of(SITE, METRO_LEAVES, LATER).perhaps(0);

        assertThat(run.host(1))
                .containsExactly("1060 to 1420", "100 to 130", "1 to 2", "10 to 13", "1 to 2", "10 to 13");
        assertThat(run.hostLoad(1).cpu().lacking()).containsExactly(Run.WHY);
    }

    /** Some NFS servers report more free than there is. */
    @Test
    void noMoreIsFreeThanThereIs() {
        var odd = SITE.change(datastore(A, 2), "capacityBytes", 5L).change(datastore(A, 2), "freeSpaceBytes", 9L);
        var run = Run.of(odd, "{ vm: web-a, to: { datastore: ds-a2 } }");

        assertThat(run.loads(0, DatastoreLoad.class))
                .singleElement()
                .satisfies(load -> assertThat(load.freeSpaceBytes()).isEqualTo(5));
    }

    @Test
    void onlyWhatRunsNeedsAHostsRoomAndOnlyElsewhere() {
        assertThat(Run.of(SITE, "{ vm: batch-a, to: { host: host-3 } }").loads(0, HostLoad.class))
                .as("it is off")
                .isEmpty();
        assertThat(Run.of(SITE, "{ vm: web-a, to: { datastore: ds-a2 } }").loads(0, HostLoad.class))
                .as("it stays on its host")
                .isEmpty();
        var files = Run.of(
                SITE,
                "{ vm: metro-a, wave: 1, to: { datastore: ds-a2 } }",
                "{ vm: web-a, wave: 2, to: { host: host-3 } }");
        assertThat(files.booked(0).host(1)).as("files move, metro-a does not").startsWith("1420");
        var off = Run.of(SITE, "{ vm: batch-a, to: { host: host-3 } }", TO_3).booked(0);
        assertThat(off.host(1)).startsWith("1420");
    }

    @Test
    void whoMayRunMayNeedRoom() {
        var run = Run.of(SITE.without(WEB_A, "powerState"), TO_3);

        assertThat(run.host(0)).containsExactly("360 to 1420", "30 to 130", "1 to 2", "3 to 13", "1 to 2", "3 to 13");
        assertThat(run.hostLoad(0).vms().lacking())
                .extracting(Lacking::property)
                .containsExactly("powerState");
        var there = Run.of(SITE.without(METRO_A, "powerState"), TO_3);
        assertThat(there.host(0)).startsWith("1060 to 1420");
        assertThat(Run.of(SITE.change(METRO_A, "powerState", PowerState.SUSPENDED), TO_3)
                        .host(0))
                .startsWith("1060");
        assertThat(Run.of(SITE.change(METRO_A, "powerState", PowerState.POWERED_OFF), TO_3)
                        .host(0))
                .startsWith("1060");
    }

    @Test
    void aVmWithoutAHostMayRunOnAnyOfItsCluster() {
        var lost = SITE.without(METRO_A, "host");

        assertThat(Run.of(lost, TO_3).host(0)).startsWith("1060 to 1420");
        assertThat(Run.of(lost, TO_3).hostLoad(0).memory().lacking())
                .containsExactly(new Lacking(METRO_A, "metro-a", "host"));
        var elsewhere = lost.change(METRO_A, "cluster", cluster(A, 2).id());
        assertThat(Run.of(elsewhere, TO_3).host(0)).startsWith("1060");
        assertThat(Run.of(elsewhere.without(host(A, 3), "cluster"), TO_3).host(0))
                .startsWith("1060 to 1420");
        assertThat(Run.of(lost.without(METRO_A, "cluster"), TO_3).host(0)).startsWith("1060 to 1420");
    }

    @Test
    void vmsThatAreNotListedMayRunAnywhere() {
        var partial = Run.of(SITE.partial(VC_A, "vms"), "{ vm: { vcenter: vcsa-a, id: vm-1 }, to: { host: host-3 } }");

        assertThat(partial.host(0))
                .containsExactly(
                        "at least 1420", "at least 130", "at least 2", "at least 13", "at least 2", "at least 13");
        assertThat(partial.hostLoad(0).memory().lacking()).containsExactly(new Lacking(VC_A, "vcsa-a", "vmsConfirmed"));
        assertThat(partial.clusters(0)).isEmpty();
    }

    /** host-9 is not listed; it may be the one without a name, unless that is in another cluster. */
    @Test
    void whoComesToAHostThatIsNotListedMayComeToOneWithoutAName() {
        var estate = SITE.partial(VC_A, "hosts");
        var nobody = "{ vm: db-a, to: { host: esx-09.site-a.example, cluster: CL-A1 } }";
        var nameless = estate.without(host(A, 3), "name");
        var apart = SITE.partial(VC_A, "hosts").without(host(A, 4), "name");

        assertThat(Run.of(estate, nobody, TO_3).perhaps(0).host(1)).startsWith("1420");
        assertThat(Run.of(nameless, nobody, TO_3).perhaps(0).host(1)).startsWith("1420 to 1480");
        var asked = Run.of(nameless, nobody, TO_3);
        assertThat(asked.host(1)).startsWith("1420");
        assertThat(asked.perhaps(0).host(1)).as("asked about before").startsWith("1420 to 1480");
        asked.ledger.forget(asked.migrations.get(0));
        assertThat(asked.host(1)).startsWith("1420");
        var forgotten = Run.of(nameless, nobody, TO_3).perhaps(0);
        forgotten.ledger.forget(forgotten.migrations.get(0));
        assertThat(forgotten.host(1)).startsWith("1420");
        assertThat(Run.of(apart, nobody, "{ vm: web-a, to: { host: host-4 } }")
                        .perhaps(0)
                        .host(1))
                .as("of another cluster")
                .startsWith("1060");
    }

    @Test
    void aHostsLimitsOnFaultToleranceAreItsClusters() {
        var load = Run.of(SITE, TO_3).hostLoad(0);

        assertThat(load.maxFtVmsPerHost()).isEqualTo(4);
        assertThat(load.cluster().ref()).isEqualTo(cluster(A, 1));
        assertThat(Run.of(SITE.change(host(A, 4), "standalone", true).without(host(A, 4), "cluster"), to4("web-a"))
                        .hostLoad(0)
                        .cluster())
                .isNull();
    }

    @Test
    void aClusterHasToRestartAllThatRunInIt() {
        var run = Run.of(SITE, to4("db-a"), to4("web-a"), to4("metro-a"));

        assertThat(run.cluster(0)).as("HA counts 32 MHz at least").containsExactly("60", "32", "1");
        run.book(0);
        assertThat(run.cluster(1)).containsExactly("1120", "132", "2");
        run.book(1);
        assertThat(run.cluster(2)).containsExactly("1480", "162", "3");
        run.ledger.forget(run.migrations.get(0));
        assertThat(run.cluster(2)).containsExactly("1420", "130", "2");
    }

    @Test
    void aClusterIsFreeOfWhatLeftIt() {
        var there = SITE.change(METRO_A, "host", "host-4").change(METRO_A, "cluster", "domain-c2");
        var leaves = "{ vm: metro-a, id: first, to: { host: host-1 } }";

        assertThat(Run.of(there, leaves, to4("web-a")).booked(0).cluster(1)).containsExactly("1420", "130", "2");
        var later = to4("web-a").replace("to:", "wave: 2, to:");
        assertThat(Run.of(there, leaves, later).booked(0).cluster(1)).containsExactly("1060", "100", "1");
        var after = to4("web-a").replace("to:", "after: [first], to:");
        var run = Run.of(there, leaves, after);
        assertThat(run.cluster(1)).containsExactly("1420", "130", "2");
        assertThat(run.booked(0).cluster(1)).as("asked about before").containsExactly("1060", "100", "1");
        run.ledger.forget(run.migrations.get(0));
        assertThat(run.cluster(1)).containsExactly("1420", "130", "2");
        assertThat(Run.of(there, leaves, after).booked(0).cluster(1)).containsExactly("1060", "100", "1");
        var files = "{ vm: metro-a, id: first, to: { datastore: ds-a2 } }";
        assertThat(Run.of(there, files, after).booked(0).cluster(1)).containsExactly("1420", "130", "2");
        assertThat(Run.of(there, leaves, to4("db-a"), to4("web-a"))
                        .booked(0)
                        .booked(1)
                        .cluster(2))
                .as("metro-a is on its way, db-a too")
                .containsExactly("1480", "162", "3");
    }

    @Test
    void insideAClusterNothingChangesForHa() {
        assertThat(Run.of(SITE, TO_3).clusters(0)).isEmpty();
        assertThat(Run.of(SITE, "{ vm: batch-a, to: { host: host-4 } }").clusters(0))
                .as("it does not run")
                .isEmpty();
        assertThat(Run.of(SITE.change(host(A, 4), "standalone", true).without(host(A, 4), "cluster"), to4("web-a"))
                        .clusters(0))
                .as("HA has no part there")
                .isEmpty();
        var outside = SITE.change(WEB_A, "host", "host-4").change(WEB_A, "cluster", "domain-c2");
        var run = Run.of(outside, METRO_LEAVES, "{ vm: web-a, wave: 2, to: { host: host-3 } }");
        assertThat(run.booked(0).cluster(1))
                .as("db-a and metro-a, which has not left the cluster")
                .containsExactly("1480", "162", "3");
    }

    @Test
    void theClusterOfAHostMayBeOpen() {
        var run = Run.of(SITE.without(host(A, 4), "cluster").without(host(A, 4), "standalone"), to4("web-a"));

        assertThat(run.clusterLoad(0).cluster()).isNull();
        assertThat(run.cluster(0)).containsExactly("at least 0", "at least 0", "at least 0");
        assertThat(run.clusterLoad(0).slotsLeft()).hasToString("at least 0");
        assertThat(run.clusterLoad(0).lacking("runningVms")).isEmpty();
    }

    @Test
    void aVmWhoseClusterIsNotKnownMayRunInAny() {
        var lost = SITE.without(METRO_A, "cluster").without(METRO_A, "host");

        assertThat(Run.of(lost, to4("web-a")).cluster(0)).containsExactly("1060 to 1420", "100 to 130", "1 to 2");
        assertThat(Run.of(lost, to4("web-a")).clusterLoad(0).lacking())
                .containsExactly(new Lacking(METRO_A, "metro-a", "cluster"));
        var alone =
                SITE.without(METRO_A, "cluster").without(host(A, 3), "cluster").change(host(A, 3), "standalone", true);
        assertThat(Run.of(alone, to4("web-a")).cluster(0)).containsExactly("1060", "100", "1");
        assertThat(Run.of(alone.without(host(A, 3), "standalone"), to4("web-a")).cluster(0))
                .startsWith("1060 to 1420");
    }

    @Test
    void whetherItRunsDecidesWhetherHaCountsTheLeast() {
        var there = SITE.change(DB_A, "host", "host-4").change(DB_A, "cluster", "domain-c2");

        assertThat(Run.of(there, to4("web-a")).cluster(0)).containsExactly("1120", "132", "2");
        var run = Run.of(there.without(DB_A, "powerState"), to4("web-a"));
        assertThat(run.cluster(0)).containsExactly("1060 to 1120", "100 to 132", "1 to 2");
        assertThat(run.clusterLoad(0).lacking()).containsExactly(new Lacking(DB_A, "db-a", "powerState"));
        var unknown = Run.of(there.without(DB_A, "cpuReservationMhz"), to4("web-a"));
        assertThat(unknown.cluster(0)).containsExactly("1120", "at least 100", "2");
        for (var state : List.of(PowerState.POWERED_OFF, PowerState.SUSPENDED)) {
            assertThat(Run.of(there.change(DB_A, "powerState", state), to4("web-a"))
                            .cluster(0))
                    .containsExactly("1060", "100", "1");
        }
    }

    @Test
    void vmsThatAreNotListedMayRunInAnyCluster() {
        var run = Run.of(SITE.partial(VC_A, "vms"), to4("{ vcenter: vcsa-a, id: vm-1 }"));

        assertThat(run.cluster(0)).containsExactly("at least 1060", "at least 100", "at least 1");
        assertThat(run.clusterLoad(0).lacking()).containsExactly(new Lacking(VC_A, "vcsa-a", "vmsConfirmed"));
    }

    @Test
    void whoComesToAHostThatIsNotListedMayComeToAnyCluster() {
        var estate = SITE.partial(VC_A, "hosts");
        var nobody = "{ vm: db-a, to: { host: esx-09.site-a.example } }";

        assertThat(Run.of(estate, nobody, to4("web-a")).perhaps(0).cluster(1))
                .containsExactly("1060 to 1120", "100 to 132", "1 to 2");
        assertThat(Run.of(estate, nobody, to4("web-a"))
                        .perhaps(0)
                        .clusterLoad(1)
                        .lacking())
                .containsExactly(Run.WHY);
        var inA1 = nobody.replace("host: esx", "cluster: CL-A1, host: esx");
        assertThat(Run.of(estate, inA1, to4("web-a")).perhaps(0).cluster(1))
                .as("to another cluster")
                .containsExactly("1060", "100", "1");
        var asked = Run.of(estate, nobody, to4("web-a"));
        assertThat(asked.cluster(1)).containsExactly("1060", "100", "1");
        assertThat(asked.perhaps(0).cluster(1)).containsExactly("1060 to 1120", "100 to 132", "1 to 2");
        asked.ledger.forget(asked.migrations.get(0));
        assertThat(asked.cluster(1)).containsExactly("1060", "100", "1");
        var forgotten = Run.of(estate, nobody, to4("web-a")).perhaps(0);
        forgotten.ledger.forget(forgotten.migrations.get(0));
        assertThat(forgotten.cluster(1)).containsExactly("1060", "100", "1");
        var named = nobody.replace("host: esx", "cluster: CL-A2, host: esx");
        assertThat(Run.of(estate, named, to4("web-a")).perhaps(0).cluster(1))
                .as("the plan tells the cluster")
                .containsExactly("1060 to 1120", "100 to 132", "1 to 2");
    }

    /** host-4 alone has 524288 MiB and 100000 MHz; with db-a's 32 MHz and 60 MiB as the slot, 3125 fit by CPU. */
    @Test
    void slotsAreCountedWhereHaCountsSlots() {
        var slots = oneSite()
                .change(cluster(A, 2), "haAdmissionControlPolicy", "slots")
                .change(cluster(A, 2), "failoverLevel", 0)
                .change(cluster(A, 2), "effectiveCpuMhz", 100_000L)
                .change(cluster(A, 2), "effectiveMemoryMiB", 524_288L);

        assertThat(Run.of(slots, to4("db-a")).clusterLoad(0).slotsLeft()).hasToString("3125");
        assertThat(Run.of(large(slots, DB_A, 1000), to4("db-a")).clusterLoad(0).slotsLeft())
                .as("1060 MiB")
                .hasToString("494");
        assertThat(Run.of(large(slots, DB_A, 1000), to4("db-a"), to4("web-a"))
                        .booked(0)
                        .clusterLoad(1)
                        .slotsLeft())
                .as("db-a may not have come")
                .hasToString("494 to 3125");
        assertThat(Run.of(oneSite(), to4("db-a")).clusterLoad(0).slotsLeft())
                .as("a percentage is kept free, not slots")
                .hasToString("at least 0");
        var other = slots.without(host(A, 1), "cluster");
        assertThat(Run.of(other.change(host(A, 1), "standalone", true), to4("db-a"))
                        .clusterLoad(0)
                        .slotsLeft())
                .hasToString("3125");
        assertThat(Run.of(other.without(host(A, 1), "standalone"), to4("db-a"))
                        .clusterLoad(0)
                        .slotsLeft())
                .as("host-1 may be of the cluster too")
                .hasToString("at least 0");
        assertThat(Run.of(slots.partial(VC_A, "hosts"), to4("db-a"))
                        .clusterLoad(0)
                        .slotsLeft())
                .hasToString("at least 0");
        assertThat(Run.of(slots.partial(VC_A, "vms"), to4("{ vcenter: vcsa-a, id: vm-2 }"))
                        .clusterLoad(0)
                        .slotsLeft())
                .as("a VM that is not listed may be larger")
                .hasToString("0 to 3125");
    }

    @Test
    void portsAreTakenAndFreedByDistributedAdaptersThatChangeTheirNetwork() {
        var shared = "nics: [ { key: 4000, portGroup: VM-Shared } ] } }";
        var web = "{ vm: web-a, id: first, to: { host: host-2, " + shared;
        var db = "{ vm: db-a, to: { host: host-2, " + shared;
        var back = "{ vm: metro-a, wave: 2, to: { host: host-2, nics: [ { key: 4000, portGroup: VM-A } ] } }";
        var run = Run.of(SITE, web, db, back);

        assertThat(run.ports(0)).containsExactly("VM-Shared 1");
        assertThat(run.booked(0).ports(1)).containsExactly("VM-Shared 2");
        assertThat(run.ports(2)).as("web-a leaves one free, in an earlier wave").containsExactly("VM-A 0");
        run.ledger.forget(run.migrations.get(0));
        assertThat(run.ports(1)).containsExactly("VM-Shared 1");
        assertThat(run.ports(2)).containsExactly("VM-A 1");
        assertThat(Run.of(SITE, web, back.replace("wave: 2, ", "")).booked(0).ports(1))
                .as("of the same wave it may still be there")
                .containsExactly("VM-A 1");
        assertThat(Run.of(SITE, TO_3).ports(0)).as("it keeps its port").isEmpty();
    }

    @Test
    void eachAdapterHasAPortAndStandardNetworksHaveNone() {
        var second = SITE.get(Nic.class, nic(WEB_A, 1));
        var two = SITE.add(
                WEB_A,
                "nics",
                new Nic(
                        nic(WEB_A, 2),
                        4001,
                        "Network adapter 2",
                        second.adapterType(),
                        network(A, 4).id(),
                        "VM Network",
                        null,
                        "00:50:56:0a:00:99",
                        "assigned",
                        true,
                        true,
                        0L,
                        false,
                        false,
                        null));
        var both = "{ vm: web-a, to: { host: host-2, nics: [ { key: 4000, portGroup: VM-Shared },"
                + " { key: 4001, portGroup: VM-Shared } ] } }";
        var standard = "{ vm: web-a, to: { host: host-2, nics: [ { key: 4000, portGroup: VM Network } ] } }";

        assertThat(Run.of(two, both).ports(0)).containsExactly("VM-Shared 2");
        assertThat(Run.of(two, standard).ports(0)).isEmpty();
        var back = "{ vm: db-a, wave: 2, to: { host: host-2, nics: [ { key: 4000, portGroup: VM-Shared } ] } }";
        assertThat(Run.of(two, both, back).booked(0).ports(1)).containsExactly("VM-Shared 3");
    }

    /** VM-Shared is network 2; an adapter that nobody knows where it goes may take a port of any that it may mean. */
    @Test
    void anAdapterWithoutAKnownNetworkMayTakeAPort() {
        var to4 = "{ vm: db-a, to: { host: host-4 } }";
        var shared = "{ vm: web-a, to: { host: host-4, networks: { VM-A: VM-Shared } } }";
        var lost = SITE.without(nic(DB_A, 1), "network").without(nic(DB_A, 1), "networkName");
        var run = Run.of(lost, to4, shared);

        assertThat(run.ports(1)).containsExactly("VM-Shared 1");
        assertThat(run.booked(0).ports(1)).as("asked about before").containsExactly("VM-Shared 1 to 2");
        assertThat(run.loads(1, PortLoad.class).get(0).lacking("ports"))
                .extracting(Lacking::thing, Lacking::property)
                .containsExactly(tuple(nic(DB_A, 1), "network"));
        assertThat(Run.of(lost, to4, shared).booked(0).ports(1)).containsExactly("VM-Shared 1 to 2");
        run.ledger.forget(run.migrations.get(1));
        assertThat(run.ports(1)).containsExactly("VM-Shared 1 to 2");
        run.ledger.forget(run.migrations.get(0));
        assertThat(run.ports(1)).containsExactly("VM-Shared 1");
        var unasked = Run.of(lost, to4, shared).booked(0);
        unasked.ledger.forget(unasked.migrations.get(0));
        assertThat(unasked.ports(1)).containsExactly("VM-Shared 1");

        assertThat(Run.of(lost, "{ vm: db-a, to: { host: host-3 } }", shared)
                        .booked(0)
                        .ports(1))
                .as("inside its cluster it keeps its network")
                .containsExactly("VM-Shared 1");
        assertThat(Run.of(lost, "{ vm: db-a, to: { host: host-3, networks: { VM-A: VM-Shared } } }", shared)
                        .booked(0)
                        .ports(1))
                .as("but for what the plan maps")
                .containsExactly("VM-Shared 1 to 2");
        assertThat(Run.of(SITE.without(DB_A, "nics"), to4, shared).booked(0).ports(1))
                .containsExactly("VM-Shared at least 1");
        assertThat(Run.of(SITE.partial(DB_A, "nics"), "{ vm: db-a, to: { host: host-3 } }", shared)
                        .booked(0)
                        .ports(1))
                .containsExactly("VM-Shared 1");
    }

    /** The list that may lack networks lacks VM-A; the adapter names it still. */
    @Test
    void aNetworkThatIsNotListedMayBeOneWithoutAName() {
        var lost = twoSites().lose(VC_B, "networks", 0);
        var db = toB("db-a", "VM-B");
        var shared = toB("web-a", "VM-Shared");

        assertThat(Run.of(lost, db, shared).booked(0).ports(1))
                .as("another may be named VM-Shared too")
                .containsExactly("VM-Shared 0 to 1");
        var nameless = lost.without(network(B, 2), "name");
        var byId = toB("web-a", network(B, 2).id());
        assertThat(Run.of(nameless, db, byId).booked(0).ports(1))
                .containsExactly(network(B, 2).id() + " 0 to 2");
        assertThat(Run.of(nameless, "{ vm: db-a, to: { host: host-4 } }", byId)
                        .booked(0)
                        .ports(1))
                .as("of another vCenter")
                .containsExactly(network(B, 2).id() + " 0 to 1");
    }

    @Test
    void whereTheTypeOfANetworkIsOpenAnAdapterMayTakeAPort() {
        var open = SITE.without(network(A, 2), "type");
        var shared = "{ vm: web-a, id: first, to: { host: host-2, networks: { VM-A: VM-Shared } } }";
        var back = "{ vm: metro-a, wave: 2, to: { host: host-2, networks: { VM-Shared: VM-A } } }";

        assertThat(Run.of(open, shared).ports(0)).containsExactly("VM-Shared 0 to 1");
        assertThat(Run.of(open, shared).loads(0, PortLoad.class).get(0).lacking("ports"))
                .containsExactly(new Lacking(network(A, 2), "VM-Shared", "type"));
        var freed = Run.of(SITE.without(network(A, 1), "type"), shared, back).booked(0);
        assertThat(freed.ports(1)).containsExactly("VM-A -1 to 1");
    }

    @Test
    void whatMayStayOnItsNetworkFreesNoPortForSure() {
        var back = "{ vm: metro-a, wave: 2, to: { host: host-2, networks: { VM-Shared: VM-A } } }";
        var open = SITE.lose(VC_A, "networks", 1);
        var web = "{ vm: web-a, to: { host: host-2, networks: { VM-A: VM-Shared } } }";

        assertThat(Run.of(open, web, back).booked(0).ports(1))
                .as("there may be no VM-Shared, where metro-a may not be either")
                .containsExactly("VM-A -1 to 1");
        assertThat(Run.of(twoSites().lose(VC_B, "networks", 0), toB("web-a", "VM-B"), back)
                        .booked(0)
                        .ports(1))
                .as("in another vCenter it has no port of this one any more")
                .containsExactly("VM-A 0");
    }

    /** Whether db-a is on VM-Shared already is open. */
    @Test
    void whoMayBeOnTheNetworkAlreadyMayNeedNoPort() {
        var open = SITE.without(nic(DB_A, 1), "network").without(nic(DB_A, 1), "networkName");
        var toShared = "{ vm: db-a, to: { host: host-4, nics: [ { key: 4000, portGroup: VM-Shared } ] } }";

        assertThat(Run.of(open, toShared).ports(0)).containsExactly("VM-Shared 0 to 1");
        assertThat(Run.of(
                                twoSites().without(nic(DB_A, 1), "network").without(nic(DB_A, 1), "networkName"),
                                toB("db-a", "VM-B")
                                        .replace(
                                                "networks: { VM-A: VM-B }", "nics: [ { key: 4000, portGroup: VM-B } ]"))
                        .ports(0))
                .as("not in another vCenter")
                .containsExactly("VM-B 1");
    }

    /** All port groups of a site draw on what the switch has left, unless one has a pool of its own. */
    private static Estate reserves(Estate estate, Ref vm, long mbps) {
        return estate.change(nic(vm, 1), "reservationMbps", mbps);
    }

    @Test
    void bandwidthThatComesToOnePoolIsAddedUp() {
        var estate = reserves(reserves(twoSites(), DB_A, 300), WEB_A, 20);
        var run = Run.of(estate, toB("db-a", "VM-B"), toB("web-a", "VM-Shared"));

        assertThat(run.bandwidth(1)).containsExactly("VM-Shared 20");
        assertThat(run.booked(0).bandwidth(1)).as("asked about before").containsExactly("VM-Shared 320");
        run.ledger.forget(run.migrations.get(1));
        assertThat(run.bandwidth(1)).containsExactly("VM-Shared 320");
        run.ledger.forget(run.migrations.get(0));
        assertThat(run.bandwidth(1)).containsExactly("VM-Shared 20");
        assertThat(Run.of(estate, toB("db-a", "VM-B"), toB("web-a", "VM-Shared"))
                        .booked(0)
                        .bandwidth(1))
                .containsExactly("VM-Shared 320");
        assertThat(Run.of(estate, toB("db-a", "VM-B"), toB("web-a", "VM-Shared"))
                        .perhaps(0)
                        .bandwidth(1))
                .containsExactly("VM-Shared 20 to 320");
        var forgotten =
                Run.of(estate, toB("db-a", "VM-B"), toB("web-a", "VM-Shared")).booked(0);
        forgotten.ledger.forget(forgotten.migrations.get(0));
        assertThat(forgotten.bandwidth(1)).containsExactly("VM-Shared 20");
        assertThat(Run.of(reserves(estate, WEB_A, 0), toB("db-a", "VM-B"), toB("web-a", "VM-Shared"))
                        .booked(0)
                        .bandwidth(1))
                .as("who reserves nothing asks nothing")
                .isEmpty();
    }

    @Test
    void portGroupsOfAnotherPoolOrSwitchHaveTheirOwn() {
        var estate = reserves(reserves(twoSites(), DB_A, 300), WEB_A, 20);
        var pool = estate.change(network(B, 2), "networkResourcePool", "pool-1");

        assertThat(shared(pool)).containsExactly("VM-Shared 20");
        assertThat(shared(pool.change(network(B, 1), "networkResourcePool", "pool-1")))
                .containsExactly("VM-Shared 320");
        assertThat(shared(estate.change(network(B, 2), "distributedSwitch", "dvs-2")))
                .containsExactly("VM-Shared 20");
        for (var property : List.of("networkResourcePool", "distributedSwitch")) {
            for (int number : List.of(1, 2)) {
                assertThat(shared(estate.without(network(B, number), property))).containsExactly("VM-Shared 20 to 320");
            }
        }
        assertThat(Run.of(
                                estate.without(network(B, 2), "networkResourcePool"),
                                toB("db-a", "VM-B"),
                                toB("web-a", "VM-Shared"))
                        .booked(0)
                        .loads(1, BandwidthLoad.class)
                        .get(0)
                        .lacking("reservedMbps"))
                .containsExactly(new Lacking(network(B, 2), "VM-Shared", "networkResourcePool"));
    }

    private static List<String> shared(Estate estate) {
        return Run.of(estate, toB("db-a", "VM-B"), toB("web-a", "VM-Shared"))
                .booked(0)
                .bandwidth(1);
    }

    @Test
    void bandwidthIsFreeOnceTheAdapterHasGoneToAnotherPool() {
        var estate = reserves(reserves(SITE, METRO_A, 300), WEB_A, 20)
                .change(network(A, 2), "networkResourcePool", "pool-1");
        var away = "{ vm: metro-a, wave: 1, to: { host: host-2, networks: { VM-Shared: VM-A } } }";
        var comes = "{ vm: web-a, wave: 2, to: { host: host-2, networks: { VM-A: VM-Shared } } }";

        assertThat(Run.of(estate, away, comes).booked(0).bandwidth(1)).containsExactly("VM-Shared -280");
        assertThat(Run.of(estate, away, comes.replace("2, to", "1, to"))
                        .booked(0)
                        .bandwidth(1))
                .containsExactly("VM-Shared 20");
        assertThat(Run.of(estate.change(METRO_A, "powerState", PowerState.POWERED_OFF), away, comes)
                        .booked(0)
                        .bandwidth(1))
                .as("what is off has reserved nothing")
                .containsExactly("VM-Shared 20");
        assertThat(Run.of(estate.without(METRO_A, "powerState"), away, comes)
                        .booked(0)
                        .bandwidth(1))
                .containsExactly("VM-Shared -280 to 20");
        var connected = nic(METRO_A, 1);
        for (var other :
                List.of(estate.change(connected, "connected", false), estate.without(connected, "connected"))) {
            assertThat(Run.of(other, away, comes).booked(0).bandwidth(1))
                    .as("so may an adapter that is not connected")
                    .containsExactly("VM-Shared -280 to 20");
        }
        assertThat(Run.of(estate.change(network(A, 1), "networkResourcePool", "pool-1"), away)
                        .bandwidth(0))
                .as("it stays in its pool")
                .isEmpty();
        assertThat(Run.of(estate.without(network(A, 1), "networkResourcePool"), away, comes)
                        .booked(0)
                        .bandwidth(1))
                .as("it may stay in its pool, and web-a may be there already")
                .containsExactly("VM-Shared -300 to 320");
    }

    @Test
    void aVmThatIsOffReservesNothing() {
        var estate = reserves(reserves(twoSites(), DB_A, 300), WEB_A, 20);
        var off = estate.change(DB_A, "powerState", PowerState.POWERED_OFF);

        assertThat(Run.of(off, toB("db-a", "VM-B")).bandwidth(0)).isEmpty();
        assertThat(shared(off)).containsExactly("VM-Shared 20");
        assertThat(shared(off.without(nic(DB_A, 1), "network").without(nic(DB_A, 1), "networkName")))
                .containsExactly("VM-Shared 20");
        assertThat(shared(estate.without(DB_A, "powerState"))).containsExactly("VM-Shared 20 to 320");
    }

    @Test
    void whatNobodyKnowsMayReserveAnything() {
        var estate = reserves(reserves(twoSites(), DB_A, 300), WEB_A, 20);
        var unknown = estate.without(nic(DB_A, 1), "reservationMbps");

        assertThat(shared(unknown)).containsExactly("VM-Shared at least 20");
        assertThat(Run.of(unknown, toB("db-a", "VM-B")).bandwidth(0)).containsExactly("VM-B at least 0");
        assertThat(shared(estate.without(DB_A, "nics"))).containsExactly("VM-Shared at least 20");
        assertThat(shared(estate.without(nic(DB_A, 1), "network").without(nic(DB_A, 1), "networkName")))
                .as("db-a may come to this pool")
                .containsExactly("VM-Shared 20 to 320");
        assertThat(shared(reserves(estate, DB_A, 0).without(network(B, 1), "networkResourcePool")))
                .as("who reserves nothing leaves nothing open")
                .containsExactly("VM-Shared 20");
    }

    private static String toB(String vm, String network) {
        return "{ vm: " + vm + ", to: { vcenter: vcsa-b, host: host-1, datastore: ds-b1, networks: { VM-A: " + network
                + " } } }";
    }

    @Test
    void whatComesToOneThingInOneWaveIsOneAccount() {
        var run = Run.of(
                SITE,
                "{ vm: web-a, to: { host: host-2 } }",
                "{ vm: db-a, to: { host: host-2 } }",
                "{ vm: metro-a, wave: 2, to: { host: host-2 } }");

        assertThat(run.account(0)).isEqualTo(run.account(1)).isNotEqualTo(run.account(2));
        assertThat(Run.of(SITE, TO_3).account(0)).isNotEqualTo(run.account(0));
    }

    @Test
    void eachWaveIsCountedAnew() {
        var run = Run.of(SITE, METRO_LEAVES, "{ vm: db-a, wave: 1, to: { host: host-3 } }", LATER);

        run.book(0);
        assertThat(run.host(1)).startsWith("420");
        run.book(1);
        assertThat(run.host(2)).containsExactly("1120", "100", "2", "12", "1", "10");
    }

    @Test
    void onlyWhatIsTakenBackIsForgotten() {
        var both = SITE.change(DB_A, "host", "host-3");
        var away = "{ vm: db-a, wave: 1, to: { host: host-1 } }";
        var run = Run.of(both, METRO_LEAVES, away, LATER).booked(0).booked(1);
        assertThat(run.host(2)).startsWith("1060");
        run.ledger.forget(run.migrations.get(0));
        assertThat(run.host(2)).as("db-a has left all the same").startsWith("1420");

        var unasked = Run.of(both, METRO_LEAVES, away, LATER).booked(0).booked(1);
        unasked.ledger.forget(unasked.migrations.get(1));
        assertThat(unasked.host(2)).as("metro-a has left all the same").startsWith("1120");

        var after = TO_3.replace("to:", "after: [first], to:");
        var waiting = Run.of(both, METRO_LEAVES, away, after);
        waiting.booked(0).booked(1).ledger.forget(waiting.migrations.get(1));
        assertThat(waiting.host(2)).startsWith("1120");

        var known = Run.of(both, METRO_LEAVES, away, after);
        known.host(2);
        known.booked(0).booked(1).ledger.forget(known.migrations.get(1));
        assertThat(known.host(2))
                .as("metro-a has left in this wave, before web-a")
                .startsWith("1120");

        var coming = Run.of(SITE, to4("db-a"), to4("metro-a"), to4("web-a"))
                .booked(0)
                .booked(1);
        coming.ledger.forget(coming.migrations.get(0));
        assertThat(coming.cluster(2)).containsExactly("1420", "130", "2");
        assertThat(coming.host(2)).startsWith("1420");
    }

    @Test
    void ofThoseWithoutAListedHostOnlyWhatIsTakenBackIsForgotten() {
        var estate = SITE.partial(VC_A, "hosts").without(host(A, 4), "name");
        var nobody = "{ vm: db-a, to: { host: esx-09.site-a.example } }";
        var run = Run.of(estate, nobody, nobody.replace("db-a", "metro-a"), to4("web-a"))
                .perhaps(0)
                .perhaps(1);

        run.ledger.forget(run.migrations.get(0));

        assertThat(run.host(2)).startsWith("1060 to 1420", "100 to 130");
        assertThat(run.cluster(2)).containsExactly("1060 to 1420", "100 to 130", "1 to 2");
    }

    @Test
    void filesAndPoolsAreBookedAndForgottenToo() {
        var there = "to: { host: host-2, datastore: ds-a2, resourcePool: Tier1 } }";
        var run = Run.of(SITE, "{ vm: web-a, " + there, "{ vm: db-a, " + there);
        var files = run.space(1);

        assertThat(run.pool(1)).isEqualTo("60");
        run.book(0);
        assertThat(run.pool(1)).isEqualTo("1120");
        assertThat(run.space(1)).isGreaterThan(files);
        run.ledger.forget(run.migrations.get(0));
        assertThat(run.pool(1)).isEqualTo("60");
        assertThat(run.space(1)).isEqualTo(files);
    }

    private static String to4(String vm) {
        return "{ vm: " + vm + ", to: { host: host-4 } }";
    }

    /** A plan and its ledger. */
    record Run(Ledger ledger, List<Migration> migrations) {

        static final Lacking WHY = new Lacking(DB_A, "db-a", "toolsInstallerMounted");

        static Run of(Estate estate, String... entries) {
            var plan = Plans.resolve(estate, entries);
            return new Run(new Ledger(plan, estate.inventory(), TABLES), plan.migrations());
        }

        void book(int number) {
            ledger.book(
                    migrations.get(number), migrations.get(number).candidates().get(0), true, null);
        }

        /** What goes to a host that is not listed is never approved. */
        Run perhaps(int number) {
            var migration = migrations.get(number);
            ledger.book(migration, migration.candidates().get(0), false, WHY);
            return this;
        }

        Run booked(int number) {
            book(number);
            return this;
        }

        private Stream<Ledger.Load> loads(int number) {
            return ledger
                    .loads(
                            migrations.get(number),
                            migrations.get(number).candidates().get(0))
                    .stream();
        }

        <T extends Subject> List<T> loads(int number, Class<T> type) {
            return loads(number)
                    .map(Ledger.Load::subject)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .toList();
        }

        HostLoad hostLoad(int number) {
            return loads(number, HostLoad.class).get(0);
        }

        /** Memory, CPU, VMs, vCPUs, VMs with Fault Tolerance and their vCPUs. */
        List<String> host(int number) {
            var load = hostLoad(number);
            return Stream.of(load.memory(), load.cpu(), load.vms(), load.vcpus(), load.ftVms(), load.ftCpus())
                    .map(Carried::sum)
                    .map(Sum::toString)
                    .toList();
        }

        String account(int number) {
            return loads(number)
                    .filter(load -> load.subject() instanceof HostLoad)
                    .findFirst()
                    .orElseThrow()
                    .account();
        }

        List<ClusterLoad> clusters(int number) {
            return loads(number, ClusterLoad.class);
        }

        ClusterLoad clusterLoad(int number) {
            return clusters(number).get(0);
        }

        /** Memory, CPU and VMs. */
        List<String> cluster(int number) {
            var load = clusterLoad(number);
            return Stream.of(load.memoryReservedMiB(), load.cpuReservedMhz(), load.runningVms())
                    .map(Sum::toString)
                    .toList();
        }

        /** MiB that the VM's own pool has to give. */
        String pool(int number) {
            return loads(number, PoolLoad.class).get(0).memoryDemandMiB().toString();
        }

        /** Bytes at least that come to the first datastore. */
        long space(int number) {
            return loads(number, DatastoreLoad.class).get(0).incomingBytes().least();
        }

        List<String> bandwidth(int number) {
            return loads(number, BandwidthLoad.class).stream()
                    .map(load -> load.name() + " " + load.reservedMbps())
                    .toList();
        }

        List<String> ports(int number) {
            return loads(number, PortLoad.class).stream()
                    .map(load -> load.name() + " " + load.ports())
                    .toList();
        }
    }
}
