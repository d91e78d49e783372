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
        return vm.label() + ", " + (disk == null ? "disks not listed" : disk.shortLabel());
    }

    @Override
    public List<Ref> refs() {
        var self = disk == null ? new Ref("disk", vm.ref().vCenter(), vm.ref().id() + "/?") : disk.ref();
        var at = host == null ? vm.ref() : host.ref();
        return target == null ? List.of(self, at) : List.of(self, at, target.ref());
    }

    public @Nullable Boolean raw() {
        return disk == null ? null : disk.rdm() != null ? Boolean.TRUE : disk.raw();
    }

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
        return disk == null ? null : disk.sharing();
    }

    public @Nullable String sharedBus() {
        return disk == null ? null : disk.sharedBus();
    }

    public @Nullable Boolean linkedClone() {
        return disk == null ? null : disk.linkedClone();
    }

    public @Nullable Long capacityBytes() {
        return disk == null ? null : disk.capacityBytes();
    }

    /** What the datastore says itself, else the limit of its file system; never more than a disk may have at all. */
    public @Nullable Long targetMaxFileSizeBytes() {
        if (target == null || (target.maxFileSizeBytes() == null && target.type() == null)) {
            return null;
        }
        var old = target.vmfsMajorVersion() != null && target.vmfsMajorVersion() == 3;
        var table = tables.limit(old ? "disk.maxBytesVmfs3" : "disk.maxBytes");
        var own = target.maxFileSizeBytes();
        return own == null ? table : table == null ? own : Long.valueOf(Math.min(own, table));
    }

    public @Nullable String targetType() {
        return target == null ? null : target.type();
    }

    public @Nullable Integer targetVmfsMajorVersion() {
        return target == null ? null : target.vmfsMajorVersion();
    }

    /** Whether the plan turns the mapping into an ordinary disk. */
    public boolean converts() {
        return format != null;
    }
}
