package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.PhysicalNic;
import dev.premotion.inventory.VmkernelAdapter;
import java.util.List;
import java.util.Objects;
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

    /** Speed of the fastest uplink behind any vMotion adapter, Mbit/s; 0 where all are down. */
    static @Nullable Integer vmotionLinkMbps(Host host) {
        var adapters = vmotionAdapters(host);
        var nics = host.physicalNics();
        if (adapters == null || nics == null) {
            return null;
        }
        var uplinks = adapters.stream()
                .map(VmkernelAdapter::uplinks)
                .filter(Objects::nonNull)
                .flatMap(Listing::stream)
                .toList();
        return nics.stream()
                .filter(nic -> uplinks.contains(nic.device()))
                .map(PhysicalNic::linkSpeedMbps)
                .filter(Objects::nonNull)
                .max(Integer::compare)
                .orElse(null);
    }
}
