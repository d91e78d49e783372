package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Nic;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import dev.premotion.reference.Release;
import dev.premotion.reference.Tables;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A MAC address that arrives where the plan has brought the same before.
 *
 * @param others names of the VMs that bring it to the same network earlier; partial where they may come or not, or where
 *     nobody knows whether the address or the network is the same
 * @param lacking what would tell
 */
public record MacArrival(
        Vm vm, Nic nic, VCenter destination, Listing<String> others, List<Lacking> lacking, Tables tables)
        implements Subject {

    @Override
    public String kind() {
        return "mac-arrival";
    }

    @Override
    public String name() {
        return vm.label() + ", " + macAddress();
    }

    @Override
    public List<Ref> refs() {
        return List.of(nic.ref(), destination.ref());
    }

    @Override
    public List<Lacking> lacking(String path) {
        return path.equals("others") ? lacking : List.of();
    }

    public @Nullable String macAddress() {
        return nic.macAddress();
    }

    public @Nullable Release destinationRelease() {
        return tables.vCenter(destination.version(), destination.build());
    }
}
