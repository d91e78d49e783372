package dev.premotion.plan;

import dev.premotion.inventory.Network;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.plan.Plan.NicTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The adapters of one VM that may change their network, and where each comes to: to one network for sure, or to some of which
 * nobody can tell.
 *
 * @param adapters those that are listed
 * @param unlisted where others may come to; absent where all are listed
 */
record NicArrivals(List<Adapter> adapters, @Nullable Somewhere unlisted) {

    /**
     * One that is listed.
     *
     * @param elsewhere the networks that it may come to instead of its target; absent where the target is sure
     */
    record Adapter(NicTarget nic, @Nullable Somewhere elsewhere) {

        /** What its target gets of an amount: all of it only where no other network may be meant. */
        Amount atTarget(Amount amount) {
            return elsewhere == null ? amount : amount.perhaps(elsewhere.open);
        }
    }

    /**
     * Networks of a vCenter that an adapter may come to.
     *
     * @param name what the network is called; absent where nobody can tell
     * @param not the one network of that name which is counted already; absent where none is
     * @param open what would tell which it is; absent where nobody knows what to ask
     */
    record Somewhere(
            VCenter vCenter,
            @Nullable String name,
            @Nullable Network not,
            @Nullable Lacking open) {

        boolean mayBe(Network network) {
            return has(network)
                    && (not == null || !not.ref().equals(network.ref()))
                    && (name == null || network.name() == null || network.name().equalsIgnoreCase(name));
        }

        boolean has(Network network) {
            return network.ref().vCenter().equals(vCenter.ref().id());
        }

        /** Whether it may be one of these, or one that is not listed. */
        boolean mayBeOneOf(Predicate<Network> these) {
            var listed = vCenter.networks();
            return listed == null
                    || !listed.complete()
                    || listed.stream().anyMatch(network -> mayBe(network) && these.test(network));
        }
    }

    /** What comes to one of several networks, between nothing and all of it. */
    record Adrift(Somewhere where, Amount amount) {}

    /** @param each how much an adapter brings */
    List<Adrift> adrift(Function<NicTarget, Amount> each) {
        var adrift = new ArrayList<Adrift>();
        for (var adapter : adapters) {
            var where = adapter.elsewhere;
            if (where != null) {
                adrift.add(new Adrift(where, each.apply(adapter.nic).perhaps(where.open)));
            }
        }
        if (unlisted != null) {
            adrift.add(new Adrift(unlisted, new Amount(0, null, unlisted.open)));
        }
        return adrift;
    }

    static NicArrivals of(Migration migration, Candidate candidate) {
        var to = Objects.requireNonNull(migration.destinationVCenter());
        var vm = Objects.requireNonNull(migration.vm());
        boolean keeps = keeps(migration, candidate);
        var adapters = candidate.nics().stream()
                .filter(nic -> nic.mapped() || !keeps)
                .map(nic -> new Adapter(nic, elsewhere(nic, candidate, vm, to)))
                .toList();
        var unlisted = keeps || candidate.nicsComplete()
                ? null
                : new Somewhere(to, null, null, Lacking.of(vm, "nics").get(0));
        return new NicArrivals(adapters, unlisted);
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

    /** Where anything of the entry is in doubt, another network of the name may be meant. */
    private static @Nullable Somewhere elsewhere(NicTarget nic, Candidate candidate, Vm vm, VCenter to) {
        return nic.target() != null && candidate.doubts().isEmpty()
                ? null
                : new Somewhere(to, nic.targetName(), nic.target(), open(nic, candidate, vm, to));
    }

    /** What would tell to which network an adapter comes. */
    private static @Nullable Lacking open(NicTarget nic, Candidate candidate, Vm vm, VCenter to) {
        var of = nic.targetName() == null ? Lacking.ofDevice(nic.nic(), vm, "network") : Lacking.of(to, "networks");
        var doubts = candidate.doubts().stream()
                .map(doubt -> new Lacking(doubt.thing(), doubt.thingName(), doubt.property()));
        return Stream.concat(of.stream(), doubts).findFirst().orElse(null);
    }
}
