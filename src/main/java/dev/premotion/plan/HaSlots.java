package dev.premotion.plan;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Host;
import dev.premotion.plan.SlotSizes.Slot;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The slot policy of vSphere HA: a slot is as large as the largest reservation of a running VM, a host holds as many as
 * its CPU and its memory hold of it, and those that are left when the largest hosts have failed are for the VMs.
 *
 * <p>What a host has for VMs no snapshot tells, only what all hosts of the cluster have: so each is taken for as large as
 * its hardware, or for as small as if it alone had to bear what the cluster keeps for itself.
 */
record HaSlots(Cluster cluster, List<Host> hosts, boolean complete) {

    private static final Set<String> HEALTHY = Set.of("master", "connectedToMaster");

    /**
     * Slots for VMs.
     *
     * @param largest absent where a reservation has no bound
     */
    Sum left(Slot smallest, @Nullable Slot largest) {
        var failing = cluster.failoverLevel();
        if (failing == null) {
            return new Sum(0, null);
        }
        var most =
                complete ? sum(hosts.stream().map(host -> most(host, smallest)).toList(), failing) : null;
        var least = largest == null || !complete
                ? Long.valueOf(0)
                : sum(hosts.stream().map(host -> least(host, largest)).toList(), failing);
        return new Sum(least == null ? Long.MAX_VALUE : least, most);
    }

    /** Of all but the largest; absent where one has no bound. */
    private static @Nullable Long sum(List<Long> slots, int failing) {
        var left = slots.stream()
                .sorted((one, other) -> Long.compare(other, one))
                .skip(failing)
                .toList();
        return left.contains(Long.MAX_VALUE)
                ? null
                : Long.valueOf(left.stream().mapToLong(Long::longValue).sum());
    }

    private static long most(Host host, Slot slot) {
        if ("disconnected".equals(host.connectionState()) || Boolean.TRUE.equals(host.inMaintenanceMode())) {
            return 0;
        }
        return Math.min(fit(cpu(host), slot.cpuMhz()), fit(memory(host), slot.memoryMiB()));
    }

    private long least(Host host, Slot slot) {
        var sound = "connected".equals(host.connectionState())
                && Boolean.FALSE.equals(host.inMaintenanceMode())
                && host.haState() != null
                && HEALTHY.contains(host.haState());
        var cpu = sound ? own(cpu(host), hosts.stream().map(HaSlots::cpu).toList(), cluster.effectiveCpuMhz()) : null;
        var memory = sound
                ? own(memory(host), hosts.stream().map(HaSlots::memory).toList(), cluster.effectiveMemoryMiB())
                : null;
        return cpu == null || memory == null ? 0 : Math.min(fit(cpu, slot.cpuMhz()), fit(memory, slot.memoryMiB()));
    }

    /** What a host has for VMs at least. */
    private static @Nullable Long own(@Nullable Long physical, List<@Nullable Long> all, @Nullable Long effective) {
        if (physical == null || effective == null) {
            return null;
        }
        long sum = 0;
        for (var one : all) {
            if (one == null) {
                return null;
            }
            sum += one;
        }
        return Math.max(0, physical - Math.max(0, sum - effective));
    }

    private static long fit(@Nullable Long capacity, long size) {
        return capacity == null || size == 0 ? Long.MAX_VALUE : capacity / size;
    }

    private static @Nullable Long cpu(Host host) {
        return host.cpuMhz() == null || host.cpuCores() == null ? null : (long) host.cpuMhz() * host.cpuCores();
    }

    private static @Nullable Long memory(Host host) {
        return host.memoryMiB();
    }
}
