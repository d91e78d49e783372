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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what moves to each datastore: thick disks count in full, thin ones between what they use and what they may grow
 * to, snapshots with their files, for a running VM its swap file (memory less reservation) and for a suspended one its
 * memory.
 */
final class DatastoreLoads {

    private static final long MIB = 1024 * 1024;

    private final Map<Ref, Load> found = new LinkedHashMap<>();

    private DatastoreLoads() {}

    private static final class Load {
        private final Datastore datastore;
        private final Tally bytes = new Tally();
        private int arrivals;

        Load(Datastore datastore) {
            this.datastore = datastore;
        }

        DatastoreLoad done() {
            return new DatastoreLoad(datastore, bytes.sum(), arrivals, bytes.lacking());
        }
    }

    static Map<Ref, DatastoreLoad> of(List<Arrival> arrivals) {
        var loads = new DatastoreLoads();
        arrivals.forEach(loads::add);
        return loads.found.values().stream()
                .map(Load::done)
                .collect(Collectors.toMap(
                        load -> load.datastore().ref(), load -> load, (a, b) -> a, LinkedHashMap::new));
    }

    private void add(Arrival arrival) {
        var vm = Objects.requireNonNull(arrival.migration().vm());
        var candidate = arrival.candidate();
        for (var target : candidate.disks()) {
            var load = load(target);
            if (load != null) {
                load.arrivals++;
                addDisk(load.bytes, target, vm);
                if (!load.equals(load(candidate.home()))) {
                    addSnapshots(load.bytes, vm, false);
                }
            }
        }
        var home = load(candidate.home());
        if (home != null) {
            addSwap(home.bytes, arrival, candidate.home().surelyMoves(), vm);
            addSnapshots(home.bytes, vm, candidate.home().surelyMoves());
            if (!candidate.disksComplete()) {
                home.bytes.add(null, vm.ref(), vm.label(), vm.disks() == null ? "disks" : "disks.complete");
            }
        }
    }

    private @Nullable Load load(DiskTarget target) {
        var datastore = target.target();
        return target.mayMove() && datastore != null
                ? found.computeIfAbsent(datastore.ref(), ref -> new Load(datastore))
                : null;
    }

    private static void addDisk(Tally bytes, DiskTarget target, Vm vm) {
        var disk = Objects.requireNonNull(target.disk());
        var name = disk.shortLabel() + " of " + vm.label();
        var capacity = disk.capacityBytes();
        if (target.format() == null && (disk.rdm() != null || Boolean.TRUE.equals(disk.raw()))) {
            return; // the mapping file is small
        }
        var least = Boolean.FALSE.equals(thin(target, disk)) ? capacity : disk.usedBytes();
        var most = Boolean.TRUE.equals(thin(target, disk)) && disk.usedBytes() != null ? disk.usedBytes() : capacity;
        var lacks = capacity == null ? "capacityBytes" : disk.usedBytes() == null ? "usedBytes" : "thin";
        bytes.add(
                least == null || !target.surelyMoves() ? 0 : least,
                most,
                disk.ref(),
                name,
                target.surelyMoves() ? lacks : "datastore");
    }

    private static @Nullable Boolean thin(DiskTarget target, Disk disk) {
        return target.format() == null
                ? disk.thin()
                : Boolean.valueOf(target.format().equals("thin"));
    }

    /** They lie with the home; whether those of a disk that leaves it go along is not told. */
    private static void addSnapshots(Tally bytes, Vm vm, boolean surely) {
        var snapshots = vm.snapshots();
        if (snapshots == null || !snapshots.complete()) {
            bytes.add(null, vm.ref(), vm.label(), snapshots == null ? "snapshots" : "snapshots.complete");
            return;
        }
        for (var snapshot : snapshots) {
            var size = snapshot.sizeBytes();
            bytes.add(surely && size != null ? size : 0, size, vm.ref(), vm.label(), "snapshots");
        }
    }

    private static void addSwap(Tally bytes, Arrival arrival, boolean surely, Vm vm) {
        var powers = arrival.migration().types().stream()
                .map(MigrationType::power)
                .distinct()
                .toList();
        if (powers.equals(List.of(Power.OFF))) {
            return;
        }
        var memory = vm.memoryMiB();
        var reserved = Boolean.TRUE.equals(vm.memoryReservationLocked()) ? memory : vm.memoryReservationMiB();
        boolean live = powers.equals(List.of(Power.LIVE));
        var least = !live ? powers.equals(List.of(Power.SUSPENDED)) ? memory : null : less(memory, reserved);
        var most = live && reserved != null ? less(memory, reserved) : memory;
        var lacks =
                memory == null ? "memoryMiB" : !surely ? "homeDatastore" : live ? "memoryReservationMiB" : "powerState";
        bytes.add(
                surely && least != null ? least * MIB : 0,
                most == null ? null : Long.valueOf(most * MIB),
                vm.ref(),
                vm.label(),
                lacks);
    }

    private static @Nullable Long less(@Nullable Long memory, @Nullable Long reserved) {
        return memory == null || reserved == null ? null : Long.valueOf(Math.max(0, memory - reserved));
    }
}
