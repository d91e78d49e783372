package dev.premotion.plan;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.MigrationType.Power;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.DiskTarget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The space that one VM's files take where they go, and free where they were: thick disks count in full, thin ones what
 * they use, a linked clone up to its whole chain (it is copied), snapshots with their files, for a running VM its swap
 * file (memory less reservation) and for a suspended one its memory. What lies on vSAN takes its size as often as the
 * storage policy says.
 *
 * @param comes bytes by the datastore's identity
 * @param goes bytes by the datastore's identity, once the move is complete
 * @param adrift what goes to a datastore that the inventory does not tell
 * @param factors how often a datastore stores each byte
 */
record FilesMoved(Map<Ref, Arriving> comes, Map<Ref, Arriving> goes, List<Adrift> adrift, SpaceFactors factors) {

    private static final long MIB = 1024 * 1024;

    record Arriving(Datastore datastore, Amount bytes) {}

    /** @param name what the plan calls the datastore */
    record Adrift(@Nullable String name, Amount bytes) {}

    static FilesMoved of(Vm vm, Candidate candidate, SharedFiles shared, SpaceFactors factors) {
        var files = new FilesMoved(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>(), factors);
        for (var target : candidate.disks()) {
            var bytes = disk(target, vm);
            files.add(target, vm, bytes);
            files.frees(target, vm, shared.freed(Objects.requireNonNull(target.disk()), bytes));
        }
        var what = vm.disks() == null ? "disks" : "disks.complete";
        var unlisted = Amount.of(null, vm.ref(), vm.label(), what);
        if (candidate.home().mayMove()) {
            var swap = swap(vm, candidate);
            files.add(candidate.home(), vm, swap);
            files.frees(candidate.home(), vm, swap.perhaps(swap.lacking())); // it may lie elsewhere
            if (!candidate.disksComplete()) {
                files.add(candidate.home(), vm, unlisted);
                files.frees(candidate.home(), vm, unlisted);
            }
        } else if (!candidate.disksComplete() && candidate.movesStorage()) {
            files.adrift.add(new Adrift(null, unlisted)); // the plan sends a disk somewhere that is not listed
        }
        files.addSnapshots(vm, candidate);
        return files;
    }

    private void add(DiskTarget target, Vm vm, Amount bytes) {
        if (!target.mayMove()) {
            return;
        }
        var moved = target.surelyMoves() ? bytes : bytes.perhaps(open(target));
        var datastore = target.target();
        if (datastore == null) {
            adrift.add(new Adrift(target.targetName(), moved.perhaps(open(target))));
        } else {
            add(comes, datastore, FilePolicy.after(target, vm), moved);
        }
    }

    private void frees(DiskTarget target, Vm vm, Amount bytes) {
        if (target.surelyMoves() && target.source() != null) {
            add(goes, target.source(), FilePolicy.now(target, vm), bytes);
        }
    }

    private void add(Map<Ref, Arriving> into, Datastore datastore, FilePolicy policy, Amount bytes) {
        into.merge(
                datastore.ref(),
                new Arriving(datastore, factors.taken(datastore, policy, bytes)),
                (one, other) -> new Arriving(datastore, one.bytes.plus(other.bytes)));
    }

    private static @Nullable Lacking open(DiskTarget target) {
        var source = target.source();
        var where = target.target();
        if (where != null && source != null) {
            return new Lacking(
                    source.url() == null ? source.ref() : where.ref(),
                    source.url() == null ? source.label() : where.label(),
                    "url");
        }
        var disk = target.disk();
        return disk == null ? null : new Lacking(disk.ref(), disk.shortLabel(), "datastore");
    }

    private static Amount disk(DiskTarget target, Vm vm) {
        var disk = Objects.requireNonNull(target.disk());
        if (target.format() == null && (disk.rdm() != null || Boolean.TRUE.equals(disk.raw()))) {
            return Amount.NONE; // the mapping file is small
        }
        var thin = target.format() == null
                ? disk.thin()
                : Boolean.valueOf(target.format().equals("thin"));
        var capacity = disk.capacityBytes();
        var used = disk.usedBytes();
        boolean thick = Boolean.FALSE.equals(thin);
        boolean whole = Boolean.TRUE.equals(thin) && Boolean.FALSE.equals(disk.linkedClone()) && used != null;
        if (target.format() == null && disk.raw() == null) { // it may be a mapping
            return Amount.between(0, capacity, disk.ref(), Lacking.device(disk, vm), "raw");
        }
        var least = thick ? capacity : used;
        var lacks =
                capacity == null ? "capacityBytes" : used == null ? "usedBytes" : thin == null ? "thin" : "linkedClone";
        return Amount.between(
                least == null ? 0 : least, whole ? used : capacity, disk.ref(), Lacking.device(disk, vm), lacks);
    }

