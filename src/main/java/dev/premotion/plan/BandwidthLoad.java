package dev.premotion.plan;

import dev.premotion.inventory.Network;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import java.util.List;

/**
 * The bandwidth that a plan reserves in the network resource pool of a port group once a VM has come.
 *
 * @param reservedMbps beyond what is reserved there now, Mbit/s
 * @param lacking what the sum waits for
 */
public record BandwidthLoad(Network network, Vm vm, Sum reservedMbps, List<Lacking> lacking) implements Subject {

    @Override
    public String kind() {
        return "bandwidth-load";
    }

    @Override
    public String name() {
        return network.label();
    }

    @Override
    public List<Ref> refs() {
        return List.of(network.ref(), vm.ref());
    }

    /** Whether the plan surely reserves no more than before, for which no pool need have anything left. */
    public boolean reservesNothing() {
        return reservedMbps.most() != null && reservedMbps.most() <= 0;
    }

    @Override
    public List<Lacking> lacking(String path) {
        return path.equals("reservedMbps") ? lacking : List.of();
    }
}
