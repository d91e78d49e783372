package dev.premotion.cli;

import dev.premotion.inventory.VCenter;
import dev.premotion.plan.Plan;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.plan.Relocation;
import dev.premotion.read.vsphere.RelocateChecks.Connection;
import dev.premotion.read.vsphere.RelocateChecks.Question;
import java.util.ArrayList;
import java.util.List;

/**
 * What a vCenter is asked about a plan.
 *
 * @param all one question for each candidate of each of its migrations
 * @param notes what it cannot be asked, and why
 */
record CheckQuestions(List<Question> all, List<String> notes) {

    static CheckQuestions of(Plan plan, VCenter vCenter) {
        var all = new ArrayList<Question>();
        var notes = new ArrayList<String>();
        for (var migration : plan.migrations()) {
            var source = migration.sourceVCenter();
            if (migration.problem() != null) {
                notes.add(migration.problem().message());
            } else if (source != null && source.ref().equals(vCenter.ref())) {
                if (migration.excluded() != null) {
                    notes.add(migration.name() + " is not asked about: " + migration.excluded());
                } else {
                    add(migration, all, notes);
                }
            }
        }
        return new CheckQuestions(all, notes);
    }

    private static void add(Migration migration, List<Question> all, List<String> notes) {
        int unasked = 0;
        for (var candidate : migration.candidates()) {
            var relocation = Relocation.of(migration, candidate);
            if (relocation == null) {
                unasked++;
            } else {
                all.add(question(relocation, migration.name() + " to " + candidate.name()));
            }
        }
        if (unasked > 0) {
            notes.add(migration.name() + ": vCenter's own check cannot be asked about "
                    + (unasked == 1 ? "its destination" : unasked + " of its destinations")
                    + "\nMaybe the plan wants another power state than it has, it is a template, or the snapshots leave"
                    + " open where its files and networks go: those of other vCenters are given by --with");
        }
    }

    private static Question question(Relocation relocation, String name) {
        var nics = relocation.connections().stream()
                .map(to -> new Connection(to.nic().key(), to.nic().adapterType(), to.network(), to.switchUuid()))
                .toList();
        return new Question(relocation.asked(), name, relocation.destination().label(), nics);
    }
}
