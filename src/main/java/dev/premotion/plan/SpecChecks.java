package dev.premotion.plan;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.ResourcePool;
import dev.premotion.plan.MigrationType.Power;
import dev.premotion.plan.Plan.Doubt;
import dev.premotion.plan.PlanDocument.Destination;
import dev.premotion.plan.Target.Scope;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What vSphere asks of a RelocateSpec as such (requirements rows VC-SPEC-*): vCenter answers {@code InvalidArgument} where
 * it does not hold. Where the inventory does not tell, it is a doubt.
 */
final class SpecChecks {

    private final Here here;
    private final Target target;
    private final Lookup lookup;

    SpecChecks(Here here, Target target, Lookup lookup) {
        this.here = here;
        this.target = target;
        this.lookup = lookup;
    }

    /** Host, cluster and pool must be of one compute resource. */
    static void pair(
            VCenterIndex at,
            Destination to,
            @Nullable Host host,
            @Nullable Cluster cluster,
            @Nullable ResourcePool pool,
            Lookup lookup) {
        if (host != null && cluster != null) {
            same(at, host, cluster.ref().id(), "cluster " + to.cluster(), "to/cluster", lookup);
        }
        if (pool != null && host != null) {
            pool(at, pool, lookup, owner -> same(at, host, owner, poolName(at, pool), "to/resourcePool", lookup));
        } else if (pool != null && cluster != null) {
            pool(at, pool, lookup, owner -> {
                if (!owner.equals(cluster.ref().id())) {
                    lookup.problem(
                            "VC-SPEC-HOST-POOL",
                            "to/resourcePool",
                            "The " + poolName(at, pool) + " is not of the cluster " + to.cluster()
                                    + ". Name a pool of that cluster.");
                }
            });
        }
    }

    private static String poolName(VCenterIndex at, ResourcePool pool) {
        return "pool " + Words.quoted(at.pools().label(pool));
    }

    private static void pool(VCenterIndex at, ResourcePool pool, Lookup lookup, Consumer<String> check) {
        if (pool.owner() != null) {
            check.accept(pool.owner());
            return;
        }
        lookup.doubt(new Doubt(
                "VC-SPEC-HOST-POOL",
                pool.ref(),
                at.pools().label(pool),
                "owner",
                "To which cluster or host the " + poolName(at, pool) + " belongs is not known."));
    }

    private static void same(VCenterIndex at, Host host, String owner, String other, String key, Lookup lookup) {
        var compute = TargetReader.computeOf(host);
        if (compute == null) {
            lookup.doubt(new Doubt(
                    "VC-SPEC-HOST-POOL",
                    host.ref(),
                    host.label(),
                    "cluster",
                    "In which cluster " + host.label() + " is, is not known, so whether the " + other
                            + " is of the same is open."));
        } else if (!compute.equals(owner)) {
            var cluster = at.clusters().byId(compute);
            lookup.problem(
                    "VC-SPEC-HOST-POOL",
                    key,
                    "The host " + host.label() + " is "
                            + (cluster == null
                                    ? "not in a cluster"
                                    : "in " + at.clusters().label(cluster))
                            + " and the " + other
                            + " is elsewhere. Name a pair of one compute resource, or the host alone.");
        }
    }

    /** What hangs on the VM and where it is. */
    void check(List<Power> powers) {
        if (here.at() != target.at()) {
            crossing();
        } else if (!target.movesAnything()) {
            lookup.mistaken(
                    "to",
                    "This names no host, cluster, pool, datacenter or datastore, so nothing would move. Name one.",
                    "Name under \"to\" where the VM is to go.");
        } else {
            withinVCenter();
        }
        drs(powers);
    }

