package dev.premotion.plan;

import static dev.premotion.inventory.Estates.B;
import static dev.premotion.inventory.Estates.DB_A;
import static dev.premotion.inventory.Estates.METRO_A;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.datastore;
import static dev.premotion.inventory.Estates.disk;
import static dev.premotion.inventory.Estates.twoSites;
import static dev.premotion.inventory.Estates.vm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.inventory.Disk;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.RawDeviceMapping;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which disks are one, by their LUN or their file, and which may be shared. */
class SharedBusTest {

    private static final Ref WEB = disk(WEB_A, 1);
    private static final Ref DB = disk(DB_A, 1);
    private static final Ref METRO = disk(METRO_A, 1);
    private static final Ref METRO_B = disk(vm(B, 6), 1);
    private static final Estate CLEAN = twoSites();

    @Test
    void filesAreOneByDatastoreAndPath() {
        assertThat(same(CLEAN, WEB, DB)).isFalse();
        var one = path(path(CLEAN, WEB, "[ds-a1] q/q.vmdk"), DB, "[ds-a1] q/q.vmdk");
        assertThat(same(one, WEB, DB)).isTrue();
        assertThat(identity(one, WEB)).isEqualTo(identity(one, DB));
        assertThat(same(one.change(DB, "datastore", "datastore-2"), WEB, DB))
                .as("a file of the same name elsewhere")
                .isFalse();
        assertThat(same(one.without(DB, "datastore"), WEB, DB)).isNull();
        assertThat(same(one.without(DB, "path"), WEB, DB)).isNull();
        assertThat(identity(one.without(DB, "path"), DB)).isNull();
        assertThat(identity(one.without(DB, "datastore"), DB)).isNull();
    }

    @Test
    void datastoresThatAreNotListedAreComparedById() {
        var unlisted = path(path(CLEAN, WEB, "[gone] q/q.vmdk"), DB, "[gone] q/q.vmdk")
                .change(WEB, "datastore", "datastore-77")
                .change(DB, "datastore", "datastore-77");
        assertThat(same(unlisted, WEB, DB)).isTrue();
        assertThat(same(unlisted.change(DB, "datastore", "datastore-78"), WEB, DB))
                .isFalse();
        assertThat(lacking(unlisted, WEB)).containsExactly("datastore");
    }

    @Test
    void oneStorageMayHaveANameInEachVCenter() {
        var one = path(path(CLEAN, METRO, "[ds-metro] q/q.vmdk"), METRO_B, "[metro-b] q/q.vmdk");
        assertThat(same(one, METRO, METRO_B)).isTrue();
        assertThat(identity(one, METRO)).isEqualTo(identity(one, METRO_B));
        var open = one.without(datastore(B, 3), "url");
        assertThat(same(open, METRO, METRO_B)).isNull();
        assertThat(lacking(open, METRO_B)).containsExactly("url");
        assertThat(lacking(open, METRO)).isEmpty();
        assertThat(same(one.change(METRO_B, "datastore", "datastore-1"), METRO, METRO_B))
                .isFalse();
        assertThat(same(one.change(METRO_B, "datastore", "datastore-77"), METRO, METRO_B))
                .isNull();
    }

    @Test
    void mappingsAreOneByTheirLunInWhateverCase() {
        var one = lun(lun(CLEAN, WEB, "60A0"), DB, "60a0");
        assertThat(same(one, WEB, DB)).isTrue();
        assertThat(identity(one, WEB)).isEqualTo(identity(one, DB));
        assertThat(same(lun(one, DB, "60a1"), WEB, DB)).isFalse();
        assertThat(same(lun(one, DB, null), WEB, DB)).isNull();
        assertThat(same(lun(CLEAN, WEB, "60a0"), WEB, DB))
                .as("a mapping and a file")
                .isFalse();
        assertThat(same(lun(CLEAN, WEB, "60a0").without(DB, "raw").without(DB, "rdm"), WEB, DB))
                .isNull();
        assertThat(lacking(lun(CLEAN, WEB, null), WEB)).containsExactly("rdm.lunUuid");
        assertThat(lacking(one, WEB)).isEmpty();
        assertThat(lacking(CLEAN.without(WEB, "raw"), WEB)).containsExactly("raw");
        assertThat(lacking(CLEAN.without(WEB, "path"), WEB)).containsExactly("path");
    }

