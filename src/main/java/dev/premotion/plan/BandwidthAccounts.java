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
import java.util.function.Function;
import java.util.stream.Stream;
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
            var mbps = change.at.apply(network);
            if (change.goes && !mbps.equals(Amount.NONE)) {
                account.goes(mbps, change.by);
            } else if (!mbps.equals(Amount.NONE)) {
                account.comes(mbps, change.by);
            }
        }
    }

    /** @param at what of it counts in the pool of a network */
    private record Change(Function<Network, Amount> at, boolean goes, Booking by) {}

    /**
     * Every network at which adapters reserve, once they have come; those that reserve nothing ask nothing. A VM that does not
     * run reserves nothing.
     */
    List<BandwidthLoad> loads(Migration migration, Candidate candidate, When when) {
        var loads = new ArrayList<BandwidthLoad>();
        if (!Needs.powers(candidate).contains(Power.LIVE)) {
            return loads;
        }
        var vm = Objects.requireNonNull(migration.vm());
        var nics = NicArrivals.of(migration, candidate);
        var own = comes(nics, vm);
        own.forEach((network, mbps) -> {
            if ("standard".equals(network.type())) {
                return;
            }
            var all = mbps.most() == null ? new Tally() : account(network).at(when); // it is open anyway
            own.forEach((other, more) -> all.add(at(other, network, more)));
            adrift(nics, vm).forEach(one -> all.add(at(one, network)));
            loads.add(new BandwidthLoad(network, vm, all.sum(), all.lacking()));
        });
        return loads;
    }

    void book(Candidate candidate, Booking by) {
        var migration = by.migration();
        var vm = Objects.requireNonNull(migration.vm());
        var nics = NicArrivals.of(migration, candidate);
        var powers = Needs.powers(candidate);
        if (powers.contains(Power.LIVE)) {
            boolean runs = powers.size() == 1;
            var open = new Lacking(vm.ref(), vm.label(), "powerState");
            comes(nics, vm).forEach((network, mbps) -> {
                var more = runs ? mbps : mbps.perhaps(open);
                add(new Change(there -> at(network, there, more), false, by));
            });
            adrift(nics, vm).forEach(one -> add(new Change(there -> at(one, there), false, by)));
        }
        for (var adapter : nics.adapters()) {
            var source = adapter.nic().source();
            var less = source == null ? Amount.NONE : less(adapter, vm);
            if (source != null && !less.equals(Amount.NONE)) {
                add(new Change(there -> at(source, there, less), true, by));
            }
        }
    }

    private void add(Change change) {
        changes.add(change);
        accounts.values().forEach(pool -> pool.add(change));
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

    /** What a VM reserves anew, by network: nothing where an adapter stays in its pool. */
    private static Map<Network, Amount> comes(NicArrivals nics, Vm vm) {
        var comes = new LinkedHashMap<Network, Amount>();
        for (var adapter : nics.adapters()) {
            var target = adapter.nic().target();
            var mbps = target == null ? Amount.NONE : unlessSame(target, adapter.nic(), vm);
            if (target != null && !mbps.equals(Amount.NONE)) {
                comes.merge(target, adapter.atTarget(mbps), Amount::plus);
            }
        }
        return comes;
    }

    private static List<NicArrivals.Adrift> adrift(NicArrivals nics, Vm vm) {
        return nics.adrift(nic -> reserved(nic.nic(), vm)).stream()
                .filter(one -> !one.amount().equals(Amount.NONE))
                .toList();
    }

    /**
     * What is free after an adapter has gone: for sure only where it surely reserves now, since it is connected and the VM
     * runs, and surely comes to another pool. What does not run reserved nothing.
     */
    private static Amount less(NicArrivals.Adapter adapter, Vm vm) {
        var nic = adapter.nic();
        var target = nic.target();
        var mbps = target == null ? reserved(nic.nic(), vm).perhaps(null) : unlessSame(target, nic, vm);
        if (vm.powerState() != null && vm.powerState() != PowerState.POWERED_ON) {
            return Amount.NONE;
        }
        if (vm.powerState() != null && Boolean.TRUE.equals(nic.nic().connected())) {
            return mbps;
        }
        return mbps.perhaps(Stream.concat(
                        Lacking.of(vm, "powerState").stream(), Lacking.ofDevice(nic.nic(), vm, "connected").stream())
                .findFirst()
                .orElse(null));
    }

    /** What an adapter reserves where its pool is not the one that it leaves. */
    private static Amount unlessSame(Network target, NicTarget nic, Vm vm) {
        var source = nic.source();
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

    /** What of an amount at one network counts in the pool of another. */
    private static Amount at(Network network, Network there, Amount mbps) {
        var same = same(network, there);
        return same == null ? mbps.perhaps(open(network, there)) : same ? mbps : Amount.NONE;
    }

    /** What counts there of an amount of which nobody can tell at which network it is. */
    private static Amount at(NicArrivals.Adrift one, Network there) {
        var where = one.where();
        var counted = where.not();
        boolean more = counted == null || Boolean.FALSE.equals(same(counted, there));
        return more && where.has(there) && where.mayBeOneOf(network -> !Boolean.FALSE.equals(same(network, there)))
                ? one.amount()
                : Amount.NONE;
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
