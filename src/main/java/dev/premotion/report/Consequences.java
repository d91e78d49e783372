package dev.premotion.report;

import dev.premotion.assessment.Return;
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
    static List<Consequence> of(Migration migration, @Nullable Return back) {
        var all = new ArrayList<>(ofReach(migration));
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
            case APPROVED, APPROVED_WITH_WARNINGS ->
                new Consequence(
                        "There is a way back" + where + ".",
                        "The same rules approve the return on the estate as it will be then.");
            case BLOCKED -> new Consequence("There is no way back" + where + " as things stand.", why);
            default -> new Consequence("Whether there is a way back" + where + " is open.", why);
        };
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
                    "Tags, custom attributes, permissions and alarms may stay behind (not verified).",
                    "They are defined per SSO domain and vCenter."));
        }
        return List.copyOf(all);
    }
}
