package dev.premotion.plan;

import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.ResourcePool;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.Migration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a plan reserves in resource pools. A pool that has not enough left asks the pool above it, as long as its
 * reservation is expandable.
 */
final class PoolAccounts {

    private final Map<Ref, ResourcePool> pools = new HashMap<>();
    private final Map<Ref, List<ResourcePool>> below = new HashMap<>();
    private final Resource memory =
            new Resource(ResourcePool::memoryUnreservedForVmMiB, ResourcePool::memoryExpandable, new HashMap<>());
    private final Resource cpu =
            new Resource(ResourcePool::cpuUnreservedForVmMhz, ResourcePool::cpuExpandable, new HashMap<>());

    /** Memory or CPU. */
    private record Resource(
            Function<ResourcePool, @Nullable Long> unreserved,
            Function<ResourcePool, @Nullable Boolean> expandable,
            Map<Ref, Account> accounts) {

        Account account(ResourcePool pool) {
            return accounts.computeIfAbsent(pool.ref(), ref -> new Account(Map.of()));
        }
    }

    PoolAccounts(Inventory inventory) {
        for (var vCenter : inventory.vCenters()) {
            var listed = vCenter.resourcePools();
            for (var pool : listed == null ? List.<ResourcePool>of() : listed.items()) {
                pools.put(pool.ref(), pool);
                if (pool.parent() != null) {
                    below.computeIfAbsent(ref(pool, pool.parent()), ref -> new ArrayList<>())
                            .add(pool);
                }
            }
        }
    }

    private static Ref ref(ResourcePool beside, String id) {
        return new Ref(beside.ref().kind(), beside.ref().vCenter(), id);
    }

    /** The pools that have to give something, from the VM's own upwards. */
    List<PoolLoad> loads(Migration migration, Candidate candidate, When when) {
        var vm = Objects.requireNonNull(migration.vm());
        var needs = Needs.of(vm, candidate);
        if (needs == null || stays(migration, candidate)) {
            return List.of();
        }
        var unknown = unknown(migration, candidate);
        if (candidate.pool() == null) {
            return List.of(unlisted(vm, unknown));
        }
        var loads = new ArrayList<PoolLoad>();
        var before = above(pools.get(new Ref("pool", vm.ref().vCenter(), String.valueOf(vm.resourcePool()))));
        var at = candidate.pool();
        var memoryNeed = needs.memoryMiB();
        var cpuNeed = needs.cpuMhz();
        while (at != null) {
            if (before.contains(at.ref())) { // it reserves there already, by another pool
                memoryNeed = memoryNeed.perhaps(null);
                cpuNeed = cpuNeed.perhaps(null);
            }
            var from = loads.isEmpty() ? null : loads.get(loads.size() - 1).pool();
            var ofMemory = demand(memory, at, from, when);
            ofMemory.add(memoryNeed);
            var ofCpu = demand(cpu, at, from, when);
            ofCpu.add(cpuNeed);
            var load = new PoolLoad(
                    at,
                    vm,
                    ofMemory.sum(),
                    ofCpu.sum(),
                    borrows(memory, at),
                    borrows(cpu, at),
                    ofMemory.lacking(),
                    ofCpu.lacking(),
                    unknown);
            loads.add(load);
            memoryNeed = over(memory, at, ofMemory, when);
            cpuNeed = over(cpu, at, ofCpu, when);
            var satisfied = nothing(memoryNeed) && nothing(cpuNeed);
            var above = satisfied ? null : parent(at);
            if (!satisfied && above == null && at.parent() != null) { // whoever lends to it is not listed
                loads.add(unlisted(vm, unknown));
            }
            at = above;
        }
        return loads;
    }

    private static PoolLoad unlisted(Vm vm, Lacking unknown) {
        return new PoolLoad(null, vm, Sum.NOTHING, Sum.NOTHING, null, null, List.of(), List.of(), unknown);
    }

    private static boolean nothing(Amount amount) {
        return amount.exact() && amount.least() == 0;
    }

    /** Inside its cluster a VM keeps its pool unless the plan names another; what runs there already is counted already. */
    private static boolean stays(Migration migration, Candidate candidate) {
        var vm = Objects.requireNonNull(migration.vm());
        var pool = candidate.pool();
        if (pool != null) {
            return pool.ref().vCenter().equals(vm.ref().vCenter())
                    && pool.ref().id().equals(vm.resourcePool());
        }
        var source = migration.sourceCluster();
        return source != null
                && candidate.cluster() != null
                && source.ref().equals(candidate.cluster().ref());
    }

    private static Lacking unknown(Migration migration, Candidate candidate) {
        var vCenter = migration.destinationVCenter() == null
                ? Objects.requireNonNull(migration.sourceVCenter())
                : migration.destinationVCenter();
        var listed = vCenter.resourcePools();
        return new Lacking(
                vCenter.ref(),
                vCenter.label(),
                listed == null || listed.complete() ? "resourcePools" : "resourcePools.complete");
    }

