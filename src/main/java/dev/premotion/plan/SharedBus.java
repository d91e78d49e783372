package dev.premotion.plan;

import dev.premotion.inventory.Disk;
import dev.premotion.inventory.Vm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Disks on a controller that shares its bus with other VMs, as those of a cluster of guests are, and which of them are one. */
final class SharedBus {

    private SharedBus() {}

    /** Whether other VMs are meant to use the disk; false where that is unknown. */
    static boolean shares(@Nullable Disk disk) {
        return disk != null && disk.sharedBus() != null && !disk.sharedBus().equals("noSharing");
    }

    /** The disks that nodes on other hosts are meant to use. */
    static List<Disk> acrossHosts(Vm vm) {
        return vm.disks() == null
                ? List.of()
                : vm.disks().stream()
                        .filter(disk -> "physicalSharing".equals(disk.sharedBus()))
                        .toList();
    }

    /** Whether one of its disks is on such a bus, or may be. */
    static boolean mayShare(Vm vm) {
        var disks = vm.disks();
        if (disks != null && disks.stream().anyMatch(SharedBus::shares)) {
            return true;
        }
        boolean told = disks != null && disks.complete() && disks.stream().allMatch(disk -> disk.sharedBus() != null);
        return !told && !Boolean.TRUE.equals(vm.disksConfirmed());
    }

    /** Whether two disks are one LUN or one file; absent where a fact about one of them is. */
    static @Nullable Boolean same(Disk one, Disk other) {
        var lun = lun(one);
        var otherLun = lun(other);
        if (lun != null && otherLun != null) {
            return lun.equalsIgnoreCase(otherLun);
        }
        var file = sameFile(one, other);
        if (Boolean.TRUE.equals(file)) {
            return true;
        }
        var raw = raw(one);
        var otherRaw = raw(other);
        if (raw == null || otherRaw == null || raw && otherRaw) {
            return null;
        }
        return raw.equals(otherRaw) ? file : Boolean.FALSE;
    }

    /** What would tell which LUN or file a disk is; absent where that is known. */
    static @Nullable String lacking(Disk disk) {
        if (raw(disk) == null) {
            return "raw";
        }
        if (Boolean.TRUE.equals(raw(disk))) {
            return lun(disk) == null ? "rdm.lunUuid" : null;
        }
        return disk.path() == null ? "path" : disk.datastore() == null ? "datastore" : null;
    }

    private static @Nullable String lun(Disk disk) {
        return disk.rdm() == null ? null : disk.rdm().lunUuid();
    }

    private static @Nullable Boolean raw(Disk disk) {
        return disk.rdm() != null ? Boolean.TRUE : disk.raw();
    }

    /** Paths tell it within one vCenter; in two of them one storage may have two names, and two storages one. */
    private static @Nullable Boolean sameFile(Disk one, Disk other) {
        var path = one.path();
        var otherPath = other.path();
        if (path == null || otherPath == null) {
            return null;
        }
        if (!relative(path).equals(relative(otherPath))) {
            return false;
        }
        boolean known = one.ref().vCenter().equals(other.ref().vCenter()) && one.datastore() != null;
        return known && other.datastore() != null
                ? Boolean.valueOf(other.datastore().equals(one.datastore()))
                : null;
    }

    /** The path within its datastore. */
    private static String relative(String path) {
        return path.substring(path.indexOf("] ") + 1).strip();
    }
}
