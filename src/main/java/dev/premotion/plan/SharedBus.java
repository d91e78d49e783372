package dev.premotion.plan;

import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Disk;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Vm;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Disks on a controller that shares its bus with other VMs, as those of a cluster of guests are, and which of them are one. */
final class SharedBus {

    private final SameStorage storages;
    private final Map<List<String>, Datastore> datastores = new HashMap<>();

    SharedBus(Inventory inventory) {
        storages = new SameStorage(inventory);
        for (var vCenter : inventory.vCenters()) {
            if (vCenter.datastores() != null) {
                vCenter.datastores()
                        .forEach(datastore -> datastores.put(
                                List.of(
                                        datastore.ref().vCenter(),
                                        datastore.ref().id()),
                                datastore));
            }
        }
    }

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

    /** Whether one of its disks is on such a bus, or may be; what a disk is says more than a word about all of them. */
    static boolean mayShare(Vm vm) {
        var disks = vm.disks();
        if (disks != null && disks.stream().anyMatch(disk -> disk.sharedBus() == null || shares(disk))) {
            return true;
        }
        boolean told = disks != null && disks.complete();
        return !told && !Boolean.TRUE.equals(vm.disksConfirmed());
    }

    /** Whether two disks are one LUN or one file; absent where a fact about one of them is. */
    @Nullable
    Boolean same(Disk one, Disk other) {
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

    /** Disks that are known to be one have one of these in common: the LUN, the path within the datastore. */
    static List<String> keys(Disk disk) {
        return Stream.of(
                        Optional.ofNullable(lun(disk)).map(lun -> "lun " + lun.toLowerCase(Locale.ROOT)),
                        Optional.ofNullable(disk.path()).map(path -> "file " + relative(path)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What a disk is beside every name for it: its LUN, or its file on its storage; absent where neither is known. */
    @Nullable
    String identity(Disk disk) {
        var lun = lun(disk);
        if (lun != null) {
            return "lun " + lun.toLowerCase(Locale.ROOT);
        }
        if (disk.path() == null || disk.datastore() == null) {
            return null;
        }
        var on = datastore(disk);
        return on == null
                ? disk.ref().vCenter() + " " + disk.datastore() + " " + disk.path()
                : storages.as(on).get(0).ref() + " " + relative(disk.path());
    }

    /** What would tell which LUN or file a disk is. */
    List<Lacking> lacking(Disk disk, Vm vm) {
        if (raw(disk) == null) {
            return Lacking.ofDevice(disk, vm, "raw");
        }
        if (Boolean.TRUE.equals(raw(disk))) {
            return lun(disk) == null
                    ? List.of(new Lacking(disk.ref(), Lacking.device(disk, vm), "rdm.lunUuid"))
                    : List.of();
        }
        var on = datastore(disk);
        if (on == null || disk.path() == null) {
            var lacks = disk.path() == null ? "path" : "datastore";
            return List.of(new Lacking(disk.ref(), Lacking.device(disk, vm), lacks));
        }
        return Lacking.of(on, "url");
    }

    private static @Nullable String lun(Disk disk) {
        return disk.rdm() == null ? null : disk.rdm().lunUuid();
    }

    /** Whether it is a raw device mapping; absent where that is unknown. */
    static @Nullable Boolean raw(Disk disk) {
        return disk.rdm() != null ? Boolean.TRUE : disk.raw();
    }

    /** One storage may have another name in each vCenter; where its URL is not known, two may be one. */
    private @Nullable Boolean sameFile(Disk one, Disk other) {
        var path = one.path();
        var otherPath = other.path();
        if (path == null || otherPath == null) {
            return null;
        }
        if (!relative(path).equals(relative(otherPath))) {
            return false;
        }
        var on = datastore(one);
        var otherOn = datastore(other);
        if (on == null || otherOn == null) {
            return sameId(one, other);
        }
        if (storages.as(on).contains(otherOn)) {
            return true;
        }
        return storages.perhaps(on).contains(otherOn) ? null : Boolean.FALSE;
    }

    /** Of datastores that are not both listed. */
    private static @Nullable Boolean sameId(Disk one, Disk other) {
        boolean comparable = one.ref().vCenter().equals(other.ref().vCenter())
                && one.datastore() != null
                && other.datastore() != null;
        return comparable ? Boolean.valueOf(Objects.equals(one.datastore(), other.datastore())) : null;
    }

    private @Nullable Datastore datastore(Disk disk) {
        return disk.datastore() == null
                ? null
                : datastores.get(List.of(disk.ref().vCenter(), disk.datastore()));
    }

    /** The path within its datastore. */
    private static String relative(String path) {
        return path.substring(path.indexOf("] ") + 1).strip();
    }
}
