package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Disk;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.RawDeviceMapping;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import dev.premotion.reference.Release;
import dev.premotion.reference.Tables;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One disk of a VM on its way, or staying while the VM goes.
 *
 * @param disk absent for "a disk the inventory does not list": then every leaf is absent, and so every answer unknown
 * @param target where it lies afterwards; absent where unknown
 * @param moves whether it moves; absent where unknown
 * @param format thin, thick or eager-zeroed where the plan changes it
 * @param host the destination host; absent where unknown, or where the disk asks nothing of a host
 */
public record DiskMove(
        Vm vm,
        @Nullable Disk disk,
        @Nullable Datastore target,
        @Nullable Boolean moves,
        @Nullable String format,
        @Nullable Host host,
        Tables tables)
        implements Subject {

    @Override
    public String kind() {
        return "disk";
    }

    @Override
    public String name() {
        return vm.label() + ", " + (disk == null ? "other disks" : disk.shortLabel());
    }

    @Override
    public List<Ref> refs() {
        var self = disk == null ? new Ref("disk", vm.ref().vCenter(), vm.ref().id() + "/?") : disk.ref();
        var at = host == null ? vm.ref() : host.ref();
        return target == null ? List.of(self, at) : List.of(self, at, target.ref());
    }

    /** Whether it is a raw device mapping; what the disk says of itself counts more than a word about all disks. */
    public @Nullable Boolean raw() {
        if ("rawDisk".equals(backing())) {
            return false;
        }
        if (disk != null && (disk.rdm() != null || disk.raw() != null)) {
            return disk.rdm() != null ? Boolean.TRUE : disk.raw();
        }
        if ("rawDeviceMapping".equals(backing())) {
            return true;
        }
        return ordinary() ? Boolean.FALSE : null;
    }

    /** Whether it is a raw disk of the host, without a mapping. */
    public @Nullable Boolean rawDisk() {
        if (disk == null) {
            return ordinary() ? Boolean.FALSE : null;
        }
        var backing = disk.backing();
        if (backing != null) {
            return backing.equals("rawDisk");
        }
        boolean none = disk.raw() == null ? ordinary() : !disk.raw();
        return disk.rdm() != null || none ? Boolean.FALSE : null;
    }

    private List<Lacking> ofMode(Disk disk) {
        if (host != null && (host.rdmModes() == null || !host.rdmModes().complete())) {
            return List.of(new Lacking(host.ref(), host.label(), "devicesConfirmed"));
        }
        return List.of(new Lacking(disk.ref(), Lacking.device(disk, vm), "rdm.compatibilityMode"));
    }

    private List<Lacking> ofLargeMapping(Disk disk) {
        var mode = compatibilityMode();
        if (mode == null) {
            return List.of(new Lacking(disk.ref(), Lacking.device(disk, vm), "rdm.compatibilityMode"));
        }
        return target == null
                ? List.of()
                : Lacking.of(target, mode.equals("physicalMode") ? "maxPhysicalRdmBytes" : "maxVirtualRdmBytes");
    }

    /** Whether somebody confirmed that no disk of the VM is raw or shared; counts where the inventory does not say. */
    private boolean ordinary() {
        return Boolean.TRUE.equals(vm.disksConfirmed());
    }

    /** A disk that is not listed is asked of the VM. */
    @Override
    public List<Lacking> lacking(String path) {
        if (disk == null) {
            return ordinary() ? List.of() : List.of(new Lacking(vm.ref(), vm.label(), "disksConfirmed"));
        }
        return switch (path) {
            case "host.version" -> host == null ? List.of() : Lacking.of(host, "version", "build");
            case "rawDisk" -> Lacking.ofDevice(disk, vm, "backing");
            case "modeOffered" -> ofMode(disk);
            case "targetMaxRdmBytes" -> ofLargeMapping(disk);
            default -> List.of();
        };
    }

    private @Nullable RawDeviceMapping rdm() {
        return disk == null ? null : disk.rdm();
    }

    public @Nullable String compatibilityMode() {
        var rdm = rdm();
        return rdm == null ? null : rdm.compatibilityMode();
    }

    /** Whether the host offers mappings of this mode; what a person confirmed counts where it lists none. */
    public @Nullable Boolean modeOffered() {
        var mode = compatibilityMode();
        var offered = host == null ? null : host.rdmModes();
        if (offered != null && mode != null && offered.items().contains(mode)) {
            return true;
        }
        if (offered != null && offered.complete() && mode != null) {
            return false;
        }
        return host != null && Boolean.TRUE.equals(host.devicesConfirmed()) ? Boolean.TRUE : null;
    }

    /** The largest mapping of its mode that the target takes, bytes. */
    public @Nullable Long targetMaxRdmBytes() {
        var mode = compatibilityMode();
        if (target == null || mode == null) {
            return null;
        }
        return mode.equals("physicalMode") ? target.maxPhysicalRdmBytes() : target.maxVirtualRdmBytes();
    }

    public @Nullable Boolean targetRawDiskMappingsSupported() {
        return target == null ? null : target.rawDiskMappingsSupported();
    }

    /** Whether the datastore it lies on afterwards takes disks that nodes of a cluster of guests share. */
    public @Nullable Boolean targetClusteredVmdkSupported() {
        return target == null ? null : target.clusteredVmdkSupported();
    }

    public @Nullable Release hostRelease() {
        return host == null ? null : tables.esxi(host.version(), host.build());
    }

    public @Nullable Boolean targetPerFileThinProvisioningSupported() {
        return target == null ? null : target.perFileThinProvisioningSupported();
    }

    public @Nullable Listing<String> targetDeltaDiskFormats() {
        return target == null ? null : target.deltaDiskFormats();
    }

    public @Nullable String targetType() {
        return target == null ? null : target.type();
    }

    public @Nullable Integer targetVmfsMajorVersion() {
        return target == null ? null : target.vmfsMajorVersion();
    }

    public @Nullable String backing() {
        return disk == null ? null : disk.backing();
    }

    /** Format of its topmost delta file; {@code none} where nothing of the VM makes one. */
    public @Nullable String deltaDiskFormat() {
        return disk == null || disk.deltaDiskFormat() != null || !plain(disk)
                ? disk == null ? null : disk.deltaDiskFormat()
                : "none";
    }

    /** Whether the array keeps its snapshots; not where there are none. */
    public @Nullable Boolean nativeSnapshot() {
        return disk == null || disk.nativeSnapshot() != null || !plain(disk)
                ? disk == null ? null : disk.nativeSnapshot()
                : Boolean.FALSE;
    }

    /** Whether nothing builds a delta file on it: no snapshot, none that waits to be consolidated, no linked clone. */
    private boolean plain(Disk disk) {
        var snapshots = vm.snapshots();
        return snapshots != null
                && snapshots.complete()
                && snapshots.size() == 0
                && Boolean.FALSE.equals(vm.consolidationNeeded())
                && Boolean.FALSE.equals(disk.linkedClone());
    }

    /** Whether its home files are encrypted, as they are with a virtual TPM. */
    public @Nullable Boolean encrypted() {
        return Encryption.of(vm);
    }

    public @Nullable String lunUuid() {
        var rdm = rdm();
        return rdm == null ? null : rdm.lunUuid();
    }

    public @Nullable Listing<String> hostLunUuids() {
        return host == null ? null : host.lunUuids();
    }

    /** Persistent where somebody confirmed that the disks that are not listed are ordinary. */
    public @Nullable String diskMode() {
        return disk == null && ordinary() ? "persistent" : disk == null ? null : disk.diskMode();
    }

    /** Least hardware version with which a disk on a shared bus may stay so over vMotion. */
    public @Nullable Long leastSharedBusHardware() {
        return tables.limit("hardware.wsfcLiveMove");
    }

    public @Nullable String sharing() {
        return disk != null && disk.sharing() != null ? disk.sharing() : ordinary() ? "sharingNone" : null;
    }

    public @Nullable String sharedBus() {
        return disk != null && disk.sharedBus() != null ? disk.sharedBus() : ordinary() ? "noSharing" : null;
    }

    public @Nullable Boolean linkedClone() {
        return disk == null ? null : disk.linkedClone();
    }

    public @Nullable Long capacityBytes() {
        return disk == null ? null : disk.capacityBytes();
    }

    /**
     * The largest file that is known to decide: what the datastore says itself, else what VMFS 5 and later take, never more
     * than a disk may have at all (RFI9: 62 TiB; D67-134: 2 TiB on VMFS 3). How large a file on VMFS 3 may be depends on its
     * block size too, so what is not too large for every VMFS 3 stays open there.
     */
    public @Nullable Long targetMaxFileSizeBytes() {
        var capacity = capacityBytes();
        var most = tables.limit("disk.maxBytes");
        var least = tables.limit("disk.maxBytesVmfs3");
        if (target == null || most == null || least == null) {
            return null;
        }
        if (target.maxFileSizeBytes() != null) {
            return Math.min(target.maxFileSizeBytes(), most);
        }
        if (capacity != null && capacity > most) {
            return most;
        }
        if (!"VMFS".equals(target.type())) {
            return null;
        }
        if (target.vmfsMajorVersion() == null || target.vmfsMajorVersion() >= 5) {
            return target.vmfsMajorVersion() == null ? null : most;
        }
        return capacity != null && capacity > least ? least : null;
    }

    /** Whether the plan turns the mapping into an ordinary disk; a format for a disk that stays turns nothing. */
    public @Nullable Boolean converts() {
        return format == null ? Boolean.FALSE : moves;
    }
}
