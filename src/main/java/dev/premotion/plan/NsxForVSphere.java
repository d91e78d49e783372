package dev.premotion.plan;

import dev.premotion.inventory.Host;
import dev.premotion.inventory.Network;
import dev.premotion.inventory.VCenter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Hosts that NSX for vSphere prepared: vCenter shows its virtual wires as port groups of such names that they offer. */
final class NsxForVSphere {

    private static final String WIRE = "vxw-";

    private NsxForVSphere() {}

    /** Whether it prepared a host, which is absent where it is not known; absent where a network that it offers may be a wire. */
    static @Nullable Boolean prepared(@Nullable Host host, VCenter vCenter) {
        boolean open = !allListed(host, vCenter);
        for (var network : listed(vCenter)) {
            var offers = mayBeWire(network) ? offers(host, network) : Boolean.FALSE;
            if (network.name() != null && Boolean.TRUE.equals(offers)) {
                return true;
            }
            open |= !Boolean.FALSE.equals(offers);
        }
        return open ? null : Boolean.FALSE;
    }

    /** What would tell it of a host: the lists of networks, else the networks without a name. */
    static List<Lacking> lacking(Host host, VCenter vCenter) {
        var lists = Stream.concat(Lacking.of(host, "networks").stream(), Lacking.of(vCenter, "networks").stream())
                .toList();
        return !lists.isEmpty()
                ? lists
                : listed(vCenter).stream()
                        .filter(network -> !Boolean.FALSE.equals(offers(host, network)))
                        .flatMap(network -> Lacking.of(network, "name").stream())
                        .toList();
    }

    private static List<Network> listed(VCenter vCenter) {
        return vCenter.networks() == null ? List.of() : vCenter.networks().items();
    }

    private static boolean mayBeWire(Network network) {
        return network.name() == null || network.name().startsWith(WIRE);
    }

    /** Whether every network that the host may offer is listed. */
    private static boolean allListed(@Nullable Host host, VCenter vCenter) {
        if (vCenter.networks() != null && vCenter.networks().complete()) {
            return true;
        }
        var offered = host == null ? null : host.networks();
        var ids = listed(vCenter).stream().map(network -> network.ref().id()).collect(Collectors.toSet());
        return offered != null && offered.complete() && ids.containsAll(offered.items());
    }

    private static @Nullable Boolean offers(@Nullable Host host, Network network) {
        var offered = host == null ? null : host.networks();
        if (offered == null) {
            return null;
        }
        return offered.items().contains(network.ref().id()) ? Boolean.TRUE : offered.complete() ? Boolean.FALSE : null;
    }
}
