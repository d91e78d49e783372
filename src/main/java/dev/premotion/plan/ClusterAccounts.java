package dev.premotion.plan;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.PowerState;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.MigrationType.Change;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.reference.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What running VMs reserve in each cluster while a plan runs: what vSphere HA would have to restart. */
final class ClusterAccounts {

    /** CPU that HA counts for a VM which reserves none, MHz. */
    private final long leastCpuMhz;

    private final Map<String, VCenterIndex> vCenters = new HashMap<>();
    private final Map<Ref, Accounts> accounts = new HashMap<>();
    private final Map<Ref, Booking> left = new HashMap<>();
    private final List<Adrift> adrift = new ArrayList<>();

    /** One cluster's. */
    private record Accounts(Cluster cluster, Account memory, Account cpu, Account vms, SlotSizes sizes, HaSlots slots) {

        void comes(Needs needs, Booking by) {
            memory.comes(needs.memoryMiB(), by);
            cpu.comes(needs.cpuMhz(), by);
            vms.comes(needs.vms(), by);
            sizes.comes(needs);
        }

        void holds(@Nullable Ref vm, Needs needs) {
            memory.holds(vm, needs.memoryMiB());
            cpu.holds(vm, needs.cpuMhz());
            vms.holds(vm, needs.vms());
        }

        void leaves(Ref vm, Booking by) {
            if (sizes.leaves(vm)) {
                all().forEach(account -> account.leaves(by));
            }
        }

        List<Account> all() {
            return List.of(memory, cpu, vms);
        }

        Sum slotsLeft(Needs comes) {
            return "slots".equals(cluster.haAdmissionControlPolicy())
                    ? slots.left(sizes.smallest(comes), sizes.largest(comes))
                    : new Sum(0, null);
        }
    }

    /** A VM that comes to a cluster which the inventory does not tell. */
    private record Adrift(String vCenter, Needs needs, Booking by) {}

    ClusterAccounts(Inventory inventory, Tables tables) {
        this.leastCpuMhz = Objects.requireNonNull(tables.limit("ha.leastCpuMhz"), "limits.csv has ha.leastCpuMhz");
        inventory.vCenters().forEach(vCenter -> vCenters.put(vCenter.ref().id(), VCenterIndex.of(vCenter)));
    }

    /** The cluster once a VM has come; absent where it is there already, does not run, or comes to none. */
    @Nullable
    ClusterLoad load(Migration migration, Candidate candidate, When when) {
        var host = candidate.host();
        var vm = Objects.requireNonNull(migration.vm());
        var needs = Needs.of(vm, candidate);
        if (host == null || needs == null || Boolean.TRUE.equals(host.standalone()) || stays(migration, candidate)) {
            return null;
        }
        var cluster = cluster(candidate, host);
        var open = new Sum(0, null);
        return cluster == null
                ? new ClusterLoad(host, null, vm, open, open, open, open, List.of())
                : load(vm, accounts(cluster), counted(needs), when);
    }

    private static ClusterLoad load(Vm vm, Accounts there, Needs needs, When when) {
        var memory = there.memory.at(when);
        memory.add(needs.memoryMiB());
        var cpu = there.cpu.at(when);
        cpu.add(needs.cpuMhz());
        var vms = there.vms.at(when);
        vms.add(needs.vms());
        var lacking = new LinkedHashSet<Lacking>();
        Stream.of(memory, cpu, vms).forEach(tally -> lacking.addAll(tally.lacking()));
        return new ClusterLoad(
                null,
                there.cluster,
                vm,
                memory.sum(),
                cpu.sum(),
                vms.sum(),
                there.slotsLeft(needs),
                List.copyOf(lacking));
    }

    /** A VM that reserves no CPU counts a little. */
    private Needs counted(Needs needs) {
        var cpu = needs.cpuMhz();
        var most = cpu.most();
        boolean runs = needs.vms().least() > 0;
        return needs.withCpu(new Amount(
                runs && cpu.exact() && cpu.least() == 0 ? leastCpuMhz : cpu.least(),
                most == null ? null : Long.valueOf(most == 0 ? leastCpuMhz : most),
                cpu.lacking() == null ? needs.vms().lacking() : cpu.lacking()));
    }