    /** What the pool has to give without the branch that is asked about. */
    private Tally demand(Resource of, ResourcePool pool, @Nullable ResourcePool without, When when) {
        var tally = of.account(pool).at(when);
        for (var child : below.getOrDefault(pool.ref(), List.of())) {
            if (child != without && used(of, child)) {
                tally.add(over(of, child, demand(of, child, null, when), when));
            }
        }
        return tally;
    }

    private boolean used(Resource of, ResourcePool pool) {
        return of.accounts.containsKey(pool.ref())
                || below.getOrDefault(pool.ref(), List.of()).stream().anyMatch(child -> used(of, child));
    }

    /** What a pool has to borrow from the one above. */
    private Amount over(Resource of, ResourcePool pool, Tally demand, When when) {
        var expandable = borrows(of, pool);
        var sum = demand.sum();
        if (Boolean.FALSE.equals(expandable) || enough(of, pool, sum, when)) {
            return Amount.NONE;
        }
        var own = own(of, pool);
        var most = sum.most() == null ? null : Long.valueOf(Math.max(0, sum.most() - own.least()));
        var least = own.most() == null || expandable == null ? 0 : Math.max(0, sum.least() - own.most());
        var why = demand.lacking().isEmpty() ? null : demand.lacking().get(0);
        return new Amount(least, most, most != null && most == least ? null : why);
    }

    /**
     * What a pool that may borrow can give without borrowing. What vCenter calls its unreserved resources has those of the
     * pool above in it: reservation + parent.unreserved = reservationUsed + unreserved (vSphere API,
     * ResourcePool.ResourceUsage).
     */
    private Sum own(Resource of, ResourcePool pool) {
        var all = of.unreserved.apply(pool);
        var lent = lent(of, pool);
        if (all == null || lent == null) {
            return new Sum(0, all);
        }
        var own = Math.max(0, all - lent);
        return new Sum(own, own);
    }

    private @Nullable Long lent(Resource of, ResourcePool pool) {
        var above = parent(pool);
        return above == null ? null : of.unreserved.apply(above);
    }

    /** Whether what it can reserve, borrowed or not, is enough, where nobody else may have borrowed the same before. */
    private boolean enough(Resource of, ResourcePool pool, Sum demand, When when) {
        var all = of.unreserved.apply(pool);
        return all != null
                && demand.most() != null
                && demand.most() <= all
                && lent(of, pool) == null
                && of.accounts.entrySet().stream()
                        .filter(other -> mayLendFromSame(pool, pools.get(other.getKey())))
                        .map(other -> other.getValue().at(when).sum().most())
                        .allMatch(most -> most != null && most <= 0);
    }

    /** Whether another pool, which is not below this one, is or may be of the same cluster or host. */
    private boolean mayLendFromSame(ResourcePool pool, @Nullable ResourcePool other) {
        return other == null
                || other.ref().vCenter().equals(pool.ref().vCenter())
                        && (pool.owner() == null
                                || other.owner() == null
                                || pool.owner().equals(other.owner()))
                        && !above(other).contains(pool.ref());
    }

    /** The root pool has nobody to ask; a pool without a parent that is not named as a root may be one or not. */
    private static @Nullable Boolean borrows(Resource of, ResourcePool pool) {
        if (pool.parent() == null) {
            return "Resources".equals(pool.name()) ? Boolean.FALSE : null;
        }
        return of.expandable.apply(pool);
    }

    private @Nullable ResourcePool parent(ResourcePool pool) {
        return pool.parent() == null ? null : pools.get(ref(pool, pool.parent()));
    }

    private Set<Ref> above(@Nullable ResourcePool pool) {
        var all = new HashSet<Ref>();
        for (var at = pool; at != null && all.add(at.ref()); ) {
            at = parent(at);
        }
        return all;
    }

    void book(Candidate candidate, Booking by) {
        var vm = Objects.requireNonNull(by.migration().vm());
        var needs = Needs.of(vm, candidate);
        if (needs == null || stays(by.migration(), candidate)) {
            return;
        }
        if (candidate.pool() != null) {
            memory.account(candidate.pool()).comes(needs.memoryMiB(), by);
            cpu.account(candidate.pool()).comes(needs.cpuMhz(), by);
        }
        var source = pools.get(new Ref("pool", vm.ref().vCenter(), String.valueOf(vm.resourcePool())));
        if (source != null) {
            memory.account(source).goes(needs.memoryMiB(), by);
            cpu.account(source).goes(needs.cpuMhz(), by);
        }
    }

    void forget(Migration migration) {
        memory.accounts.values().forEach(account -> account.forget(migration));
        cpu.accounts.values().forEach(account -> account.forget(migration));
    }
}
