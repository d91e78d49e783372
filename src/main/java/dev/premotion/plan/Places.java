package dev.premotion.plan;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Datacenter;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.ResourcePool;
import dev.premotion.plan.Plan.Doubt;
import dev.premotion.plan.PlanDocument.Destination;
import dev.premotion.plan.Target.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The hosts that a destination stands for. Where more may belong to it than are known, one unknown host is added. */
final class Places {

    private final VCenterIndex at;
    private final Destination to;
    private final Lookup lookup;

    Places(VCenterIndex at, Destination to, Lookup lookup) {
        this.at = at;
        this.to = to;
        this.lookup = lookup;
    }

    List<Place> ofHost(@Nullable Host host, @Nullable Cluster cluster, @Nullable ResourcePool pool) {
        if (host == null) { // the lookup has a problem or a doubt already
            return List.of(new Place(Objects.requireNonNullElse(to.host(), ""), null, cluster, pool, List.of()));
        }
        return List.of(place(host, cluster, pool));
    }

    private Place place(Host host, @Nullable Cluster cluster, @Nullable ResourcePool pool) {
        var own = at.clusters().byId(host.cluster());
        var root = pool != null || to.resourcePool() != null || to.vApp() != null
                ? pool
                : at.rootPool(TargetReader.computeOf(host));
        return new Place(host.label(), host, own == null ? cluster : own, root, List.of());
    }

    /** The hosts of the pool's cluster, or its stand-alone host. */
    List<Place> ofPool(@Nullable ResourcePool pool, @Nullable Cluster cluster) {
        var alone = pool == null ? null : at.hosts().byId(pool.owner());
        return alone == null ? ofCluster(cluster, pool) : List.of(place(alone, null, pool));
    }

    List<Place> ofCluster(@Nullable Cluster cluster, @Nullable ResourcePool pool) {
        if (cluster == null) {
            var name = to.cluster() != null ? to.cluster() : to.resourcePool() != null ? to.resourcePool() : to.vApp();
            return List.of(unlisted("a host of " + name, null, pool));
        }
        var id = cluster.ref().id();
        var known = at.hosts(h -> id.equals(h.cluster())).stream()
                .map(h -> place(h, cluster, pool))
                .toList();
        var name = at.clusters().label(cluster);
        return withUnlisted(known, at.clusterMembersKnown(), name, cluster, pool);
    }

    List<Place> ofDatacenter(@Nullable Datacenter datacenter) {
        var name = datacenter == null ? to.datacenter() : at.datacenters().label(datacenter);
        if (datacenter == null) {
            return List.of(unlisted("a host of " + name, null, null));
        }
        var id = datacenter.ref().id();
        var known = at.hosts(h -> id.equals(h.datacenter())).stream()
                .map(h -> place(h, null, null))
                .toList();
        return withUnlisted(known, at.datacenterMembersKnown(), String.valueOf(name), null, null);
    }

    private List<Place> withUnlisted(
            List<Place> known, boolean complete, String name, @Nullable Cluster cluster, @Nullable ResourcePool pool) {
        if (complete) {
            if (known.isEmpty()) {
                lookup.problem("CAP-DRS-NONE", "to", name + " has no host. Name another destination.");
            }
            return known;
        }
        var all = new ArrayList<>(known);
        all.add(unlisted((known.isEmpty() ? "a host of " : "another host of ") + name, cluster, pool));
        return all;
    }

    private Place unlisted(String name, @Nullable Cluster cluster, @Nullable ResourcePool pool) {
        var vCenter = at.vCenter();
        var doubt = new Doubt(
                Lookup.ENTRY,
                vCenter.ref(),
                vCenter.label(),
                at.hosts().asked(),
                "The snapshot of " + vCenter.label() + " does not tell every host that belongs to the destination, so"
                        + " whether " + name + " could take the VM is open.");
        return new Place(name, null, cluster, pool, List.of(doubt));
    }
}
