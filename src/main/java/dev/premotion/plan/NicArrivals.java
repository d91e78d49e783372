package dev.premotion.plan;

import dev.premotion.inventory.Network;
import dev.premotion.inventory.Nic;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
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
 * The adapters of one VM that change their network.
 *
 * @param comes ports by the network that takes them, where that is known
 * @param goes ports that are free afterwards, by network
 * @param adrift adapters of which nobody can tell to which network they come
 */
record NicArrivals(Map<Network, Amount> comes, Map<Network, Amount> goes, List<Adrift> adrift) {

    private static final Amount ONE = Amount.exactly(1);

    /**
     * Adapters that come to some network of a vCenter.
     *
     * @param name what the network is called; absent where nobody can tell
     * @param not the one network of that name which is counted already; absent where none is
     * @param ports between none and all
     */
    record Adrift(
            String vCenter, @Nullable String name, @Nullable Network not, Amount ports) {

        boolean mayBe(Network network) {
            return network.ref().vCenter().equals(vCenter)
                    && !same(not, network)
                    && (name == null || network.name() == null || network.name().equalsIgnoreCase(name));
        }
    }

    static NicArrivals of(Migration migration, Candidate candidate) {
        var arrivals = new NicArrivals(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        var from = Objects.requireNonNull(migration.sourceVCenter());
        var to = Objects.requireNonNull(migration.destinationVCenter());
        var vm = Objects.requireNonNull(migration.vm());
        boolean keeps = keeps(migration, candidate);
        boolean crosses = !from.ref().equals(to.ref());
        for (var target : candidate.nics()) {
            if (target.mapped() || !keeps) {
                arrivals.comes(target, candidate, vm, crosses, to);
                arrivals.goes(target, crosses);
            }
        }
        if (!keeps && !candidate.nicsComplete()) {
            var open = Lacking.of(vm, "nics").get(0);
            arrivals.adrift.add(new Adrift(to.ref().id(), null, null, new Amount(0, null, open)));
        }
        return arrivals;
    }

    /** Inside its cluster a VM keeps the networks that the plan does not map, known or not. */
    static boolean keeps(Migration migration, Candidate candidate) {
        var vm = Objects.requireNonNull(migration.vm());
        var source = migration.sourceCluster();
        return source != null
                && candidate.cluster() != null
                && source.ref().equals(candidate.cluster().ref())
                && candidate.doubts().stream()
                        .noneMatch(doubt -> doubt.thing().equals(vm.ref())
                                && doubt.property().startsWith("nics"));
    }

    private void comes(NicTarget target, Candidate candidate, Vm vm, boolean crosses, VCenter to) {
        var network = target.target();
        if (network != null && mayBeDistributed(network) && !same(target.source(), network)) {
            var keeps = target.source() == null && !crosses
                    ? Lacking.ofDevice(target.nic(), vm, "network").stream().findFirst()
                    : null;
            var ports = keeps == null ? ONE : ONE.perhaps(keeps.orElse(null));
            comes.merge(network, sure(network) ? ports : ports.perhaps(type(network)), Amount::plus);
        }
        if (network == null || !candidate.doubts().isEmpty()) { // then another of that name may be meant
            var name = target.targetName();
            adrift.add(new Adrift(to.ref().id(), name, network, ONE.perhaps(lacking(target.nic(), vm, name, to))));
        }
    }

    private void goes(NicTarget target, boolean crosses) {
        var source = target.source();
        if (source == null || !mayBeDistributed(source) || same(target.target(), source)) {
            return;
        }
        boolean leaves = crosses || target.target() != null;
        goes.merge(source, leaves && sure(source) ? ONE : ONE.perhaps(type(source)), Amount::plus);
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

    /** What would tell to which network an adapter comes. */
    private static @Nullable Lacking lacking(Nic nic, Vm vm, @Nullable String name, VCenter to) {
        var open = name == null ? Lacking.ofDevice(nic, vm, "network") : Lacking.of(to, "networks");
        return open.stream().findFirst().orElse(null);
    }

    private static boolean same(@Nullable Network one, Network other) {
        return one != null && one.ref().equals(other.ref());
    }
}
