package dev.premotion.plan;

import dev.premotion.inventory.Network;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import java.util.List;

/**
 * The ports of a distributed port group that a plan needs once a VM has come.
 *
 * @param ports needed beyond those in use now
 * @param lacking what the number waits for
 */
public record PortLoad(Network network, Vm vm, Sum ports, List<Lacking> lacking) implements Subject {

    @Override
    public String kind() {
        return "port-load";
    }

    @Override
    public String name() {
        return network.label();
    }

    @Override
    public List<Ref> refs() {
        return List.of(network.ref(), vm.ref());
    }

    @Override
    public List<Lacking> lacking(String path) {
        return path.equals("ports") ? lacking : List.of();
    }
}
