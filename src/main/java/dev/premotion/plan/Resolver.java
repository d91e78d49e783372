package dev.premotion.plan;

import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.Doubt;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.plan.Plan.Problem;
import dev.premotion.plan.Plan.Route;
import dev.premotion.plan.PlanDocument.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the things that a plan names. Whatever cannot be found for sure becomes a migration with a problem or a doubt,
 * never an error: the rest of the plan is judged all the same.
 */
public final class Resolver {

    private final EstateIndex estate;
    private final Suggestions suggestions = new Suggestions();
    private final NicLandings landings = new NicLandings();
    private final MigrationIds ids = new MigrationIds();
    private final Map<Ref, Mover> moving = new HashMap<>();
    private final Map<Entry, List<Migration>> made = new IdentityHashMap<>();
    private final Map<Entry, List<VCenterIndex>> partial = new IdentityHashMap<>();

    /** @param doubts why the entry may not mean the VM; empty where it surely does */
    private record Mover(Entry entry, List<Doubt> doubts) {}

    private Resolver(Inventory inventory) {
        this.estate = EstateIndex.of(inventory);
    }

    /** The plan's migrations in the order in which it would run: by wave, then as written, but after what they wait for. */
    public static Plan resolve(PlanDocument plan, Inventory inventory) {
        var resolver = new Resolver(inventory);
        plan.entries().forEach(entry -> resolver.made.put(entry, resolver.migrations(entry)));
        return new Plan(
                plan.name(), false, resolver.ordered(plan.entries()), plan.waivers(), plan.assumptions(), plan.fixes());
    }

    private List<Migration> migrations(Entry entry) {
        var lookup = new Lookup(entry, estate, suggestions);
        var targets = new HashMap<String, Target>();
        if (entry.vm() == null) {
            return selected(entry, lookup, targets);
        }
        var found = VmLookup.find(estate, entry.vm(), lookup);
        if (found == null) {
            var written = VmLookup.written(entry.vm());
            return List.of(unresolved(entry, written, Objects.requireNonNull(lookup.problem())));
        }
        var one = new Selected.One(found.at(), found.vm(), true, lookup.doubts());
        MappedNetworks.check(entry, List.of(one), List.of(), lookup);
        return List.of(migration(entry, one, lookup, targets, false));
    }

    private List<Migration> selected(Entry entry, Lookup lookup, Map<String, Target> targets) {
        var selected = Selected.of(entry, estate, lookup);
        partial.put(entry, selected.partial());
        if (lookup.problem() != null) {
            selected.vms().forEach(one -> moving.putIfAbsent(one.vm().ref(), new Mover(entry, one.doubts())));
            return List.of(unresolved(entry, selected.written(), lookup.problem()));
        }
        MappedNetworks.check(entry, selected.vms(), selected.partial(), lookup);
        return selected.vms().stream()
                .map(one -> migration(entry, one, lookup, targets, true))
                .toList();
    }

    private Migration unresolved(Entry entry, String written, Problem problem) {
        return new Migration(
                ids.ofEntry(entry.id(), written + entry.to()),
                written,
                entry.place(),
                problem,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                entry.highPriority(),
                entry.wave(),
                List.of(),
                List.of());
    }

    /** @param whole what the lookup of the entry found, whichever of its VMs it is */
    private Migration migration(
            Entry entry, Selected.One one, Lookup whole, Map<String, Target> targets, boolean several) {
        var at = one.at();
        var vm = one.vm();
        var lookup = whole.of(Exclusions.of(vm) == null ? whole.problem() : null, one.doubts());
        whole.doubts().forEach(lookup::doubt);
        var here = Here.of(at, vm);
        var id = entry.id() == null || several ? ids.ofVm(entry.id(), vm.ref()) : ids.ofEntry(entry.id(), "");
        var excluded = Exclusions.of(vm);
        if (excluded == null) {
            once(entry, one, several ? "select" : "vm", lookup);
        }
        var target = excluded == null && lookup.problem() == null ? target(entry, at, lookup, targets) : null;
        return target == null
                ? made(entry, id, here, lookup.problem(), excluded, null, List.of())
                : resolved(entry, id, here, target, lookup);
    }

