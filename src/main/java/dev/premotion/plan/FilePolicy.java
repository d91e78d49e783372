package dev.premotion.plan;

import dev.premotion.inventory.Vm;
import dev.premotion.plan.Plan.DiskTarget;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which storage policy a file has.
 *
 * @param name absent where it has none or where that is unknown
 * @param known whether it is known which one it has, or that it has none
 */
record FilePolicy(@Nullable String name, boolean known) {

    private static final FilePolicy UNKNOWN = new FilePolicy(null, false);

    /** That of a disk, or of the VM's home, as it is now. */
    static FilePolicy now(DiskTarget file, Vm vm) {
        var disk = file.disk();
        return disk == null
                ? of(vm.homeStoragePolicy(), vm.homeStoragePolicyAssigned())
                : of(disk.storagePolicy(), disk.storagePolicyAssigned());
    }

    /** That of a disk, or of the VM's home, after the move: it keeps its own where the plan names none. */
    static FilePolicy after(DiskTarget file, Vm vm) {
        return file.storagePolicy() == null ? now(file, vm) : new FilePolicy(file.storagePolicy(), true);
    }

    /** The one that all have; unknown where they differ or one is unknown. */
    static FilePolicy common(List<FilePolicy> policies) {
        return policies.stream().distinct().count() == 1 ? policies.get(0) : UNKNOWN;
    }

    private static FilePolicy of(@Nullable String name, @Nullable Boolean assigned) {
        return new FilePolicy(name, name != null || Boolean.FALSE.equals(assigned));
    }
}
