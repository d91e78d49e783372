package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.datastore;
import static dev.premotion.inventory.Estates.disk;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.oneSite;
import static dev.premotion.plan.MovedFiles.TABLES;
import static dev.premotion.plan.MovedFiles.asks;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.RawDeviceMapping;
import dev.premotion.inventory.Ref;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules ask of a raw device mapping, of a raw disk of the host, and of a disk that is shared. */
class MappedDiskTest {

    private static final Estate CLEAN = oneSite();
    private static final Ref DISK = disk(WEB_A, 1);
    private static final Ref TARGET = datastore(A, 2);
    private static final String COMPUTE = "{ vm: web-a, to: { host: host-2 } }";
    private static final String STORAGE = "{ vm: web-a, to: { datastore: datastore-2 } }";

    /** What a disk says of itself counts more than what somebody confirmed of all disks of the VM. */
    @ParameterizedTest
    @CsvSource({
        "flat,             false, false, ,      false, false",
        "rawDisk,          false, true,  ,      false, true",
        "rawDisk,          false, true,  true,  false, true",
        "rawDeviceMapping, true,  true,  ,      true,  false",
        "rawDeviceMapping, false, ,      ,      true,  false",
        "rawDeviceMapping, false, ,      true,  true,  false",
        ",                 true,  ,      ,      true,  false",
        ",                 true,  ,      true,  true,  false",
        ",                 false, true,  ,      true,  ",
        ",                 false, true,  true,  true,  ",
        ",                 false, false, ,      false, false",
        ",                 false, ,      ,      ,      ",
        ",                 false, ,      false, ,      ",
        ",                 false, ,      true,  false, false",
        "flat,             false, ,      true,  false, false",
    })
    void aMappingIsTellableFromARawDiskOfTheHost(
            @Nullable String backing,
            boolean mapping,
            @Nullable Boolean raw,
            @Nullable Boolean confirmed,
            @Nullable Boolean isMapping,
            @Nullable Boolean isRawDisk) {
        var estate =
                set(set(set(CLEAN, DISK, "backing", backing), DISK, "raw", raw), WEB_A, "disksConfirmed", confirmed);
        var move = compute(mapping ? estate.change(DISK, "rdm", new RawDeviceMapping(null, null)) : estate);

        assertThat(move.raw()).isEqualTo(isMapping);
        assertThat(move.rawDisk()).isEqualTo(isRawDisk);
        assertThat(move.backing()).isEqualTo(backing);
        assertThat(asks(move, "rawDisk")).isEqualTo(backing == null ? List.of("disk backing") : List.of());
        assertThat(asks(move, "disk.raw")).isEmpty();
    }

    /** Modes of the host ({@code +} where there may be more), mode of the mapping, what somebody confirmed of the host. */
    @ParameterizedTest
    @CsvSource({
        "physicalMode,  physicalMode, ,      true",
        "physicalMode,  virtualMode,  ,      false",
        "physicalMode,  virtualMode,  true,  false",
        "physicalMode,  ,             ,      ",
        "physicalMode,  ,             true,  true",
        "physicalMode+, physicalMode, ,      true",
        "physicalMode+, virtualMode,  ,      ",
        "physicalMode+, virtualMode,  true,  true",
        "physicalMode+, virtualMode,  false, ",
        ",              virtualMode,  ,      ",
        ",              virtualMode,  true,  true",
        ",              ,             false, "
    })
    void aHostOffersModesOfMappings(
            @Nullable String offered, @Nullable String mode, @Nullable Boolean confirmed, @Nullable Boolean expected) {
        boolean complete = offered != null && !offered.endsWith("+");
        var modes = offered == null ? null : new Listing<>(List.of(offered.replace("+", "")), complete);
        var estate = set(set(mapping(mode), host(A, 2), "rdmModes", modes), host(A, 2), "devicesConfirmed", confirmed);
        var move = compute(estate);

        assertThat(move.compatibilityMode()).isEqualTo(mode);
        assertThat(move.modeOffered()).isEqualTo(expected);
        assertThat(asks(move, "modeOffered"))
                .containsExactly(complete ? "disk rdm.compatibilityMode" : "host devicesConfirmed");
    }

    @Test
    void howLargeAMappingMayBeHangsOnItsMode() {
        assertThat(storage(mapping("physicalMode")).targetMaxRdmBytes()).isEqualTo(64L << 40);
        assertThat(storage(mapping("virtualMode")).targetMaxRdmBytes()).isEqualTo(62L << 40);
        assertThat(storage(mapping(null)).targetMaxRdmBytes()).isNull();
        assertThat(asks(storage(mapping(null)), "targetMaxRdmBytes")).containsExactly("disk rdm.compatibilityMode");
        var open =
                mapping("physicalMode").without(TARGET, "maxPhysicalRdmBytes").without(TARGET, "maxVirtualRdmBytes");
        assertThat(asks(storage(open), "targetMaxRdmBytes")).containsExactly("datastore maxPhysicalRdmBytes");
        assertThat(asks(storage(open.change(DISK, "rdm.compatibilityMode", "virtualMode")), "targetMaxRdmBytes"))
                .containsExactly("datastore maxVirtualRdmBytes");
        assertThat(asks(storage(mapping("virtualMode")), "targetMaxRdmBytes")).isEmpty();
        var nowhere = nowhere(mapping("virtualMode"));
        assertThat(nowhere.targetMaxRdmBytes()).isNull();
        assertThat(asks(nowhere, "targetMaxRdmBytes")).isEmpty();
    }

    @Test
    void onlyADiskThatIsSharedOrMappedAsksSomethingOfTheHost() {
        assertThat(compute(CLEAN).host()).isNull();
        assertThat(compute(CLEAN).hostRelease()).isNull();
        assertThat(compute(CLEAN).hostLunUuids()).isNull();
        for (var asking : List.of(
                mapping("virtualMode"),
                CLEAN.without(DISK, "raw"),
                CLEAN.change(DISK, "rdm", new RawDeviceMapping(null, null)),
                CLEAN.change(DISK, "sharedBus", "physicalSharing"))) {
            var move = compute(asking);
            assertThat(move.refs()).containsExactly(DISK, host(A, 2), datastore(A, 1));
            assertThat(move.hostLunUuids()).containsExactly("0200000000600a0b");
            assertThat(move.hostRelease()).isEqualTo(TABLES.esxi("7.0.3", "22348816"));
            assertThat(asks(move, "host.version")).isEmpty();
        }
        var mapped = mapping("virtualMode");
        assertThat(compute(mapped).lunUuid()).isEqualTo("60a0");
        assertThat(asks(compute(mapped.without(host(A, 2), "version")), "host.version"))
                .containsExactly("host version");
        assertThat(asks(compute(CLEAN), "host.version")).isEmpty();
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

    private static Estate mapping(@Nullable String mode) {
        return CLEAN.change(DISK, "raw", true)
                .change(DISK, "backing", "rawDeviceMapping")
                .change(DISK, "rdm", new RawDeviceMapping(mode, "60a0"));
    }

    private static Estate set(Estate estate, Ref thing, String property, @Nullable Object value) {
        return value == null ? estate.without(thing, property) : estate.change(thing, property, value);
    }
}
