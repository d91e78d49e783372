package dev.premotion.plan;

import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.MigrationType.Change;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.Doubt;
import dev.premotion.plan.Plan.Migration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * VMs that a plan may bring though no snapshot lists them. Nobody knows what they take, so what is judged after them and
 * comes to the same vCenter, or moves files to a storage that both may see, is in doubt. Of many that wait for the same fact
 * the first tells it.
 */
final class UnlistedArrivals {

    /** So many are told one by one; each of thousands would be told by all that come after it. */
    private static final int TOLD = 20;

    private final Map<Awaited, Arrival> arrivals = new LinkedHashMap<>();

    /** What would tell whether VMs come, and where to. */
    private record Awaited(
            Ref thing, String property, @Nullable Ref to) {}

    /** @param to the vCenter it comes to; absent where that is open */
    private record Arrival(Doubt doubt, @Nullable Ref to) {

        boolean concerns(Migration migration) {
            var there = migration.destinationVCenter();
            return to == null
                    || there == null
                    || to.equals(there.ref())
                    || migration.types().stream().anyMatch(type -> type.change() != Change.COMPUTE);
        }
    }

    /** Notes that from here on the VM of an entry may have come, which no snapshot lists for sure. */
    void mayBe(Migration migration) {
        var problem = migration.problem();
        var open = problem == null ? null : problem.open();
        if (open != null) {
            var to = migration.destinationVCenter();
            mayCome(open, "Whether " + migration.name() + " moves is open", to == null ? null : to.ref());
        }
    }

    /**
     * Notes that from here on VMs of a vCenter may have come which an entry selects and the list does not show.
     *
     * @param to where they come to; absent where the plan names another vCenter
     */
    void mayBeSelected(VCenterIndex from, @Nullable VCenterIndex to) {
        var vCenter = from.vCenter();
        mayCome(
                new Doubt(
                        Lookup.ENTRY, vCenter.ref(), vCenter.label(), from.vms().asked(), ""),
                "The plan selects VMs of " + vCenter.label() + ", whose snapshot may not list them all",
                to == null ? null : to.vCenter().ref());
    }

    private void mayCome(Doubt open, String what, @Nullable Ref to) {
        var message = what + ", so how much room is left is not known.";
        var awaited = new Awaited(open.thing(), open.property(), to);
        if (arrivals.size() < TOLD || arrivals.containsKey(awaited)) {
            arrivals.putIfAbsent(awaited, new Arrival(open.saying(message), to));
        } else {
            furtherMayCome(open, to);
        }
    }

    /** No assumption about one of those told is about these too. */
    private void furtherMayCome(Doubt open, @Nullable Ref to) {
        var at = open.thing().vCenter();
        var vCenter = new Ref(Kind.VCENTER, at, at);
        var message = "Whether further VMs of the plan move is open, so how much room is left is not known.";
        arrivals.putIfAbsent(
                new Awaited(vCenter, "further", to),
                new Arrival(new Doubt(open.requirement(), vCenter, at, "vms", message), to));
    }

    Migration doubted(Migration migration) {
        var doubts = arrivals.values().stream()
                .filter(one -> one.concerns(migration))
                .map(Arrival::doubt)
                .toList();
        if (doubts.isEmpty() || migration.candidates().isEmpty()) {
            return migration;
        }
        var candidates =
                migration.candidates().stream().map(one -> with(one, doubts)).toList();
        return Draft.of(migration).set("candidates", candidates).build();
    }

    private static Candidate with(Candidate candidate, List<Doubt> more) {
        var doubts = new LinkedHashSet<>(candidate.doubts());
        doubts.addAll(more);
        return Draft.of(candidate).set("doubts", List.copyOf(doubts)).build();
    }
}
