package dev.premotion.plan;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Datacenter;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.ResourcePool;
import dev.premotion.plan.Plan.Doubt;
import org.jspecify.annotations.Nullable;

/**
 * The datacenter that a destination names beside a host, cluster or pool. vCenter is never told of it, so one that
 * contradicts them is a slip that nobody else would notice.
 */
final class NamedDatacenter {

    private NamedDatacenter() {}

    /**
     * What runs the VM.
     *
     * @param label what it is, with its name
     * @param ref what would tell its datacenter
     * @param name of that
     * @param property that tells it
     * @param datacenter id; absent where unknown
     */
    private record Runner(
            String label,
            Ref ref,
            String name,
            String property,
            @Nullable String datacenter) {

        static Runner of(VCenterIndex at, Host host, @Nullable Cluster named) {
            var cluster = host.cluster() == null ? named : at.clusters().byId(host.cluster());
            var own = host.datacenter() == null && cluster != null ? cluster.datacenter() : host.datacenter();
            return new Runner("host " + host.label(), host.ref(), host.label(), "datacenter", own);
        }

        static Runner of(VCenterIndex at, Cluster cluster) {
            var name = at.clusters().label(cluster);
            return new Runner("cluster " + name, cluster.ref(), name, "datacenter", cluster.datacenter());
        }

        /** A pool is where its cluster or its host is. */
        static Runner of(VCenterIndex at, ResourcePool pool) {
            var cluster = at.clusters().byId(pool.owner());
            if (cluster != null) {
                return of(at, cluster);
            }
            var host = at.hosts().byId(pool.owner());
            var name = at.pools().label(pool);
            return host != null ? of(at, host, null) : new Runner("pool " + name, pool.ref(), name, "owner", null);
        }
    }

    /** The host, cluster or pool must be in the datacenter, which they surely are where there is only one. */
    static void check(
            VCenterIndex at,
            Datacenter datacenter,
            @Nullable Host host,
            @Nullable Cluster cluster,
            @Nullable ResourcePool pool,
            Lookup lookup) {
        if (host != null) {
            check(at, datacenter, Runner.of(at, host, cluster), lookup);
        } else if (cluster != null) {
            check(at, datacenter, Runner.of(at, cluster), lookup);
        } else if (pool != null) {
            check(at, datacenter, Runner.of(at, pool), lookup);
        }
    }

    private static void check(VCenterIndex at, Datacenter datacenter, Runner runner, Lookup lookup) {
        var name = at.datacenters().label(datacenter);
        if (runner.datacenter == null) {
            if (at.onlyDatacenter() == null) {
                var message = "Whether the " + runner.label + " is in the datacenter " + name + " is not known.";
                lookup.doubt(new Doubt(Lookup.ENTRY, runner.ref, runner.name, runner.property, message));
            }
        } else if (!runner.datacenter.equals(datacenter.ref().id())) {
            var other = at.datacenters().byId(runner.datacenter);
            lookup.mistaken(
                    "to/datacenter",
                    "The " + runner.label + " is in "
                            + (other == null
                                    ? "another datacenter than "
                                    : "the datacenter " + at.datacenters().label(other) + " and not in ")
                            + name + ". Name one that is there, or leave the datacenter out.",
                    "Name a host, cluster or pool of that datacenter, or leave the datacenter out.");
        }
    }
}
