package dev.premotion.plan;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Datacenter;
import dev.premotion.inventory.Folder;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.ResourcePool;
import dev.premotion.plan.Plan.Doubt;
import dev.premotion.plan.PlanDocument.Destination;
import dev.premotion.plan.PlanDocument.Entry;
import dev.premotion.plan.Target.Scope;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks up what an entry's {@code to} names, in one vCenter. */
final class TargetReader {

    private final VCenterIndex at;
    private final Entry entry;
    private final Destination to;
    private final Lookup lookup;

    private @Nullable Datacenter datacenter;
    private @Nullable Cluster cluster;
    private @Nullable Host host;
    private @Nullable ResourcePool pool;

    private TargetReader(VCenterIndex at, Entry entry, Lookup lookup) {
        this.at = at;
        this.entry = entry;
        this.to = entry.to();
        this.lookup = lookup;
    }

    static Target read(VCenterIndex at, Entry entry, Lookup lookup) {
        var reader = new TargetReader(at, entry, lookup);
        reader.compute();
        return reader.target();
    }

    private void compute() {
        if (to.datacenter() != null) {
            datacenter = lookup.one(at, VCenterIndex::datacenters, "to/datacenter", to.datacenter(), d -> true);
        }
        if (to.cluster() != null) {
            cluster = lookup.one(
                    at, VCenterIndex::clusters, "to/cluster", to.cluster(), c -> inDatacenter(c.datacenter()));
        }
        if (to.host() != null) {
            host = lookup.one(at, VCenterIndex::hosts, "to/host", to.host(), this::fits);
        }
        if (to.resourcePool() != null) {
            pool = lookup.one(at, VCenterIndex::pools, "to/resourcePool", to.resourcePool(), this::fits);
        }
        if (to.vApp() != null) {
            pool = vApp(to.vApp());
        }
    }

    private @Nullable ResourcePool vApp(String written) {
        var found = lookup.one(at, VCenterIndex::pools, "to/vApp", written, p -> p.vApp() == null ? null : p.vApp());
        if (found != null && found.vApp() == null) {
            lookup.doubt(new Doubt(
                    Lookup.ENTRY,
                    found.ref(),
                    at.pools().label(found),
                    "vApp",
                    "Whether " + Words.quoted(written) + " is a vApp is not known."));
        } else if (found != null && Boolean.FALSE.equals(found.vApp())) {
            lookup.mistaken(
                    "to/vApp",
                    Words.quoted(written) + " is a resource pool, not a vApp. Write it as \"resourcePool\".",
                    "Write the name under \"resourcePool\", or that of a vApp.");
        }
        return found;
    }

    private @Nullable Boolean inDatacenter(@Nullable String id) {
        if (datacenter == null) {
            return true;
        }
        return id == null ? null : id.equals(datacenter.ref().id());
    }

    private @Nullable Boolean fits(Host candidate) {
        if (cluster == null) {
            return inDatacenter(candidate.datacenter());
        }
        return candidate.cluster() == null
                ? null
                : candidate.cluster().equals(cluster.ref().id());
    }

    /** A pool belongs to the cluster named, or to that of the host named. */
    private @Nullable Boolean fits(ResourcePool candidate) {
        var owner =
                host != null ? computeOf(host) : cluster != null ? cluster.ref().id() : null;
        if (host == null && cluster == null) {
            return true;
        }
        return owner == null || candidate.owner() == null ? null : owner.equals(candidate.owner());
    }

    /** Id of a host's cluster, or its own where it stands alone; absent where unknown. */
    static @Nullable String computeOf(Host host) {
        if (host.cluster() != null) {
            return host.cluster();
        }
        return Boolean.TRUE.equals(host.standalone()) ? host.ref().id() : null;
    }

    private Target target() {
        var places = new Places(at, to, lookup);
        var stores = new Stores(at, entry, lookup);
        var scope = scope();
        var meant = meant();
        var found = switch (scope) {
            case NONE -> java.util.List.<Target.Place>of();
            case HOST -> places.ofHost(host, cluster, pool);
            case POOL -> places.ofPool(pool, meant);
            case CLUSTER -> places.ofCluster(cluster, null);
            case DATACENTER -> places.ofDatacenter(datacenter);
        };
        var dc = datacenterId(meant);
        SpecChecks.pair(at, to, host, cluster, pool, lookup);
        if (datacenter != null) {
            NamedDatacenter.check(at, datacenter, host, cluster, pool, lookup);
        }
        var all = stores.read(dc);
        var disks = stores.disks(dc);
        stores.checkPolicies();
        var folder = folder(dc);
        return new Target(
                at, entry, scope, found, meant, pool, dc, all, disks, folder, lookup.problem(), lookup.doubts());
    }

    /** The destination's cluster: the one named, or that of the host or pool named. */
    private @Nullable Cluster meant() {
        if (cluster != null) {
            return cluster;
        }
        if (host != null) {
            return at.clusters().byId(host.cluster());
        }
        return pool == null ? null : at.clusters().byId(pool.owner());
    }

    private Scope scope() {
        if (to.host() != null) {
            return Scope.HOST;
        }
        if (to.resourcePool() != null || to.vApp() != null) {
            return Scope.POOL;
        }
        if (to.cluster() != null) {
            return Scope.CLUSTER;
        }
        return to.datacenter() != null ? Scope.DATACENTER : Scope.NONE;
    }

    private @Nullable String datacenterId(@Nullable Cluster meant) {
        if (datacenter != null) {
            return datacenter.ref().id();
        }
        if (host != null && host.datacenter() != null) {
            return host.datacenter();
        }
        if (meant != null && meant.datacenter() != null) {
            return meant.datacenter();
        }
        var owner = pool == null ? null : at.hosts().byId(pool.owner());
        if (owner != null && owner.datacenter() != null) {
            return owner.datacenter();
        }
        var only = at.onlyDatacenter();
        return only == null ? null : only.ref().id();
    }

    private @Nullable String folder(@Nullable String dc) {
        if (to.folder() == null) {
            return null;
        }
        Folder found = lookup.one(at, VCenterIndex::folders, "to/folder", to.folder(), f -> within(f, dc));
        if (found == null) {
            return to.folder();
        }
        if (dc != null && found.datacenter() != null && !dc.equals(found.datacenter())) {
            lookup.problem(
                    "VC-FOLDER",
                    "to/folder",
                    "The folder " + Words.quoted(to.folder()) + " belongs to another datacenter than the destination."
                            + " Name a VM folder of the destination's datacenter.");
        }
        if (at.onlyDatacenter() == null && (dc == null || found.datacenter() == null)) {
            lookup.doubt(new Doubt(
                    "VC-FOLDER",
                    found.ref(),
                    at.folders().label(found),
                    "datacenter",
                    "Whether the folder " + Words.quoted(to.folder()) + " is in the destination's datacenter is not"
                            + " known."));
        }
        return Objects.requireNonNullElse(found.path(), to.folder());
    }

    private static @Nullable Boolean within(Folder folder, @Nullable String dc) {
        if (dc == null) {
            return true;
        }
        return folder.datacenter() == null ? null : folder.datacenter().equals(dc);
    }
}
