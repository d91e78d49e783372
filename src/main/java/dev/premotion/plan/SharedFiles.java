package dev.premotion.plan;

import dev.premotion.inventory.Disk;
import dev.premotion.inventory.DiskParent;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which disks have a file that other VMs use too, as linked clones and what they were cloned from do. */
final class SharedFiles {

    private final Map<File, Set<Ref>> users = new HashMap<>();
    private final Map<String, Lacking> open = new HashMap<>();
    private final Map<Folder, Set<Ref>> usersByFolder = new HashMap<>();
    private final Map<Folder, Lacking> openByFolder = new HashMap<>();

    /**
     * A file of a disk.
     *
     * @param datastore its id
     */
    record File(String vCenter, String datastore, String path) {

        private Folder folder() {
            return new Folder(vCenter, datastore, path.substring(0, Math.max(0, path.lastIndexOf('/'))));
        }
    }

    private record Folder(String vCenter, String datastore, String path) {}

    SharedFiles(Inventory inventory) {
        inventory.vCenters().forEach(this::add);
    }

    private void add(VCenter vCenter) {
        var id = vCenter.ref().id();
        var vms = vCenter.vms();
        if (vms == null || !vms.complete()) {
            open.put(id, Lacking.of(vCenter, "vms").get(0));
        }
        for (var vm : vms == null ? List.<Vm>of() : vms.items()) {
            Lacking.of(vm, "disks").forEach(lacking -> open.putIfAbsent(id, lacking));
            for (var disk : vm.disks() == null ? List.<Disk>of() : vm.disks().items()) {
                add(disk, vm, id);
            }
        }
    }

    private void add(Disk disk, Vm vm, String vCenter) {
        for (var file : files(disk)) {
            users.computeIfAbsent(file, own -> new LinkedHashSet<>(1)).add(vm.ref());
            usersByFolder
                    .computeIfAbsent(file.folder(), own -> new LinkedHashSet<>(1))
                    .add(vm.ref());
        }
        var unknown = ownFiles(disk, vm);
        var own = own(disk);
        if (unknown != null) {
            open.putIfAbsent(vCenter, unknown);
        } else if (own != null && mayHaveMore(disk, vm)) {
            openByFolder.putIfAbsent(own.folder(), new Lacking(disk.ref(), Lacking.device(disk, vm), "parents"));
        }
    }

    /** The file that a disk is, and those that it builds on, as far as they are known. */
    private static List<File> files(Disk disk) {
        var files = new ArrayList<>(parents(disk));
        var own = own(disk);
        if (own != null) {
            files.add(own);
        }
        return files;
    }

    /** The topmost file of a disk; absent where it is not known. */
    static @Nullable File own(Disk disk) {
        return disk.datastore() == null || disk.path() == null
                ? null
                : new File(disk.ref().vCenter(), disk.datastore(), disk.path());
    }

    /** The files that a disk builds on, the next first, as far as they are known. */
    static List<File> parents(Disk disk) {
        var parents = new ArrayList<File>();
        for (var parent :
                disk.parents() == null ? List.<DiskParent>of() : disk.parents().items()) {
            if (parent.datastore() != null) {
                parents.add(new File(disk.ref().vCenter(), parent.datastore(), parent.path()));
            }
        }
        return parents;
    }

    /** What would tell which files a disk consists of, but for further ones beside it; absent where that is known. */
    private static @Nullable Lacking ownFiles(Disk disk, Vm vm) {
        var elsewhere = unknown(disk, vm);
        if (elsewhere != null || !file(disk) || own(disk) != null) {
            return elsewhere;
        }
        return new Lacking(disk.ref(), Lacking.device(disk, vm), disk.datastore() == null ? "datastore" : "path");
    }

    /** Whether it may build on files beside it that are not listed. */
    private static boolean mayHaveMore(Disk disk, Vm vm) {
        var snapshots = vm.snapshots();
        boolean none = snapshots != null && snapshots.complete() && snapshots.size() == 0;
        return file(disk) && disk.parents() == null && !none;
    }

    private static boolean file(Disk disk) {
        return disk.backing() == null || !List.of("rawDisk", "localPMem").contains(disk.backing());
    }

    /**
     * What would tell on which files a disk builds that lie in another folder; absent where that is known. A disk that is said
     * to be no linked clone has none; disks without a file build on none.
     */
    static @Nullable Lacking unknown(Disk disk, Vm vm) {
        var parents = disk.parents();
        if (parents != null) {
            var named = parents.stream().allMatch(parent -> parent.datastore() != null);
            return parents.complete() && named
                    ? null
                    : new Lacking(
                            disk.ref(), Lacking.device(disk, vm), parents.complete() ? "parents" : "parents.complete");
        }
        if (!file(disk) || Boolean.FALSE.equals(disk.linkedClone())) {
            return null;
        }
        var open = Boolean.TRUE.equals(disk.linkedClone()) ? "parents" : "linkedClone";
        return new Lacking(disk.ref(), Lacking.device(disk, vm), open);
    }

    /** How much of a disk's space is free once it has gone: all of it only where no other VM uses a file of it. */
    Amount freed(Disk disk, Amount bytes) {
        boolean shared = Boolean.TRUE.equals(disk.linkedClone())
                || files(disk).stream()
                        .anyMatch(file -> users.getOrDefault(file, Set.of()).size() > 1);
        var lacking = shared ? null : open.getOrDefault(disk.ref().vCenter(), openBeside(disk));
        return shared || lacking != null ? bytes.perhaps(lacking) : bytes;
    }

    /** What would tell which of the files beside those of a disk are whose; absent where all are one VM's, or are known. */
    private @Nullable Lacking openBeside(Disk disk) {
        return files(disk).stream()
                .map(File::folder)
                .filter(folder -> usersByFolder.getOrDefault(folder, Set.of()).size() > 1)
                .map(openByFolder::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
