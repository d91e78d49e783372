package dev.premotion.plan;

import dev.premotion.inventory.Network;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.Migration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The ports of distributed port groups that a plan takes and frees: each adapter has one, connected or not. An adapter of
 * which nobody can tell where it is connected afterwards may take one of any port group that it may mean.
 */
final class PortAccounts {

    private static final Amount ONE = Amount.exactly(1);

    private final Map<Ref, Ports> accounts = new LinkedHashMap<>();
    private final List<Adrift> adrift = new ArrayList<>();

    private record Ports(Network network, Account account) {

        void add(Adrift one) {
            if (one.ports.where().mayBe(network)) {
                account.comes(one.ports.amount(), one.by);
            }
        }
    }

    private record Adrift(NicArrivals.Adrift ports, Booking by) {}

    List<PortLoad> loads(Migration migration, Candidate candidate, When when) {
        var vm = Objects.requireNonNull(migration.vm());
        var nics = NicArrivals.of(migration, candidate);
        var loads = new ArrayList<PortLoad>();
        comes(migration, nics).forEach((network, ports) -> {
            var all = account(network).at(when);
            all.add(ports);
            nics.adrift(nic -> ONE).stream()
                    .filter(one -> one.where().mayBe(network))
                    .forEach(one -> all.add(one.amount()));
            loads.add(new PortLoad(network, vm, all.sum(), all.lacking()));
        });
        return loads;
    }

    void book(Candidate candidate, Booking by) {
        var migration = by.migration();
        var nics = NicArrivals.of(migration, candidate);
        comes(migration, nics).forEach((network, ports) -> account(network).comes(ports, by));
        goes(migration, nics).forEach((network, ports) -> account(network).goes(ports, by));
        for (var ports : nics.adrift(nic -> ONE)) {
            var one = new Adrift(ports, by);
            adrift.add(one);
            accounts.values().forEach(own -> own.add(one));
        }
    }

    void forget(Migration migration) {
        adrift.removeIf(one -> one.by.of(migration));
        accounts.values().forEach(own -> own.account.forget(migration));
    }

    private Account account(Network network) {
        var known = accounts.get(network.ref());
        if (known != null) {
            return known.account;
        }
        var own = new Ports(network, new Account(Map.of()));
        accounts.put(network.ref(), own);
        adrift.forEach(own::add);
        return own.account;
    }

    /** The ports that a VM takes, by network. */
    private static Map<Network, Amount> comes(Migration migration, NicArrivals nics) {
        var vm = Objects.requireNonNull(migration.vm());
        var comes = new LinkedHashMap<Network, Amount>();
        for (var adapter : nics.adapters()) {
            var nic = adapter.nic();
            var network = nic.target();
            if (network != null && mayBeDistributed(network) && !same(nic.source(), network)) {
                var keeps = nic.source() == null && !crosses(migration)
                        ? Lacking.ofDevice(nic.nic(), vm, "network").stream().findFirst()
                        : null;
                var ports = keeps == null ? ONE : ONE.perhaps(keeps.orElse(null));
                var taken = sure(network) ? ports : ports.perhaps(type(network));
                comes.merge(network, adapter.atTarget(taken), Amount::plus);
            }
        }
        return comes;
    }

    /** The ports that are free once it has gone, by network. */
    private static Map<Network, Amount> goes(Migration migration, NicArrivals nics) {
        var goes = new LinkedHashMap<Network, Amount>();
        for (var adapter : nics.adapters()) {
            var nic = adapter.nic();
            var source = nic.source();
            if (source != null && mayBeDistributed(source) && !same(nic.target(), source)) {
                boolean leaves = crosses(migration) || nic.target() != null;
                goes.merge(source, leaves && sure(source) ? ONE : ONE.perhaps(type(source)), Amount::plus);
            }
        }
        return goes;
    }

    private static boolean crosses(Migration migration) {
        var from = Objects.requireNonNull(migration.sourceVCenter());
        var to = Objects.requireNonNull(migration.destinationVCenter());
        return !from.ref().equals(to.ref());
    }

    private static boolean mayBeDistributed(Network network) {
        return network.type() == null || sure(network);
    }

    private static boolean sure(Network network) {
        return "distributed".equals(network.type());
    }

    private static @Nullable Lacking type(Network network) {
        return Lacking.of(network, "type").stream().findFirst().orElse(null);
    }

    private static boolean same(@Nullable Network one, Network other) {
        return one != null && one.ref().equals(other.ref());
    }
}
