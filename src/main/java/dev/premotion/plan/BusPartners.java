package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Disk;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.PowerState;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.Migration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which nodes of a cluster of guests are on a host when another of them comes there, in the order of the run. A node that
 * leaves is there until its migration is surely complete.
 */
final class BusPartners {

    private final Inventory inventory;
    private final SharedBus buses;
    private final Map<Ref, List<Going>> goings = new HashMap<>();
    private @Nullable List<Vm> nodes;

    private record Going(Booking by, Candidate to) {}

    /**
     * An answer.
     *
     * @param open what would tell where it is absent
     */
    private record Told(@Nullable Boolean answer, List<Lacking> open) {

        static Told of(@Nullable Boolean answer, Lacking... open) {
            return new Told(answer, answer == null ? List.of(open) : List.of());
        }

        boolean no() {
            return Boolean.FALSE.equals(answer);
        }

        /** No where either is no, yes where both are yes. */
        Told andAlso(Told other) {
            if (no() || other.no()) {
                return of(false);
            }
            var both = answer == null || other.answer == null ? null : Boolean.TRUE;
            return new Told(
                    both, Stream.concat(open.stream(), other.open.stream()).toList());
        }
    }

    BusPartners(Inventory inventory) {
        this.inventory = inventory;
        this.buses = new SharedBus(inventory);
    }

    /** What a node meets that comes to another host; empty where the VM is not known to be one. */
    List<Subject> meet(Migration migration, Candidate candidate, When when) {
        var vm = migration.vm();
        var host = candidate.host();
        if (vm == null || host == null || host.equals(migration.source())) {
            return List.of();
        }
        var shared = SharedBus.acrossHosts(vm);
        return shared.isEmpty()
                ? List.of()
                : List.of(new NodeArrival(
                        vm, host, met(vm, host, shared, false, when), met(vm, host, shared, true, when)));
    }

    /** @param raw whether through raw device mappings, else on virtual disks */
    private NodeArrival.Met met(Vm vm, Host host, List<Disk> shared, boolean raw, When when) {
        var there = new ArrayList<String>();
        var open = new LinkedHashSet<Lacking>();
        var own = shared.stream()
                .filter(disk -> !Boolean.valueOf(!raw).equals(SharedBus.raw(disk)))
                .toList();
        boolean all = own.isEmpty() || listed(host, open);
        for (var other : own.isEmpty() ? List.<Vm>of() : nodes()) {
            if (!other.ref().equals(vm.ref())) {
                var runsThere = isAt(other, host, when).andAlso(runs(other));
                var told = runsThere.no() ? runsThere : runsThere.andAlso(sharesOneOf(own, vm, other));
                all &= told.answer != null;
                open.addAll(told.open);
                if (Boolean.TRUE.equals(told.answer)) {
                    there.add(other.label());
                }
            }
        }
        return new NodeArrival.Met(new Listing<>(there, all), List.copyOf(open));
    }

    /** Whether all VMs of the host's vCenter are listed. */
    private boolean listed(Host host, Set<Lacking> open) {
        for (var vCenter : inventory.vCenters()) {
            var vms = vCenter.vms();
            if (vCenter.ref().id().equals(host.ref().vCenter()) && (vms == null || !vms.complete())) {
                open.add(new Lacking(vCenter.ref(), vCenter.label(), vms == null ? "vms" : "vmsConfirmed"));
                return false;
            }
        }
        return true;
    }

    /** The VMs that may share a disk. */
    private List<Vm> nodes() {
        if (nodes == null) {
            nodes = inventory.vCenters().stream()
                    .map(VCenter::vms)
                    .flatMap(vms -> vms == null ? Stream.<Vm>of() : vms.stream())
                    .filter(SharedBus::mayShare)
                    .toList();
        }
        return nodes;
    }

    private static Told runs(Vm vm) {
        var power = vm.powerState();
        return Told.of(power == null ? null : power == PowerState.POWERED_ON, lacking(vm, "powerState"));
    }

