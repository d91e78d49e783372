package dev.premotion.read.vsphere;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.DatastoreMount;
import dev.premotion.inventory.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells what storage a {@code HostSystem} reaches. */
final class HostStorage {

    private final Estate estate;
    private final Managed source;

    HostStorage(Estate estate, Managed source) {
        this.estate = estate;
        this.source = source;
    }

    void fill(Filler<Host> host) {
        var swap = source.text("config.localSwapDatastore");
        host.put("datastores", mounts())
                .put("lunUuids", luns())
                .put("ioFilters", ioFilters())
                .put("localSwapDatastore", swap)
                .put(
                        "localSwap",
                        swap != null ? Boolean.TRUE : source.none("config.localSwapDatastore", HostMapper.CONFIG));
    }

    /** By id, as disks name them. */
    private @Nullable Listing<String> ioFilters() {
        if (source.parts("config.ioFilterInfo").isEmpty()) {
            return source.unset("config.ioFilterInfo", HostMapper.CONFIG) ? Listing.complete(List.of()) : null;
        }
        var filters = source.parts("config.ioFilterInfo").stream()
                .map(filter -> filter.text("id"))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return Listing.complete(filters);
    }

    private @Nullable Listing<DatastoreMount> mounts() {
        if (!source.has("datastore")) {
            return null;
        }
        var mounts = new ArrayList<DatastoreMount>();
        for (var id : source.texts("datastore")) {
            mounts.add(mount(source.id(), id));
        }
        return Listing.complete(mounts);
    }

    private DatastoreMount mount(String host, String id) {
        var datastore = estate.get(id);
        for (var mount : datastore == null ? List.<Part>of() : datastore.parts("host")) {
            if (host.equals(mount.text("key"))) {
                var mounted = mount.truth("mountInfo.mounted");
                return new Filler<>(DatastoreMount.class, mount)
                        .put("datastore", id)
                        .text("accessMode", "mountInfo.accessMode")
                        .put(
                                "accessible",
                                Boolean.FALSE.equals(mounted) ? Boolean.FALSE : mount.truth("mountInfo.accessible"))
                        .build();
            }
        }
        return new DatastoreMount(id, null, null);
    }

    private @Nullable Listing<String> luns() {
        if (!source.has("config.storageDevice.scsiLun")) {
            return null;
        }
        var uuids = new ArrayList<String>();
        boolean complete = true;
        for (var lun : source.parts("config.storageDevice.scsiLun")) {
            var uuid = lun.text("uuid");
            complete &= uuid != null;
            if (uuid != null) {
                uuids.add(uuid);
            }
        }
        return new Listing<>(uuids, complete);
    }
}
