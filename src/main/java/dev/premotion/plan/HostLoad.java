package dev.premotion.plan;

import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a host has to carry once a running VM has come: with all that came before it in the order of the plan, without
 * what surely has gone by then.
 *
 * @param vm the one that comes
 * @param memoryReservedMiB memory that its VMs reserve, overhead included, MiB
 * @param cpuReservedMhz CPU that its VMs reserve, MHz
 * @param runningVms how many VMs run there
 * @param memoryLacking what the sum of memory waits for; one thing for each property
 * @param cpuLacking what the sum of CPU waits for; one thing for each property
 * @param vmsLacking what the number of VMs waits for; one thing for each property
 */
public record HostLoad(
        Host host,
        Vm vm,
        Sum memoryReservedMiB,
        Sum cpuReservedMhz,
        Sum runningVms,
        List<Lacking> memoryLacking,
        List<Lacking> cpuLacking,
        List<Lacking> vmsLacking)
        implements Subject {

    @Override
    public String kind() {
        return "host-load";
    }

    @Override
    public String name() {
        return host.label();
    }

    @Override
    public List<Ref> refs() {
        return List.of(host.ref(), vm.ref());
    }

    @Override
    public List<Lacking> lacking(String path) {
        return switch (path) {
            case "memoryReservedMiB" -> memoryLacking;
            case "cpuReservedMhz" -> cpuLacking;
            case "runningVms" -> vmsLacking;
            case "cpuMhz" -> Lacking.of(host, "cpuMhz", "cpuCores");
            case "maxRunningVms" -> List.of(new Lacking(host.ref(), host.label(), "capability.maxRunningVms"));
            default -> List.of();
        };
    }

    /** What all its cores deliver, MHz. */
    public @Nullable Long cpuMhz() {
        return host.cpuMhz() == null || host.cpuCores() == null ? null : (long) host.cpuMhz() * host.cpuCores();
    }

    /** The most VMs that may run there, as the host says itself. */
    public @Nullable Integer maxRunningVms() {
        var capability = host.capability();
        return capability == null ? null : capability.maxRunningVms();
    }
}
