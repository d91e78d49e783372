package dev.premotion.plan;

import dev.premotion.inventory.Cluster;
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
 * @param datastore absent for one that the inventory does not list
 * @param lacking what would tell which one it is, where it is absent
 * @param own the cluster that the VM stays in; absent where it leaves it, or where that is unknown. What somebody confirmed of
 *     the storage of the whole cluster counts where the inventory does not say.
 */
public record StayingDatastore(
        @Nullable Datastore datastore,
        Host host,
        VCenter destination,
        @Nullable Lacking lacking,
        @Nullable Cluster own) implements Subject {

    @Override
    public String kind() {
        return "shared-datastore";
    }

    @Override
    public String name() {
        return Mounts.name(datastore, host);
    }

    @Override
    public List<Ref> refs() {
        return Mounts.refs(datastore, host, lacking);
    }

    /** What is confirmed of a cluster is so for moves inside it only. */
    @Override
    public String within() {
        return own == null ? "" : own.ref().id();
    }

    /** Whether the destination host mounts this very storage. */
    public @Nullable Boolean mounted() {
        var told = datastore == null ? null : Mounts.mounted(datastore, host, destination);
        return told != null ? told : confirmed();
    }

    private @Nullable Boolean confirmed() {
        return own != null && Boolean.TRUE.equals(own.storageConfirmed()) ? Boolean.TRUE : null;
    }

    public @Nullable Boolean accessible() {
        return datastore != null && datastore.accessible() != null ? datastore.accessible() : confirmed();
    }

    public @Nullable String accessMode() {
        var told = datastore == null ? null : Mounts.accessMode(datastore, host, destination);
        return told != null ? told : confirmed() == null ? null : "readWrite";
    }

    /** Whether the host mounts it, whatever its state. */
    public @Nullable Boolean listed() {
        var told = datastore == null ? null : Mounts.listed(datastore, host, destination);
        return told != null ? told : confirmed();
    }

    /** Inside a cluster its storage is asked of it; else a datastore that is not listed of what would name it. */
    @Override
    public List<Lacking> lacking(String path) {
        if (own != null) {
            return List.of(new Lacking(own.ref(), Lacking.name(own), "storageConfirmed"));
        }
        if (datastore == null) {
            return lacking != null ? List.of(lacking) : List.of();
        }
        return path.equals("host.datastores") ? Mounts.lacking(datastore, host, destination) : List.of();
    }
}
