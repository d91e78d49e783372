package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.PhysicalNic;
import dev.premotion.inventory.VmkernelAdapter;
import dev.premotion.reference.EvcMode;
import dev.premotion.reference.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What follows from several properties of one host; each answer is absent where a fact it needs is. */
final class HostFacts {

    private HostFacts() {}

    /** Whether some VMkernel adapter has the service; what a person said of the host counts where services are unlisted. */
    static @Nullable Boolean hasService(Host host, String service, @Nullable Boolean said) {
        var adapters = host.vmkernelAdapters();
        if (adapters == null) {
            return said;
        }
        if (adapters.stream().anyMatch(adapter -> offers(adapter, service))) {
            return true;
        }
        var told = adapters.complete() && adapters.stream().allMatch(HostFacts::servicesKnown);
        return told ? Boolean.FALSE : said;
    }

    private static boolean servicesKnown(VmkernelAdapter adapter) {
        return adapter.services() != null && adapter.services().complete();
    }

    private static boolean offers(VmkernelAdapter adapter, String service) {
        return (adapter.services() != null && adapter.services().items().contains(service))
                || service.equals(adapter.netStack());
    }

    /** Whether EVC is on where the host is. */
    static @Nullable Boolean evcEnabled(Host host, @Nullable Cluster cluster) {
        if (Boolean.TRUE.equals(host.standalone())) {
            return false;
        }
        return cluster == null ? null : cluster.evcMode() != null ? Boolean.TRUE : cluster.evcEnabled();
    }

    /** The highest EVC mode it says it can run, else what its CPU can have at most: settings may hide features of a CPU. */
    static @Nullable EvcMode maxEvcMode(Host host, Tables tables) {
        if (host.maxEvcMode() != null) {
            return tables.evc(host.maxEvcMode());
        }
        var ofCpu = tables.evcOfCpu(host.cpuModel());
        return ofCpu == null ? null : ofCpu.upTo();
    }

    /** The adapters that cold data goes over: those of the provisioning service, or of management where there are none. */
    static @Nullable Listing<VmkernelAdapter> coldAdapters(Host host) {
        var provisioning = adapters(host, "vSphereProvisioning");
        if (provisioning == null || provisioning.size() > 0 || !provisioning.complete()) {
            return provisioning;
        }
        return adapters(host, "management");
    }

    /** Labels of the port groups of its vMotion adapters, sorted; absent where one is not known. */
    static @Nullable List<String> vmotionNetworks(Host host) {
        var found = vmotionAdapters(host);
        return found == null || !found.complete() || found.stream().anyMatch(a -> a.portGroup() == null)
                ? null
                : found.stream()
                        .flatMap(a -> Stream.ofNullable(a.portGroup()))
                        .distinct()
                        .sorted()
                        .toList();
    }

    /** MTUs of its vMotion adapters, ascending; absent where one is not known. */
    static @Nullable List<Integer> vmotionMtus(Host host) {
        var found = vmotionAdapters(host);
        return found == null || !found.complete() || found.stream().anyMatch(a -> a.mtu() == null)
                ? null
                : found.stream()
                        .flatMap(a -> Stream.ofNullable(a.mtu()))
                        .distinct()
                        .sorted()
                        .toList();
    }

    /** Whether adapters of the default TCP/IP stack have the vMotion service beside one of the vMotion stack. */
    static @Nullable Boolean mixedVmotionStacks(Host host) {
        var found = vmotionAdapters(host);
        if (found == null) {
            return null;
        }
        boolean own = found.stream().anyMatch(a -> "vmotion".equals(a.netStack()));
        boolean other = found.stream().anyMatch(a -> a.netStack() != null && !"vmotion".equals(a.netStack()));
        if (own && other) {
            return true;
        }
        return found.complete() && found.stream().allMatch(a -> a.netStack() != null) ? Boolean.FALSE : null;
    }

    /** Its vMotion adapters; absent where services are not listed, partial where some are not. */
    static @Nullable Listing<VmkernelAdapter> vmotionAdapters(Host host) {
        return adapters(host, "vmotion");
    }