    private static Lacking lacking(Vm vm, String property) {
        return new Lacking(vm.ref(), vm.label(), property);
    }

    /** A VM that several entries may move is there only where it is so whichever of them does. */
    private Told isAt(Vm vm, Host host, When when) {
        var now = isNow(vm, host);
        var own = goings.getOrDefault(vm.ref(), List.of());
        if (own.isEmpty()) {
            return now;
        }
        var told = own.stream().map(going -> isAt(going, now, host, when)).toList();
        boolean alike = told.stream().map(Told::answer).distinct().count() == 1;
        return alike
                ? told.get(0)
                : new Told(null, told.stream().flatMap(one -> one.open.stream()).toList());
    }

    private static Told isAt(Going going, Told now, Host host, When when) {
        var arrives = arrives(going.to, host);
        if (Boolean.TRUE.equals(now.answer) && (!when.after(going.by) || Boolean.TRUE.equals(arrives.answer))) {
            return now;
        }
        if (going.by.sure()) {
            return arrives.no() && !when.after(going.by) ? now : arrives;
        }
        return now.no() && arrives.no()
                ? now
                : new Told(null, Stream.ofNullable(going.by.open()).toList());
    }

    private static Told isNow(Vm vm, Host host) {
        if (!vm.ref().vCenter().equals(host.ref().vCenter())) {
            return Told.of(false);
        }
        if (vm.host() != null) {
            return Told.of(vm.host().equals(host.ref().id()));
        }
        boolean elsewhere = vm.cluster() != null
                && (Boolean.TRUE.equals(host.standalone())
                        || host.cluster() != null && !host.cluster().equals(vm.cluster()));
        return Told.of(elsewhere ? Boolean.FALSE : null, lacking(vm, "host"));
    }

    private static Told arrives(Candidate to, Host host) {
        return Told.of(to.host() == null ? null : to.host().ref().equals(host.ref()));
    }

    private Told sharesOneOf(List<Disk> shared, Vm vm, Vm other) {
        boolean ordinary = Boolean.TRUE.equals(other.disksConfirmed());
        var disks = other.disks();
        boolean all = disks != null && disks.complete() || ordinary;
        var open = new LinkedHashSet<Lacking>();
        if (!all) {
            open.add(lacking(other, "disksConfirmed"));
        }
        for (var disk : disks == null ? List.<Disk>of() : disks.items()) {
            if (!"noSharing".equals(disk.sharedBus())) {
                for (var own : shared) {
                    var told = ordinary && disk.sharedBus() == null && !isOne(own, disk)
                            ? Told.of(false)
                            : same(own, vm, disk, other);
                    if (Boolean.TRUE.equals(told.answer)) {
                        return told;
                    }
                    all &= told.no();
                    open.addAll(told.open);
                }
            }
        }
        return new Told(all ? Boolean.FALSE : null, List.copyOf(open));
    }

    private boolean isOne(Disk own, Disk disk) {
        return Boolean.TRUE.equals(buses.same(own, disk));
    }

    private Told same(Disk own, Vm vm, Disk disk, Vm other) {
        var same = buses.same(own, disk);
        boolean known = disk.sharedBus() != null && SharedBus.raw(own) != null;
        if (same != null && (!same || known)) {
            return Told.of(same);
        }
        var open = new ArrayList<>(Lacking.ofDevice(disk, other, "sharedBus"));
        if (SharedBus.raw(own) == null) {
            open.addAll(Lacking.ofDevice(own, vm, "raw"));
        }
        if (same == null) {
            open.addAll(buses.lacking(own, vm));
            open.addAll(buses.lacking(disk, other));
        }
        return new Told(null, open);
    }

    void book(Candidate candidate, Booking by) {
        var vm = by.migration().vm();
        if (vm != null && SharedBus.mayShare(vm)) {
            goings.computeIfAbsent(vm.ref(), ref -> new ArrayList<>(1)).add(new Going(by, candidate));
        }
    }

    void forget(Migration migration) {
        goings.values().forEach(list -> list.removeIf(going -> going.by.of(migration)));
    }
}