    private void crossing() {
        var vCenter = target.at().vCenter().label();
        if (target.scope() == Scope.NONE || target.scope() == Scope.DATACENTER) {
            lookup.problem(
                    "VC-SPEC-SERVICE",
                    "to",
                    "The move to " + vCenter + " names neither a host nor a pool there; storage alone cannot change"
                            + " vCenter. Add \"host\", \"cluster\" or \"resourcePool\".");
        }
        if (!target.namesStore()) {
            lookup.problem(
                    "VC-SPEC-SERVICE",
                    "to",
                    "The move to " + vCenter + " names no datastore there, which vCenter asks for even where the files"
                            + " stay on storage that both share. Add \"datastore\".");
        }
    }

    private void withinVCenter() {
        boolean mayStay = target.scope() == Scope.NONE || here.in(target.cluster());
        boolean hostAlone = target.scope() == Scope.HOST && target.to().cluster() == null && !target.namesPool();
        if (mayStay || (target.namesStore() && !hostAlone) || target.datacenter() == null && noHostNamed()) {
            return;
        }
        var crosses = here.otherDatacenter(target.datacenter());
        if (crosses == null) {
            openDatacenter(target.namesStore() ? "VC-SPEC-XDC-POOL" : "VC-SPEC-XDC-DS");
        } else if (crosses) {
            crossesDatacenter(hostAlone);
        }
    }

    /** A destination that is not known has a doubt of its own. */
    private boolean noHostNamed() {
        return target.places().stream().allMatch(place -> place.host() == null);
    }

    private void crossesDatacenter(boolean hostAlone) {
        if (!target.namesStore()) {
            lookup.problem(
                    "VC-SPEC-XDC-DS",
                    "to",
                    "The move goes to another datacenter and names no datastore there. Add \"datastore\".");
        } else if (hostAlone) {
            lookup.problem(
                    "VC-SPEC-XDC-POOL",
                    "to",
                    "The move goes to another datacenter and names a host but no pool there. Add \"resourcePool\", or"
                            + " \"cluster\" for its root pool.");
        }
    }

    private void openDatacenter(String requirement) {
        var vm = here.vm();
        var host = target.places().get(0).host();
        var cluster = target.cluster();
        Ref thing = vm.ref();
        var name = vm.label();
        if (here.datacenter() != null && cluster != null) {
            thing = cluster.ref();
            name = target.at().clusters().label(cluster);
        } else if (here.datacenter() != null && host != null) {
            thing = host.ref();
            name = host.label();
        }
        lookup.doubt(new Doubt(
                requirement,
                thing,
                name,
                "datacenter",
                "Whether the move of " + vm.label() + " leaves its datacenter is open; then it has to name a datastore"
                        + " and a pool."));
    }

    private void drs(List<Power> powers) {
        var cluster = target.cluster();
        boolean choosesHost = target.scope() == Scope.CLUSTER || target.scope() == Scope.POOL;
        boolean alone = target.scope() == Scope.POOL
                && target.pool() != null
                && target.at().hosts().byId(target.pool().owner()) != null;
        if (!choosesHost || alone || cluster == null || !powers.contains(Power.LIVE)) {
            return;
        }
        if (target.scope() == Scope.CLUSTER && here.in(cluster) || Boolean.TRUE.equals(cluster.drsEnabled())) {
            return;
        }
        var name = target.at().clusters().label(cluster);
        if (cluster.drsEnabled() == null) {
            lookup.doubt(new Doubt(
                    "VC-SPEC-DRS-OFF",
                    cluster.ref(),
                    name,
                    "drsEnabled",
                    "Whether DRS is on in " + name + " is not known; where it is off, the host must be named."));
        } else if (powers.size() == 1) {
            lookup.problem(
                    "VC-SPEC-DRS-OFF",
                    "to",
                    "DRS is off in " + name + ", so vCenter does not choose a host for a running VM. Add \"host\".");
        } else {
            lookup.doubt(new Doubt(
                    "VC-SPEC-DRS-OFF",
                    here.vm().ref(),
                    here.vm().label(),
                    "powerState",
                    "DRS is off in " + name + ": if " + here.vm().label() + " is running, the host must be named."));
        }
    }
}
