package dev.premotion.simulation;

import dev.premotion.inventory.Host;
import dev.premotion.inventory.PhysicalNic;
import dev.premotion.inventory.VmkernelAdapter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The physical speed behind a host's VMkernel adapters of one service. Each adapter uses one uplink at a time, so two
 * adapters need two uplinks to be faster than one; what is not known of an adapter is left out.
 *
 * @param mbps speed of the uplink of each adapter that has one to itself, Mbit/s; empty where none is known
 */
record HostNetworks(List<Integer> mbps) {
    static HostNetworks of(Host host, String service) {
        Map<String, Integer> speeds = new HashMap<>();
        if (host.physicalNics() != null) {
            for (PhysicalNic nic : host.physicalNics()) {
                if (nic.linkSpeedMbps() != null && nic.linkSpeedMbps() > 0) {
                    speeds.put(nic.device(), nic.linkSpeedMbps());
                }
            }
        }
        var found = new ArrayList<Integer>();
        Set<String> taken = new HashSet<>();
        if (host.vmkernelAdapters() != null) {
            for (VmkernelAdapter adapter : host.vmkernelAdapters()) {
                String uplink = offers(adapter, service) ? fastestFree(adapter, speeds, taken) : "";
                if (!uplink.isEmpty()) {
                    taken.add(uplink);
                    found.add(speeds.getOrDefault(uplink, 0));
                }
            }
        }
        return new HostNetworks(found);
    }

    private static boolean offers(VmkernelAdapter adapter, String service) {
        return adapter.services() != null && adapter.services().items().contains(service)
                || service.equals(adapter.netStack());
    }

    private static String fastestFree(VmkernelAdapter adapter, Map<String, Integer> speeds, Set<String> taken) {
        String best = "";
        if (adapter.uplinks() != null) {
            for (String uplink : adapter.uplinks()) {
                if (!taken.contains(uplink) && speeds.getOrDefault(uplink, 0) > speeds.getOrDefault(best, 0)) {
                    best = uplink;
                }
            }
        }
        return best;
    }

    boolean known() {
        return !mbps.isEmpty();
    }

    /** All of them together, Mbit/s. */
    double total() {
        return mbps.stream().mapToDouble(each -> each).sum();
    }

    /** The slowest, which decides how much vCenter admits, Mbit/s. */
    double slowest() {
        return mbps.stream().mapToDouble(each -> each).min().orElse(0);
    }
}
