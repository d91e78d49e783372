package dev.premotion.report;

import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.Return;
import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.ClusterRule;
import dev.premotion.plan.MigrationType;
import dev.premotion.plan.MigrationType.Reach;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.report.Result.Consequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a move changes for good. None of it changes a verdict. */
final class Consequences {

    private Consequences() {}

    /** @param back whether there is a way back; absent where nobody judged it */
    static List<Consequence> of(Judged judged, @Nullable Return back) {
        var migration = judged.migration();
        var all = new ArrayList<>(ofReach(migration));
        all.addAll(ofRules(judged));
        if (back != null) {
            all.add(wayBack(migration, back));
        }
        return List.copyOf(all);
    }

    private static Consequence wayBack(Migration migration, Return back) {
        var source = migration.source();
        var where = source == null ? "" : " to " + source.label();
        var why = back.because() == null ? "a fact is missing." : back.because();
        return switch (back.verdict()) {
            case APPROVED ->
                new Consequence(
                        "There is a way back" + where + ".",
                        "The same rules approve the return on the estate as it will be then.");
            case APPROVED_WITH_WARNINGS ->
                new Consequence(
                        "There is a way back" + where + ", with warnings.",
                        "The same rules approve the return on the estate as it will be then, and warn.");
            case BLOCKED -> new Consequence("There is no way back" + where + " as things stand.", why);
            default -> new Consequence("Whether there is a way back" + where + " is open.", why);
        };
    }

    /** DRS rules belong to a cluster (vSphere API, ClusterConfigInfoEx.rule). */
    private static List<Consequence> ofRules(Judged judged) {
        var vm = judged.migration().vm();
        var from = judged.migration().sourceCluster();
        var to = judged.destination() == null ? null : judged.destination().cluster();
        if (vm == null
                || from == null
                || from.rules() == null
                || to == null
                || to.ref().equals(from.ref())) {
            return List.of();
        }
        var names = from.rules().stream()
                .filter(rule -> rule.vms() != null
                        && rule.vms().items().contains(vm.ref().id()))
                .map(ClusterRule::name)
                .sorted()
                .toList();
        return names.isEmpty()
                ? List.of()
                : List.of(new Consequence(
                        "It leaves the DRS " + (names.size() == 1 ? "rule " : "rules ") + String.join(", ", names)
                                + " of " + name(from) + ": look whether " + name(to) + " needs the same.",
                        "A rule belongs to its cluster"
                                + (to.ref().vCenter().equals(from.ref().vCenter())
                                        ? "."
                                        : "; whether it goes along to another vCenter is not verified.")));
    }

    private static String name(Cluster cluster) {
        return cluster.name() == null ? cluster.ref().id() : cluster.name();
    }

    private static List<Consequence> ofReach(Migration migration) {
        var reaches =
                migration.types().stream().map(MigrationType::reach).distinct().toList();
        if (reaches.isEmpty() || reaches.contains(Reach.LOCAL)) {
            return List.of();
        }
        var all = new ArrayList<Consequence>();
        all.add(new Consequence(
                "The VM gets a new managed object id: backup, disaster recovery and monitoring have to be set up for it again.",
                "It becomes an object of another vCenter."));
        all.add(new Consequence(
                "Its performance statistics stay behind.",
                "They belong to the source vCenter's database (vCenter Server and Host Management 6.7, page 131)."));
        all.add(new Consequence(
                "The source vCenter keeps its MAC addresses on a block list and does not give them out again.",
                "So that no other VM gets them while this one uses them (since 6.0)."));
        if (reaches.contains(Reach.ADVANCED)) {
            all.add(new Consequence(
                    "Tags, custom attributes, permissions, alarms, and its HA and DRS settings may stay behind (not verified).",
                    "They are defined per SSO domain, vCenter and cluster."));
        }
        return List.copyOf(all);
    }
}
