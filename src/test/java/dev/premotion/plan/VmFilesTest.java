package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.DB_A;
import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.datastore;
import static dev.premotion.inventory.Estates.disk;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.oneSite;
import static dev.premotion.plan.MovedFiles.asks;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Snapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules ask of all files of db-a together: its home and disk 1 lie on datastore 1, disk 2 on datastore 2. */
class VmFilesTest {

    private static final Estate CLEAN = oneSite();
    private static final Ref FIRST = disk(DB_A, 1);
    private static final Ref SECOND = disk(DB_A, 2);
    private static final Ref HOST = host(A, 1);
    private static final String ALL = "{ vm: db-a, to: { datastore: datastore-4 } }";
    private static final String SECOND_ONLY = "{ vm: db-a, to: { disks: [ { key: 2001, datastore: datastore-4 } ] } }";

    @Test
    void theyAreOfTheVmItsHostAndTheDatastoresTheyComeTo() {
        var files = files(CLEAN, SECOND_ONLY);

        assertThat(files.kind()).isEqualTo("vm-files");
        assertThat(files.name()).isEqualTo("files of db-a");
        assertThat(files.refs()).containsExactly(DB_A, HOST, datastore(A, 1), datastore(A, 1), datastore(A, 4));
        assertThat(files.homeTarget()).isEqualTo("ds-a1");
        assertThat(files(CLEAN.without(DB_A, "homeDatastore"), SECOND_ONLY).homeTarget())
                .isEqualTo("a datastore not known");
        assertThat(asks(files, "anything")).isEmpty();
    }

    @Test
    void disksThatMoveAreCounted() {
        assertThat(files(CLEAN).movingDisks()).hasToString("2");
        assertThat(files(CLEAN, SECOND_ONLY).movingDisks()).hasToString("1");
        var open = CLEAN.without(SECOND, "datastore");
        assertThat(files(open).movingDisks()).hasToString("1 to 2");
        assertThat(asks(files(open), "movingDisks")).containsExactly("disk datastore");
        assertThat(files(CLEAN.partial(DB_A, "disks")).movingDisks()).hasToString("at least 2");
        assertThat(asks(files(CLEAN.partial(DB_A, "disks")), "movingDisks")).containsExactly("vm disks.complete");
        assertThat(asks(files(CLEAN.without(FIRST, "datastore"), SECOND_ONLY), "movingDisks"))
                .as("it stays, wherever it lies")
                .isEmpty();
        assertThat(asks(files(CLEAN), "movingDisks")).isEmpty();
    }

    @Test
    void theHomeMovesWhereItsDatastoreChanges() {
        assertThat(files(CLEAN).homeMoves()).isTrue();
        assertThat(files(CLEAN, SECOND_ONLY).homeMoves()).isFalse();
        var open = CLEAN.without(DB_A, "homeDatastore");
        assertThat(files(open).homeMoves()).isNull();
        assertThat(asks(files(open), "homeMoves")).containsExactly("vm homeDatastore");
    }

    @Test
    void theHostsSayWhatTheyCanDo() {
        var files = files(CLEAN);
        assertThat(files.maxNumDisksSVMotion()).isEqualTo(64);
        assertThat(files.snapshotRelayoutSupported()).isTrue();
        assertThat(files.deltaDiskBackingsSupported()).isTrue();
        assertThat(files.restrictedSnapshotRelocateSupported()).isTrue();
        assertThat(files.sourceRestrictedSnapshotRelocateSupported()).isTrue();
        assertThat(files.sourceVersion()).isEqualTo("7.0.3");
        var silent = files(CLEAN.without(HOST, "capability"));
        assertThat(silent.maxNumDisksSVMotion()).isNull();
        assertThat(silent.snapshotRelayoutSupported()).isNull();
        assertThat(silent.deltaDiskBackingsSupported()).isNull();
        assertThat(silent.restrictedSnapshotRelocateSupported()).isNull();
        var other = "{ vm: db-a, to: { host: host-2, datastore: datastore-4 } }";
        var unable = CLEAN.change(HOST, "capability.restrictedSnapshotRelocateSupported", false);
        assertThat(files(unable, other).sourceRestrictedSnapshotRelocateSupported())
                .isFalse();
        assertThat(files(unable, other).restrictedSnapshotRelocateSupported()).isTrue();
        var nowhere = files(CLEAN.without(DB_A, "host"), other);
        assertThat(nowhere.sourceRestrictedSnapshotRelocateSupported()).isNull();
        assertThat(nowhere.sourceVersion()).isNull();
    }

    @Test
    void oneFolderHoldsAllFilesAndTheyGoToOneDatastore() {
        var one = CLEAN.change(SECOND, "path", "[ds-a1] db-a/db-a-2.vmdk").change(SECOND, "datastore", "datastore-1");
        assertThat(files(one).oneDirectory()).isTrue();
        assertThat(files(one, SECOND_ONLY).oneDirectory()).as("two targets").isFalse();
        assertThat(files(CLEAN).oneDirectory()).as("two folders").isFalse();
        for (var open : List.of(
                one.without(DB_A, "vmPathName"),
                one.without(SECOND, "path"),
                one.partial(DB_A, "disks"),
                one.without(DB_A, "disks"))) {
            assertThat(files(open).oneDirectory()).isNull();
        }
        assertThat(files(CLEAN.without(FIRST, "path")).oneDirectory())
                .as("the other lies elsewhere")
                .isFalse();
        var gone = files(one.partial(VC_A, "datastores"), "{ vm: db-a, to: { datastore: gone } }");
        assertThat(gone.oneDirectory()).isNull();
        assertThat(asks(files(one.without(DB_A, "vmPathName")), "oneDirectory")).containsExactly("vm vmPathName");
        assertThat(asks(files(one.without(FIRST, "path")), "oneDirectory")).containsExactly("disk path");
        assertThat(asks(files(one.partial(DB_A, "disks")), "oneDirectory")).containsExactly("vm disks.complete");
    }

