package dev.premotion.plan;

import dev.premotion.inventory.Network;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.Migration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The ports of distributed port groups that a plan takes and frees: each adapter has one, connected or not. */
final class PortAccounts {

    private final Map<Ref, Account> accounts = new HashMap<>();

    List<PortLoad> loads(Migration migration, Candidate candidate, When when) {
        var vm = Objects.requireNonNull(migration.vm());
        var loads = new ArrayList<PortLoad>();
        arriving(candidate).forEach((network, ports) -> {
            var all = account(network).at(when);
            all.add(Amount.exactly(ports));
            loads.add(new PortLoad(network, vm, all.sum(), all.lacking()));
        });
        return loads;
    }

    /** By network; adapters that keep their port group keep their port. */
    private static Map<Network, Integer> arriving(Candidate candidate) {
        var ports = new LinkedHashMap<Network, Integer>();
        for (var target : candidate.nics()) {
            var network = target.target();
            if (network != null && distributed(network) && !same(target.source(), network)) {
                ports.merge(network, 1, Integer::sum);
            }
        }
        return ports;
    }

    private static boolean distributed(Network network) {
        return "distributed".equals(network.type());
    }

    private static boolean same(@Nullable Network one, Network other) {
        return one != null && one.ref().equals(other.ref());
    }

    void book(Candidate candidate, Booking by) {
        arriving(candidate).forEach((network, ports) -> account(network).comes(Amount.exactly(ports), by));
        for (var target : candidate.nics()) {
            var source = target.source();
            if (source != null && target.target() != null && distributed(source) && !same(source, target.target())) {
                account(source).goes(Amount.exactly(1), by);
            }
        }
    }

    void forget(Migration migration) {
        accounts.values().forEach(account -> account.forget(migration));
    }

    private Account account(Network network) {
        return accounts.computeIfAbsent(network.ref(), ref -> new Account(Map.of()));
    }
}
