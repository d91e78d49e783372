package dev.premotion.plan;

import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Disk;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.Loads.Arrival;
import dev.premotion.plan.MigrationType.Power;
import dev.premotion.plan.Plan.DiskTarget;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what moves to each datastore: thick disks count in full, thin ones between what they use and what they may grow
 * to, snapshots with their files, and for a running VM its swap file (memory less reservation).
 */
final class DatastoreLoads {

    private static final long MIB = 1024 * 1024;

    private DatastoreLoads() {}

    static Map<Ref, DatastoreLoad> of(List<Arrival> arrivals) {
        var found = new LinkedHashMap<Ref, DatastoreLoad>();
        for (var arrival : arrivals) {
            var vm = Objects.requireNonNull(arrival.migration().vm());
            var candidate = arrival.candidate();
            candidate.disks().forEach(target -> add(found, target, vm, disk(target, vm)));
            add(found, candidate.home(), vm, home(arrival, vm));
            if (!candidate.disksComplete()) {
                add(found, candidate.home(), vm, Sum.NOTHING.plus(null));
            }
        }
        return found;
    }

    private static void add(Map<Ref, DatastoreLoad> found, DiskTarget target, Vm vm, Sum bytes) {
        Datastore datastore = target.target();
        if (!target.mayMove() || datastore == null) {
            return;
        }
        var before = found.getOrDefault(datastore.ref(), new DatastoreLoad(datastore, Sum.NOTHING, 0, null));
        found.put(
                datastore.ref(),
                new DatastoreLoad(
                        datastore,
                        before.incomingBytes().plus(bytes.least(), bytes.most()),
                        before.arrivals() + (target.disk() == null ? 0 : 1),
                        bytes.most() == null ? vm : before.lacking()));
    }

    private static Sum disk(DiskTarget target, Vm vm) {
        Disk disk = Objects.requireNonNull(target.disk());
        var capacity = disk.capacityBytes();
        if (disk.rdm() != null || Boolean.TRUE.equals(disk.raw())) {
            return target.format() == null ? Sum.NOTHING : Sum.NOTHING.plus(capacity);
        }
        var thin = target.format() == null
                ? disk.thin()
                : Boolean.valueOf(target.format().equals("thin"));
        if (Boolean.FALSE.equals(thin)) {
            return Sum.NOTHING.plus(capacity);
        }
        var used = disk.usedBytes();
        return Boolean.TRUE.equals(thin) && used != null
                ? Sum.NOTHING.plus(used)
                : Sum.NOTHING.plus(used == null ? 0 : used, capacity);
    }

    /** Swap and snapshots lie with the home. */
    private static Sum home(Arrival arrival, Vm vm) {
        var live = arrival.migration().types().stream().anyMatch(type -> type.power() != Power.OFF);
        var sum = live ? swap(vm) : Sum.NOTHING;
        var snapshots = vm.snapshots();
        if (snapshots == null || !snapshots.complete()) {
            return sum.plus(null);
        }
        for (var snapshot : snapshots) {
            sum = sum.plus(snapshot.sizeBytes());
        }
        return sum;
    }

    private static Sum swap(Vm vm) {
        @Nullable Long memory = vm.memoryMiB();
        var reserved = Boolean.TRUE.equals(vm.memoryReservationLocked()) ? memory : vm.memoryReservationMiB();
        if (memory == null) {
            return Sum.NOTHING.plus(null);
        }
        return reserved == null ? Sum.NOTHING.plus(0, memory * MIB) : Sum.NOTHING.plus((memory - reserved) * MIB);
    }
}