    /** A VM is moved once. Where nobody can tell whether an earlier entry means it, both may run. */
    private void once(Entry entry, Selected.One one, String key, Lookup lookup) {
        var name = one.vm().label();
        var earlier = moving.putIfAbsent(one.vm().ref(), new Mover(entry, one.doubts()));
        if (earlier == null) {
            return;
        }
        var place = earlier.entry.place();
        if (earlier.doubts.isEmpty()) {
            lookup.mistaken(
                    key,
                    name + " is moved by the entry at " + place + " already. Leave it out of one of the two.",
                    "Leave the VM out of one of the two entries.");
            return;
        }
        var message = "Whether the entry at " + place + " moves " + name + " already is open.";
        earlier.doubts.forEach(open -> lookup.doubt(open.saying(message)));
        if (one.doubts().isEmpty()) {
            moving.put(one.vm().ref(), new Mover(entry, List.of()));
        }
    }

    /** The entry's destination as the VM's own vCenter knows it, or the one it names; looked up once for each. */
    private @Nullable Target target(Entry entry, VCenterIndex own, Lookup lookup, Map<String, Target> targets) {
        var name = entry.to().vcenter();
        var at = name == null ? own : lookup.vCenter("to/vcenter", name);
        if (at == null) {
            return null;
        }
        var known = targets.get(at.vCenter().ref().id());
        if (known == null) {
            known = TargetReader.read(at, entry, new Lookup(entry, estate, suggestions));
            targets.put(at.vCenter().ref().id(), known);
        }
        if (known.problem() != null) {
            lookup.problem(known.problem());
        }
        known.doubts().forEach(lookup::doubt);
        return known;
    }

    private Migration resolved(Entry entry, String id, Here here, Target target, Lookup lookup) {
        var source = here.at().vCenter();
        var reaches = estate.reaches(source, target.at().vCenter(), entry.method());
        var powers = Kinds.powers(here.vm(), entry.power());
        if (lookup.problem() != null) {
            return made(entry, id, here, lookup.problem(), null, target, List.of());
        }
        var maker = new CandidateMaker(here, target, reaches, powers, lookup, landings);
        var candidates = maker.make();
        var problem = lookup.problem();
        return problem == null
                ? made(entry, id, here, null, maker.arrived(), target, candidates)
                : made(entry, id, here, problem, null, target, List.of());
    }

    private static Migration made(
            Entry entry,
            String id,
            Here here,
            @Nullable Problem problem,
            @Nullable String excluded,
            @Nullable Target target,
            List<Candidate> candidates) {
        var source = here.at().vCenter();
        boolean crosses = target != null && target.at() != here.at();
        return new Migration(
                id,
                here.vm().label(),
                entry.place(),
                problem,
                excluded,
                here.vm(),
                Kinds.union(candidates.stream().map(Candidate::types).distinct().toList()),
                source,
                target == null ? source : target.at().vCenter(),
                crosses ? new Route(entry.method(), entry.initiator()) : null,
                here.host(),
                here.cluster(),
                candidates,
                entry.highPriority(),
                entry.wave(),
                List.of(),
                List.of());
    }

    /** Puts the migrations in order and turns ids of entries into ids of migrations, one list for all VMs of an entry. */
    private List<Migration> ordered(List<Entry> entries) {
        var byId = new HashMap<String, List<String>>();
        for (var entry : entries) {
            if (entry.id() != null) {
                byId.put(entry.id(), made(entry).stream().map(Migration::id).toList());
            }
        }
        var ordered = new ArrayList<Migration>();
        var unlisted = new UnlistedArrivals();
        for (var entry : PlanOrder.of(entries)) {
            var after = ids(entry.after(), byId);
            var together = ids(entry.together(), byId);
            partial.getOrDefault(entry, List.of())
                    .forEach(at -> unlisted.mayBeSelected(at, entry.to().vcenter() == null ? at : null));
            for (var migration : made(entry)) {
                ordered.add(unlisted.doubted(waiting(migration, after, together)));
                unlisted.mayBe(migration);
            }
        }
        return List.copyOf(ordered);
    }

    private List<Migration> made(Entry entry) {
        return made.getOrDefault(entry, List.of());
    }

    private static List<String> ids(List<String> entries, Map<String, List<String>> byId) {
        return entries.stream()
                .flatMap(id -> byId.getOrDefault(id, List.of()).stream())
                .distinct()
                .toList();
    }

    private static Migration waiting(Migration m, List<String> after, List<String> together) {
        return new Migration(
                m.id(),
                m.name(),
                m.place(),
                m.problem(),
                m.excluded(),
                m.vm(),
                m.types(),
                m.sourceVCenter(),
                m.destinationVCenter(),
                m.route(),
                m.source(),
                m.sourceCluster(),
                m.candidates(),
                m.highPriority(),
                m.wave(),
                after,
                together);
    }
}
