package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Network;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A network that NICs want at a destination host.
 *
 * @param networkName the name looked for; absent where a NIC's network is unknown
 * @param network the network of that name; absent where there is none, or none listed
 * @param needed false where only disconnected NICs on a standard switch want it, which vCenter merely warns about; absent
 *     where that is unknown
 * @param of the VM, where {@code networkName} is absent
 */
public record NetworkAtHost(
        @Nullable String networkName,
        @Nullable Network network,
        Host host,
        VCenter destination,
        @Nullable Boolean needed,
        @Nullable Ref of)
        implements Subject {

    @Override
    public String kind() {
        return "network-at-host";
    }

    @Override
    public String name() {
        return (networkName == null ? "a network not listed" : networkName) + " at " + host.label();
    }

    @Override
    public List<Ref> refs() {
        var self = network != null
                ? network.ref()
                : of != null ? of : new Ref("network", destination.ref().id(), String.valueOf(networkName));
        return List.of(self, host.ref(), new Ref("needed", "", String.valueOf(needed)));
    }

    /** Names of the networks that the host offers. */
    public @Nullable Listing<String> hostNetworks() {
        var offered = host.networks();
        var known = destination.networks();
        if (offered == null || known == null) {
            return null;
        }
        var ids = offered.items();
        var names = known.stream()
                .filter(n -> ids.contains(n.ref().id()))
                .map(Network::name)
                .filter(Objects::nonNull)
                .toList();
        return new Listing<>(names, offered.complete() && known.complete());
    }

    public @Nullable Boolean accessible() {
        return network == null ? null : network.accessible();
    }

    public @Nullable Integer freePorts() {
        return network == null ? null : network.freePorts();
    }

    public @Nullable String type() {
        return network == null ? null : network.type();
    }
}
