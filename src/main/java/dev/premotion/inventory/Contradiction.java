package dev.premotion.inventory;

import dev.premotion.answer.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Facts of one thing that cannot all be true. What vSphere itself shows in odd moments is none: a disk that uses more than
 * its size by its snapshots, cores of a powered-off VM that do not fit, a last socket that is not full, NFS servers that report more free than there is.
 *
 * @param <T> the thing
 * @param type the thing
 * @param properties the facts, of which nobody can tell which one is wrong
 * @param contradictory whether a thing has them so
 * @param expected what they would be like
 * @param maybe what to try, without the word "Maybe" in front
 */
record Contradiction<T extends Record>(
        Class<T> type, List<String> properties, Predicate<T> contradictory, String expected, String maybe) {

    static final String BY_HAND = "the snapshot was changed by hand, or two were put together; capture again";

    private static final Pattern DELTA = Pattern.compile("-\\d{6}\\.vmdk$");

    /** What each kind of device can have behind it (API); others are not told apart by it. */
    private static final Map<String, List<String>> BACKINGS = Map.of(
            "cdrom", List.of("host", "client", "iso", "file", "none"),
            "floppy", List.of("host", "client", "iso", "file", "none"),
            "usb", List.of("host", "client", "none"),
            "pciPassthrough", List.of("host", "dynamic", "none"),
            "serial", List.of("host", "client", "file", "network", "none"),
            "parallel", List.of("host", "client", "file", "none"));

    /** By what the API says of each property. */
    private static final List<Contradiction<?>> OF_ONE_THING = List.of(
            new Contradiction<>(
                    Vm.class,
                    List.of("template", "powerState"),
                    vm -> Boolean.TRUE.equals(vm.template())
                            && vm.powerState() != null
                            && vm.powerState() != PowerState.POWERED_OFF,
                    "a template, which is powered off, or a VM",
                    BY_HAND),
            new Contradiction<>(
                    Vm.class,
                    List.of("encrypted", "keyId", "keyProvider"),
                    vm -> Boolean.FALSE.equals(vm.encrypted()) && (vm.keyId() != null || vm.keyProvider() != null),
                    "a key only where the home is encrypted",
                    BY_HAND),
            new Contradiction<>(
                    Vm.class,
                    List.of("vTpmPresent", "encrypted", "firmware"),
                    Contradiction::tpmAndNot,
                    "a virtual TPM among its devices, with an encrypted home and efi, or none",
                    BY_HAND),
            new Contradiction<>(
                    Vm.class,
                    List.of("faultToleranceState", "faultToleranceRole", "faultTolerancePartner"),
                    vm -> "notConfigured".equals(vm.faultToleranceState())
                            && (vm.faultToleranceRole() != null || vm.faultTolerancePartner() != null),
                    "a role or a partner only where Fault Tolerance is configured",
                    BY_HAND),
            new Contradiction<>(
                    Vm.class,
                    List.of("numCpu", "coresPerSocket"),
                    vm -> vm.powerState() == PowerState.POWERED_ON && falls(vm.coresPerSocket(), vm.numCpu()),
                    "no more cores in a socket than vCPUs",
                    BY_HAND),
            new Contradiction<>(
                    Vm.class,
                    List.of("memoryReservationMiB", "memoryMiB"),
                    vm -> vm.powerState() == PowerState.POWERED_ON
                            && vm.memoryReservationMiB() != null
                            && vm.memoryMiB() != null
                            && vm.memoryReservationMiB() > vm.memoryMiB(),
                    "no more memory reserved than the VM has, without which it does not start",
                    "one of the two is in another unit"),
            new Contradiction<>(
                    Vm.class,
                    List.of("powerState", "suspendedToMemory"),
                    vm -> Boolean.TRUE.equals(vm.suspendedToMemory()) && vm.powerState() == PowerState.POWERED_ON,
                    "memory kept on the host only of a suspended VM",
                    BY_HAND),
            new Contradiction<>(
                    Vm.class,
                    List.of("homeStoragePolicy", "homeStoragePolicyAssigned"),
                    vm -> Boolean.FALSE.equals(vm.homeStoragePolicyAssigned()) && vm.homeStoragePolicy() != null,
                    "a policy only where one is assigned",
                    BY_HAND),
            new Contradiction<>(
                    Vm.class,
                    List.of("snapshots", "consolidationNeeded"),
                    Contradiction::deltaOfNothing,
                    "a snapshot, or disks to consolidate, where a disk is a delta file",
                    "a backup left its snapshot behind; consolidate the disks"),
            new Contradiction<>(
                    Disk.class,
                    List.of("raw", "backing", "rdm"),
                    Contradiction::rawAndNot,
                    "raw exactly where the backing is a raw device mapping or a raw disk",
                    "whether the disk is a mapping was noted by hand; its backing tells"),
            new Contradiction<>(
                    Disk.class,
                    List.of("storagePolicy", "storagePolicyAssigned"),
                    disk -> Boolean.FALSE.equals(disk.storagePolicyAssigned()) && disk.storagePolicy() != null,
                    "a policy only where one is assigned",
                    BY_HAND),
            new Contradiction<>(
                    Disk.class,
                    List.of("linkedClone", "parents"),
                    disk -> Boolean.FALSE.equals(disk.linkedClone()) && buildsElsewhere(disk),
                    "no file that it builds on in another folder, or a linked clone",
                    BY_HAND),
            new Contradiction<>(
                    Disk.class,
                    List.of("deltaDiskFormat", "parents"),
                    disk -> "none".equals(disk.deltaDiskFormat())
                            && disk.parents() != null
                            && disk.parents().size() > 0,
                    "a format of its delta where it builds on a file",
                    BY_HAND),
            new Contradiction<>(
                    Device.class,
                    List.of("backing"),
                    device -> device.backing() != null
                            && !BACKINGS.getOrDefault(device.type(), List.of(device.backing()))
                                    .contains(device.backing()),
                    "what such a device can have behind it",
                    BY_HAND),
            new Contradiction<>(
                    Device.class,
                    List.of("backing", "file"),
                    device -> device.file() != null
                            && List.of("cdrom", "floppy", "serial", "parallel").contains(device.type())
                            && device.backing() != null
                            && !List.of("iso", "file").contains(device.backing()),
                    "a file only behind a device that is backed by one",
                    BY_HAND),
            new Contradiction<>(
                    Datastore.class,
                    List.of("freeSpaceBytes", "capacityBytes"),
                    datastore -> "VMFS".equals(datastore.type())
                            && datastore.freeSpaceBytes() != null
                            && datastore.capacityBytes() != null
                            && datastore.freeSpaceBytes() > datastore.capacityBytes(),
                    "no more free than there is",
                    "one of the two is in another unit"),
            new Contradiction<>(
                    Datastore.class,
                    List.of("type", "vmfsMajorVersion", "remoteHost"),
                    datastore -> datastore.type() != null
                            && (datastore.type().equals("VMFS")
                                    ? datastore.remoteHost() != null
                                    : datastore.vmfsMajorVersion() != null),
                    "a VMFS version only of VMFS, a server only of NFS",
                    BY_HAND),
            new Contradiction<>(
                    Host.class,
                    List.of("standalone", "cluster"),
                    host -> Boolean.TRUE.equals(host.standalone()) && host.cluster() != null,
                    "a cluster only where it is not standalone",
                    BY_HAND),
            new Contradiction<>(
                    Host.class,
                    List.of("localSwap", "localSwapDatastore"),
                    host -> Boolean.FALSE.equals(host.localSwap()) && host.localSwapDatastore() != null,
                    "a datastore for swap files only where one is set",
                    BY_HAND),
            new Contradiction<>(
                    Cluster.class,
                    List.of("evcEnabled", "evcMode"),
                    cluster -> Boolean.FALSE.equals(cluster.evcEnabled()) && cluster.evcMode() != null,
                    "a mode only where EVC is on",
                    BY_HAND),
            new Contradiction<>(
                    Host.class,
                    List.of("cpuPackages", "cpuCores", "cpuThreads"),
                    host -> falls(host.cpuPackages(), host.cpuCores())
                            || falls(host.cpuCores(), host.cpuThreads())
                            || falls(host.cpuPackages(), host.cpuThreads()),
                    "no fewer cores than sockets, no fewer threads than cores",
                    BY_HAND),
            new Contradiction<>(
                    Host.class,
                    List.of("cpuVendor", "cpuModel", "evcMode", "maxEvcMode"),
                    host -> vendors(host).distinct().count() > 1,
                    "a CPU, and EVC modes, of one maker",
                    BY_HAND),
            new Contradiction<>(
                    Network.class,
                    List.of("type", "distributedSwitch"),
                    network -> "standard".equals(network.type()) && network.distributedSwitch() != null,
                    "a distributed switch only of a distributed port group",
                    BY_HAND));

    /** Those of the things of a vCenter. */
    static List<Contradiction<?>> of(VCenter vCenter) {
        var all = new ArrayList<>(OF_ONE_THING);
        all.addAll(AcrossThings.of(vCenter));
        return all;
    }

    /** A virtual TPM is a device, and needs EFI and encrypted home files (D80-ENCINT). */
    private static boolean tpmAndNot(Vm vm) {
        var devices = vm.devices();
        boolean listed = devices != null
                && devices.stream().anyMatch(device -> device.type().equals("tpm"));
        if (!listed && !Boolean.TRUE.equals(vm.vTpmPresent())) {
            return false;
        }
        return Boolean.FALSE.equals(vm.vTpmPresent())
                || !listed && devices != null && devices.complete()
                || Boolean.FALSE.equals(vm.encrypted())
                || "bios".equals(vm.firmware());
    }

    private static boolean rawAndNot(Disk disk) {
        var said = Stream.of(
                        disk.raw(),
                        disk.backing() == null
                                ? null
                                : Boolean.valueOf(disk.backing().startsWith("raw")),
                        disk.rdm() == null ? null : Boolean.TRUE)
                .filter(Objects::nonNull)
                .distinct();
        return said.count() > 1;
    }

    private static boolean deltaOfNothing(Vm vm) {
        var snapshots = vm.snapshots();
        return snapshots != null
                && snapshots.complete()
                && snapshots.size() == 0
                && Boolean.FALSE.equals(vm.consolidationNeeded())
                && vm.disks() != null
                && vm.disks().stream().anyMatch(Contradiction::ownDelta);
    }

    /** Whether a disk builds on a file of its own VM. */
    private static boolean ownDelta(Disk disk) {
        return Boolean.FALSE.equals(disk.linkedClone())
                && (disk.parents() != null && disk.parents().size() > 0 || namedAsDelta(disk));
    }

    /** A name proves nothing where it is known that the file builds on none. */
    private static boolean namedAsDelta(Disk disk) {
        boolean buildsOnNone = disk.parents() != null && disk.parents().complete();
        return !buildsOnNone
                && disk.path() != null
                && DELTA.matcher(disk.path()).find();
    }

    private static boolean buildsElsewhere(Disk disk) {
        return disk.path() != null
                && disk.parents() != null
                && disk.parents().stream()
                        .anyMatch(parent -> !folder(parent.path()).equals(folder(disk.path())));
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static boolean falls(@Nullable Integer few, @Nullable Integer many) {
        return few != null && many != null && many < few;
    }

    /** Whose CPU each of its facts says it has. */
    private static Stream<String> vendors(Host host) {
        return Stream.of(host.cpuVendor(), host.cpuModel(), host.evcMode(), host.maxEvcMode())
                .filter(Objects::nonNull)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .flatMap(text -> Stream.of("intel", "amd").filter(text::contains));
    }

    /** Whether a thing has the facts so. */
    boolean holdsOf(Record thing) {
        return type.isInstance(thing) && contradictory.test(type.cast(thing));
    }

    /** The facts with their values, such as {@code template is true, powerState is poweredOn}. */
    String shown(Record thing) {
        return String.join(
                ", ",
                properties.stream()
                        .filter(property -> Draft.value(thing, property) != null)
                        .map(property -> property
                                + (plain(thing, property) ? " is " + Draft.value(thing, property) : " is listed"))
                        .toList());
    }

    private static boolean plain(Record thing, String property) {
        var value = Draft.value(thing, property);
        return !(value instanceof Record) && !(value instanceof Listing<?>);
    }
}