    /** They lie with the home, or with the disks that lie elsewhere; which of them is not told. */
    private void addSnapshots(Vm vm, Candidate candidate) {
        var all = snapshots(vm);
        if (all.equals(Amount.NONE)) {
            return;
        }
        var targets = new ArrayList<>(candidate.disks());
        targets.add(candidate.home());
        var sources = places(targets.stream().map(DiskTarget::source).toList());
        var moving = targets.stream().filter(DiskTarget::mayMove).toList();
        var places = places(moving.stream().map(DiskTarget::target).toList());
        boolean whole = places.size() == 1 && targets.stream().allMatch(DiskTarget::surelyMoves);
        var why = new Lacking(vm.ref(), vm.label(), "snapshots");
        var added = new LinkedHashSet<@Nullable Datastore>();
        for (var target : moving) {
            if (added.add(target.target())) {
                var after =
                        targets.stream().map(each -> FilePolicy.after(each, vm)).toList();
                addOnce(target, FilePolicy.common(after), whole ? all : all.perhaps(why));
            }
        }
        var source = candidate.home().source();
        if (whole && sources.size() == 1 && source != null) {
            var now = targets.stream().map(each -> FilePolicy.now(each, vm)).toList();
            add(goes, source, FilePolicy.common(now), all);
        }
    }

    private void addOnce(DiskTarget target, FilePolicy policy, Amount bytes) {
        var datastore = target.target();
        if (datastore == null) {
            adrift.add(new Adrift(target.targetName(), bytes));
        } else {
            add(comes, datastore, policy, bytes);
        }
    }

    private static Set<@Nullable Ref> places(List<@Nullable Datastore> datastores) {
        var places = new LinkedHashSet<@Nullable Ref>();
        datastores.forEach(datastore -> places.add(datastore == null ? null : datastore.ref()));
        return places;
    }

    private static Amount snapshots(Vm vm) {
        var snapshots = vm.snapshots();
        if (snapshots == null || !snapshots.complete()) {
            return Amount.of(null, vm.ref(), vm.label(), snapshots == null ? "snapshots" : "snapshots.complete");
        }
        var all = Amount.NONE;
        for (var snapshot : snapshots) {
            all = all.plus(Amount.of(snapshot.sizeBytes(), vm.ref(), vm.label(), "snapshots"));
        }
        return all;
    }

    private static Amount swap(Vm vm, Candidate candidate) {
        var powers = Needs.powers(candidate);
        var memory = vm.memoryMiB();
        if (powers.equals(List.of(Power.OFF))) {
            return Amount.NONE;
        }
        var whole = Amount.of(memory == null ? null : Long.valueOf(memory * MIB), vm.ref(), vm.label(), "memoryMiB");
        if (powers.equals(List.of(Power.SUSPENDED))) {
            return whole;
        }
        if (powers.size() > 1) {
            return whole.perhaps(new Lacking(vm.ref(), vm.label(), "powerState"));
        }
        var reserved = Needs.reservedMiB(vm);
        var swap = memory == null || reserved == null
                ? Amount.between(
                        0, whole.most(), vm.ref(), vm.label(), memory == null ? "memoryMiB" : "memoryReservationMiB")
                : Amount.exactly(Math.max(0, memory - reserved) * MIB);
        var placement = placement(vm, candidate.cluster());
        return "vmDirectory".equals(placement)
                ? swap
                : swap.perhaps(new Lacking(vm.ref(), vm.label(), "swapPlacement"));
    }

    /** Where the swap file lies: vmDirectory or hostLocal; absent where that is not told. */
    private static @Nullable String placement(Vm vm, @Nullable Cluster cluster) {
        if (vm.swapPlacement() != null && !vm.swapPlacement().equals("inherit")) {
            return vm.swapPlacement();
        }
        return vm.swapPlacement() == null || cluster == null ? null : cluster.swapPlacement();
    }
}
