package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Disk;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.RawDeviceMapping;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
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
 * @param host the destination host; absent where unknown
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

    public @Nullable Boolean raw() {
        if (disk != null && (disk.rdm() != null || disk.raw() != null)) {
            return disk.rdm() != null ? Boolean.TRUE : disk.raw();
        }
        return ordinary() ? Boolean.FALSE : null;
    }

    /** Whether somebody confirmed that no disk of the VM is raw or shared; counts where the inventory does not say. */
    private boolean ordinary() {
        return Boolean.TRUE.equals(vm.disksConfirmed());
    }

    /** A disk that is not listed is asked of the VM. */
    @Override
    public List<Lacking> lacking(String path) {
        return disk == null && CONFIRMABLE.contains(path)
                ? List.of(new Lacking(vm.ref(), vm.label(), "disksConfirmed"))
                : List.of();
    }

    private static final List<String> CONFIRMABLE = List.of("disk.raw", "disk.sharing", "disk.sharedBus");

    private @Nullable RawDeviceMapping rdm() {
        return disk == null ? null : disk.rdm();
    }

    public @Nullable String compatibilityMode() {
        var rdm = rdm();
        return rdm == null ? null : rdm.compatibilityMode();
    }

    public @Nullable String lunUuid() {
        var rdm = rdm();
        return rdm == null ? null : rdm.lunUuid();
    }

    public @Nullable Listing<String> hostLunUuids() {
        return host == null ? null : host.lunUuids();
    }

    public @Nullable String diskMode() {
        return disk == null ? null : disk.diskMode();
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
     * The largest file that is known to decide: what the datastore says itself, else what its version of VMFS takes, never more
     * than a disk may have at all (RFI9: 62 TiB; D67-134: 2 TiB on VMFS 3). Without the version, what every VMFS takes.
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
        if (target.vmfsMajorVersion() == null) {
            return capacity != null && capacity <= least ? least : null;
        }
        return target.vmfsMajorVersion() == 3 ? least : most;
    }

    /** Whether the plan turns the mapping into an ordinary disk. */
    public boolean converts() {
        return format != null;
    }
}
