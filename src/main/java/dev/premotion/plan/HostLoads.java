package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.PowerState;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.Loads.Arrival;
import dev.premotion.plan.MigrationType.Power;
import dev.premotion.plan.Plan.Migration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up what running VMs reserve on the hosts they come to. */
final class HostLoads {

    private final Map<String, VCenter> vCenters = new HashMap<>();
    private final Map<Ref, List<Migration>> leaving;

    private HostLoads(Inventory inventory, Map<Ref, List<Migration>> leaving) {
        inventory.vCenters().forEach(v -> vCenters.put(v.ref().id(), v));
        this.leaving = leaving;
    }

    static Map<Ref, HostLoad> of(Inventory inventory, List<Arrival> arrivals, Map<Ref, List<Migration>> leaving) {
        var loads = new HostLoads(inventory, leaving);
        var found = new LinkedHashMap<Ref, HostLoad>();
        for (var arrival : arrivals) {
            var host = arrival.candidate().host();
            var source = arrival.migration().source();
            var stays = host != null && source != null && source.ref().equals(host.ref());
            if (host != null && !stays && mayRun(arrival.migration())) {
                var vm = java.util.Objects.requireNonNull(arrival.migration().vm());
                found.merge(host.ref(), plus(found.computeIfAbsent(host.ref(), r -> loads.now(host)), vm), (a, b) -> b);
            }
        }
        return found;
    }

    private static boolean mayRun(Migration migration) {
        return migration.types().stream().anyMatch(type -> type.power() == Power.LIVE);
    }

    private static HostLoad plus(HostLoad load, Vm vm) {
        var memory = reservation(vm);
        var lacking = memory == null || vm.cpuReservationMhz() == null ? vm : load.lacking();
        return new HostLoad(
                load.host(),
                load.memoryReservedMiB().plus(memory),
                load.cpuReservedMhz().plus(vm.cpuReservationMhz()),
                load.arrivals() + 1,
                lacking);
    }

    /** Memory a running VM reserves with its overhead, MiB; the overhead counts as nothing where it is not known. */
    static @Nullable Long reservation(Vm vm) {
        var reserved = Boolean.TRUE.equals(vm.memoryReservationLocked()) ? vm.memoryMiB() : vm.memoryReservationMiB();
        return reserved == null ? null : reserved + (vm.memoryOverheadMiB() == null ? 0 : vm.memoryOverheadMiB());
    }

    /** The host before anybody arrives, without those that have left. */
    private HostLoad now(Host host) {
        var load = new HostLoad(host, Sum.NOTHING, Sum.NOTHING, 0, null);
        var gone = leaving.getOrDefault(host.ref(), List.of()).stream()
                .map(Migration::vm)
                .filter(java.util.Objects::nonNull)
                .map(vm -> vm.ref())
                .toList();
        var vCenter = vCenters.get(host.ref().vCenter());
        Listing<Vm> vms = vCenter == null ? null : vCenter.vms();
        if (vms == null || !vms.complete()) {
            load = new HostLoad(
                    host,
                    load.memoryReservedMiB().plus(null),
                    load.cpuReservedMhz().plus(null),
                    0,
                    null);
        }
        if (vms != null) {
            for (var vm : vms) {
                if (host.ref().id().equals(vm.host())
                        && vm.powerState() != PowerState.POWERED_OFF
                        && vm.powerState() != PowerState.SUSPENDED
                        && !gone.contains(vm.ref())) {
                    load = plus(load, vm);
                }
            }
        }
        return new HostLoad(host, load.memoryReservedMiB(), load.cpuReservedMhz(), 0, load.lacking());
    }
}
