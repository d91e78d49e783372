package dev.premotion.plan;

import dev.premotion.inventory.Disk;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.Plan.DiskTarget;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What would tell a fact about the files of a VM. */
final class FilesLacking {

    private FilesLacking() {}

    static List<Lacking> of(VmFiles files, String path) {
        var vm = files.vm();
        return switch (path) {
            case "homeMoves" -> Lacking.of(vm, "homeDatastore");
            case "movingDisks" -> disks(files, "datastore");
            case "linkedClone" -> disks(files, "linkedClone");
            case "oneDirectory" ->
                Stream.concat(Lacking.of(vm, "vmPathName").stream(), disks(files, "path").stream())
                        .toList();
            case "ownSnapshotDirectory" -> Lacking.of(vm, "snapshotDirectory", "vmPathName");
            case "memorySnapshot" -> List.of(Snapshots.lacking(vm));
            case "toVVol", "fromVVol" -> types(files);
            case "memoryBytes" -> Lacking.of(vm, "memoryMiB");
            case "homeMaxMemoryFileBytes" -> target(files.home(), "maxMemoryFileBytes");
            case "homeTargetType" -> target(files.home(), "type");
            case "policiesThere" ->
                Stream.of(Lacking.of(files.destination(), "storagePolicies"), homePolicy(files), diskPolicies(files))
                        .flatMap(List::stream)
                        .toList();
            default -> List.of();
        };
    }

    private static List<Lacking> disks(VmFiles files, String property) {
        return disks(files, files.disks().stream(), property);
    }

    private static List<Lacking> disks(VmFiles files, Stream<DiskTarget> which, String property) {
        Vm vm = files.vm();
        var listed = which.map(DiskTarget::disk)
                .filter(Objects::nonNull)
                .flatMap((Disk disk) -> Lacking.ofDevice(disk, vm, property).stream());
        return Stream.concat(listed, files.disksComplete() ? Stream.empty() : Lacking.of(vm, "disks").stream())
                .toList();
    }

    private static List<Lacking> homePolicy(VmFiles files) {
        return FilePolicy.after(files.home(), files.vm()).known()
                ? List.of()
                : Lacking.of(files.vm(), "homeStoragePolicy");
    }

    private static List<Lacking> diskPolicies(VmFiles files) {
        return disks(
                files,
                files.disks().stream()
                        .filter(disk -> !FilePolicy.after(disk, files.vm()).known()),
                "storagePolicy");
    }

    private static List<Lacking> types(VmFiles files) {
        return Stream.concat(Stream.of(files.home()), files.disks().stream())
                .flatMap(one -> Stream.of(one.source(), one.target()))
                .filter(Objects::nonNull)
                .flatMap(datastore -> Lacking.of(datastore, "type").stream())
                .distinct()
                .toList();
    }

    private static List<Lacking> target(DiskTarget target, @Nullable String property) {
        return target.target() == null || property == null ? List.of() : Lacking.of(target.target(), property);
    }
}
