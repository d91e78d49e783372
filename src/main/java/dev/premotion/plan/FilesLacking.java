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
            case "movingDisks" ->
                disks(files, files.disks().stream().filter(disk -> disk.moves() == null), "datastore");
            case "linkedClone" -> disks(files, files.moving(), "linkedClone");
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
                Stream.of(listedPolicies(files), homePolicy(files), diskPolicies(files))
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

    /** Whether there are others than those listed matters where one is missing. */
    private static List<Lacking> listedPolicies(VmFiles files) {
        var destination = files.destination();
        boolean open = destination.storagePolicies() == null
                || !files.missingPolicies().isEmpty();
        return open ? Lacking.of(destination, "storagePolicies") : List.of();
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

    /** Where the files that move lie and go to, and of which types these datastores are. */
    private static List<Lacking> types(VmFiles files) {
        var types = files.moving()
                .flatMap(one -> Stream.of(one.source(), one.target()))
                .filter(Objects::nonNull)
                .flatMap(datastore -> Lacking.of(datastore, "type").stream())
                .distinct();
        var home = files.home().mayMove() ? Lacking.of(files.vm(), "homeDatastore") : List.<Lacking>of();
        return Stream.of(types, home.stream(), disks(files, files.moving(), "datastore").stream())
                .flatMap(lacking -> lacking)
                .toList();
    }

    private static List<Lacking> target(DiskTarget target, @Nullable String property) {
        return target.target() == null || property == null ? List.of() : Lacking.of(target.target(), property);
    }
}
