package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.DB_A;
import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.datastore;
import static dev.premotion.inventory.Estates.disk;
import static dev.premotion.inventory.Estates.linkedSites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Snapshot;
import dev.premotion.inventory.VsanPolicy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The space of the snapshots of db-a, in GiB: two of 3 and 5. Its home and disk 1 lie on ds-a1, disk 2 on ds-a2; without
 * snapshots 36 come.
 */
class SnapshotSpaceTest {

    private static final Ref SECOND = disk(DB_A, 2);

    /** All files of the VM lie on ds-a1. */
    private static final Estate ONE = snapshots(linkedSites(), 3L, 5L)
            .change(SECOND, "datastore", "datastore-1")
            .change(SECOND, "path", "[ds-a1] db-a/db-a-2.vmdk");

    private static final Estate TWO = snapshots(linkedSites(), 3L, 5L);
    private static final String ALL = "{ vm: db-a, to: { datastore: datastore-4 } }";
    private static final String SECOND_ONLY = "{ vm: db-a, to: { disks: [ { key: 2001, datastore: datastore-4 } ] } }";

    private static Estate snapshots(Estate estate, @Nullable Long... gib) {
        var all = Arrays.stream(gib)
                .map(size -> new Snapshot(null, null, Space.bytes(size), null, null))
                .toList();
        return estate.change(DB_A, "snapshots", Listing.complete(all));
    }

    @Test
    void whereAllFilesGoTogetherTheSnapshotsDo() {
        assertThat(Space.of(ONE, ALL).comes()).containsExactly("pod-a1 44");
        assertThat(Space.of(ONE, ALL).goes()).containsExactly("ds-a1 40 to 44");
        assertThat(Space.of(TWO, ALL).comes()).containsExactly("pod-a1 44");
        assertThat(Space.of(TWO, ALL).goes())
                .as("where they lay is not told")
                .containsExactly("ds-a1 16 to 20", "ds-a2 16");
        var home = TWO.without(DB_A, "homeDatastore");
        assertThat(Space.of(home, ALL).comes()).as("the home may lie there").containsExactly("pod-a1 32 to 44");
        assertThat(Space.of(home, ALL).goes()).containsExactly("ds-a1 16", "ds-a2 16");
    }

    @Test
    void whereFilesGoApartTheSnapshotsMayGoWithAnyOfThem() {
        assertThat(Space.of(TWO, SECOND_ONLY).comes()).containsExactly("pod-a1 16 to 24");
        assertThat(Space.of(TWO, SECOND_ONLY).goes()).containsExactly("ds-a2 16");
        assertThat(Space.of(TWO, SECOND_ONLY).fact()).isEqualTo("vm snapshots");
        var apart = "{ vm: db-a, to: { datastore: datastore-4, disks: [ { key: 2001, datastore: datastore-5 } ] } }";
        assertThat(Space.of(ONE, apart).comes()).containsExactly("pod-a1 20 to 28", "pod-a2 16 to 24");
        assertThat(Space.of(ONE, apart).goes()).containsExactly("ds-a1 32 to 36");
    }

    @Test
    void theyMayBeAdriftWithTheRest() {
        var moved = Space.of(ONE.partial(VC_A, "datastores"), "{ vm: db-a, to: { datastore: gone } }");

        assertThat(moved.adrift()).containsExactly("gone 0 to 16", "gone 0 to 16", "gone 0 to 4", "gone 0 to 8");
    }

    @Test
    void howLargeTheyAreMayBeOpen() {
        var size = snapshots(ONE, 3L, null);
        assertThat(Space.of(size, ALL).comes()).containsExactly("pod-a1 at least 39");
        assertThat(Space.of(size, ALL).fact()).isEqualTo("vm snapshots");
        assertThat(Space.of(size, ALL).goes()).containsExactly("ds-a1 at least 35");
        var partial = Space.of(ONE.partial(DB_A, "snapshots"), ALL);
        assertThat(partial.comes()).containsExactly("pod-a1 at least 36");
        assertThat(partial.fact()).isEqualTo("vm snapshots.complete");
        var none = Space.of(ONE.without(DB_A, "snapshots"), ALL);
        assertThat(none.comes()).containsExactly("pod-a1 at least 36");
        assertThat(none.fact()).isEqualTo("vm snapshots");
        assertThat(Space.of(snapshots(ONE), ALL).comes()).containsExactly("pod-a1 36");
    }

    @Test
    void onVsanTheirPolicyIsTheOneThatAllFilesHave() {
        var vsan = ONE.change(VC_A, "vsanPolicies", Listing.of(new VsanPolicy("VM default", 2.0)))
                .change(datastore(A, 4), "type", "vsan")
                .change(datastore(A, 4), "spaceFactor", 2.0);
        assertThat(Space.of(vsan, ALL).comes()).containsExactly("pod-a1 88");
        var other = vsan.change(SECOND, "storagePolicy", "other");
        assertThat(Space.of(other, ALL).comes())
                .as("snapshots of files of two policies take what the datastore says")
                .containsExactly("pod-a1 88");
        assertThat(Space.of(other.without(datastore(A, 4), "spaceFactor"), ALL).comes())
                .containsExactly("pod-a1 at least 64");
        var away = vsan.change(datastore(A, 1), "type", "vsan").change(datastore(A, 1), "spaceFactor", 2.0);
        assertThat(Space.of(away, ALL).goes())
                .as("what vSAN frees may be next to nothing")
                .containsExactly("ds-a1 0 to 88");
        assertThat(Space.of(away.change(SECOND, "storagePolicy", "other").without(datastore(A, 1), "spaceFactor"), ALL)
                        .goes())
                .containsExactly("ds-a1 at least 0");
    }

    @Test
    void theyAreCountedOnceHoweverManyDisksGoThere() {
        var both =
                "{ vm: db-a, to: { disks: [ { key: 2000, datastore: datastore-4 }, { key: 2001, datastore: datastore-4 } ] } }";
        assertThat(Space.of(TWO, both).comes()).containsExactly("pod-a1 32 to 40");
    }
}
