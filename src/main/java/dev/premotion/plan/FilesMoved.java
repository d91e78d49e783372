package dev.premotion.plan;

import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Disk;
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
import java.util.stream.Stream;
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
        var moved = target.surelyMoves() ? bytes : bytes.perhaps(open(target, vm));
        var datastore = target.target();
        if (datastore == null) {
            adrift.add(new Adrift(target.targetName(), moved.perhaps(open(target, vm))));
        } else {
            add(comes, datastore, factors.taken(datastore, FilePolicy.after(target, vm), moved));
        }
    }

    private void frees(DiskTarget target, Vm vm, Amount bytes) {
        if (target.surelyMoves() && target.source() != null) {
            add(goes, target.source(), factors.freed(target.source(), FilePolicy.now(target, vm), bytes));
        }
    }

    private static void add(Map<Ref, Arriving> into, Datastore datastore, Amount bytes) {
        into.merge(
                datastore.ref(),
                new Arriving(datastore, bytes),
                (one, other) -> new Arriving(datastore, one.bytes.plus(other.bytes)));
    }

    /** What would tell whether a file moves; absent where the datastore that the plan names is not listed. */
    private static @Nullable Lacking open(DiskTarget target, Vm vm) {
        var source = target.source();
        var where = target.target();
        if (source != null && where == null) {
            return null;
        }
        if (source != null && where != null) {
            var silent = source.url() == null ? source : where;
            return new Lacking(silent.ref(), silent.label(), "url");
        }
        var disk = target.disk();
        var lacking = disk == null ? Lacking.of(vm, "homeDatastore") : Lacking.ofDevice(disk, vm, "datastore");
        return lacking.stream().findFirst().orElse(null);
    }

    private static Amount disk(DiskTarget target, Vm vm) {
        var disk = Objects.requireNonNull(target.disk());
        var raw = raw(disk, vm);
        var capacity = disk.capacityBytes();
        if (target.format() == null && !Boolean.FALSE.equals(raw)) {
            return raw == null
                    ? Amount.between(0, capacity, disk.ref(), Lacking.device(disk, vm), "raw")
                    : Amount.NONE; // the mapping file is small
        }
        var thin = target.format() == null
                ? disk.thin()
                : Boolean.valueOf(target.format().equals("thin"));
        // the file of a mapping that becomes a disk says nothing of its LUN
        var used = Boolean.FALSE.equals(raw) ? disk.usedBytes() : null;
        boolean whole = Boolean.TRUE.equals(thin) && Boolean.FALSE.equals(disk.linkedClone()) && used != null;
        var least = Boolean.FALSE.equals(thin) ? capacity : used;
        var most = whole ? used : capacity;
        var bytes = new Amount(least == null ? 0 : least, most, null);
        var lacks = bytes.exact() ? null : lacking(disk, raw, thin);
        return lacks == null
                ? bytes
                : new Amount(bytes.least(), most, new Lacking(disk.ref(), Lacking.device(disk, vm), lacks));
    }

    /** Whether it is a mapping; what somebody confirmed of all disks counts where it does not say. */
    private static @Nullable Boolean raw(Disk disk, Vm vm) {
        var told = SharedBus.raw(disk);
        return told == null && Boolean.TRUE.equals(vm.disksConfirmed()) ? Boolean.FALSE : told;
    }

    /** The property that would tell how much space a disk takes; absent where all are there and do not say. */
    private static @Nullable String lacking(Disk disk, @Nullable Boolean raw, @Nullable Boolean thin) {
        if (disk.capacityBytes() == null) {
            return "capacityBytes";
        }
        if (!Boolean.FALSE.equals(raw)) {
            return raw == null ? "raw" : null;
        }
        if (disk.usedBytes() == null || thin == null) {
            return disk.usedBytes() == null ? "usedBytes" : "thin";
        }
        return disk.linkedClone() == null ? "linkedClone" : null;
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
            add(goes, source, factors.freed(source, FilePolicy.common(now), all));
        }
    }

    private void addOnce(DiskTarget target, FilePolicy policy, Amount bytes) {
        var datastore = target.target();
        if (datastore == null) {
            adrift.add(new Adrift(target.targetName(), bytes.perhaps(bytes.lacking())));
        } else {
            add(comes, datastore, factors.taken(datastore, policy, bytes));
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
        if (memory == null || reserved == null) {
            var lacks = memory == null ? "memoryMiB" : "memoryReservationMiB";
            return placed(Amount.between(0, whole.most(), vm.ref(), vm.label(), lacks), vm, candidate);
        }
        long swap = Math.max(0, memory - reserved) * MIB;
        long least = vm.memoryReservationLocked() == null ? 0 : swap;
        return placed(Amount.between(least, swap, vm.ref(), vm.label(), "memoryReservationLocked"), vm, candidate);
    }

    /** It lies with the VM, or on a datastore of the host where VM or cluster say so and the host has one. */
    private static Amount placed(Amount swap, Vm vm, Candidate candidate) {
        var cluster = candidate.cluster();
        var host = candidate.host();
        var own = vm.swapPlacement();
        var placement = !"inherit".equals(own) ? own : cluster == null ? null : cluster.swapPlacement();
        if ("vmDirectory".equals(placement) || host != null && Boolean.FALSE.equals(host.localSwap())) {
            return swap;
        }
        var lacking = placement != null
                ? Stream.ofNullable(host).flatMap(at -> Lacking.of(at, "localSwap").stream())
                : own != null && cluster != null
                        ? Lacking.of(cluster, "swapPlacement").stream()
                        : Stream.of(new Lacking(vm.ref(), vm.label(), "swapPlacement"));
        return swap.perhaps(lacking.findFirst().orElse(null));
    }
}
