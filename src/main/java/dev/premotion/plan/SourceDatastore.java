package dev.premotion.plan;

import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A datastore that files leave, as the host reads them that the VM is on.
 *
 * @param datastore absent for one that the inventory does not list
 * @param host the host that the VM is on
 * @param vCenter of that host
 * @param lacking what would tell which one it is, where it is absent
 */
public record SourceDatastore(
        @Nullable Datastore datastore,
        Host host,
        VCenter vCenter,
        @Nullable Lacking lacking) implements Subject {

    @Override
    public String kind() {
        return "source-datastore";
    }

    @Override
    public String name() {
        return Mounts.name(datastore, host);
    }

    @Override
    public List<Ref> refs() {
        return Mounts.refs(datastore, host, lacking);
    }

    /** Whether the host reaches it. */
    public @Nullable Boolean mounted() {
        return datastore == null ? null : Mounts.mounted(datastore, host, vCenter);
    }

    /** Whether the host mounts it, whatever its state. */
    public @Nullable Boolean listed() {
        return datastore == null ? null : Mounts.listed(datastore, host, vCenter);
    }

    public @Nullable Boolean accessible() {
        return datastore == null ? null : datastore.accessible();
    }

    /** A datastore that is not listed is asked of what would name it. */
    @Override
    public List<Lacking> lacking(String path) {
        return datastore == null && lacking != null ? List.of(lacking) : List.of();
    }
}