    private static boolean stays(Migration migration, Candidate candidate) {
        var source = migration.source();
        var own = migration.sourceCluster() != null ? migration.sourceCluster().ref() : null;
        var host = candidate.host();
        return source != null && host != null && source.ref().equals(host.ref())
                || own != null
                        && candidate.cluster() != null
                        && own.equals(candidate.cluster().ref());
    }

    private @Nullable Cluster cluster(Candidate candidate, Host host) {
        if (candidate.cluster() != null) {
            return candidate.cluster();
        }
        var at = vCenters.get(host.ref().vCenter());
        return at == null ? null : at.clusters().byId(host.cluster());
    }

    void book(Candidate candidate, Booking by) {
        var migration = by.migration();
        if (stays(migration, candidate)) {
            return;
        }
        var vm = Objects.requireNonNull(migration.vm());
        var needs = Needs.of(vm, candidate);
        if (needs != null) {
            arrives(candidate, by, counted(needs));
        }
        var kinds = candidate.types().stream().map(MigrationType::change).toList();
        if (kinds.stream().anyMatch(change -> change != Change.STORAGE)) {
            left.putIfAbsent(vm.ref(), kinds.contains(Change.STORAGE) ? by.unsure() : by);
            accounts.values().forEach(own -> own.leaves(vm.ref(), by));
        }
    }

    private void arrives(Candidate candidate, Booking by, Needs needs) {
        var host = candidate.host();
        var cluster = host == null ? candidate.cluster() : cluster(candidate, host);
        if (cluster != null) {
            accounts(cluster).comes(needs, by);
            return;
        }
        var vCenter = by.migration().destinationVCenter();
        if (vCenter != null && (host == null || !Boolean.TRUE.equals(host.standalone()))) {
            var one = new Adrift(vCenter.ref().id(), needs.perhaps(by.open()), by);
            adrift.add(one);
            accounts.values().stream()
                    .filter(own -> own.cluster.ref().vCenter().equals(one.vCenter))
                    .forEach(own -> own.comes(one.needs, by));
        }
    }

    void forget(Migration migration) {
        left.values().removeIf(by -> by.of(migration));
        adrift.removeIf(one -> one.by.of(migration));
        accounts.values().forEach(own -> own.all().forEach(account -> account.forget(migration)));
    }

    private Accounts accounts(Cluster cluster) {
        var known = accounts.get(cluster.ref());
        if (known != null) {
            return known;
        }
        var at = Objects.requireNonNull(vCenters.get(cluster.ref().vCenter()));
        var hosts = at.hosts().all().stream()
                .filter(host -> cluster.ref().id().equals(host.cluster()))
                .toList();
        var listed = at.hosts().complete()
                && at.hosts().all().stream()
                        .allMatch(host -> host.cluster() != null || Boolean.TRUE.equals(host.standalone()));
        var own = new Accounts(
                cluster,
                new Account(left),
                new Account(left),
                new Account(left),
                new SlotSizes(),
                new HaSlots(cluster, hosts, listed));
        accounts.put(cluster.ref(), own);
        addResidents(own, at);
        adrift.stream()
                .filter(one -> one.vCenter.equals(cluster.ref().vCenter()))
                .forEach(one -> own.comes(one.needs, one.by));
        left.forEach(own::leaves);
        return own;
    }

    private void addResidents(Accounts own, VCenterIndex at) {
        for (var vm : at.vms().all()) {
            if (vm.powerState() == PowerState.POWERED_OFF || vm.powerState() == PowerState.SUSPENDED) {
                continue;
            }
            var cluster = Here.of(at, vm).clusterId();
            boolean standalone = cluster == null && standalone(at.hosts().byId(vm.host()));
            if (standalone
                    || cluster != null && !cluster.equals(own.cluster.ref().id())) {
                continue;
            }
            var open = cluster == null ? "cluster" : vm.powerState() == null ? "powerState" : null;
            var needs = counted(Needs.of(vm, open));
            own.holds(vm.ref(), needs);
            own.sizes.holds(vm.ref(), needs);
        }
        var vms = at.vCenter().vms();
        if (vms == null || !vms.complete()) {
            var unlisted =
                    Amount.of(null, at.vCenter().ref(), at.vCenter().label(), vms == null ? "vms" : "vmsConfirmed");
            own.holds(null, Needs.of(unlisted));
            own.sizes.unlisted();
        }
    }

    private static boolean standalone(@Nullable Host host) {
        return host != null && Boolean.TRUE.equals(host.standalone());
    }
}
