package dev.premotion.plan;

import dev.premotion.inventory.Inventory;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.reference.Tables;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The estate while a plan runs: what each host and storage has to carry when the next migration starts. Migrations are
 * booked one after the other, in the order of the run. An arrival counts from its start; what leaves counts until its
 * migration is surely complete: that is, for later waves and for what comes after it. What may run or not counts both ways.
 */
public final class Ledger {

    private final RunOrder order;
    private final HostAccounts hosts;
    private final ClusterAccounts clusters;
    private final StorageAccounts storages;
    private final PoolAccounts pools;
    private final PortAccounts ports = new PortAccounts();
    private final BandwidthAccounts bandwidths = new BandwidthAccounts();
    private final Arrivals arrivals;
    private final Leavers leavers;
    private final BusPartners partners;

    /**
     * A thing that would carry more.
     *
     * @param account the same for all that come to it in one wave
     * @param subject with what comes: two candidates of one migration may bring more and less to the same thing
     */
    public record Load(String account, Subject subject) {

        /** By account and identities: a subject has whole VMs and hosts, and of one account there may be thousands. */
        @Override
        public int hashCode() {
            return 31 * account.hashCode() + subject.refs().hashCode();
        }
    }

    public Ledger(Plan plan, Inventory inventory, Tables tables) {
        this.order = RunOrder.of(plan.migrations());
        this.hosts = new HostAccounts(inventory, tables);
        this.clusters = new ClusterAccounts(inventory, tables);
        this.storages = new StorageAccounts(inventory, tables);
        this.pools = new PoolAccounts(inventory);
        this.arrivals = new Arrivals(tables);
        this.leavers = new Leavers(plan, inventory, tables);
        this.partners = new BusPartners(inventory);
    }

    /** The migrations in the order in which they run; those that start together are one step. */
    public List<List<Migration>> steps() {
        return order.steps();
    }

    /** What would have to carry a migration that started now. */
    public List<Load> loads(Migration migration, Candidate candidate) {
        var when = order.when(migration);
        var loads = new ArrayList<Load>();
        var host = hosts.load(migration, candidate, when);
        if (host != null) {
            loads.add(load(host, when));
        }
        var cluster = clusters.load(migration, candidate, when);
        if (cluster != null) {
            loads.add(load(cluster, when));
        }
        storages.loads(migration, candidate, when).forEach(load -> loads.add(load(load, when)));
        pools.loads(migration, candidate, when).forEach(load -> loads.add(load(load, when)));
        ports.loads(migration, candidate, when).forEach(load -> loads.add(load(load, when)));
        bandwidths.loads(migration, candidate, when).forEach(load -> loads.add(load(load, when)));
        arrivals.meet(migration, candidate).forEach(one -> loads.add(new Load(one.key(), one)));
        leavers.meet(migration, candidate, when).forEach(one -> loads.add(new Load(one.key(), one)));
        partners.meet(migration, candidate, when).forEach(one -> loads.add(new Load(one.key(), one)));
        return loads;
    }

    private static Load load(Subject subject, When when) {
        return new Load(subject.kind() + " " + subject.refs().get(0) + " " + when.wave(), subject);
    }

    /**
     * Counts a migration from now on.
     *
     * @param sure whether it is approved; otherwise it may run or not
     * @param open what would tell whether it runs
     */
    public void book(Migration migration, Candidate candidate, boolean sure, @Nullable Lacking open) {
        var booking = new Booking(migration, order.step(migration), RunOrder.wave(migration), sure, open);
        hosts.book(candidate, booking);
        clusters.book(candidate, booking);
        storages.book(candidate, booking);
        pools.book(candidate, booking);
        ports.book(candidate, booking);
        bandwidths.book(candidate, booking);
        arrivals.book(candidate, booking);
        leavers.book(booking);
        partners.book(candidate, booking);
    }

    /** Takes a booking back, of a migration that cannot run since those it starts with cannot. */
    public void forget(Migration migration) {
        hosts.forget(migration);
        clusters.forget(migration);
        storages.forget(migration);
        pools.forget(migration);
        ports.forget(migration);
        bandwidths.forget(migration);
        arrivals.forget(migration);
        leavers.forget(migration);
        partners.forget(migration);
    }
}
