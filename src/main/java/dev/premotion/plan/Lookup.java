package dev.premotion.plan;

import dev.premotion.plan.Plan.Doubt;
import dev.premotion.plan.Plan.Problem;
import dev.premotion.plan.PlanDocument.Entry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks names of one entry up and keeps what goes wrong: the first problem, and every doubt.
 *
 * <p>A name that a complete list does not have is a problem, and so is one that it has twice. Where the list is absent or
 * partial, or holds things without a name, neither can be told, nor whether the one thing found is the only one: those are
 * doubts. So taking facts away never makes an entry look better.
 */
final class Lookup {

    static final String ENTRY = "PLAN-ENTRY";

    private final Entry entry;
    private final EstateIndex estate;
    private final Suggestions suggestions;
    private final Set<Doubt> doubts = new LinkedHashSet<>();
    private @Nullable Problem problem;

    Lookup(Entry entry, EstateIndex estate, Suggestions suggestions) {
        this.entry = entry;
        this.estate = estate;
        this.suggestions = suggestions;
    }

    /** For VMs of the entry: with what the entry's own lookup found. */
    Lookup of(@Nullable Problem found, List<Doubt> open) {
        var lookup = new Lookup(entry, estate, suggestions);
        lookup.problem = found;
        lookup.doubts.addAll(open);
        return lookup;
    }

    String maybe(String kind, String written, Supplier<List<String>> names) {
        return suggestions.maybe(kind, written, names);
    }

    @Nullable
    Problem problem() {
        return problem;
    }

    List<Doubt> doubts() {
        return List.copyOf(doubts);
    }

    void problem(String requirement, String key, String message) {
        problem(new Problem(
                requirement, entry.placeOf(key), message, null, requirement.equals(ENTRY) ? correct(key) : null));
    }

    /** What is no name to correct: an entry that says what cannot be, with what to do about it. */
    void mistaken(String key, String message, String remedy) {
        problem(new Problem(ENTRY, entry.placeOf(key), message, null, remedy));
    }

    /** How to mend a name that fits nothing or several things; absent of a VM, which the card tells. */
    private static @Nullable String correct(String key) {
        return switch (key) {
            case "vm" -> null;
            case "select" -> "Correct what selects the VMs, or take the entry out of the plan.";
            default ->
                "Correct the name under " + Words.quoted(key.substring(key.lastIndexOf('/') + 1))
                        + ", or write the id of the one meant.";
        };
    }

    /** What fits nothing, for sure or, with what would tell, as far as the inventory goes. */
    void problem(String key, String message, @Nullable Doubt open) {
        problem(new Problem(ENTRY, entry.placeOf(key), message, open, correct(key)));
    }

    void problem(Problem found) {
        if (problem == null) {
            problem = found;
        }
    }

    void doubt(Doubt doubt) {
        doubts.add(doubt);
    }

    /**
     * The one thing meant; absent, with a problem or a doubt, where there is none or nobody can tell.
     *
     * @param key of the entry, such as {@code to/host}
     * @param fits narrows several of one name: whether a thing is where the rest of the entry points, absent where unknown
     */
    <T extends Record> @Nullable T one(
            VCenterIndex at,
            Function<VCenterIndex, Named<T>> kind,
            String key,
            String written,
            Function<T, @Nullable Boolean> fits) {
        var things = kind.apply(at);
        var found = things.find(written);
        if (found.isEmpty()) {
            none(things, kind, key, written);
            return null;
        }
        var fitting =
                found.stream().filter(t -> !Boolean.FALSE.equals(fits.apply(t))).toList();
        var candidates = fitting.isEmpty() ? found : fitting;
        if (candidates.size() == 1) {
            var thing = candidates.get(0);
            if (!things.complete() && !things.ref(thing).id().equals(written)) {
                doubt(things, "another " + things.kind() + " may be named " + Words.quoted(written) + " too");
            }
            if (found.size() > 1 && fits.apply(thing) == null) { // the others do not fit, but nor may this one
                which(things, written, found.size());
            }
            return thing;
        }
        several(things, key, written, candidates, fits);
        return null;
    }

