package dev.premotion.plan;

import static dev.premotion.inventory.Estates.B;
import static dev.premotion.inventory.Estates.DB_A;
import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.VC_B;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.disk;
import static dev.premotion.inventory.Estates.linkedSites;
import static dev.premotion.inventory.Estates.vm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Disk;
import dev.premotion.inventory.DiskParent;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Snapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of the 16 GiB of a disk is free once it has gone: all of it only where no other VM uses a file of it. */
class SharedFilesTest {

    private static final Estate CLEAN = linkedSites();
    private static final Ref WEB = disk(WEB_A, 1);
    private static final Ref DB = disk(DB_A, 1);
    private static final Amount SIXTEEN = Amount.exactly(16 * Space.GIB);

    @Test
    void whatNobodyElseUsesIsFreed() {
        assertThat(freed(CLEAN)).isEqualTo("16");
        assertThat(freed(base(CLEAN, WEB))).as("its own snapshots").isEqualTo("16");
    }

    @Test
    void whatAnotherVmUsesMayStay() {
        assertThat(freed(base(base(CLEAN, WEB), DB))).as("clones of one base").isEqualTo("0 to 16");
        assertThat(freed(CLEAN.change(DB, "parents", parents("[ds-a1] web-a/web-a-1.vmdk", "datastore-1"))))
                .as("the base of a clone")
                .isEqualTo("0 to 16");
        assertThat(freed(CLEAN.change(DB, "path", "[ds-a1] web-a/web-a-1.vmdk")))
                .as("a disk of both")
                .isEqualTo("0 to 16");
        assertThat(freed(CLEAN.change(WEB, "linkedClone", true))).isEqualTo("0 to 16");
        var elsewhere = CLEAN.change(DB, "path", "[ds-a1] web-a/web-a-1.vmdk").change(DB, "datastore", "datastore-2");
        assertThat(freed(elsewhere))
                .as("a file of that name on another datastore")
                .isEqualTo("16");
        assertThat(freed(CLEAN.change(disk(vm(B, 2), 1), "path", "[ds-a1] web-a/web-a-1.vmdk")))
                .as("of another vCenter")
                .isEqualTo("16");
        assertThat(freed(
                        CLEAN.change(disk(DB_A, 2), "path", "[ds-a1] db-a/db-a-1.vmdk")
                                .change(disk(DB_A, 2), "datastore", "datastore-1"),
                        DB))
                .as("both are of the VM that goes")
                .isEqualTo("16");
        assertThat(asked(CLEAN.change(WEB, "linkedClone", true)))
                .as("nothing tells by how much")
                .isNull();
    }

    /** Whatever a VM of the vCenter does not say of its disks may be the file of another. */
    @Test
    void whoElseUsesItMayBeOpen() {
        asks(CLEAN.partial(VC_A, "vms"), "vcenter vms.complete");
        asks(CLEAN.without(DB_A, "disks"), "vm disks");
        asks(CLEAN.partial(DB_A, "disks"), "vm disks.complete");
        asks(CLEAN.without(DB, "datastore"), "disk datastore");
        asks(CLEAN.without(DB, "path"), "disk path");
        asks(CLEAN.partial(DB, "parents"), "disk parents.complete");
        asks(CLEAN.change(DB, "parents", parents("[x] base.vmdk", null)), "disk parents");
        asks(CLEAN.without(DB, "parents").without(DB, "linkedClone"), "disk linkedClone");
        asks(CLEAN.without(DB, "parents").change(DB, "linkedClone", true), "disk parents");
        for (var silent : List.of(CLEAN.partial(VC_B, "vms"), CLEAN.without(VC_B, "vms"))) {
            assertThat(freed(silent)).as("another vCenter").isEqualTo("16");
        }
        var first = CLEAN.without(disk(DB_A, 1), "path").without(disk(DB_A, 2), "datastore");
        assertThat(asked(first)).as("one at a time").isEqualTo("disk path");
        assertThat(asked(first.partial(VC_A, "vms"))).isEqualTo("vcenter vms.complete");
        var none = CLEAN.without(VC_A, "vms");
        assertThat(gib(new SharedFiles(none.inventory()).freed(CLEAN.get(Disk.class, WEB), SIXTEEN)))
                .isEqualTo("0 to 16");
        assertThat(freed(CLEAN.without(DB_A, "disks").change(WEB, "linkedClone", true)))
                .isEqualTo("0 to 16");
    }

