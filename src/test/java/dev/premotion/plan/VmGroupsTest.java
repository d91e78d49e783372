package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.BATCH_A;
import static dev.premotion.inventory.Estates.DB_A;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.disk;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.pool;
import static dev.premotion.inventory.Estates.twoSites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.DiskParent;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.RawDeviceMapping;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.VmGroups.Going;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a plan makes of VMs that share a disk, a file that their disks build on, or a vApp. */
class VmGroupsTest {

    private static final Ref WEB = disk(WEB_A, 1);
    private static final Ref DB = disk(DB_A, 1);

    private static final Estate ONE_FILE = quorum(quorum(twoSites(), WEB), DB);
    private static final Estate ONE_LUN = lun(lun(ONE_FILE, WEB), DB);
    private static final Estate ONE_VAPP =
            twoSites().change(WEB_A, "vApp", "resgroup-4").change(DB_A, "vApp", "resgroup-4");

    private static final String TO_2 = "host: host-2";
    private static final String TO_4 = "host: host-4";
    private static final String FILES = "datastore: ds-a2";
    private static final String TO_B = "vcenter: vcsa-b, host: host-1, datastore: ds-b1, networks: { VM-A: VM-B }";

    @Test
    void whoTakesTheDiskAlongLeavesTheOthersWithoutIt() {
        assertThat(told(ONE_FILE, Map.of(WEB_A, FILES)))
                .containsExactly("disk Hard disk 1 of web-a broken, vm-1 of vm-1, vm-2: web-a goes to"
                        + " esx-01.site-a.example of vcsa-a and takes the disk along; db-a stays in CL-A1");
        assertThat(told(ONE_FILE, Map.of(WEB_A, TO_2)))
                .containsExactly("disk Hard disk 1 of web-a kept, vm-1 of vm-1, vm-2: web-a goes to"
                        + " esx-02.site-a.example of vcsa-a; db-a stays in CL-A1");
        assertThat(told(ONE_LUN, Map.of(WEB_A, FILES)))
                .singleElement()
                .asString()
                .contains(" kept, ");
        assertThat(told(twoSites(), Map.of(WEB_A, FILES))).isEmpty();
        assertThat(told(ONE_FILE, Map.of(BATCH_A, "host: host-1"))).isEmpty();
    }

    @Test
    void whoGoesToAnotherClusterLeavesTheOthersWhereTheyAre() {
        assertThat(told(ONE_LUN, Map.of(WEB_A, TO_4)))
                .singleElement()
                .asString()
                .contains(" broken, ");
        assertThat(told(ONE_LUN, Map.of(WEB_A, TO_4, DB_A, TO_4)))
                .singleElement()
                .asString()
                .contains(" kept, vm-1, vm-2 of ");
        assertThat(told(
                        ONE_LUN.change(WEB_A, "cluster", "domain-c2").change(WEB_A, "host", "host-4"),
                        Map.of(WEB_A, TO_2)))
                .as("they come together")
                .singleElement()
                .asString()
                .contains(" kept, ");
        assertThat(told(
                        ONE_LUN.change(WEB_A, "cluster", "domain-c2").change(WEB_A, "host", "host-4"),
                        Map.of(WEB_A, TO_2, DB_A, TO_4)))
                .as("they were in two clusters and are so again")
                .singleElement()
                .asString()
                .contains(" kept, ");
        assertThat(told(ONE_LUN, Map.of(WEB_A, TO_B)))
                .as("the cluster there has the same id")
                .singleElement()
                .asString()
                .contains(" broken, ")
                .contains("of vcsa-b");
    }

    @Test
    void whereOneIsOrGoesMayBeOpen() {
        var nowhere = ONE_LUN.without(DB_A, "cluster").without(host(A, 1), "cluster");
        assertThat(told(nowhere, Map.of(WEB_A, TO_2)))
                .singleElement()
                .asString()
                .contains(" open, ");
        assertThat(told(ONE_LUN.without(host(A, 2), "cluster"), Map.of(WEB_A, TO_2)))
                .singleElement()
                .asString()
                .contains(" open, ");
        assertThat(told(ONE_LUN.without(host(A, 4), "cluster"), Map.of(WEB_A, TO_4, DB_A, TO_4)))
                .singleElement()
                .asString()
                .contains(" open, ");
        assertThat(told(ONE_FILE.without(WEB, "datastore"), Map.of(WEB_A, TO_2 + ", " + FILES)))
                .as("it is itself, since nobody knows which file it is")
                .singleElement()
                .asString()
                .startsWith("unseen Hard disk 1 of web-a open, ");
    }

