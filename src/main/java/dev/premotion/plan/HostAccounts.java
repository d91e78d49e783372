package dev.premotion.plan;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.PowerState;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.MigrationType.Change;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.reference.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What running VMs reserve on each host while a plan runs. Of flash for read caches a host tells only what it has left, so
 * that only what comes and goes is counted.
 */
final class HostAccounts {

    private final Map<String, VCenter> vCenters = new HashMap<>();
    private final Map<String, Map<String, List<Vm>>> running = new HashMap<>();
    private final Map<String, List<Vm>> anywhere = new HashMap<>();
    private final Map<Ref, Accounts> accounts = new HashMap<>();
    private final Map<Ref, Booking> left = new HashMap<>();
    private final Map<Ref, List<Booking>> leaving = new HashMap<>();
    private final List<Adrift> adrift = new ArrayList<>();
    private final Tables tables;

    /** One host's. */
    private record Accounts(
            Host host,
            Account memory,
            Account cpu,
            Account vms,
            Account vcpus,
            Account ftVms,
            Account ftVcpus,
            Account vFlash) {

        static Accounts of(Host host, Map<Ref, Booking> left) {
            return new Accounts(
                    host,
                    new Account(left),
                    new Account(left),
                    new Account(left),
                    new Account(left),
                    new Account(left),
                    new Account(left),
                    new Account(Map.of()));
        }

        void comes(Needs needs, Booking by) {
            memory.comes(needs.memoryMiB(), by);
            cpu.comes(needs.cpuMhz(), by);
            vms.comes(needs.vms(), by);
            vcpus.comes(needs.vcpus(), by);
            ftVms.comes(needs.ftVms(), by);
            ftVcpus.comes(needs.ftVcpus(), by);
            vFlash.comes(needs.vFlashMiB(), by);
        }

        void holds(@Nullable Ref vm, Needs needs) {
            memory.holds(vm, needs.memoryMiB());
            cpu.holds(vm, needs.cpuMhz());
            vms.holds(vm, needs.vms());
            vcpus.holds(vm, needs.vcpus());
            ftVms.holds(vm, needs.ftVms());
            ftVcpus.holds(vm, needs.ftVcpus());
        }

        void leaves(Booking by) {
            List.of(memory, cpu, vms, vcpus, ftVms, ftVcpus).forEach(account -> account.leaves(by));
            vFlash.goes(freedFlash(Objects.requireNonNull(by.migration().vm())), by);
        }

        void forget(Migration migration) {
            List.of(memory, cpu, vms, vcpus, ftVms, ftVcpus, vFlash).forEach(account -> account.forget(migration));
        }

        /** What is not on has no cache on the host. */
        private static Amount freedFlash(Vm vm) {
            var state = vm.powerState();
            var cache = Needs.of(vm, state == null ? "powerState" : null).vFlashMiB();
            return state == null || state == PowerState.POWERED_ON ? cache : Amount.NONE;
        }
    }

    /** A VM that comes to a host which the inventory does not tell. */
    private record Adrift(String vCenter, Candidate candidate, Needs needs, Booking by) {

        /** A host with a name is not one that the inventory does not list by that name. */
        boolean mayBe(Host host) {
            boolean other = candidate.cluster() != null
                    && host.cluster() != null
                    && !candidate.cluster().ref().id().equals(host.cluster());
            return host.ref().vCenter().equals(vCenter)
                    && !other
                    && (host.name() == null || host.name().equals(candidate.name()));
        }
    }

    HostAccounts(Inventory inventory, Tables tables) {
        this.tables = tables;
        for (var vCenter : inventory.vCenters()) {
            var id = vCenter.ref().id();
            vCenters.put(id, vCenter);
            var vms = vCenter.vms();
            for (var vm : vms == null ? List.<Vm>of() : vms.items()) {
                if (vm.powerState() == PowerState.POWERED_OFF || vm.powerState() == PowerState.SUSPENDED) {
                    continue;
                }
                if (vm.host() == null) {
                    anywhere.computeIfAbsent(id, v -> new ArrayList<>()).add(vm);
                } else {
                    running.computeIfAbsent(id, v -> new HashMap<>())
                            .computeIfAbsent(vm.host(), h -> new ArrayList<>())
                            .add(vm);
                }
            }
        }
    }