    private <T extends Record> void none(
            Named<T> things, Function<VCenterIndex, Named<T>> kind, String key, String written) {
        if (!things.complete()) {
            doubt(things, "whether there is one named " + Words.quoted(written) + " is open");
            return;
        }
        var name = things.vCenter().label();
        var elsewhere = entry.to().vcenter() == null ? elsewhere(kind, written) : "";
        problem(
                ENTRY,
                key,
                name + " has no " + things.kind() + " named " + Words.quoted(written) + "."
                        + (elsewhere.isEmpty()
                                ? suggestions.maybe(name + " " + things.kind(), written, things::names)
                                : elsewhere));
    }

    private <T extends Record> String elsewhere(Function<VCenterIndex, Named<T>> kind, String written) {
        return estate.vCenters().stream()
                .filter(v -> !kind.apply(v).find(written).isEmpty())
                .findFirst()
                .map(v -> " It is at " + v.vCenter().label() + ": write \"vcenter: "
                        + v.vCenter().label() + "\" beside it.")
                .orElse("");
    }

    private <T extends Record> void several(
            Named<T> things, String key, String written, List<T> candidates, Function<T, @Nullable Boolean> fits) {
        long sure = candidates.stream()
                .filter(t -> Boolean.TRUE.equals(fits.apply(t)))
                .count();
        if (sure < 2 && candidates.stream().anyMatch(t -> fits.apply(t) == null)) {
            which(things, written, candidates.size());
            return;
        }
        problem(
                ENTRY,
                key,
                Words.quoted(written) + " is the name of " + candidates.size() + " " + things.kinds() + " at "
                        + things.vCenter().label() + ": "
                        + Words.some(candidates.stream().map(things::told).toList())
                        + ". Write the id of the one meant instead of the name.");
    }

    private <T extends Record> void which(Named<T> things, String written, int several) {
        var name = things.vCenter().label();
        var message = "The snapshot of " + name + " does not tell enough of the " + several + " " + things.kinds()
                + " named " + Words.quoted(written) + ", so which is meant is open.";
        doubt(new Doubt(ENTRY, things.vCenter().ref(), name, things.asked(), message));
    }

    private <T extends Record> void doubt(Named<T> things, String open) {
        var name = things.vCenter().label();
        var lists = things.collected()
                ? "The snapshot of " + name + " may not list every " + things.kind() + " with its name"
                : "The snapshot of " + name + " lists no " + things.kinds();
        doubt(new Doubt(ENTRY, things.vCenter().ref(), name, things.asked(), lists + ", so " + open + "."));
    }

    /** The vCenter named; absent, with a problem, where none or several are. */
    @Nullable
    VCenterIndex vCenter(String key, String written) {
        var found = estate.named(written);
        if (found.size() == 1) {
            doubtUnnamed(found.get(0), written);
            return found.get(0);
        }
        var read = new ArrayList<String>();
        estate.vCenters().forEach(v -> read.add(v.vCenter().label()));
        problem(
                ENTRY,
                key,
                found.isEmpty()
                        ? "No snapshot of a vCenter " + Words.quoted(written) + " was given, only of "
                                + Words.some(read) + "."
                        : Words.quoted(written) + " is the name of " + found.size()
                                + " vCenters: write the instance UUID instead, "
                                + Words.or(found.stream()
                                        .map(v -> v.vCenter().ref().id())
                                        .toList())
                                + ".");
        return null;
    }

    /** A vCenter whose name is not known may have the name too. */
    private void doubtUnnamed(VCenterIndex found, String written) {
        if (written.equalsIgnoreCase(found.vCenter().ref().id())) {
            return;
        }
        estate.vCenters().stream()
                .map(VCenterIndex::vCenter)
                .filter(v -> v.name() == null)
                .forEach(v -> doubt(new Doubt(
                        ENTRY,
                        v.ref(),
                        v.label(),
                        "name",
                        "The name of the vCenter " + v.label() + " is not known, so it may be " + Words.quoted(written)
                                + " too.")));
    }
}
