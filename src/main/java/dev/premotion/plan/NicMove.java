package dev.premotion.plan;

import dev.premotion.inventory.DistributedSwitch;
import dev.premotion.inventory.Network;
import dev.premotion.inventory.Nic;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import dev.premotion.reference.Release;
import dev.premotion.reference.Tables;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One NIC of a VM and the network it is connected to afterwards.
 *
 * @param nic absent for "a NIC the inventory does not list"
 * @param network the network it is connected to afterwards; absent where there is none of that name, or none listed
 */
public record NicMove(
        Vm vm,
        @Nullable Nic nic,
        @Nullable Network sourceNetwork,
        @Nullable DistributedSwitch sourceSwitch,
        @Nullable Network network,
        @Nullable DistributedSwitch targetSwitch,
        VCenter destination,
        Tables tables)
        implements Subject {

    @Override
    public String kind() {
        return "nic";
    }

    @Override
    public String name() {
        return vm.label() + ", " + (nic == null ? "network adapters not listed" : nic.shortLabel());
    }

    @Override
    public List<Ref> refs() {
        var self = nic == null ? new Ref("nic", vm.ref().vCenter(), vm.ref().id() + "/?") : nic.ref();
        return network == null ? List.of(self, destination.ref()) : List.of(self, network.ref());
    }

    public @Nullable Boolean connected() {
        return nic == null ? null : nic.connected();
    }

    public @Nullable String adapterType() {
        return nic == null ? null : nic.adapterType();
    }

    public @Nullable String sourceType() {
        return sourceNetwork == null ? null : sourceNetwork.type();
    }

    public @Nullable String targetType() {
        return network == null ? null : network.type();
    }

    public @Nullable String sourceSwitchVersion() {
        return sourceSwitch == null ? null : sourceSwitch.version();
    }

    public @Nullable String targetSwitchVersion() {
        return targetSwitch == null ? null : targetSwitch.version();
    }

    public @Nullable Release destinationRelease() {
        return tables.vCenter(destination.version(), destination.build());
    }
}