    /** The host once a VM has come; absent where it is there already, or does not run. */
    @Nullable
    HostLoad load(Migration migration, Candidate candidate, When when) {
        var host = candidate.host();
        var vm = Objects.requireNonNull(migration.vm());
        var needs = Needs.of(vm, candidate);
        if (host == null || needs == null || stays(migration, host)) {
            return null;
        }
        var there = accounts(host);
        return new HostLoad(
                host,
                cluster(candidate, host),
                vm,
                carried(there.memory, needs.memoryMiB(), when),
                carried(there.cpu, needs.cpuMhz(), when),
                carried(there.vms, needs.vms(), when),
                carried(there.vcpus, needs.vcpus(), when),
                carried(there.ftVms, needs.ftVms(), when),
                carried(there.ftVcpus, needs.ftVcpus(), when),
                carried(there.vFlash, needs.vFlashMiB(), when),
                tables);
    }

    private @Nullable Cluster cluster(Candidate candidate, Host host) {
        var vCenter = vCenters.get(host.ref().vCenter());
        return candidate.cluster() != null || vCenter == null ? candidate.cluster() : vCenter.cluster(host.cluster());
    }

    private static HostLoad.Carried carried(Account account, Amount more, When when) {
        var tally = account.at(when);
        tally.add(more);
        return new HostLoad.Carried(tally.sum(), tally.lacking());
    }

    private static boolean stays(Migration migration, Host host) {
        return migration.source() != null && migration.source().ref().equals(host.ref());
    }

    void book(Candidate candidate, Booking by) {
        var migration = by.migration();
        var vm = Objects.requireNonNull(migration.vm());
        var needs = Needs.of(vm, candidate);
        var host = candidate.host();
        if (host != null && stays(migration, host)) {
            return;
        }
        if (needs != null) {
            arrives(candidate, by, needs);
        }
        var source = migration.source();
        var kinds = candidate.types().stream().map(MigrationType::change).toList();
        if (source != null && kinds.stream().anyMatch(change -> change != Change.STORAGE)) {
            leaves(source, vm, kinds.contains(Change.STORAGE) ? by.unsure() : by);
        }
    }

    private void leaves(Host source, Vm vm, Booking by) {
        left.putIfAbsent(vm.ref(), by);
        leaving.computeIfAbsent(source.ref(), ref -> new ArrayList<>()).add(by);
        var own = accounts.get(source.ref());
        if (own != null) {
            own.leaves(by);
        }
    }

    private void arrives(Candidate candidate, Booking by, Needs needs) {
        if (candidate.host() != null) {
            accounts(candidate.host()).comes(needs, by);
            return;
        }
        var vCenter = by.migration().destinationVCenter();
        if (vCenter != null) {
            var one = new Adrift(vCenter.ref().id(), candidate, needs, by);
            adrift.add(one);
            accounts.values().stream().filter(own -> one.mayBe(own.host)).forEach(own -> own.comes(needs, by));
        }
    }

    void forget(Migration migration) {
        left.values().removeIf(by -> by.of(migration));
        leaving.values().forEach(list -> list.removeIf(by -> by.of(migration)));
        adrift.removeIf(one -> one.by.of(migration));
        accounts.values().forEach(own -> own.forget(migration));
    }

    private Accounts accounts(Host host) {
        var known = accounts.get(host.ref());
        if (known != null) {
            return known;
        }
        var own = Accounts.of(host, left);
        accounts.put(host.ref(), own);
        addResidents(own);
        adrift.stream().filter(one -> one.mayBe(host)).forEach(one -> own.comes(one.needs, one.by));
        leaving.getOrDefault(host.ref(), List.of()).forEach(own::leaves);
        return own;
    }

    private void addResidents(Accounts own) {
        var host = own.host;
        var id = host.ref().vCenter();
        running.getOrDefault(id, Map.of())
                .getOrDefault(host.ref().id(), List.of())
                .forEach(vm -> own.holds(vm.ref(), Needs.of(vm, vm.powerState() == null ? "powerState" : null)));
        anywhere.getOrDefault(id, List.of()).stream()
                .filter(vm -> vm.cluster() == null
                        || host.cluster() == null
                        || vm.cluster().equals(host.cluster()))
                .forEach(vm -> own.holds(vm.ref(), Needs.of(vm, "host")));
        var vCenter = vCenters.get(id);
        var vms = vCenter == null ? null : vCenter.vms();
        if (vCenter != null && (vms == null || !vms.complete())) {
            var unlisted = Amount.of(null, vCenter.ref(), vCenter.label(), vms == null ? "vms" : "vmsConfirmed");
            own.holds(null, Needs.of(unlisted));
        }
    }
}
