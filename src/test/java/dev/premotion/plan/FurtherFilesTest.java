package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.METRO_A;
import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.cluster;
import static dev.premotion.inventory.Estates.datastore;
import static dev.premotion.inventory.Estates.disk;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.linkedSites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.DiskParent;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Ref;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The datastores on which a VM leaves what its disks build on, or its folder for snapshots. web-a lies on datastore 1. */
class FurtherFilesTest {

    private static final Estate CLEAN = linkedSites();
    private static final Ref DISK = disk(WEB_A, 1);
    private static final String COMPUTE = "{ vm: web-a, to: { host: host-2 } }";
    private static final String AWAY = "{ vm: web-a, to: { host: host-2, datastore: datastore-4 } }";

    @Test
    void whatADiskBuildsOnMayLieElsewhere() {
        assertThat(of(CLEAN, COMPUTE)).isEmpty();
        assertThat(of(parents("datastore-1"), COMPUTE))
                .as("where the disk lies")
                .isEmpty();
        var further = one(parents("datastore-2"), COMPUTE);
        assertThat(further.files()).isEqualTo("parents");
        assertThat(further.kind()).isEqualTo("further-datastore");
        assertThat(further.name()).isEqualTo("ds-a2 at esx-02.site-a.example");
        assertThat(further.refs()).containsExactly(datastore(A, 2), host(A, 2));
        assertThat(further.within()).isEqualTo("parents " + cluster(A, 1).id());
        assertThat(further.mounted()).isTrue();
        assertThat(further.listed()).isTrue();
        assertThat(of(parents("datastore-2"), AWAY)).as("it is copied").isEmpty();
        var dropped = one(parents("datastore-2").drop(host(A, 2), "datastores", 1), COMPUTE);
        assertThat(dropped.mounted()).isFalse();
        assertThat(dropped.listed()).isFalse();
    }

    @Test
    void whatADiskBuildsOnMayBeOpen() {
        asks(parents((String) null), "disk parents");
        asks(CLEAN.partial(DISK, "parents"), "disk parents.complete");
        asks(CLEAN.without(DISK, "parents").without(DISK, "linkedClone"), "disk linkedClone");
        asks(CLEAN.without(DISK, "parents").change(DISK, "linkedClone", true), "disk parents");
        asks(parents("datastore-2").lose(VC_A, "datastores", 1), "vcenter datastores.complete");
        asks(parents("datastore-2").drop(VC_A, "datastores", 1), "vcenter datastores.complete");
        assertThat(of(CLEAN.without(DISK, "parents"), COMPUTE))
                .as("no linked clone")
                .isEmpty();
        var raw = CLEAN.without(DISK, "parents").without(DISK, "linkedClone");
        assertThat(of(raw.change(DISK, "backing", "rawDisk"), COMPUTE))
                .as("no file")
                .isEmpty();
        assertThat(of(raw.change(DISK, "backing", "localPMem"), COMPUTE)).isEmpty();
        assertThat(of(raw.without(DISK, "backing"), COMPUTE)).hasSize(1);
    }

    /** The question goes to the cluster that it stays in; outside it to what is open. */
    private static void asks(Estate estate, String fact) {
        var further = one(estate, COMPUTE);
        assertThat(further.datastore()).isNull();
        assertThat(further.mounted()).isNull();
        assertThat(further.listed()).isNull();
        assertThat(further.name()).isEqualTo("an unknown datastore at esx-02.site-a.example");
        assertThat(MovedFiles.asks(further, "host.datastores")).containsExactly("cluster storageConfirmed");
        var leaves = one(estate, COMPUTE.replace("host-2", "host-4"));
        assertThat(leaves.within()).isEqualTo("parents ");
        assertThat(MovedFiles.asks(leaves, "host.datastores")).containsExactly(fact);
    }

