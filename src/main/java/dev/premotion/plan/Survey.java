package dev.premotion.plan;

import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.MigrationType.Reach;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.plan.Plan.Problem;
import dev.premotion.plan.PlanDocument.Destination;
import dev.premotion.plan.PlanDocument.Entry;
import dev.premotion.plan.PlanDocument.Initiator;
import dev.premotion.plan.PlanDocument.Method;
import dev.premotion.plan.PlanDocument.Permits;
import dev.premotion.plan.PlanDocument.PlannedPower;
import dev.premotion.plan.Target.Place;
import dev.premotion.plan.Target.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one looks at without a plan: could each VM go, as it is, to the other hosts of its cluster? */
public final class Survey {

    private static final Destination ANYWHERE =
            new Destination(null, null, null, null, null, null, null, null, null, null, Map.of(), List.of(), List.of());
    private static final Entry ENTRY = new Entry(
            "",
            Map.of(),
            null,
            null,
            null,
            null,
            ANYWHERE,
            PlannedPower.AS_IS,
            Method.AUTO,
            Initiator.SOURCE,
            false,
            null,
            List.of(),
            List.of());

    private final EstateIndex estate;
    private final MigrationIds ids = new MigrationIds();
    private final NicLandings landings = new NicLandings();
    private final Map<String, List<Place>> places = new HashMap<>();

    private Survey(Inventory inventory) {
        this.estate = EstateIndex.of(inventory);
    }

    /** One migration for each VM, in the order of the inventory; one without other hosts to go to has a problem. */
    public static Plan of(Inventory inventory, Permits permits) {
        var survey = new Survey(inventory);
        var migrations = new ArrayList<Migration>();
        for (var at : survey.estate.vCenters()) {
            survey.places.clear();
            at.vms().all().forEach(vm -> migrations.add(survey.migration(at, vm)));
        }
        return new Plan(
                "survey", true, List.copyOf(migrations), permits.waivers(), permits.assumptions(), permits.fixes());
    }

    private Migration migration(VCenterIndex at, Vm vm) {
        var here = Here.of(at, vm);
        var excluded = Exclusions.of(vm);
        var others = excluded == null ? others(here) : List.<Place>of();
        var problem = excluded == null && others.isEmpty() ? problem(here) : null;
        var candidates = others.isEmpty() ? List.<Candidate>of() : candidates(here, others);
        return new Migration(
                ids.ofVm(null, vm.ref()),
                vm.label(),
                "",
                problem,
                excluded,
                vm,
                Kinds.union(candidates.stream().map(Candidate::types).distinct().toList()),
                at.vCenter(),
                at.vCenter(),
                null,
                here.host(),
                here.cluster(),
                candidates,
                false,
                null,
                List.of(),
                List.of());
    }

    private List<Place> others(Here here) {
        var cluster = here.clusterId();
        if (cluster == null) {
            return List.of();
        }
        var own = here.vm().host();
        return places.computeIfAbsent(cluster, id -> places(here.at(), id)).stream()
                .filter(place ->
                        place.host() != null && !place.host().ref().id().equals(own))
                .toList();
    }

    private static List<Place> places(VCenterIndex at, String cluster) {
        return at.hosts(host -> cluster.equals(host.cluster())).stream()
                .map(host -> new Place(host.label(), host, at.clusters().byId(cluster), null, List.of()))
                .toList();
    }

    private List<Candidate> candidates(Here here, List<Place> others) {
        var at = here.at();
        var target = new Target(
                at,
                ENTRY,
                Scope.HOST,
                others,
                here.cluster(),
                null,
                here.datacenter(),
                List.of(),
                Map.of(),
                null,
                null,
                List.of());
        var powers = Kinds.powers(here.vm(), PlannedPower.AS_IS);
        var lookup = new Lookup(ENTRY, estate, new Suggestions());
        return new CandidateMaker(here, target, List.of(Reach.LOCAL), powers, lookup, landings).make();
    }

    private static @Nullable Problem problem(Here here) {
        return new Problem(Lookup.ENTRY, "", whyNone(here));
    }

    private static String whyNone(Here here) {
        var vm = here.vm().label();
        var host = here.host();
        if (here.clusterId() != null) {
            var cluster = here.cluster() == null
                    ? here.clusterId()
                    : here.at().clusters().label(here.cluster());
            return here.at().clusterMembersKnown()
                    ? "The cluster " + cluster + " has no other host that " + vm + " could go to."
                    : "The snapshot lists no other host of the cluster " + cluster + " that " + vm + " could go to.";
        }
        return host != null && Boolean.TRUE.equals(host.standalone())
                ? vm + " runs on " + host.label() + ", which is in no cluster, so no other host is tried."
                : "The snapshot does not say in which cluster " + vm + " is, so no other host is tried.";
    }
}
