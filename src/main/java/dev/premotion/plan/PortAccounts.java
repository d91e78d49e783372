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

/**
 * The ports of distributed port groups that a plan takes and frees: each adapter has one, connected or not. An adapter of
 * which nobody can tell where it is connected afterwards may take one of any port group that it may mean.
 */
final class PortAccounts {

    private final Map<Ref, Ports> accounts = new LinkedHashMap<>();
    private final List<Adrift> adrift = new ArrayList<>();

    private record Ports(Network network, Account account) {}

    private record Adrift(NicArrivals.Adrift nics, Booking by) {}

    List<PortLoad> loads(Migration migration, Candidate candidate, When when) {
        var vm = Objects.requireNonNull(migration.vm());
        var nics = NicArrivals.of(migration, candidate);
        var loads = new ArrayList<PortLoad>();
        nics.comes().forEach((network, ports) -> {
            var all = account(network).at(when);
            all.add(ports);
            nics.adrift().stream().filter(one -> one.mayBe(network)).forEach(one -> all.add(one.ports()));
            loads.add(new PortLoad(network, vm, all.sum(), all.lacking()));
        });
        return loads;
    }

    void book(Candidate candidate, Booking by) {
        var nics = NicArrivals.of(by.migration(), candidate);
        nics.comes().forEach((network, ports) -> account(network).comes(ports, by));
        nics.goes().forEach((network, ports) -> account(network).goes(ports, by));
        for (var one : nics.adrift()) {
            adrift.add(new Adrift(one, by));
            accounts.values().stream()
                    .filter(own -> one.mayBe(own.network))
                    .forEach(own -> own.account.comes(one.ports(), by));
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
        var own = new Account(Map.of());
        accounts.put(network.ref(), new Ports(network, own));
        adrift.stream().filter(one -> one.nics.mayBe(network)).forEach(one -> own.comes(one.nics.ports(), one.by));
        return own;
    }
}
