package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.datastore;
import static dev.premotion.inventory.Estates.disk;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.oneSite;
import static dev.premotion.plan.MovedFiles.asks;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Device;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Estates;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Snapshot;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules ask of one disk, where the snapshot says it and where it leaves it open. */
class DiskMoveTest {

    private static final Estate CLEAN = oneSite();
    private static final Ref DISK = disk(WEB_A, 1);
    private static final Ref TARGET = datastore(A, 2);
    private static final String COMPUTE = "{ vm: web-a, to: { host: host-2 } }";
    private static final String STORAGE = "{ vm: web-a, to: { datastore: datastore-2 } }";

    @Test
    void aDiskThatIsNotListedIsAskedOfTheVm() {
        for (var open : List.of(CLEAN.without(WEB_A, "disks"), CLEAN.lose(WEB_A, "disks", 0))) {
            var move = compute(open);
            assertThat(move.kind()).isEqualTo("disk");
            assertThat(move.name()).isEqualTo("web-a, other disks");
            assertThat(move.refs()).containsExactly(new Ref("disk", A, "vm-1/?"), host(A, 2));
            assertThat(move.moves()).isFalse();
            assertThat(everyLeaf(move)).containsOnlyNulls();
            assertThat(asks(move, "disk.raw")).containsExactly("vm disksConfirmed");
            var denied = compute(open.change(WEB_A, "disksConfirmed", false));
            assertThat(everyLeaf(denied)).containsOnlyNulls();
            assertThat(asks(denied, "disk.raw")).containsExactly("vm disksConfirmed");
        }
    }

    @Test
    void whatSomebodyConfirmedHoldsOfDisksThatAreNotListed() {
        var move = compute(CLEAN.without(WEB_A, "disks").change(WEB_A, "disksConfirmed", true));

        assertThat(move.raw()).isFalse();
        assertThat(move.rawDisk()).isFalse();
        assertThat(move.diskMode()).isEqualTo("persistent");
        assertThat(move.sharing()).isEqualTo("sharingNone");
        assertThat(move.sharedBus()).isEqualTo("noSharing");
        assertThat(move.capacityBytes()).as("nobody said").isNull();
        assertThat(move.linkedClone()).isNull();
        assertThat(asks(move, "disk.raw")).isEmpty();
        assertThat(asks(move, "disk.capacityBytes"))
                .as("what the list of disks tells is asked of it")
                .isEmpty();
    }

    @Test
    void aListedDiskSaysMoreThanAWordAboutAll() {
        var confirmed = CLEAN.change(WEB_A, "disksConfirmed", true);
        var shared = compute(confirmed
                .change(DISK, "sharing", "sharingMultiWriter")
                .change(DISK, "sharedBus", "physicalSharing")
                .change(DISK, "diskMode", "undoable"));
        assertThat(shared.sharing()).isEqualTo("sharingMultiWriter");
        assertThat(shared.sharedBus()).isEqualTo("physicalSharing");
        assertThat(shared.diskMode()).isEqualTo("undoable");
        var silent =
                confirmed.without(DISK, "sharing").without(DISK, "sharedBus").without(DISK, "diskMode");
        assertThat(compute(silent).sharing()).isEqualTo("sharingNone");
        assertThat(compute(silent).sharedBus()).isEqualTo("noSharing");
        assertThat(compute(silent).diskMode()).as("listed without its mode").isNull();
        var open = silent.without(WEB_A, "disksConfirmed");
        assertThat(compute(open).sharing()).isNull();
        assertThat(compute(open).sharedBus()).isNull();
    }

    @Test
    void theTargetSaysWhatItTakes() {
        var move = storage(CLEAN);
        assertThat(move.targetType()).isEqualTo("VMFS");
        assertThat(move.targetVmfsMajorVersion()).isEqualTo(6);
        assertThat(move.targetRawDiskMappingsSupported()).isTrue();
        assertThat(move.targetClusteredVmdkSupported()).isFalse();
        assertThat(move.targetPerFileThinProvisioningSupported()).isTrue();
        assertThat(move.targetDeltaDiskFormats()).containsExactly("redoLogFormat", "seSparseFormat");
        assertThat(move.moves()).isTrue();
        assertThat(move.name()).isEqualTo("web-a, Hard disk 1");
        assertThat(move.refs()).as("no host matters to it").containsExactly(DISK, WEB_A, TARGET);
        var gone = nowhere(CLEAN);
        assertThat(gone.refs()).containsExactly(DISK, WEB_A);
        assertThat(everyTarget(gone)).containsOnlyNulls();
    }