    /**
     * Backing and snapshots of a disk in the same folder, and what it is asked: without a list of parents it may have files
     * there that the other builds on, unless it has no snapshots.
     */
    @ParameterizedTest
    @CsvSource({
        "flat,     none, ",
        "flat,     one,  disk parents",
        "flat,     ,     disk parents",
        "flat,     more, disk parents",
        ",         one,  disk parents",
        "rawDisk,  one,  ",
        "localPMem, one, "
    })
    void snapshotsHaveFilesThatOthersMayBuildOn(
            @Nullable String backing, @Nullable String snapshots, @Nullable String asked) {
        var elsewhere =
                CLEAN.without(DB, "parents").change(DB, "backing", backing).change(DB_A, "snapshots", of(snapshots));
        var beside = elsewhere.change(DB, "path", "[ds-a1] web-a/db-a-1.vmdk");

        assertThat(asked(beside)).isEqualTo(asked);
        assertThat(freed(beside)).isEqualTo(asked == null ? "16" : "0 to 16");
        assertThat(freed(elsewhere)).as("in a folder of its own").isEqualTo("16");
        assertThat(freed(beside.change(DB, "datastore", "datastore-2")))
                .as("on another datastore")
                .isEqualTo("16");
        assertThat(freed(elsewhere.change(WEB, "parents", parents("[ds-a1] db-a/base.vmdk", "datastore-1"))))
                .as("a base of the disk lies beside the other")
                .isEqualTo(asked == null ? "16" : "0 to 16");
    }

    @Test
    void aVmMayHaveSnapshotsBesideItsOwnFiles() {
        var open = CLEAN.without(WEB, "parents").without(WEB_A, "snapshots");
        assertThat(freed(open)).as("nobody else has files there").isEqualTo("16");
        assertThat(freed(open.change(DB, "path", "[ds-a1] web-a/db-a-1.vmdk"))).isEqualTo("0 to 16");
    }

    @Test
    void whatHasNoFileHasNoPlaceToTell() {
        for (var backing : List.of("rawDisk", "localPMem")) {
            var nowhere =
                    CLEAN.change(DB, "backing", backing).without(DB, "path").without(DB, "datastore");
            assertThat(freed(nowhere)).isEqualTo("16");
        }
    }

    private static @Nullable Listing<Snapshot> of(@Nullable String snapshots) {
        var one = new Snapshot(null, null, null, null, null);
        if (snapshots == null) {
            return null;
        }
        return switch (snapshots) {
            case "none" -> Listing.of();
            case "one" -> Listing.of(one);
            default -> Listing.partial(List.of());
        };
    }

    private static void asks(Estate estate, String fact) {
        assertThat(asked(estate)).isEqualTo(fact);
        assertThat(freed(estate)).isEqualTo("0 to 16");
    }

    private static Estate base(Estate estate, Ref disk) {
        return estate.change(disk, "parents", parents("[ds-a2] base/base.vmdk", "datastore-2"));
    }

    private static Listing<DiskParent> parents(String path, @Nullable String datastore) {
        return Listing.of(new DiskParent(path, datastore));
    }

    private static String freed(Estate estate) {
        return freed(estate, WEB);
    }

    private static String freed(Estate estate, Ref disk) {
        return gib(amount(estate, disk));
    }

    private static String gib(Amount amount) {
        return Space.gib(amount);
    }

    private static @Nullable String asked(Estate estate) {
        var lacking = amount(estate, WEB).lacking();
        return lacking == null ? null : lacking.thing().kind() + " " + lacking.property();
    }

    private static Amount amount(Estate estate, Ref disk) {
        return new SharedFiles(estate.inventory()).freed(estate.get(Disk.class, disk), SIXTEEN);
    }
}
