package dev.premotion.plan;

import dev.premotion.inventory.Snapshot;
import dev.premotion.inventory.Vm;
import org.jspecify.annotations.Nullable;

/** What the snapshots of a VM hold. */
final class Snapshots {

    private Snapshots() {}

    /** Whether some snapshot holds memory; absent where that is not known of each. */
    static @Nullable Boolean withMemory(Vm vm) {
        var snapshots = vm.snapshots();
        if (snapshots == null) {
            return null;
        }
        if (snapshots.stream().map(Snapshot::memory).anyMatch(Boolean.TRUE::equals)) {
            return true;
        }
        var told =
                snapshots.complete() && snapshots.stream().map(Snapshot::memory).allMatch(Boolean.FALSE::equals);
        return told ? Boolean.FALSE : null;
    }

    /** What would tell. */
    static Lacking lacking(Vm vm) {
        var snapshots = vm.snapshots();
        return new Lacking(
                vm.ref(), vm.label(), snapshots == null || snapshots.complete() ? "snapshots" : "snapshots.complete");
    }
}