    @Test
    void disksThatAreOneHaveAKeyInCommon() {
        var one = path(path(CLEAN, WEB, "[ds-a1] q/q.vmdk"), DB, "[other name] q/q.vmdk");
        assertThat(SharedBus.keys(one.get(Disk.class, WEB)))
                .isEqualTo(SharedBus.keys(one.get(Disk.class, DB)))
                .isNotEmpty();
        var mapped = lun(lun(CLEAN, WEB, "60A0"), DB, "60a0");
        assertThat(SharedBus.keys(mapped.get(Disk.class, WEB)))
                .containsAnyElementsOf(SharedBus.keys(mapped.get(Disk.class, DB)));
        assertThat(SharedBus.keys(CLEAN.without(WEB, "path").get(Disk.class, WEB)))
                .isEmpty();
    }

    @Test
    void aVmMayShareWhatIsNotKnownNotToBeShared() {
        assertThat(mayShare(CLEAN)).isFalse();
        assertThat(mayShare(CLEAN.change(WEB, "sharedBus", "virtualSharing"))).isTrue();
        assertThat(mayShare(CLEAN.without(WEB, "sharedBus"))).isTrue();
        assertThat(mayShare(CLEAN.partial(WEB_A, "disks"))).isTrue();
        assertThat(mayShare(CLEAN.without(WEB_A, "disks"))).isTrue();
        assertThat(mayShare(CLEAN.partial(WEB_A, "disks").change(WEB_A, "disksConfirmed", true)))
                .isFalse();
        assertThat(mayShare(CLEAN.without(WEB_A, "disks").change(WEB_A, "disksConfirmed", true)))
                .isFalse();
        assertThat(mayShare(CLEAN.change(WEB_A, "disksConfirmed", true).without(WEB, "sharedBus")))
                .as("a disk says more than a word about all")
                .isTrue();
    }

    @Test
    void acrossHostsGoesAPhysicalBusOnly() {
        assertThat(SharedBus.acrossHosts(web(CLEAN))).isEmpty();
        assertThat(SharedBus.acrossHosts(web(CLEAN.change(WEB, "sharedBus", "virtualSharing"))))
                .isEmpty();
        assertThat(SharedBus.acrossHosts(web(CLEAN.change(WEB, "sharedBus", "physicalSharing"))))
                .hasSize(1);
        assertThat(SharedBus.acrossHosts(web(CLEAN.without(WEB_A, "disks")))).isEmpty();
        assertThat(SharedBus.shares(null)).isFalse();
    }

    private static @Nullable Boolean same(Estate estate, Ref one, Ref other) {
        return new SharedBus(estate.inventory()).same(estate.get(Disk.class, one), estate.get(Disk.class, other));
    }

    private static @Nullable String identity(Estate estate, Ref disk) {
        return new SharedBus(estate.inventory()).identity(estate.get(Disk.class, disk));
    }

    private static List<String> lacking(Estate estate, Ref disk) {
        return new SharedBus(estate.inventory())
                .lacking(estate.get(Disk.class, disk), web(estate)).stream()
                        .map(Lacking::property)
                        .toList();
    }

    private static boolean mayShare(Estate estate) {
        return SharedBus.mayShare(web(estate));
    }

    private static Vm web(Estate estate) {
        return estate.get(Vm.class, WEB_A);
    }

    private static Estate path(Estate estate, Ref disk, String path) {
        return estate.change(disk, "path", path);
    }

    private static Estate lun(Estate estate, Ref disk, @Nullable String lun) {
        return estate.change(disk, "raw", true).change(disk, "rdm", new RawDeviceMapping("physicalMode", lun));
    }
}
