package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import java.util.List;

/**
 * A node of a cluster of guests that comes to a host.
 *
 * @param partners names of the running VMs there that share a disk with it over a physical bus; partial where there may be
 *     others
 * @param open what would tell whether there are
 */
public record NodeArrival(Vm vm, Host host, Listing<String> partners, List<Lacking> open) implements Subject {

    @Override
    public String kind() {
        return "node-at-host";
    }

    @Override
    public String name() {
        return vm.label() + " at " + host.label();
    }

    @Override
    public List<Ref> refs() {
        return List.of(vm.ref(), host.ref());
    }

    @Override
    public List<Lacking> lacking(String path) {
        return path.equals("partners") ? open : List.of();
    }
}