    /** TiB; of VMFS 3 nobody knows more than that no file is larger than 2 TiB there. */
    @ParameterizedTest
    @CsvSource({
        "64, VMFS, 6, 40, 62",
        "16, VMFS, 6, 40, 16",
        "62, NFS,  ,  40, 62",
        ",   VMFS, 6, 40, 62",
        ",   VMFS, 5, 40, 62",
        ",   VMFS, 5, ,   62",
        ",   VMFS, ,  40, ",
        ",   VMFS, ,  63, 62",
        ",   NFS,  ,  62, ",
        ",   NFS,  ,  63, 62",
        ",   NFS,  ,  ,   ",
        ",   ,     ,  40, ",
        ",   VMFS, 3, 2,  ",
        ",   VMFS, 3, 3,  2",
        ",   VMFS, 3, 1,  ",
        ",   VMFS, 3, ,   ",
        ",   VMFS, 4, 3,  2"
    })
    void theLargestFileIsWhatTheDatastoreSaysOrItsKindAllows(
            @Nullable Long says,
            @Nullable String type,
            @Nullable Integer version,
            @Nullable Long capacity,
            @Nullable Long expected) {
        var estate = set(
                set(set(CLEAN, TARGET, "maxFileSizeBytes", tib(says)), TARGET, "type", type),
                TARGET,
                "vmfsMajorVersion",
                version);
        var move = storage(set(estate, DISK, "capacityBytes", tib(capacity)));

        assertThat(move.capacityBytes()).isEqualTo(tib(capacity));
        assertThat(move.targetMaxFileSizeBytes()).isEqualTo(tib(expected));
    }

    @Test
    void aDiskWithoutSnapshotsHasNoDeltaFile() {
        var silent = CLEAN.without(DISK, "deltaDiskFormat").without(DISK, "nativeSnapshot");
        assertThat(storage(silent).deltaDiskFormat()).isEqualTo("none");
        assertThat(storage(silent).nativeSnapshot()).isFalse();
        for (var open : List.of(
                silent.without(WEB_A, "snapshots"),
                silent.partial(WEB_A, "snapshots"),
                silent.change(WEB_A, "snapshots", Listing.of(new Snapshot(null, null, null, null, null))),
                silent.without(WEB_A, "consolidationNeeded"),
                silent.change(WEB_A, "consolidationNeeded", true),
                silent.without(DISK, "linkedClone"),
                silent.change(DISK, "linkedClone", true))) {
            assertThat(storage(open).deltaDiskFormat()).isNull();
            assertThat(storage(open).nativeSnapshot()).isNull();
        }
        var told = CLEAN.change(DISK, "deltaDiskFormat", "seSparseFormat").change(DISK, "nativeSnapshot", true);
        assertThat(storage(told).deltaDiskFormat()).isEqualTo("seSparseFormat");
        assertThat(storage(told).nativeSnapshot()).isTrue();
    }

    /** A disk that keeps its place keeps its format. */
    @Test
    void aFormatConvertsWhatMoves() {
        var entry = "{ vm: web-a, to: { host: host-2, disks: [ { key: 2000, datastore: %s, format: thick } ] } }";
        assertThat(MovedFiles.one(CLEAN, entry.formatted("datastore-2"), DiskMove.class)
                        .converts())
                .isTrue();
        assertThat(MovedFiles.one(CLEAN, entry.formatted("datastore-1"), DiskMove.class)
                        .converts())
                .isFalse();
        assertThat(MovedFiles.one(CLEAN.without(DISK, "datastore"), entry.formatted("datastore-2"), DiskMove.class)
                        .converts())
                .isNull();
        assertThat(storage(CLEAN).converts()).isFalse();
    }

    @Test
    void aVirtualTpmEncryptsTheHome() {
        assertThat(storage(CLEAN).encrypted()).isFalse();
        assertThat(storage(CLEAN.without(WEB_A, "encrypted")).encrypted()).isNull();
        assertThat(storage(CLEAN.change(WEB_A, "vTpmPresent", true)).encrypted())
                .isTrue();
        var tpm = CLEAN.edit(
                Estates.cdrom(WEB_A),
                device -> Draft.of((Device) device).set("type", "tpm").build());
        assertThat(storage(tpm).encrypted()).isTrue();
    }

    private static DiskMove compute(Estate estate) {
        return MovedFiles.one(estate, COMPUTE, DiskMove.class);
    }

    private static DiskMove storage(Estate estate) {
        return MovedFiles.one(estate, STORAGE, DiskMove.class);
    }

    /** To a datastore that the list, which may not be all, does not have. */
    private static DiskMove nowhere(Estate estate) {
        var partial = estate.partial(VC_A, "datastores");
        return MovedFiles.one(partial, "{ vm: web-a, to: { datastore: gone } }", DiskMove.class);
    }

    private static Estate set(Estate estate, Ref thing, String property, @Nullable Object value) {
        return value == null ? estate.without(thing, property) : estate.change(thing, property, value);
    }

    private static @Nullable Long tib(@Nullable Long number) {
        return number == null ? null : Long.valueOf(number << 40);
    }

    private static List<@Nullable Object> everyLeaf(DiskMove move) {
        return Stream.concat(
                        Stream.of(
                                move.raw(),
                                move.rawDisk(),
                                move.compatibilityMode(),
                                move.modeOffered(),
                                move.backing(),
                                move.deltaDiskFormat(),
                                move.nativeSnapshot(),
                                move.lunUuid(),
                                move.diskMode(),
                                move.sharing(),
                                move.sharedBus(),
                                move.linkedClone(),
                                move.capacityBytes()),
                        everyTarget(move).stream())
                .toList();
    }

    private static List<@Nullable Object> everyTarget(DiskMove move) {
        return Arrays.asList(
                move.targetMaxRdmBytes(),
                move.targetRawDiskMappingsSupported(),
                move.targetClusteredVmdkSupported(),
                move.targetPerFileThinProvisioningSupported(),
                move.targetDeltaDiskFormats(),
                move.targetType(),
                move.targetVmfsMajorVersion(),
                move.targetMaxFileSizeBytes());
    }
}
