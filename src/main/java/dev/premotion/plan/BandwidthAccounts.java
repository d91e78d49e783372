package dev.premotion.plan;

import dev.premotion.inventory.Network;
import dev.premotion.inventory.Nic;
import dev.premotion.inventory.PowerState;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.MigrationType.Power;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.plan.Plan.NicTarget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The bandwidth that a plan reserves and frees in network resource pools. Port groups of one switch with the same pool, or
 * with none, draw on one; where the pool of one is not known they may.
 */
final class BandwidthAccounts {

    private final Map<Ref, Pool> accounts = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();

    /** The pool of a network. */
    private record Pool(Network network, Account account) {

        void add(Change change) {
            var mbps = at(change.network, change.vCenter, network, change.mbps);
            if (change.goes && !mbps.equals(Amount.NONE)) {
                account.goes(mbps, change.by);
            } else if (!mbps.equals(Amount.NONE)) {
                account.comes(mbps, change.by);
            }
        }
    }

    /** @param network absent where nobody can tell which of the vCenter it is */
    private record Change(@Nullable Network network, String vCenter, Amount mbps, boolean goes, Booking by) {}

    /** Every network at which adapters reserve, once they have come; those that reserve nothing ask nothing. */
    List<BandwidthLoad> loads(Migration migration, Candidate candidate, When when) {
        var vm = Objects.requireNonNull(migration.vm());
        var own = new LinkedHashMap<Network, Amount>();
        for (var nic : moving(migration, candidate)) {
            var network = nic.target();
            var mbps = more(nic, vm);
            if (network != null && !"standard".equals(network.type()) && !mbps.equals(Amount.NONE)) {
                own.merge(network, mbps, Amount::plus);
            }
        }
        var loads = new ArrayList<BandwidthLoad>();
        own.forEach((network, mbps) -> {
            var all = mbps.most() == null ? new Tally() : account(network).at(when); // it is open anyway
            own.forEach((other, more) ->
                    all.add(at(other, other.ref().vCenter(), network, other.equals(network) ? mbps : more)));
            loads.add(new BandwidthLoad(network, vm, all.sum(), all.lacking()));
        });
        return loads;
    }

    void book(Candidate candidate, Booking by) {
        var migration = by.migration();
        var vm = Objects.requireNonNull(migration.vm());
        var to = Objects.requireNonNull(migration.destinationVCenter()).ref().id();
        boolean runs = Needs.powers(candidate).equals(List.of(Power.LIVE));
        boolean ran = vm.powerState() == PowerState.POWERED_ON;
        for (var nic : moving(migration, candidate)) {
            var comes = more(nic, vm);
            add(new Change(nic.target(), to, runs ? comes : comes.perhaps(null), false, by));
            var goes = nic.source() == null ? Amount.NONE : less(nic, vm);
            add(new Change(nic.source(), vm.ref().vCenter(), ran ? goes : goes.perhaps(null), true, by));
        }
        if (!candidate.nicsComplete() && !NicArrivals.keeps(migration, candidate)) {
            var open = Lacking.of(vm, "nics").get(0);
            add(new Change(null, to, new Amount(0, null, open), false, by));
        }
    }

    private void add(Change change) {
        if (change.mbps.most() == null || change.mbps.most() > 0) {
            changes.add(change);
            accounts.values().forEach(pool -> pool.add(change));
        }
    }

    void forget(Migration migration) {
        changes.removeIf(change -> change.by.of(migration));
        accounts.values().forEach(pool -> pool.account.forget(migration));
    }

    private Account account(Network network) {
        var known = accounts.get(network.ref());
        if (known != null) {
            return known.account;
        }
        var own = new Pool(network, new Account(Map.of()));
        accounts.put(network.ref(), own);
        changes.forEach(own::add);
        return own.account;
    }

    private static List<NicTarget> moving(Migration migration, Candidate candidate) {
        boolean keeps = NicArrivals.keeps(migration, candidate);
        return candidate.nics().stream().filter(nic -> nic.mapped() || !keeps).toList();
    }

    /** What an adapter reserves anew: nothing where it stays in its pool. */
    private static Amount more(NicTarget nic, Vm vm) {
        var target = nic.target();
        return target == null ? reserved(nic.nic(), vm) : unlessSame(nic.source(), target, nic, vm);
    }

    /** What is free after it has gone: for sure only where it surely comes to another pool. */
    private static Amount less(NicTarget nic, Vm vm) {
        var target = nic.target();
        var mbps = reserved(nic.nic(), vm);
        return target == null ? mbps.perhaps(null) : unlessSame(nic.source(), target, nic, vm);
    }

    private static Amount unlessSame(@Nullable Network source, Network target, NicTarget nic, Vm vm) {
        var mbps = reserved(nic.nic(), vm);
        if (source == null) {
            return vm.ref().vCenter().equals(target.ref().vCenter()) ? mbps.perhaps(null) : mbps;
        }
        var same = same(source, target);
        return same == null ? mbps.perhaps(open(source, target)) : same ? Amount.NONE : mbps;
    }

    private static Amount reserved(Nic nic, Vm vm) {
        var mbps = nic.reservationMbps();
        return mbps != null && mbps == 0
                ? Amount.NONE
                : Amount.of(mbps, nic.ref(), Lacking.device(nic, vm), "reservationMbps");
    }

    /** What of an amount at one network, or at some network of a vCenter, counts at another. */
    private static Amount at(@Nullable Network network, String vCenter, Network there, Amount mbps) {
        if (network == null) {
            return there.ref().vCenter().equals(vCenter) ? mbps.perhaps(null) : Amount.NONE;
        }
        var same = same(network, there);
        return same == null ? mbps.perhaps(open(network, there)) : same ? mbps : Amount.NONE;
    }

    /** Whether two networks draw on one pool; absent where that is not known. */
    private static @Nullable Boolean same(Network one, Network other) {
        if (one.ref().equals(other.ref())) {
            return true;
        }
        if (!one.ref().vCenter().equals(other.ref().vCenter())
                || differ(one.distributedSwitch(), other.distributedSwitch())
                || differ(one.networkResourcePool(), other.networkResourcePool())) {
            return false;
        }
        return open(one, other) == null ? Boolean.TRUE : null;
    }

    private static boolean differ(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !one.equals(other);
    }

    private static @Nullable Lacking open(Network one, Network other) {
        var open = new ArrayList<>(Lacking.of(one, "distributedSwitch", "networkResourcePool"));
        open.addAll(Lacking.of(other, "distributedSwitch", "networkResourcePool"));
        return open.isEmpty() ? null : open.get(0);
    }
}
