package dev.premotion.plan;

import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a host has to carry once the plan's running arrivals are there and its approved departures are gone.
 *
 * @param memoryReservedMiB memory that its VMs and the arrivals reserve, overhead included where known, MiB
 * @param cpuReservedMhz CPU that its VMs and the arrivals reserve, MHz
 * @param arrivals how many VMs come
 * @param lacking a VM whose reservation is not known, where the sums wait for one; absent otherwise
 */
public record HostLoad(
        Host host,
        Sum memoryReservedMiB,
        Sum cpuReservedMhz,
        int arrivals,
        @Nullable Vm lacking) implements Subject {

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
        return List.of(host.ref());
    }

    /** What all its cores deliver, MHz. */
    public @Nullable Long cpuMhz() {
        return host.cpuMhz() == null || host.cpuCores() == null ? null : (long) host.cpuMhz() * host.cpuCores();
    }
}