    /** The home is {@code [ds-a1] db-a}. */
    @ParameterizedTest
    @CsvSource({
        "[ds-a1] db-a/,          false",
        "[ds-a1] db-a,           false",
        "[ds-a1] db-a/snapshots, true",
        "[ds-a2] db-a/,          true",
        "[ds-a1] db-a.snap,      true",
        "somewhere,              ",
        ",                       "
    })
    void snapshotsMayHaveAFolderOfTheirOwn(@Nullable String folder, @Nullable Boolean own) {
        var estate = CLEAN.change(DB_A, "snapshotDirectory", folder);

        assertThat(files(estate).ownSnapshotDirectory()).isEqualTo(own);
        assertThat(files(estate.without(DB_A, "vmPathName")).ownSnapshotDirectory())
                .isNull();
        assertThat(asks(files(estate), "ownSnapshotDirectory"))
                .isEqualTo(folder == null ? List.of("vm snapshotDirectory") : List.of());
        assertThat(asks(files(CLEAN.without(DB_A, "vmPathName")), "ownSnapshotDirectory"))
                .containsExactly("vm vmPathName");
    }

    @Test
    void aSnapshotMayHoldMemory() {
        var open = CLEAN.change(DB_A, "snapshots", Listing.of(new Snapshot(null, null, null, null, null)));
        assertThat(files(CLEAN).memorySnapshot()).isFalse();
        assertThat(files(open).memorySnapshot()).isNull();
        assertThat(asks(files(open), "memorySnapshot")).containsExactly("vm snapshots");
    }

    /** Kinds of datastores 1, 2 and 4, in that order; the second disk alone lies on 2. */
    @ParameterizedTest
    @CsvSource({
        "VMFS, VMFS, VMFS, false, false",
        "VMFS, VMFS, VVOL, true,  false",
        "VVOL, VVOL, VVOL, false, false",
        "VVOL, VVOL, VMFS, false, true",
        "VMFS, VVOL, VVOL, true,  false",
        "VMFS, VVOL, NFS,  false, true",
        ",     VVOL, VVOL, ,      false",
        ",     VVOL, NFS,  false, true",
        ",     VMFS, VMFS, false, ",
        "VMFS, VMFS, ,     ,      false",
        "VVOL, VVOL, ,     false, ",
    })
    void filesComeToVVolsOrLeaveThem(
            @Nullable String first,
            @Nullable String second,
            @Nullable String target,
            @Nullable Boolean to,
            @Nullable Boolean from) {
        var estate = CLEAN.change(datastore(A, 1), "type", first)
                .change(datastore(A, 2), "type", second)
                .change(datastore(A, 4), "type", target);

        assertThat(files(estate).toVVol()).isEqualTo(to);
        assertThat(files(estate).fromVVol()).isEqualTo(from);
        var asked = first == null || target == null ? List.of("datastore type") : List.of();
        assertThat(asks(files(estate), "toVVol")).isEqualTo(asked);
        assertThat(asks(files(estate), "fromVVol")).isEqualTo(asked);
    }

    /** Where a disk is not listed, it may come from anywhere, and goes where the home goes. */
    @Test
    void disksThatAreNotListedMayLeaveVVolsOrComeThere() {
        for (var open : List.of(CLEAN.partial(DB_A, "disks"), CLEAN.without(DB_A, "disks"))) {
            assertThat(files(open).fromVVol()).isNull();
            assertThat(files(open).toVVol()).as("the target is none").isFalse();
            assertThat(asks(files(open), "fromVVol"))
                    .hasSize(1)
                    .allSatisfy(fact -> assertThat(fact).startsWith("vm disks"));
            var vVols = open.change(datastore(A, 1), "type", "VVOL").change(datastore(A, 2), "type", "VVOL");
            assertThat(files(vVols.change(datastore(A, 4), "type", "VVOL")).toVVol())
                    .isNull();
        }
        assertThat(files(CLEAN.partial(DB_A, "disks"), SECOND_ONLY).fromVVol())
                .as("where the home stays, they do")
                .isFalse();
    }

    @Test
    void onlyWhatMovesIsAskedForItsKind() {
        var stays = CLEAN.without(datastore(A, 1), "type");
        assertThat(files(stays, SECOND_ONLY).fromVVol()).isFalse();
        assertThat(asks(files(stays, SECOND_ONLY), "fromVVol")).isEmpty();
        assertThat(asks(files(CLEAN.without(DB_A, "homeDatastore")), "fromVVol"))
                .containsExactly("vm homeDatastore");
        assertThat(asks(files(CLEAN.without(SECOND, "datastore")), "toVVol")).containsExactly("disk datastore");
    }

    private static VmFiles files(Estate estate) {
        return files(estate, ALL);
    }

    private static VmFiles files(Estate estate, String entry) {
        return MovedFiles.one(estate, entry, VmFiles.class);
    }
}
