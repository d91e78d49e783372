package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.DatastoreMount;
import dev.premotion.inventory.Device;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another device of a VM at a destination host.
 *
 * @param device absent for "devices the inventory does not list": then every leaf is absent, and so every answer unknown
 * @param host absent where unknown
 */
public record DeviceMove(
        Vm vm, @Nullable Device device, @Nullable Host host) implements Subject {

    @Override
    public String kind() {
        return "device";
    }

    @Override
    public String name() {
        return vm.label() + ", " + (device == null ? "devices not listed" : device.shortLabel());
    }

    @Override
    public List<Ref> refs() {
        var self =
                device == null ? new Ref("device", vm.ref().vCenter(), vm.ref().id() + "/?") : device.ref();
        return host == null ? List.of(self) : List.of(self, host.ref());
    }

    public @Nullable String type() {
        return device == null ? null : device.type();
    }

    public @Nullable String backing() {
        return device == null ? null : device.backing();
    }

    public @Nullable Boolean connected() {
        return device == null ? null : device.connected();
    }

    public @Nullable Boolean vmotionEnabled() {
        return device == null ? null : device.vmotionEnabled();
    }

    public @Nullable String datastore() {
        return device == null ? null : device.datastore();
    }

    /** Ids of the datastores that the destination host mounts. */
    public @Nullable Listing<String> hostDatastores() {
        var mounts = host == null ? null : host.datastores();
        return mounts == null
                ? null
                : new Listing<>(mounts.stream().map(DatastoreMount::datastore).toList(), mounts.complete());
    }

    public @Nullable Boolean remoteDeviceVMotionSupported() {
        var capability = host == null ? null : host.capability();
        return capability == null ? null : capability.remoteDeviceVMotionSupported();
    }
}
