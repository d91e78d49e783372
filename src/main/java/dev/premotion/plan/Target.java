package dev.premotion.plan;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.ResourcePool;
import dev.premotion.plan.Plan.Doubt;
import dev.premotion.plan.Plan.Problem;
import dev.premotion.plan.PlanDocument.Destination;
import dev.premotion.plan.PlanDocument.Entry;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The destination of an entry as one vCenter knows it: the same for all VMs of the entry that go there.
 *
 * @param places where VMs could run, by name; empty where the entry names none, so that they stay on their hosts
 * @param cluster the destination cluster; absent where none is named or known
 * @param pool the pool named; absent where none is, or where it is not known
 * @param datacenter id of the destination's datacenter; absent where unknown, or where VMs stay on their hosts
 * @param stores where homes and disks could go; empty where the entry names none
 * @param disks stores of single disks by device key
 * @param folder path of the folder named
 * @param problem why the entry cannot be carried out, whichever VM it is about
 */
record Target(
        VCenterIndex at,
        Entry entry,
        Scope scope,
        List<Place> places,
        @Nullable Cluster cluster,
        @Nullable ResourcePool pool,
        @Nullable String datacenter,
        List<Store> stores,
        Map<Integer, Store> disks,
        @Nullable String folder,
        @Nullable Problem problem,
        List<Doubt> doubts) {

    /** The narrowest thing that says where VMs are to run. */
    enum Scope {
        NONE,
        HOST,
        POOL,
        CLUSTER,
        DATACENTER
    }

    /** A host where a VM could run; without one, a host that the inventory does not list. */
    record Place(
            String name,
            @Nullable Host host,
            @Nullable Cluster cluster,
            @Nullable ResourcePool pool,
            List<Doubt> doubts) {}

    /** A datastore where files could go; without one, a datastore that the inventory does not list. */
    record Store(String name, @Nullable Datastore datastore, List<Doubt> doubts) {}

    Destination to() {
        return entry.to();
    }

    boolean namesPool() {
        return to().resourcePool() != null || to().vApp() != null;
    }

    boolean namesStore() {
        return !stores.isEmpty();
    }

    /** Whether anything is named that could move. */
    boolean movesAnything() {
        return scope != Scope.NONE || !stores.isEmpty() || !disks.isEmpty();
    }
}