    private static @Nullable Listing<VmkernelAdapter> adapters(Host host, String service) {
        var adapters = host.vmkernelAdapters();
        if (adapters == null) {
            return null;
        }
        List<VmkernelAdapter> found =
                adapters.stream().filter(a -> offers(a, service)).toList();
        return new Listing<>(found, adapters.complete() && adapters.stream().allMatch(HostFacts::servicesKnown));
    }

    /**
     * Speed of the fastest uplink behind any vMotion adapter, Mbit/s; 0 where all are down. Absent where the speed of some
     * uplink is not known: that may be the fastest.
     */
    static @Nullable Integer vmotionLinkMbps(Host host) {
        var speeds = uplinkSpeeds(host);
        return speeds == null || !speeds.complete() || speeds.size() == 0
                ? null
                : Integer.valueOf(speeds.stream().mapToInt(mbps -> mbps).max().orElse(0));
    }

    /** Whether an uplink behind any vMotion adapter is up, else what a person said of it. */
    static @Nullable Boolean vmotionLinkUp(Host host) {
        var speeds = uplinkSpeeds(host);
        if (speeds != null && speeds.stream().anyMatch(mbps -> mbps > 0)) {
            return true;
        }
        return speeds != null && speeds.complete() ? Boolean.FALSE : host.vmotionLinkUp();
    }

    /** Speeds of the uplinks behind the vMotion adapters; partial where an uplink or its speed is not listed. */
    private static @Nullable Listing<Integer> uplinkSpeeds(Host host) {
        var adapters = vmotionAdapters(host);
        var nics = host.physicalNics();
        if (adapters == null || nics == null) {
            return null;
        }
        var speeds = new ArrayList<Integer>();
        var complete = adapters.complete() && adapters.size() > 0;
        for (var adapter : adapters) {
            var uplinks = adapter.uplinks();
            complete &= uplinks != null && uplinks.complete();
            for (var uplink : uplinks == null ? List.<String>of() : uplinks.items()) {
                var speed = speed(nics, uplink);
                complete &= speed != null;
                if (speed != null) {
                    speeds.add(speed);
                }
            }
        }
        return new Listing<>(speeds, complete);
    }

    /** Whether every uplink behind the vMotion adapters is full duplex. */
    static @Nullable Boolean vmotionFullDuplex(Host host) {
        var adapters = vmotionAdapters(host);
        var nics = host.physicalNics();
        if (adapters == null || nics == null) {
            return null;
        }
        var devices = adapters.stream()
                .flatMap(a -> Stream.ofNullable(a.uplinks()))
                .flatMap(Listing::stream)
                .distinct()
                .toList();
        var behind = nics.stream().filter(nic -> devices.contains(nic.device())).toList();
        if (behind.stream().anyMatch(nic -> Boolean.FALSE.equals(nic.fullDuplex()))) {
            return false;
        }
        boolean told = adapters.complete()
                && adapters.size() > 0
                && adapters.stream()
                        .allMatch(a -> a.uplinks() != null && a.uplinks().complete())
                && behind.size() == devices.size()
                && behind.stream().allMatch(nic -> nic.fullDuplex() != null);
        return told ? Boolean.TRUE : null;
    }

    /** What would tell of the vMotion adapters of a host, and of the uplinks behind them. */
    static List<Lacking> vmotionLacking(Host host, boolean uplinks) {
        var lists =
                uplinks ? Lacking.of(host, "vmkernelAdapters", "physicalNics") : Lacking.of(host, "vmkernelAdapters");
        if (!lists.isEmpty()) {
            return lists;
        }
        var adapters = vmotionAdapters(host);
        boolean told = adapters != null
                && adapters.complete()
                && adapters.stream()
                        .allMatch(adapter ->
                                adapter.uplinks() != null && adapter.uplinks().complete());
        return List.of(new Lacking(host.ref(), host.label(), uplinks && told ? "physicalNics" : "vmkernelAdapters"));
    }

    private static @Nullable Integer speed(Listing<PhysicalNic> nics, String device) {
        return nics.stream()
                .filter(nic -> nic.device().equals(device))
                .findFirst()
                .map(PhysicalNic::linkSpeedMbps)
                .orElse(null);
    }
}
