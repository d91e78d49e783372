package dev.premotion.plan;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What vSphere HA has to be able to restart in a cluster once a running VM has come: all that runs there by then in the
 * order of the plan.
 *
 * @param host where the VM comes to; absent where its cluster is known, since that is the same for all hosts of it
 * @param cluster absent where the inventory does not tell in which one the host is
 * @param memoryReservedMiB memory that its running VMs reserve, overhead included, MiB
 * @param cpuReservedMhz CPU that they reserve, MHz; HA counts a little for each VM without a reservation
 * @param runningVms how many run there
 * @param slotsLeft how many VMs of the slot's size fit on the hosts that are left when the largest have failed
 * @param lacking what these sums wait for
 */
public record ClusterLoad(
        @Nullable Host host,
        @Nullable Cluster cluster,
        Vm vm,
        Sum memoryReservedMiB,
        Sum cpuReservedMhz,
        Sum runningVms,
        Sum slotsLeft,
        List<Lacking> lacking)
        implements Subject {

    @Override
    public String kind() {
        return "cluster-load";
    }

    @Override
    public String name() {
        return cluster == null
                ? "the cluster of " + Objects.requireNonNull(host).label()
                : Lacking.name(cluster);
    }

    @Override
    public List<Ref> refs() {
        return List.of(cluster == null ? Objects.requireNonNull(host).ref() : cluster.ref(), vm.ref());
    }

    @Override
    public List<Lacking> lacking(String path) {
        return switch (path) {
            case "memoryReservedMiB", "cpuReservedMhz", "runningVms" -> lacking;
            case "slotsLeft" -> slotsLacking();
            case "cpuForVmsMhz" -> of("effectiveCpuMhz", "failoverCpuPercent");
            case "memoryForVmsMiB" -> of("effectiveMemoryMiB", "failoverMemoryPercent");
            default -> List.of();
        };
    }

    private List<Lacking> slotsLacking() {
        var all = new ArrayList<>(of("failoverLevel", "effectiveCpuMhz", "effectiveMemoryMiB"));
        all.addAll(lacking);
        return all;
    }

    private List<Lacking> of(String... properties) {
        return cluster == null ? List.of() : Lacking.of(cluster, properties);
    }

    /** Whether HA is on. */
    public @Nullable Boolean haEnabled() {
        return cluster == null ? null : cluster.haEnabled();
    }

    public @Nullable Boolean haAdmissionControlEnabled() {
        return cluster == null ? null : cluster.haAdmissionControlEnabled();
    }

    public @Nullable String haAdmissionControlPolicy() {
        return cluster == null ? null : cluster.haAdmissionControlPolicy();
    }

    public @Nullable Boolean haAdmissionConfirmed() {
        return cluster == null ? null : cluster.haAdmissionConfirmed();
    }

    /** How many hosts may fail. */
    public @Nullable Integer failoverLevel() {
        return cluster == null ? null : cluster.failoverLevel();
    }

    /** CPU that VMs may reserve so that the share for failover stays free, MHz. */
    public @Nullable Long cpuForVmsMhz() {
        return cluster == null ? null : without(cluster.effectiveCpuMhz(), cluster.failoverCpuPercent());
    }

    /** Memory that VMs may reserve so that the share for failover stays free, MiB. */
    public @Nullable Long memoryForVmsMiB() {
        return cluster == null ? null : without(cluster.effectiveMemoryMiB(), cluster.failoverMemoryPercent());
    }

    private static @Nullable Long without(@Nullable Long all, @Nullable Integer percent) {
        return all == null || percent == null ? null : Long.valueOf(all * (100 - Math.min(percent, 100)) / 100);
    }
}
