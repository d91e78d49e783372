package dev.premotion.report;

import dev.premotion.plan.MigrationType;
import dev.premotion.plan.MigrationType.Reach;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.report.Result.Consequence;
import java.util.ArrayList;
import java.util.List;

/** What a move changes for good. None of it changes a verdict. */
final class Consequences {

    private Consequences() {}

    static List<Consequence> of(Migration migration) {
        var reaches =
                migration.types().stream().map(MigrationType::reach).distinct().toList();
        if (reaches.isEmpty() || reaches.contains(Reach.LOCAL)) {
            return List.of();
        }
        var all = new ArrayList<Consequence>();
        all.add(new Consequence(
                "The VM gets a new managed object id: backup, replication and monitoring must be told.",
                "It becomes an object of another vCenter."));
        all.add(new Consequence(
                "Its performance statistics stay behind.",
                "They belong to the source vCenter's database (vCenter Server and Host Management 6.7, page 131)."));
        all.add(new Consequence(
                "The source vCenter keeps its MAC addresses on a block list and does not give them out again.",
                "So that no other VM gets them while this one uses them (since 6.0)."));
        if (reaches.contains(Reach.ADVANCED)) {
            all.add(new Consequence(
                    "Tags, custom attributes, permissions and alarms may stay behind (not verified).",
                    "They are defined per SSO domain and vCenter."));
        }
        return List.copyOf(all);
    }
}
