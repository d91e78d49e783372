package dev.premotion.plan;

import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a host has to carry once the plan's running arrivals are there and its approved departures are gone.
 *
 * @param memoryReservedMiB memory that its VMs and the arrivals reserve, overhead included, MiB
 * @param cpuReservedMhz CPU that its VMs and the arrivals reserve, MHz
 * @param arrivals how many VMs come
 * @param memoryLacking what the sum of memory waits for; one thing for each property
 * @param cpuLacking what the sum of CPU waits for; one thing for each property
 */
public record HostLoad(
        Host host,
        Sum memoryReservedMiB,
        Sum cpuReservedMhz,
        int arrivals,
        List<Lacking> memoryLacking,
        List<Lacking> cpuLacking)
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
        return List.of(host.ref());
    }

    @Override
    public List<Lacking> lacking(String path) {
        return switch (path) {
            case "memoryReservedMiB" -> memoryLacking;
            case "cpuReservedMhz" -> cpuLacking;
            case "cpuMhz" -> Lacking.of(host, "cpuMhz", "cpuCores");
            default -> List.of();
        };
    }

    /** What all its cores deliver, MHz. */
    public @Nullable Long cpuMhz() {
        return host.cpuMhz() == null || host.cpuCores() == null ? null : (long) host.cpuMhz() * host.cpuCores();
    }
}
