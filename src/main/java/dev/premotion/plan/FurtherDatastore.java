package dev.premotion.plan;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A datastore other than those of a VM's disks and home on which files stay that the VM needs at a host.
 *
 * @param files which files: {@code parents}, that a disk builds on, or {@code snapshots}, the folder for those to come
 * @param datastore absent for one that the inventory does not list
 * @param lacking what would tell which one it is, where it is absent
 * @param own the cluster that the VM stays in; absent where it leaves it, or where that is unknown
 */
public record FurtherDatastore(
        String files,
        @Nullable Datastore datastore,
        Host host,
        VCenter destination,
        @Nullable Lacking lacking,
        @Nullable Cluster own)
        implements Subject {

    static final String PARENTS = "parents";
    static final String SNAPSHOTS = "snapshots";

    private StayingDatastore staying() {
        return new StayingDatastore(datastore, host, destination, lacking, own);
    }

    @Override
    public String kind() {
        return "further-datastore";
    }

    @Override
    public String name() {
        return staying().name();
    }

    @Override
    public List<Ref> refs() {
        return staying().refs();
    }

    @Override
    public String within() {
        return files + " " + staying().within();
    }

    /** Whether the destination host mounts this very storage and reaches it. */
    public @Nullable Boolean mounted() {
        return staying().mounted();
    }

    /** Whether the host mounts it, whatever its state. */
    public @Nullable Boolean listed() {
        return staying().listed();
    }

    @Override
    public List<Lacking> lacking(String path) {
        return staying().lacking(path);
    }
}
