package dev.premotion.rules;

import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.Verdict;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.AffinityGroups;
import dev.premotion.plan.GuestClusters;
import dev.premotion.plan.Ledger.Load;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.plan.Subject;
import dev.premotion.plan.VmGroups;
import dev.premotion.reference.Tables;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** VMs that belong together or apart, where the plan leaves them: these are judged last, since they hang on all verdicts. */
final class Gatherings {

    private Gatherings() {}

    /**
     * A group to judge.
     *
     * @param movers the migrations of its VMs, which are told
     */
    record Gathering(Load load, List<Migration> movers) {}

    /** Rules of DRS that want VMs together or apart; what is blocked stays where it is. */
    static List<Gathering> byRule(Inventory inventory, Collection<Judged> settled) {
        var moves = new HashMap<Ref, AffinityGroups.Move>();
        var movers = new HashMap<Ref, Migration>();
        for (var judged : settled) {
            var vm = judged.migration().vm();
            var destination = judged.destination();
            if (vm != null && destination != null && judged.verdict() != Verdict.BLOCKED) {
                moves.put(
                        vm.ref(),
                        new AffinityGroups.Move(
                                destination.host(), judged.verdict().approved()));
                movers.put(vm.ref(), judged.migration());
            }
        }
        return AffinityGroups.of(inventory, moves).stream()
                .map(moved -> gathering(moved.group(), moved.vms(), movers))
                .toList();
    }

    /** VMs that share a disk, a file or a vApp, and among them the nodes of clusters of guests. */
    static List<Gathering> bySharing(Inventory inventory, Tables tables, Collection<Judged> settled) {
        var goings = new HashMap<Ref, VmGroups.Going>();
        var movers = new HashMap<Ref, Migration>();
        for (var judged : settled) {
            var vm = judged.migration().vm();
            var destination = judged.destination();
            if (vm != null && destination != null) {
                var to = judged.verdict() == Verdict.BLOCKED ? null : destination;
                boolean approved = judged.verdict().approved();
                if (to != null || !goings.containsKey(vm.ref())) { // another entry may move it
                    goings.put(vm.ref(), new VmGroups.Going(to, vCenter(judged.migration()), approved));
                    movers.put(vm.ref(), judged.migration());
                }
            }
        }
        var groups =
                VmGroups.of(inventory, goings).stream().map(moved -> gathering(moved.group(), moved.vms(), movers));
        var clusters = GuestClusters.of(inventory, goings, tables).stream()
                .map(moved -> gathering(moved.cluster(), moved.vms(), movers));
        return Stream.concat(groups, clusters).toList();
    }

    private static Gathering gathering(Subject group, Collection<Ref> vms, Map<Ref, Migration> movers) {
        var told = vms.stream().map(vm -> Objects.requireNonNull(movers.get(vm)));
        return new Gathering(new Load(group.key(), group), told.toList());
    }

    private static String vCenter(Migration migration) {
        var to = migration.destinationVCenter() == null ? migration.sourceVCenter() : migration.destinationVCenter();
        return to == null ? "" : to.label();
    }
}
