package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.PhysicalNic;
import dev.premotion.inventory.VmkernelAdapter;
import java.util.ArrayList;
import java.util.List;
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

    /** Its vMotion adapters; absent where services are not listed, partial where some are not. */
    static @Nullable Listing<VmkernelAdapter> vmotionAdapters(Host host) {
        var adapters = host.vmkernelAdapters();
        if (adapters == null) {
            return null;
        }
        List<VmkernelAdapter> found =
                adapters.stream().filter(a -> offers(a, "vmotion")).toList();
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

    private static @Nullable Integer speed(Listing<PhysicalNic> nics, String device) {
        return nics.stream()
                .filter(nic -> nic.device().equals(device))
                .findFirst()
                .map(PhysicalNic::linkSpeedMbps)
                .orElse(null);
    }
}
