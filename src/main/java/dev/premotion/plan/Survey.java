package dev.premotion.plan;

import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.MigrationType.Reach;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.Doubt;
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

    /** One migration for each VM, in the order of the inventory; one that surely has no other host to go to has a problem. */
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
        var problem = excluded == null && others.isEmpty() ? new Problem(Lookup.ENTRY, "", whyNone(here)) : null;
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

    /** The other hosts of its cluster; one that nobody knows where there may be others; none where there are none for sure. */
    private List<Place> others(Here here) {
        var cluster = here.clusterId();
        var own = here.vm().host();
        var listed = cluster == null
                ? List.<Place>of()
                : places.computeIfAbsent(cluster, id -> places(here.at(), id)).stream()
                        .filter(place ->
                                place.host() != null && !place.host().ref().id().equals(own))
                        .toList();
        if (!listed.isEmpty()) {
            return listed;
        }
        var doubt = cluster == null ? unknownCluster(here) : unknownMembers(here);
        return doubt == null
                ? List.of()
                : List.of(new Place("another host of its cluster", null, here.cluster(), null, List.of(doubt)));
    }

    private static @Nullable Doubt unknownCluster(Here here) {
        var vm = here.vm();
        var host = here.host();
        return host != null && Boolean.TRUE.equals(host.standalone())
                ? null
                : new Doubt(
                        Lookup.ENTRY,
                        vm.ref(),
                        vm.label(),
                        "cluster",
                        "The snapshot does not say in which cluster " + vm.label() + " is, so no host could be tried.");
    }

    private static @Nullable Doubt unknownMembers(Here here) {
        var vCenter = here.at().vCenter();
        return here.at().clusterMembersKnown()
                ? null
                : new Doubt(
                        Lookup.ENTRY,
                        vCenter.ref(),
                        vCenter.label(),
                        "hosts.complete",
                        "The snapshot lists no other host of the cluster " + clusterName(here) + ", and does not say"
                                + " that there is none.");
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
        var made = new CandidateMaker(here, target, List.of(Reach.LOCAL), powers, lookup, landings).make();
        return here.host() == null ? made.stream().map(one -> placed(one, here)).toList() : made;
    }

    /** A VM on an unknown host of a known cluster: one answer for the cluster tells enough, that its host is among the listed. */
    private static Candidate placed(Candidate candidate, Here here) {
        if (here.cluster() == null || candidate.host() == null) {
            return candidate;
        }
        var vm = here.vm();
        var doubts = new ArrayList<Doubt>();
        for (var doubt : candidate.doubts()) {
            if (!doubt.property().equals("host")) {
                doubts.add(doubt);
            } else if (!Boolean.TRUE.equals(vm.onListedHost())) {
                doubts.add(new Doubt(doubt.requirement(), vm.ref(), vm.label(), "onListedHost", doubt.message()));
            }
        }
        return new Candidate(
                candidate.name(),
                candidate.types(),
                List.copyOf(doubts),
                candidate.host(),
                candidate.cluster(),
                candidate.pool(),
                candidate.folder(),
                candidate.home(),
                candidate.disks(),
                candidate.disksComplete(),
                candidate.nics(),
                candidate.nicsComplete());
    }

    private static String clusterName(Here here) {
        return here.cluster() == null
                ? String.valueOf(here.clusterId())
                : here.at().clusters().label(here.cluster());
    }

    private static String whyNone(Here here) {
        var vm = here.vm().label();
        var host = here.host();
        return host == null || here.clusterId() != null
                ? "The cluster " + clusterName(here) + " has no other host that " + vm + " could go to."
                : vm + " runs on " + host.label() + ", which is in no cluster, so no other host is tried.";
    }
}
