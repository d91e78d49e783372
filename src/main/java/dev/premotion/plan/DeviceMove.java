package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.DatastoreMount;
import dev.premotion.inventory.Device;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import dev.premotion.reference.Tables;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Another device of a VM at a destination host.
 *
 * @param device absent for "devices the inventory does not list": then every leaf is absent, and so every answer unknown
 * @param datastore that holds its image or file; absent where it has none or where that is unknown
 * @param sourceHost the host that it leaves; absent likewise
 * @param host the destination host; absent where unknown, or where the device asks nothing of a host
 * @param source the vCenter that it leaves
 * @param destination the vCenter of that host
 */
public record DeviceMove(
        Vm vm,
        @Nullable Device device,
        @Nullable Datastore datastore,
        @Nullable Host sourceHost,
        @Nullable Host host,
        @Nullable VCenter source,
        @Nullable VCenter destination,
        Tables tables)
        implements Subject {

    private static final String HOT_MIGRATE = "vgpu.hotmigrate.enabled";

    @Override
    public String kind() {
        return "device";
    }

    @Override
    public String name() {
        return vm.label() + ", " + (device == null ? "other devices" : device.shortLabel());
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

    /** Profile of a virtual GPU. */
    public @Nullable String profile() {
        return device == null ? null : device.profile();
    }

    public @Nullable Listing<String> gpuProfiles() {
        return host == null ? null : host.gpuProfiles();
    }

    /** Whether the destination host follows some source of time. */
    public @Nullable Boolean followsTime() {
        var sources = host == null ? null : host.timeSources();
        if (sources == null || sources.size() > 0) {
            return sources == null ? null : Boolean.TRUE;
        }
        return sources.complete() ? Boolean.FALSE : null;
    }

    /** Whether the vCenter that it leaves lets virtual GPUs move live. */
    public @Nullable Boolean sourceHotMigrate() {
        return hotMigrate(source);
    }

    public @Nullable Boolean destinationHotMigrate() {
        return hotMigrate(destination);
    }

    /** A vCenter whose settings do not name it has the default, which is off (VGPU-DEF). */
    private static @Nullable Boolean hotMigrate(@Nullable VCenter at) {
        var settings = at == null ? null : at.settings();
        return settings == null ? null : Boolean.valueOf(settings.getOrDefault(HOT_MIGRATE, "false"));
    }

    /** The vCenters that are known to keep virtual GPUs from moving live. */
    public String withoutHotMigrate() {
        return Words.and(Stream.of(source, destination)
                .filter(Objects::nonNull)
                .filter(at -> Boolean.FALSE.equals(hotMigrate(at)))
                .map(VCenter::label)
                .distinct()
                .toList());
    }

    /** An image is asked of the device, else of the vCenter that does not list its datastore. */
    @Override
    public List<Lacking> lacking(String path) {
        if (device == null) {
            return List.of(new Lacking(vm.ref(), vm.label(), "devicesConfirmed"));
        }
        if (path.endsWith("HotMigrate")) {
            return Stream.ofNullable(path.startsWith("source") ? source : destination)
                    .flatMap(at -> Lacking.of(at, "settings").stream())
                    .toList();
        }
        if (path.equals("followsTime") && host != null) {
            return Lacking.of(host, "timeSources");
        }
        if (!path.equals("host.datastores")) {
            return List.of();
        }
        if (datastore == null) {
            return List.of(new Lacking(device.ref(), Lacking.device(device, vm), "datastore"));
        }
        return datastore
                        .ref()
                        .vCenter()
                        .equals(destination == null ? "" : destination.ref().id())
                ? List.of()
                : Lacking.of(datastore, "url");
    }

    /** Whether the destination host reaches the datastore of the image or file. */
    public @Nullable Boolean mounted() {
        return datastore == null || host == null || destination == null
                ? null
                : Mounts.mounted(datastore, host, destination);
    }

    /** Whether it mounts that datastore, whatever its state. */
    public @Nullable Boolean listed() {
        return datastore == null || host == null || destination == null
                ? null
                : Mounts.listed(datastore, host, destination);
    }

    public @Nullable Listing<DatastoreMount> hostMounts() {
        return host == null ? null : host.datastores();
    }

    public @Nullable Boolean remoteDeviceVMotionSupported() {
        return remoteDevices(host);
    }

    public @Nullable Boolean sourceRemoteDeviceVMotionSupported() {
        return remoteDevices(sourceHost);
    }

    private static @Nullable Boolean remoteDevices(@Nullable Host at) {
        var capability = at == null ? null : at.capability();
        return capability == null ? null : capability.remoteDeviceVMotionSupported();
    }
}
