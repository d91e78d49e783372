package dev.premotion.plan;

import static dev.premotion.inventory.Estates.BATCH_A;
import static dev.premotion.inventory.Estates.DB_A;
import static dev.premotion.inventory.Estates.METRO_A;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.disk;
import static dev.premotion.inventory.Estates.twoSites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.inventory.Estate;
import dev.premotion.inventory.RawDeviceMapping;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.VmGroups.Going;
import dev.premotion.reference.Tables;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which VMs are nodes of one cluster of guests: web-a and db-a are on host 1, metro-a is on host 3. */
class GuestClustersTest {

    private static final Tables TABLES = Tables.load();
    private static final String ONE = "[ds-a1] quorum/quorum.vmdk";
    private static final String OTHER = "[ds-a1] other/other.vmdk";

    @Test
    void vmsOfOneDiskAreNodesOfOneCluster() {
        var two = on(on(twoSites(), WEB_A, ONE), DB_A, ONE);
        assertThat(told(two, WEB_A)).containsExactly("vm-1, vm-2 alike null one host null: host of web-a");
        assertThat(told(on(twoSites(), WEB_A, ONE), WEB_A)).isEmpty();
        assertThat(told(on(on(twoSites(), WEB_A, ONE), DB_A, OTHER), WEB_A)).isEmpty();
        assertThat(told(two, METRO_A)).isEmpty();
    }

    /** One is known by its path and one by its LUN; the third, known by both, tells that these are one, wherever it is listed. */
    @Test
    void aDiskKnownByItsLunAndByItsPathIsOneHoweverTheVmsAreListed() {
        for (var order : List.of(
                List.of(WEB_A, DB_A, METRO_A),
                List.of(DB_A, WEB_A, METRO_A),
                List.of(METRO_A, WEB_A, DB_A),
                List.of(WEB_A, METRO_A, DB_A))) {
            var estate = mapped(on(twoSites(), order.get(1), ONE), order.get(1));
            estate = on(estate, order.get(0), ONE).change(disk(order.get(0), 1), "raw", true);
            estate = mapped(on(estate, order.get(2), OTHER), order.get(2));
            assertThat(told(estate, METRO_A))
                    .as("%s", order)
                    .singleElement()
                    .asString()
                    .startsWith("vm-1, vm-2, vm-6 ");
        }
    }

    @Test
    void whoHasTheDiskOnABusThatIsNotToldMayBeANode() {
        var may = on(on(twoSites(), WEB_A, ONE), DB_A, ONE).without(disk(DB_A, 1), "sharedBus");
        assertThat(told(may, WEB_A))
                .singleElement()
                .asString()
                .endsWith(": host of web-a, sharedBus of Hard disk 1 of db-a");
        assertThat(told(may.without(disk(WEB_A, 1), "sharedBus"), WEB_A))
                .as("nobody is known to share")
                .isEmpty();
        var third = mapped(may, DB_A).change(disk(WEB_A, 1), "raw", true);
        assertThat(told(mapped(on(third, BATCH_A, OTHER), BATCH_A), WEB_A))
                .as("it tells all the same that two disks are one")
                .singleElement()
                .asString()
                .startsWith("vm-1, vm-3, vm-2 ");
    }

    private static Estate on(Estate estate, Ref vm, String path) {
        return estate.change(disk(vm, 1), "sharedBus", "virtualSharing")
                .change(disk(vm, 1), "path", path)
                .change(disk(vm, 1), "datastore", "datastore-1");
    }

    private static Estate mapped(Estate estate, Ref vm) {
        return estate.change(disk(vm, 1), "raw", true)
                .change(disk(vm, 1), "rdm", new RawDeviceMapping("virtualMode", "60a0"));
    }

    /** Where one VM may go to host 2 or not. */
    private static List<String> told(Estate estate, Ref moving) {
        var entry = "{ vm: { vcenter: vcsa-a, id: " + moving.id() + " }, to: { host: host-2 } }";
        var plan = Map.of(moving, new Going(Plans.candidate(estate, entry), "vcsa-a", false));
        return GuestClusters.of(estate.inventory(), plan, TABLES).stream()
                .map(GuestClusters.Moved::cluster)
                .map(cluster -> String.join(
                                ", ", cluster.members().stream().map(Ref::id).toList()) + " alike "
                        + cluster.oneVersion() + " one host " + cluster.oneHost() + ": "
                        + String.join(
                                ", ",
                                cluster.lacking("oneHost").stream()
                                        .map(one -> one.property() + " of " + one.thingName())
                                        .toList()))
                .toList();
    }
}
