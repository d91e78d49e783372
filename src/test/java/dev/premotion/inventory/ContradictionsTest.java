package dev.premotion.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Facts that cannot all be true are taken away, told, and found in no estate that is as vCenter has it. */
class ContradictionsTest {

    private static final Ref DISK = Estates.disk(Estates.WEB_A, 1);
    private static final Ref NIC = Estates.nic(Estates.WEB_A, 1);
    private static final Ref CLUSTER = Estates.cluster(Estates.A, 1);
    private static final Ref CDROM = Estates.cdrom(Estates.WEB_A);
    private static final Ref STORE = Estates.datastore(Estates.A, 1);
    private static final Ref HOST = Estates.host(Estates.A, 1);
    private static final Device TPM = new Device(
            Estates.WEB_A.device(Kind.DEVICE, 11000), 11000, "TPM", "tpm", "none", null, null, null, null, null, null);

    private static final Listing<DiskParent> BASE = Listing.of(new DiskParent("[ds] base/base.vmdk", null));

    private static Reading reading(Estate estate) {
        var origins = new Origins();
        for (var thing : List.of(Estates.WEB_A, DISK, NIC, CDROM, STORE, HOST, CLUSTER)) {
            origins.read(thing, property -> "a.json#/" + thing.id() + "/" + property);
        }
        return new Reading(
                estate.inventory(), origins, List.of(), List.of(new SourceFile("a.json", "00", Instant.EPOCH)));
    }

    private static Arguments of(Ref thing, Map<String, Object> facts, String... gone) {
        return Arguments.of(thing, new TreeMap<>(facts), List.of(gone));
    }

    static Stream<Arguments> contradictions() {
        return Stream.of(
                of(Estates.WEB_A, Map.of("template", true), "template", "powerState"),
                of(Estates.WEB_A, Map.of("encrypted", false, "keyId", "k"), "encrypted", "keyId"),
                of(Estates.WEB_A, Map.of("encrypted", false, "vTpmPresent", true), "encrypted", "vTpmPresent"),
                of(Estates.WEB_A, Map.of("firmware", "bios", "vTpmPresent", true), "firmware", "vTpmPresent"),
                of(Estates.WEB_A, Map.of("vTpmPresent", true, "devices", Listing.of()), "vTpmPresent", "encrypted"),
                of(Estates.WEB_A, Map.of("vTpmPresent", false, "devices", Listing.of(TPM)), "vTpmPresent"),
                of(
                        Estates.WEB_A,
                        Map.of("faultToleranceState", "notConfigured", "faultToleranceRole", "primary"),
                        "faultToleranceState",
                        "faultToleranceRole"),
                of(Estates.WEB_A, Map.of("numCpu", 2, "coresPerSocket", 4), "numCpu", "coresPerSocket"),
                of(
                        Estates.WEB_A,
                        Map.of("memoryMiB", 4096L, "memoryReservationMiB", 4097L),
                        "memoryMiB",
                        "memoryReservationMiB"),
                of(Estates.WEB_A, Map.of("suspendedToMemory", true), "powerState", "suspendedToMemory"),
                of(Estates.WEB_A, Map.of("vmPathName", "[ds-a2] web-a/web-a.vmx"), "homeDatastore", "vmPathName"),
                of(DISK, Map.of("path", "[ds-a2] web-a/web-a.vmdk"), "datastore", "path"),
                of(NIC, Map.of("networkName", "VM-Shared"), "network", "networkName"),
                of(CLUSTER, Map.of("evcEnabled", false, "evcMode", "intel-broadwell"), "evcEnabled", "evcMode"),
                of(
                        Estates.WEB_A,
                        Map.of("homeStoragePolicy", "gold", "homeStoragePolicyAssigned", false),
                        "homeStoragePolicy",
                        "homeStoragePolicyAssigned"),
                of(Estates.WEB_A, Map.of("cluster", "domain-c99"), "cluster", "host"),
                of(DISK, Map.of("backing", "rawDeviceMapping", "raw", false), "backing", "raw"),
                of(DISK, Map.of("rdm", new RawDeviceMapping(null, null), "raw", false), "rdm", "raw", "backing"),
                of(
                        DISK,
                        Map.of("storagePolicy", "gold", "storagePolicyAssigned", false),
                        "storagePolicy",
                        "storagePolicyAssigned"),
                of(
                        DISK,
                        Map.of("deltaDiskFormat", "redoLogFormat", "linkedClone", false, "parents", BASE),
                        "linkedClone",
                        "parents"),
                of(
                        DISK,
                        Map.of("deltaDiskFormat", "none", "linkedClone", true, "parents", BASE),
                        "deltaDiskFormat",
                        "parents"),
                of(CDROM, Map.of("backing", "network"), "backing"),
                of(CDROM, Map.of("type", "usb", "backing", "file"), "backing"),
                of(CDROM, Map.of("backing", "client", "file", "[ds] tools.iso"), "backing", "file"),
                of(
                        STORE,
                        Map.of("type", "VMFS", "capacityBytes", 10L, "freeSpaceBytes", 11L),
                        "capacityBytes",
                        "freeSpaceBytes"),
                of(STORE, Map.of("type", "NFS", "vmfsMajorVersion", 6), "type", "vmfsMajorVersion"),
                of(STORE, Map.of("type", "VMFS", "remoteHost", "nas"), "type", "remoteHost"),
                of(HOST, Map.of("standalone", true, "cluster", "domain-c1"), "standalone", "cluster"),
                of(
                        HOST,
                        Map.of("localSwap", false, "localSwapDatastore", "datastore-1"),
                        "localSwap",
                        "localSwapDatastore"),
                of(HOST, Map.of("cpuCores", 48, "cpuThreads", 24), "cpuCores", "cpuThreads"),
                of(HOST, Map.of("cpuVendor", "intel", "cpuModel", "AMD EPYC 7543"), "cpuVendor", "cpuModel"),
                of(HOST, Map.of("cpuVendor", "intel", "maxEvcMode", "amd-zen"), "cpuVendor", "maxEvcMode"));
    }

