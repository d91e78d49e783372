package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import dev.premotion.reference.Release;
import dev.premotion.reference.Tables;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A MAC address that arrives at a vCenter.
 *
 * @param macAddress absent where the NIC's address is unknown
 * @param others names of the VMs that already use it there; absent where that vCenter's NICs are not listed
 */
public record MacUse(
        Vm vm,
        @Nullable String macAddress,
        VCenter destination,
        @Nullable Listing<String> others,
        Tables tables) implements Subject {

    @Override
    public String kind() {
        return "mac";
    }

    @Override
    public String name() {
        return vm.label() + (macAddress == null ? "" : ", " + macAddress);
    }

    @Override
    public List<Ref> refs() {
        return List.of(vm.ref(), new Ref("mac", destination.ref().id(), macAddress == null ? "?" : macAddress));
    }

    public @Nullable Release destinationRelease() {
        return tables.vCenter(destination.version(), destination.build());
    }
}
