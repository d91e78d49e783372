package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.reference.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The VMs that a plan takes from one vCenter to another: their names and addresses are in the way of what arrives until
 * they have surely gone. All other residents stay, and are judged without the order of the run.
 */
final class Leavers {

    private final Tables tables;
    private final Map<String, Residents> residents = new HashMap<>();
    private final Map<Ref, Booking> left = new HashMap<>();

    /** Those of one vCenter. */
    private record Residents(NameTable names, MacTable addresses) {}

    /**
     * Those that may still be there.
     *
     * @param surely names of those that are; partial where others may have gone or not
     * @param open what would tell whether those go
     */
    private record Still(Listing<String> surely, List<Lacking> open) {

        /** The same, where others that are still there may be meant too. */
        Still orPerhaps(Still others, List<Vm> in) {
            if (others.surely.complete() && others.surely.size() == 0) {
                return this;
            }
            var folders = in.stream().map(vm -> new Lacking(vm.ref(), vm.label(), "folder"));
            return new Still(
                    new Listing<>(surely.items(), false),
                    Stream.of(open.stream(), others.open.stream(), folders)
                            .flatMap(all -> all)
                            .toList());
        }

        /** Whether one is there; absent where that depends on a migration that may run or not. */
        @Nullable
        Boolean any() {
            return surely.size() > 0 ? Boolean.TRUE : surely.complete() ? Boolean.FALSE : null;
        }
    }

    Leavers(Plan plan, Inventory inventory, Tables tables) {
        this.tables = tables;
        var leaving = of(plan);
        for (var vCenter : leaving.isEmpty() ? List.<VCenter>of() : inventory.vCenters()) {
            residents.put(
                    vCenter.ref().id(),
                    new Residents(NameTable.of(vCenter, leaving::contains), MacTable.of(vCenter, leaving::contains)));
        }
    }

    /** Those that an entry takes to another vCenter, whether it runs or not. */
    static Set<Ref> of(Plan plan) {
        return plan.migrations().stream()
                .filter(Leavers::leaves)
                .map(migration -> Objects.requireNonNull(migration.vm()).ref())
                .collect(Collectors.toSet());
    }

    private static boolean leaves(Migration migration) {
        var from = migration.sourceVCenter();
        var to = migration.destinationVCenter();
        return migration.vm() != null
                && migration.problem() == null
                && migration.excluded() == null
                && from != null
                && to != null
                && !from.ref().equals(to.ref());
    }

    /** What meets the name, the instance UUID or an address of a VM that leaves at some time; empty where nothing does. */
    List<Subject> meet(Migration migration, Candidate candidate, When when) {
        var destination = migration.destinationVCenter();
        var there = destination == null || migration.route() == null
                ? null
                : residents.get(destination.ref().id());
        if (destination == null || there == null) {
            return List.of();
        }
        var vm = Objects.requireNonNull(migration.vm());
        var subjects = new ArrayList<Subject>();
        var named = there.names.named(candidate.folderPath(), vm.name());
        var anywhere = there.names.anywhere(candidate.folderPath(), vm.name());
        var identified = there.names.identified(vm.instanceUuid());
        if (!named.isEmpty() || !anywhere.isEmpty() || !identified.isEmpty()) {
            var name = still(named, when).orPerhaps(still(anywhere, when), anywhere);
            var uuid = still(identified, when);
            var open = Stream.concat(name.open.stream(), uuid.open.stream()).toList();
            subjects.add(new NameUse(vm, destination, candidate.folder(), name.any(), uuid.any(), true, open));
        }
        for (var target : candidate.nics()) {
            var users = there.addresses.users(target.nic().macAddress(), vm);
            if (!users.isEmpty()) {
                var still = still(users, when);
                subjects.add(new MacUse(vm, target.nic(), destination, still.surely, true, still.open, tables));
            }
        }
        return subjects;
    }

    private Still still(List<Vm> vms, When when) {
        var surely = new ArrayList<String>();
        var open = new ArrayList<Lacking>();
        boolean all = true;
        for (var vm : vms) {
            var by = left.get(vm.ref());
            if (by == null || !when.after(by)) {
                surely.add(vm.label());
            } else if (!by.sure()) {
                all = false;
                Stream.ofNullable(by.open()).forEach(open::add);
            }
        }
        return new Still(new Listing<>(surely, all), open);
    }

    void book(Booking by) {
        if (leaves(by.migration())) {
            left.putIfAbsent(Objects.requireNonNull(by.migration().vm()).ref(), by);
        }
    }

    void forget(Migration migration) {
        left.values().removeIf(by -> by.of(migration));
    }
}
