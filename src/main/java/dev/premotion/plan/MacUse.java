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
 * A MAC address that arrives at a vCenter.
 *
 * @param nic absent for a NIC that the inventory does not list
 * @param others names of the VMs that already use it there; absent where that vCenter's NICs are not listed
 * @param leaving whether it is about the VMs that leave the destination within the plan, and not about those that stay
 * @param open what would tell whether those leave
 */
public record MacUse(
        Vm vm,
        @Nullable Nic nic,
        VCenter destination,
        @Nullable Listing<String> others,
        boolean leaving,
        List<Lacking> open,
        Tables tables)
        implements Subject {

    @Override
    public String kind() {
        return leaving ? "mac-leaving" : "mac";
    }

    @Override
    public String name() {
        return vm.label() + (macAddress() == null ? "" : ", " + macAddress());
    }

    @Override
    public List<Ref> refs() {
        return List.of(vm.ref(), new Ref("mac", destination.ref().id(), macAddress() == null ? "?" : macAddress()));
    }

    @Override
    public List<Lacking> lacking(String path) {
        if (!path.equals("others")) {
            return List.of();
        }
        if (leaving) {
            return open;
        }
        if (nic == null) {
            return Lacking.of(vm, "nics");
        }
        return nic.macAddress() == null ? Lacking.ofDevice(nic, vm, "macAddress") : Lacking.of(destination, "vms");
    }

    public @Nullable String macAddress() {
        return nic == null ? null : nic.macAddress();
    }

    public @Nullable Release destinationRelease() {
        return tables.vCenter(destination.version(), destination.build());
    }
}