    @Test
    void theFolderForSnapshotsMayLieOnAnotherDatastore() {
        assertThat(of(folder("[ds-a1] web-a/"), COMPUTE)).isEmpty();
        var further = one(folder("[ds-a2] web-a/"), COMPUTE);
        assertThat(further.files()).isEqualTo("snapshots");
        assertThat(further.refs()).containsExactly(datastore(A, 2), host(A, 2));
        assertThat(further.within()).startsWith("snapshots ");
        assertThat(of(folder("[ds-a2] web-a/"), AWAY))
                .as("it goes with the home")
                .isEmpty();
        assertThat(of(folder("[ds-a2] web-a/").without(WEB_A, "homeDatastore"), AWAY))
                .as("the home may lie there already")
                .hasSize(1);
        for (var silent : List.of(
                folder("web-a"),
                CLEAN.without(WEB_A, "snapshotDirectory"),
                folder("[ds-a2] web-a/").without(WEB_A, "vmPathName"))) {
            assertThat(of(silent, COMPUTE)).isEmpty();
        }
    }

    @Test
    void ofDatastoresOfOneNameTheVmsDatacenterTells() {
        var twins = folder("[twin] web-a/")
                .change(datastore(A, 2), "name", "twin")
                .change(datastore(A, 3), "name", "twin")
                .change(datastore(A, 3), "datacenter", "datacenter-9");
        assertThat(one(twins, COMPUTE).refs()).containsExactly(datastore(A, 2), host(A, 2));
        assertThat(one(twins.without(datastore(A, 2), "datacenter"), COMPUTE).refs())
                .contains(datastore(A, 2));
        assertThat(one(twins.without(WEB_A, "datacenter"), COMPUTE).datastore())
                .as("either")
                .isNull();
        assertThat(MovedFiles.asks(one(twins.without(WEB_A, "datacenter"), out()), "host.datastores"))
                .containsExactly("vm datacenter");
        var open = twins.without(datastore(A, 2), "datacenter").without(datastore(A, 3), "datacenter");
        assertThat(MovedFiles.asks(one(open, out()), "host.datastores")).containsExactly("datastore datacenter");
    }

    /** Out of its cluster. */
    private static String out() {
        return COMPUTE.replace("host-2", "host-4");
    }

    @Test
    void aDatastoreThatIsNotListedMayHaveTheFolder() {
        for (var open : List.of(
                folder("[ds-a2] web-a/").lose(VC_A, "datastores", 1),
                folder("[gone] web-a/").partial(VC_A, "datastores"))) {
            assertThat(one(open, COMPUTE).mounted()).isNull();
            assertThat(MovedFiles.asks(one(open, out()), "host.datastores"))
                    .containsExactly("vcenter datastores.complete");
        }
        assertThat(of(folder("[gone] web-a/"), COMPUTE)).as("no such datastore").isEmpty();
        var unlisted = folder("[ds-a2] web-a/").without(VC_A, "datastores");
        assertThat(of(unlisted, COMPUTE)).hasSize(1);
    }

    @Test
    void acrossVCentersItsUrlTellsWhereItIs() {
        var entry = "{ vm: metro-a, to: { vcenter: vcsa-b, host: host-1, datastore: ds-metro } }";
        var parent = CLEAN.change(
                disk(METRO_A, 1), "parents", Listing.of(new DiskParent("[ds-a1] t/t.vmdk", "datastore-1")));
        assertThat(one(parent, entry).mounted()).isFalse();
        var open = parent.without(datastore(A, 1), "url");
        assertThat(one(open, entry).mounted()).isNull();
        assertThat(one(open, entry).lacking("host.datastores"))
                .containsExactly(new Lacking(datastore(A, 1), "ds-a1", "url"));
        assertThat(MovedFiles.asks(one(open, entry), "files")).isEmpty();
    }

    private static Estate parents(@Nullable String datastore) {
        return CLEAN.change(DISK, "parents", Listing.of(new DiskParent("[x] base/base.vmdk", datastore)));
    }

    private static Estate folder(String path) {
        return CLEAN.change(WEB_A, "snapshotDirectory", path);
    }

    private static FurtherDatastore one(Estate estate, String entry) {
        return MovedFiles.one(estate, entry, FurtherDatastore.class);
    }

    private static List<FurtherDatastore> of(Estate estate, String entry) {
        return MovedFiles.all(estate, entry, FurtherDatastore.class);
    }
}
