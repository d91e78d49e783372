package dev.premotion.plan;

import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.DatastoreMount;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a host mounts a storage. Inside one vCenter the datastore's id decides; across vCenters the storage has another
 * id there, and only what it is (VMFS UUID, or NFS server and path) tells whether it is the same (requirements row
 * STOR-SHARED-XVC).
 */
final class Mounts {

    private Mounts() {}

    /** What people call a datastore as a host sees it. */
    static String name(@Nullable Datastore datastore, Host host) {
        return (datastore == null ? "an unknown datastore" : datastore.label()) + " at " + host.label();
    }

    /** The identities of that; a datastore that is not listed goes by what would name it. */
    static List<Ref> refs(@Nullable Datastore datastore, Host host, @Nullable Lacking lacking) {
        var self = datastore != null ? datastore.ref() : lacking != null ? lacking.thing() : host.ref();
        return List.of(self, host.ref());
    }

    /** Whether the host mounts it and reaches it now. */
    static @Nullable Boolean mounted(Datastore datastore, Host host, VCenter destination) {
        var mounts = host.datastores();
        if (mounts == null) {
            return null;
        }
        var undecided = !mounts.complete();
        for (var mount : mounts) {
            var same = same(datastore, mount, destination);
            if (Boolean.TRUE.equals(same)) {
                return accessible(mount, host);
            }
            undecided |= same == null;
        }
        return undecided ? null : Boolean.FALSE;
    }

    /** What the mount says itself, else what somebody confirmed of all mounts of the host. */
    private static @Nullable Boolean accessible(DatastoreMount mount, Host host) {
        if (mount.accessible() != null) {
            return mount.accessible();
        }
        return Boolean.TRUE.equals(host.mountsConfirmed()) ? Boolean.TRUE : null;
    }

    /** Whether the host mounts it, whatever its state. */
    static @Nullable Boolean listed(Datastore datastore, Host host, VCenter destination) {
        if (mount(datastore, host, destination).isPresent()) {
            return true;
        }
        return mounted(datastore, host, destination);
    }

    /** readWrite or readOnly; absent where it is not mounted or where that is unknown. */
    static @Nullable String accessMode(Datastore datastore, Host host, VCenter destination) {
        return mount(datastore, host, destination)
                .map(mount -> accessMode(mount, host))
                .orElse(null);
    }

    /** What the mount says itself, else what somebody confirmed of all mounts of the host. */
    static @Nullable String accessMode(DatastoreMount mount, Host host) {
        return mount.accessMode() == null && Boolean.TRUE.equals(host.mountsConfirmed())
                ? "readWrite"
                : mount.accessMode();
    }

    private static Optional<DatastoreMount> mount(Datastore datastore, Host host, VCenter destination) {
        return Optional.ofNullable(host.datastores()).stream()
                .flatMap(mounts -> mounts.stream())
                .filter(mount -> Boolean.TRUE.equals(same(datastore, mount, destination)))
                .findFirst();
    }

    private static @Nullable Boolean same(Datastore datastore, DatastoreMount mount, VCenter destination) {
        if (datastore.ref().vCenter().equals(destination.ref().id())) {
            return datastore.ref().id().equals(mount.datastore());
        }
        var there = mounted(mount, destination);
        return there == null ? null : SameStorage.same(datastore, there);
    }

    private static @Nullable Datastore mounted(DatastoreMount mount, VCenter destination) {
        return Optional.ofNullable(destination.datastores()).stream()
                .flatMap(list -> list.stream())
                .filter(d -> d.ref().id().equals(mount.datastore()))
                .findFirst()
                .orElse(null);
    }

    /** What would tell whether the host mounts it: the list of its mounts, and across vCenters what the storages are. */
    static List<Lacking> lacking(Datastore datastore, Host host, VCenter destination) {
        var list = Lacking.of(host, "datastores");
        var mounts = host.datastores();
        if (mounts == null || datastore.ref().vCenter().equals(destination.ref().id())) {
            return list;
        }
        var url = Lacking.of(datastore, "url");
        var others = mounts.stream()
                .filter(mount -> same(datastore, mount, destination) == null)
                .flatMap(mount -> ofMounted(mounted(mount, destination), destination).stream())
                .distinct();
        return Stream.concat(list.stream(), url.isEmpty() ? others : url.stream())
                .toList();
    }

    private static List<Lacking> ofMounted(@Nullable Datastore there, VCenter destination) {
        return there == null ? Lacking.of(destination, "datastores") : Lacking.of(there, "url");
    }
}