    @Test
    void whoMayNotGoAndWhoDoesNotAreToldSo() {
        var plan = goings(ONE_LUN, Map.of(WEB_A, TO_4, DB_A, TO_4));
        plan.put(DB_A, new Going(null, "vcsa-a", true));
        assertThat(told(ONE_LUN, plan))
                .containsExactly("disk Hard disk 1 of web-a broken, vm-1 of vm-1, vm-2: web-a goes to"
                        + " esx-04.site-a.example of vcsa-a; db-a stays in CL-A1, since its migration is blocked");
        plan.put(WEB_A, new Going(null, "vcsa-a", true));
        assertThat(told(ONE_LUN, plan)).isEmpty();
        var doubted = goings(ONE_LUN, Map.of(WEB_A, TO_2));
        doubted.computeIfPresent(WEB_A, (vm, going) -> new Going(going.to(), "vcsa-a", false));
        assertThat(told(ONE_LUN, doubted))
                .containsExactly("disk Hard disk 1 of web-a open, vm-1 of vm-1, vm-2: web-a may go to"
                        + " esx-02.site-a.example of vcsa-a; db-a stays in CL-A1");
    }

    @Test
    void whoSharesWithNobodyThatIsSeenMayShareWithOthers() {
        var alone = quorum(twoSites(), WEB);
        assertThat(told(alone, Map.of(WEB_A, TO_2)))
                .containsExactly("unseen Hard disk 1 of web-a kept, vm-1 of vm-1: web-a goes to esx-02.site-a.example"
                        + " of vcsa-a");
        assertThat(told(alone.without(WEB, "path"), Map.of(WEB_A, TO_2)))
                .as("it is itself, whatever file it is")
                .hasSize(1);
        assertThat(told(twoSites().without(WEB, "path"), Map.of(WEB_A, TO_2))).isEmpty();
        assertThat(told(alone.without(WEB_A, "disks"), Map.of(WEB_A, TO_2))).isEmpty();
    }

    @Test
    void clonesBelongToThoseThatBuildOnTheSameFilesAndToTheirOwner() {
        var clones = base(base(twoSites(), WEB), DB);
        assertThat(told(clones, Map.of(WEB_A, FILES)))
                .containsExactly("parent [ds-a1] base/base.vmdk broken, vm-1 of vm-1, vm-2: web-a goes to"
                        + " esx-01.site-a.example of vcsa-a and takes the disk along; db-a stays in CL-A1");
        assertThat(told(clones, Map.of(WEB_A, TO_4)))
                .as("clones may be in several clusters")
                .singleElement()
                .asString()
                .contains(" kept, ");
        var owned = clones.change(disk(BATCH_A, 1), "path", "[ds-a1] base/base.vmdk");
        assertThat(told(owned, Map.of(WEB_A, TO_2)))
                .singleElement()
                .asString()
                .contains(" of vm-1, vm-2, vm-3: ")
                .endsWith("batch-a stays in CL-A1");
        assertThat(told(base(twoSites(), WEB), Map.of(WEB_A, FILES)))
                .as("nobody else builds on it")
                .isEmpty();
    }

    @Test
    void aVAppIsCalledByItsName() {
        assertThat(told(ONE_VAPP, Map.of(WEB_A, TO_4)))
                .singleElement()
                .asString()
                .startsWith("vApp the vApp shop broken, vm-1 of vm-1, vm-2");
        assertThat(told(ONE_VAPP.without(pool(A, 4), "name"), Map.of(WEB_A, TO_2)))
                .singleElement()
                .asString()
                .startsWith("vApp the vApp resgroup-4 kept, ");
        assertThat(told(ONE_VAPP.change(DB_A, "vApp", "resgroup-5"), Map.of(WEB_A, TO_4)))
                .isEmpty();
    }

    private static Estate quorum(Estate estate, Ref disk) {
        return estate.change(disk, "sharedBus", "physicalSharing").change(disk, "path", "[ds-a1] quorum/quorum.vmdk");
    }

    private static Estate lun(Estate estate, Ref disk) {
        return estate.change(disk, "raw", true).change(disk, "rdm", new RawDeviceMapping("physicalMode", "60a0"));
    }

    private static Estate base(Estate estate, Ref disk) {
        return estate.change(disk, "parents", Listing.of(new DiskParent("[ds-a1] base/base.vmdk", "datastore-1")));
    }

    private static Map<Ref, Going> goings(Estate estate, Map<Ref, String> moves) {
        var plan = new HashMap<Ref, Going>();
        moves.forEach((vm, to) -> plan.put(
                vm,
                new Going(
                        Plans.candidate(estate, "{ vm: { vcenter: vcsa-a, id: " + vm.id() + " }, to: { " + to + " } }"),
                        to.equals(TO_B) ? "vcsa-b" : "vcsa-a",
                        true)));
        return plan;
    }

    private static List<String> told(Estate estate, Map<Ref, ?> moves) {
        var plan = new HashMap<Ref, Going>();
        moves.forEach((vm, to) -> plan.put(
                vm,
                to instanceof Going going
                        ? going
                        : goings(estate, Map.of(vm, (String) to)).get(vm)));
        return VmGroups.of(estate.inventory(), plan).stream()
                .map(moved -> moved.group().binding() + " " + moved.group().name() + " "
                        + kept(moved.group().together()) + ", "
                        + ids(moved.vms()) + " of " + ids(moved.group().members()) + ": "
                        + String.join("; ", moved.group().places()))
                .toList();
    }

    private static String kept(@Nullable Boolean together) {
        return together == null ? "open" : together ? "kept" : "broken";
    }

    private static String ids(List<Ref> vms) {
        return String.join(", ", vms.stream().map(Ref::id).toList());
    }
}