    private static Estate with(Ref thing, Map<String, Object> facts) {
        var estate = Estates.oneSite().change(Estates.WEB_A, "consolidationNeeded", true);
        for (var fact : facts.entrySet()) {
            estate = estate.change(thing, fact.getKey(), fact.getValue());
        }
        return estate;
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void whatCannotBeTogetherIsUnknownAndTold(Ref thing, Map<String, Object> facts, List<String> gone) {
        var before = reading(with(thing, facts));

        var after = Contradictions.without(before);

        var left = new Estate(after.inventory()).get(Record.class, thing);
        assertThat(gone)
                .allSatisfy(property ->
                        assertThat(Draft.value(left, property)).as(property).isNull());
        assertThat(after.quality()).isNotEmpty().allSatisfy(note -> {
            assertThat(note.file()).isEqualTo("a.json");
            assertThat(note.place()).startsWith("/" + thing.id() + "/");
            assertThat(note.message()).contains(", expected ", " unknown", "\nMaybe ");
        });
        assertThat(after.origins().of(thing, gone.get(0))).contains("a.json#/", ", where ");
    }

    @Test
    void manyOfOneKindAreOneNote() {
        var estate = Estates.oneSite();
        for (var vm : Estates.oneSite().inventory().vCenters().get(0).vms()) {
            estate = estate.change(vm.ref(), "cluster", "domain-c99");
        }

        assertThat(Contradictions.without(reading(estate)).quality())
                .singleElement()
                .satisfies(note -> assertThat(note.message()).contains(" times, such as "));
    }

    @Test
    void anEstateAsVCenterHasItIsLeftAsItIs() {
        for (var estate : List.of(Estates.oneSite(), Estates.twoSites(), Estates.linkedSites())) {
            var before = reading(estate);
            assertThat(Contradictions.without(before)).isSameAs(before);
        }
    }

    /** Cores that do not fit hinder a VM from starting, not from being there; an NFS server may report anything. */
    @Test
    void whatVSphereLetsStandIsLeft() {
        for (var odd : List.of(
                with(Estates.WEB_A, Map.of("powerState", PowerState.POWERED_OFF, "numCpu", 2, "coresPerSocket", 4)),
                with(
                        Estates.WEB_A,
                        Map.of("powerState", PowerState.POWERED_OFF, "memoryMiB", 4L, "memoryReservationMiB", 5L)),
                with(Estates.WEB_A, Map.of("numCpu", 3, "coresPerSocket", 2)),
                with(DISK, Map.of("path", "/vmfs/volumes/ds-a2/web/web.vmdk")),
                with(DISK, Map.of("path", "[ds-a2] web/web.vmdk")).without(STORE, "name"),
                with(STORE, Map.of("type", "NFS41", "capacityBytes", 10L, "freeSpaceBytes", 11L))
                        .without(STORE, "vmfsMajorVersion"),
                with(DISK, Map.of("capacityBytes", 10L, "usedBytes", 11L)))) {
            var before = reading(odd);
            assertThat(Contradictions.without(before)).isSameAs(before);
        }
    }

    /** A VM may be called web-100200, and where its files are known they say more than a name. */
    @Test
    void aFileThatBuildsOnNoneIsNoDeltaWhateverItsName() {
        var before = reading(with(DISK, Map.of("path", "[ds-a1] web-100200/web-100200.vmdk", "linkedClone", false))
                .change(Estates.WEB_A, "snapshots", Listing.of())
                .change(Estates.WEB_A, "consolidationNeeded", false)
                .change(DISK, "parents", Listing.of()));

        assertThat(Contradictions.without(before)).isSameAs(before);
    }

    @Test
    void aSlashInANameIsOneHoweverItIsWritten() {
        var estate = with(DISK, Map.of("path", "[ds%2Fa1] web/web.vmdk")).change(STORE, "name", "ds/a1");
        var after = Contradictions.without(reading(estate));
        assertThat(new Estate(after.inventory()).get(Disk.class, DISK).path()).isNotNull();
    }

    @Test
    void portGroupsThatShareAPoolHaveOneFigure() {
        var one = Estates.network(Estates.A, 1);
        var other = Estates.network(Estates.A, 2);
        var estate = Estates.oneSite();
        for (var network : List.of(one, other)) {
            estate = estate.change(network, "distributedSwitch", "dvs-1")
                    .change(network, "networkResourcePool", "pool-1")
                    .change(network, "type", "distributed")
                    .change(network, "unreservedMbps", 500L);
        }
        var before = reading(estate);
        assertThat(Contradictions.without(before)).isSameAs(before);

        var after = Contradictions.without(reading(estate.change(other, "unreservedMbps", 50_000L)));

        for (var network : List.of(one, other)) {
            assertThat(new Estate(after.inventory()).get(Network.class, network).unreservedMbps())
                    .isNull();
        }
        assertThat(after.quality())
                .singleElement()
                .satisfies(note -> assertThat(note.message())
                        .contains("unreservedMbps is 500, expected one figure", " (2 times, such as "));
        var apart = estate.change(other, "unreservedMbps", 50_000L).change(other, "networkResourcePool", "pool-2");
        assertThat(Contradictions.without(reading(apart)).quality()).isEmpty();
    }

    @Test
    void faultToleranceIsOnBothVmsOfAPair() {
        var pair = ft(
                ft(Estates.oneSite(), Estates.WEB_A, "primary", Estates.DB_A),
                Estates.DB_A,
                "secondary",
                Estates.WEB_A);
        var before = reading(pair);
        assertThat(Contradictions.without(before)).isSameAs(before);

        for (var broken : List.of(
                pair.change(Estates.WEB_A, "faultToleranceState", "notConfigured")
                        .without(Estates.WEB_A, "faultToleranceRole")
                        .without(Estates.WEB_A, "faultTolerancePartner"),
                pair.change(Estates.WEB_A, "faultToleranceRole", "secondary"))) {
            var after = Contradictions.without(reading(broken));
            for (var vm : List.of(Estates.WEB_A, Estates.DB_A)) {
                var left = new Estate(after.inventory()).get(Vm.class, vm);
                assertThat(left.faultToleranceState()).isNull();
                assertThat(left.faultTolerancePartner()).isNull();
            }
            assertThat(after.quality())
                    .singleElement()
                    .satisfies(note -> assertThat(note.message()).contains("both VMs of a pair", "2 times"));
        }
    }

    private static Estate ft(Estate estate, Ref vm, String role, Ref partner) {
        return estate.change(vm, "faultToleranceState", "running")
                .change(vm, "faultToleranceRole", role)
                .change(
                        vm,
                        "faultTolerancePartner",
                        estate.get(Vm.class, partner).instanceUuid());
    }

    @Test
    void aDeltaFileOfNoSnapshotIsABrokenChain() {
        var broken = with(DISK, Map.of("path", "[ds-a1] web/web-000001.vmdk", "linkedClone", false))
                .change(Estates.WEB_A, "snapshots", Listing.of())
                .change(Estates.WEB_A, "consolidationNeeded", false)
                .without(DISK, "parents");

        var after = Contradictions.without(reading(broken));

        assertThat(new Estate(after.inventory()).get(Vm.class, Estates.WEB_A).snapshots())
                .isNull();
        assertThat(after.quality())
                .singleElement()
                .satisfies(note -> assertThat(note.message()).contains("\nMaybe a backup left its snapshot behind"));
    }
}
