package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Network;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.DiskTarget;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.plan.PlanDocument.Destination;
import dev.premotion.plan.PlanDocument.DiskChange;
import dev.premotion.plan.PlanDocument.Entry;
import dev.premotion.plan.PlanDocument.Initiator;
import dev.premotion.plan.PlanDocument.Method;
import dev.premotion.plan.PlanDocument.NicChange;
import dev.premotion.plan.PlanDocument.PlannedPower;
import dev.premotion.plan.PlanDocument.VmName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The estate after some moves that leave their cluster or vCenter, and the plan that takes each of them back to its host,
 * datastores and networks: what the same rules say of that plan tells whether there is a way back.
 *
 * @param estate the VMs where they went, all else as it is
 * @param plan one entry for each move; its id is that of the migration
 */
public record WayBack(Inventory estate, PlanDocument plan) {

    /** A move that may run, and the candidate it takes. */
    public record Move(Migration migration, Candidate candidate) {}

    /** Whether a move leaves its cluster or vCenter, and the inventory says from where, so that a way back can be judged. */
    public static boolean leaves(Migration migration, Candidate candidate) {
        var host = candidate.host();
        var source = migration.source();
        return migration.vm() != null
                && host != null
                && source != null
                && source.name() != null
                && migration.sourceVCenter() != null
                && !(source.ref().vCenter().equals(host.ref().vCenter())
                        && Objects.equals(source.cluster(), host.cluster()));
    }

    public static WayBack of(Inventory inventory, List<Move> moves) {
        var gone = moves.stream().map(move -> vm(move).ref()).collect(Collectors.toSet());
        Map<String, List<Vm>> come = new HashMap<>();
        moves.forEach(move -> come.computeIfAbsent(host(move).vCenter(), id -> new ArrayList<>())
                .add(arrived(move)));
        var vCenters = inventory.vCenters().stream()
                .map(vCenter ->
                        after(vCenter, gone, come.getOrDefault(vCenter.ref().id(), List.of())))
                .toList();
        var entries = moves.stream().map(WayBack::entry).toList();
        return new WayBack(
                new Inventory(vCenters, inventory.links()),
                new PlanDocument("", "the way back", entries, List.of(), List.of(), List.of()));
    }

    private static VCenter after(VCenter vCenter, Set<Ref> gone, List<Vm> come) {
        var before = vCenter.vms();
        var vms = new ArrayList<Vm>();
        if (before != null) {
            before.stream().filter(vm -> !gone.contains(vm.ref())).forEach(vms::add);
        }
        vms.addAll(come);
        var listed = new Listing<>(vms, before != null && before.complete());
        return Draft.of(vCenter)
                .set("vms", before == null && come.isEmpty() ? null : listed)
                .build();
    }

    private static Vm vm(Move move) {
        return Objects.requireNonNull(move.migration().vm());
    }

    private static Ref host(Move move) {
        return Objects.requireNonNull(move.candidate().host()).ref();
    }

    /** The VM as the destination will list it; its new identity is anybody's guess, so it is made of the old one. */
    private static Vm arrived(Move move) {
        var vm = vm(move);
        var candidate = move.candidate();
        var host = Objects.requireNonNull(candidate.host());
        var self = new Ref(Kind.VM, host.ref().vCenter(), id(vm));
        return Draft.of(vm)
                .set("ref", self)
                .set("host", host.ref().id())
                .set("cluster", host.cluster())
                .set("datacenter", null)
                .set(
                        "resourcePool",
                        candidate.pool() == null ? null : candidate.pool().ref().id())
                .set("folder", candidate.folder())
                .set("homeDatastore", id(candidate.home().target()))
                .set("disks", disks(vm, candidate, self))
                .set("nics", nics(vm, candidate, self))
                .set("devices", devices(vm, self))
                .build();
    }

    private static String id(Vm vm) {
        return "back-" + vm.ref().vCenter() + "-" + vm.ref().id();
    }

    private static @Nullable String id(@Nullable Datastore datastore) {
        return datastore == null ? null : datastore.ref().id();
    }

    private static @Nullable Listing<?> disks(Vm vm, Candidate candidate, Ref self) {
        if (vm.disks() == null) {
            return null;
        }
        var targets = new HashMap<Ref, DiskTarget>();
        candidate.disks().stream()
                .filter(target -> target.disk() != null)
                .forEach(target ->
                        targets.put(Objects.requireNonNull(target.disk()).ref(), target));
        return new Listing<>(
                vm.disks().stream()
                        .map(disk -> {
                            var target = targets.get(disk.ref());
                            return Draft.of(disk)
                                    .set("ref", self.device(Kind.DISK, disk.key()))
                                    .set("datastore", target == null ? null : id(target.target()))
                                    .build();
                        })
                        .toList(),
                vm.disks().complete());
    }

    private static @Nullable Listing<?> nics(Vm vm, Candidate candidate, Ref self) {
        if (vm.nics() == null) {
            return null;
        }
        var targets = new HashMap<Ref, Network>();
        candidate.nics().stream()
                .filter(target -> target.target() != null)
                .forEach(target -> targets.put(target.nic().ref(), Objects.requireNonNull(target.target())));
        return new Listing<>(
                vm.nics().stream()
                        .map(nic -> {
                            var target = targets.get(nic.ref());
                            return Draft.of(nic)
                                    .set("ref", self.device(Kind.NIC, nic.key()))
                                    .set(
                                            "network",
                                            target == null ? null : target.ref().id())
                                    .set("networkName", target == null ? null : target.name())
                                    .build();
                        })
                        .toList(),
                vm.nics().complete());
    }

    private static @Nullable Listing<?> devices(Vm vm, Ref self) {
        return vm.devices() == null
                ? null
                : new Listing<>(
                        vm.devices().stream()
                                .map(device -> Draft.of(device)
                                        .set("ref", self.device(Kind.DEVICE, device.key()))
                                        .set("datastore", null)
                                        .build())
                                .toList(),
                        vm.devices().complete());
    }

    private static Entry entry(Move move) {
        var m = move.migration();
        return new Entry(
                "",
                Map.of(),
                m.id(),
                new VmName(null, host(move).vCenter(), id(vm(move)), null),
                null,
                null,
                destination(move),
                PlannedPower.AS_IS,
                m.route() == null ? Method.AUTO : m.route().method(),
                Initiator.SOURCE,
                false,
                null,
                List.of(),
                List.of());
    }

    private static Destination destination(Move move) {
        var m = move.migration();
        var c = move.candidate();
        // across vCenters every datastore is named, even where the files stay on storage that both share
        var crosses = m.route() != null;
        var home = crosses || c.home().surelyMoves() ? label(c.home().source()) : null;
        return new Destination(
                Objects.requireNonNull(m.sourceVCenter()).ref().id(),
                null,
                null,
                Objects.requireNonNull(m.source()).name(),
                null,
                null,
                null,
                home,
                null,
                null,
                Map.of(),
                c.nics().stream()
                        .filter(nic -> nic.source() != null)
                        .map(nic -> new NicChange(
                                nic.nic().key(),
                                null,
                                Objects.requireNonNull(nic.source()).label()))
                        .toList(),
                c.disks().stream()
                        .filter(disk -> disk.disk() != null && (crosses || disk.surelyMoves()) && disk.source() != null)
                        .map(disk -> new DiskChange(
                                Objects.requireNonNull(disk.disk()).key(), label(disk.source()), null, null))
                        .toList());
    }

    private static @Nullable String label(@Nullable Datastore datastore) {
        return datastore == null ? null : datastore.label();
    }
}
