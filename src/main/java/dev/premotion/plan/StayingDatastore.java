package dev.premotion.plan;

import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A datastore on which files stay while their VM goes to a host: that host must see it. Across vCenters the same storage
 * has another identity there, and its URL tells.
 *
 * @param datastore absent for "a datastore that the inventory does not name"; {@code of} names the VM then
 * @param of the VM, for an unnamed datastore; absent otherwise
 */
public record StayingDatastore(
        @Nullable Datastore datastore,
        Host host,
        VCenter destination,
        @Nullable Ref of) implements Subject {

    @Override
    public String kind() {
        return "shared-datastore";
    }

    @Override
    public String name() {
        return (datastore == null ? "a datastore not listed" : datastore.label()) + " at " + host.label();
    }

    @Override
    public List<Ref> refs() {
        var self = datastore != null ? datastore.ref() : of != null ? of : host.ref();
        return List.of(self, host.ref());
    }

    /** Whether the destination host mounts this very storage. */
    public @Nullable Boolean mounted() {
        return datastore == null ? null : Mounts.mounted(datastore, host, destination);
    }

    /** Identity of the storage; absent where unknown. */
    public @Nullable String url() {
        return datastore == null ? null : datastore.url();
    }

    public @Nullable Boolean accessible() {
        return datastore == null ? null : datastore.accessible();
    }

    public @Nullable String accessMode() {
        return datastore == null ? null : Mounts.accessMode(datastore, host, destination);
    }
}
