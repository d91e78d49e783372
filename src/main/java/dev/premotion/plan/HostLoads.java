package dev.premotion.plan;

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
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
        var found = new LinkedHashMap<Ref, Load>();
        var first = firstWaves(arrivals);
        for (var arrival : arrivals) {
            var host = arrival.candidate().host();
            var source = arrival.migration().source();
            var stays = host != null && source != null && source.ref().equals(host.ref());
            var powers = arrival.migration().types().stream()
                    .map(MigrationType::power)
                    .distinct()
                    .toList();
            if (host != null && !stays && powers.contains(Power.LIVE)) {
                var load = found.computeIfAbsent(host.ref(), r -> loads.now(host, first.getOrDefault(r, 1)));
                var vm = Objects.requireNonNull(arrival.migration().vm());
                load.add(vm, powers.size() == 1 ? null : "powerState");
                load.arrivals++;
            }
        }
        return found.values().stream()
                .map(Load::done)
                .collect(Collectors.toMap(load -> load.host().ref(), load -> load, (a, b) -> a, LinkedHashMap::new));
    }

    /** The earliest wave in which somebody comes to each host. */
    private static Map<Ref, Integer> firstWaves(List<Arrival> arrivals) {
        var first = new HashMap<Ref, Integer>();
        for (var arrival : arrivals) {
            var host = arrival.candidate().host();
            if (host != null) {
                first.merge(host.ref(), wave(arrival.migration()), Math::min);
            }
        }
        return first;
    }

    /** Entries without a wave run with the first. */
    private static int wave(Migration migration) {
        var wave = migration.wave();
        return wave == null ? 1 : wave;
    }

    /** The host before anybody arrives, without those that have left in an earlier wave. */
    private Load now(Host host, int firstArrival) {
        var load = new Load(host);
        var vCenter = vCenters.get(host.ref().vCenter());
        if (vCenter == null) {
            return load;
        }
        var vms = vCenter.vms();
        if (vms == null || !vms.complete()) {
            var property = vms == null ? "vms" : "vms.complete";
            load.memory.add(null, vCenter.ref(), vCenter.label(), property);
            load.cpu.add(null, vCenter.ref(), vCenter.label(), property);
        }
        var gone = leaving.getOrDefault(host.ref(), List.of()).stream()
                .filter(migration -> wave(migration) < firstArrival)
                .map(Migration::vm)
                .filter(Objects::nonNull)
                .map(Vm::ref)
                .collect(Collectors.toSet());
        if (vms != null) {
            vms.forEach(vm -> addResident(load, vm, gone));
        }
        return load;
    }

    private static void addResident(Load load, Vm vm, Set<Ref> gone) {
        var state = vm.powerState();
        boolean here = load.host.ref().id().equals(vm.host());
        boolean perhaps = vm.host() == null && !elsewhere(vm, load.host);
        if ((here || perhaps)
                && state != PowerState.POWERED_OFF
                && state != PowerState.SUSPENDED
                && !gone.contains(vm.ref())) {
            load.add(vm, perhaps ? "host" : state == null ? "powerState" : null);
        }
    }

    private static boolean elsewhere(Vm vm, Host host) {
        return vm.cluster() != null && host.cluster() != null && !vm.cluster().equals(host.cluster());
    }

    private static final class Load {
        private final Host host;
        private final Tally memory = new Tally();
        private final Tally cpu = new Tally();
        private int arrivals;

        Load(Host host) {
            this.host = host;
        }

        /** @param open the property that would tell whether the VM runs here at all; absent where it does for sure */
        void add(Vm vm, @Nullable String open) {
            addMemory(vm, open);
            var reserved = vm.cpuReservationMhz();
            cpu.add(
                    open == null && reserved != null ? reserved : 0,
                    reserved,
                    vm.ref(),
                    vm.label(),
                    reserved == null || open == null ? "cpuReservationMhz" : open);
        }

        /** Overhead that is not known is less than the VM's memory. */
        private void addMemory(Vm vm, @Nullable String open) {
            var locked = vm.memoryReservationLocked();
            var reserved = Boolean.TRUE.equals(locked) ? vm.memoryMiB() : vm.memoryReservationMiB();
            var mayReserve = locked == null ? vm.memoryMiB() : reserved;
            var overhead = vm.memoryOverheadMiB();
            var more = overhead == null ? vm.memoryMiB() : overhead;
            var lacks = reserved == null
                    ? "memoryReservationMiB"
                    : locked == null ? "memoryReservationLocked" : overhead == null ? "memoryOverheadMiB" : open;
            memory.add(
                    open != null || reserved == null ? 0 : reserved + (overhead == null ? 0 : overhead),
                    mayReserve == null || reserved == null || more == null ? null : Long.valueOf(mayReserve + more),
                    vm.ref(),
                    vm.label(),
                    lacks == null ? "" : lacks);
        }

        HostLoad done() {
            return new HostLoad(host, memory.sum(), cpu.sum(), arrivals, memory.lacking(), cpu.lacking());
        }
    }
}
