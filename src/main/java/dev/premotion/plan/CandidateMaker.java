package dev.premotion.plan;

import dev.premotion.inventory.ResourcePool;
import dev.premotion.plan.MigrationType.Change;
import dev.premotion.plan.MigrationType.Power;
import dev.premotion.plan.MigrationType.Reach;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.Doubt;
import dev.premotion.plan.Plan.NicTarget;
import dev.premotion.plan.Plan.Problem;
import dev.premotion.plan.StorageMoves.Files;
import dev.premotion.plan.Target.Place;
import dev.premotion.plan.Target.Scope;
import dev.premotion.plan.Target.Store;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the candidates of one VM: every place with every store. */
final class CandidateMaker {

    private final Here here;
    private final Target target;
    private final List<Reach> reaches;
    private final List<Power> powers;
    private final Lookup lookup;
    private final NicMoves nics;
    private final StorageMoves storage;
    private final List<Candidate> candidates = new ArrayList<>();
    private @Nullable String arrived;
    private @Nullable Problem refused;

    CandidateMaker(
            Here here, Target target, List<Reach> reaches, List<Power> powers, Lookup lookup, NicLandings landings) {
        this.here = here;
        this.target = target;
        this.reaches = reaches;
        this.powers = powers;
        this.lookup = lookup;
        this.nics = new NicMoves(here, target, landings);
        this.storage = new StorageMoves(here, target);
    }

    /** The candidates; none where the lookup has a problem, or where the VM is there already. */
    List<Candidate> make() {
        new SpecChecks(here, target, lookup).check(powers);
        nics.checkKeys(lookup);
        storage.checkKeys(lookup);
        if (here.host() == null) {
            lookup.doubt(new Doubt(
                    Lookup.ENTRY,
                    here.vm().ref(),
                    here.vm().label(),
                    "host",
                    "On which host " + here.vm().label() + " is, is not known."));
        }
        if (lookup.problem() != null) {
            return List.of();
        }
        var files = files();
        for (var place : places()) {
            addAll(place, files);
        }
        if (refused != null && candidates.isEmpty() && arrived == null) {
            lookup.problem(refused);
        }
        return arrived == null ? candidates : List.of();
    }

    /** Where the VM is already, as far as the entry says where it is to be; absent where it is not. */
    @Nullable
    String arrived() {
        return arrived;
    }

    private List<Files> files() {
        if (target.stores().isEmpty()) {
            return List.of(storage.files(null));
        }
        return target.stores().stream()
                .map((Store store) -> storage.files(store))
                .toList();
    }

    /** A VM whose cluster or datacenter is the one named stays on its host. */
    private List<Place> places() {
        boolean stays = here.at() == target.at()
                && (target.scope() == Scope.NONE
                        || (target.scope() == Scope.CLUSTER && here.in(target.cluster()))
                        || (target.scope() == Scope.DATACENTER && inDatacenter()));
        if (!stays) {
            doubtOwnPlace();
            return target.places();
        }
        var host = here.host();
        var pool = here.at().pools().byId(here.vm().resourcePool());
        return List.of(new Place(host == null ? "its host" : host.label(), host, here.cluster(), pool, List.of()));
    }

    /** Whether the VM is already where the plan sends it decides what kind of move it is. */
    private void doubtOwnPlace() {
        if (here.at() != target.at()) {
            return;
        }
        var open = target.scope() == Scope.CLUSTER && here.clusterId() == null
                ? "cluster"
                : target.scope() == Scope.DATACENTER && here.datacenter() == null ? "datacenter" : null;
        if (open != null) {
            var vm = here.vm();
            lookup.doubt(new Plan.Doubt(
                    Lookup.ENTRY,
                    vm.ref(),
                    vm.label(),
                    open,
                    "In which " + open + " " + vm.label()
                            + " is now is not known, so nobody can tell whether it stays there."));
        }
    }

    private boolean inDatacenter() {
        return target.datacenter() != null && target.datacenter().equals(here.datacenter());
    }

    private void addAll(Place place, List<Files> files) {
        var own = lookup.of(null, List.of());
        var networks = nics.at(place.host(), own);
        if (own.problem() != null) { // a host whose networks do not fit what the plan writes is no candidate
            refused = refused == null ? own.problem() : refused;
            return;
        }
        var compute = changesCompute(place);
        for (var one : files) {
            var changes = Kinds.changes(compute, one.storage());
            if (changes.isEmpty() && certain(place, one, own)) {
                arrived = "already there: " + place.name()
                        + (one.home().targetName() == null
                                ? ""
                                : ", " + one.home().targetName());
            } else {
                var open = changes.isEmpty() ? EnumSet.allOf(Change.class) : changes;
                candidates.add(candidate(place, one, networks, Kinds.of(open, reaches, powers), own.doubts()));
            }
        }
    }

    /** Whether the entry means just this place: another of the same name would be another move. */
    private boolean certain(Place place, Files files, Lookup own) {
        return lookup.doubts().isEmpty()
                && own.doubts().isEmpty()
                && place.doubts().isEmpty()
                && files.doubts().isEmpty();
    }

    /** Another host, or another pool where one is named; absent where unknown. */
    private @Nullable Boolean changesCompute(Place place) {
        if (here.at() != target.at()) {
            return true;
        }
        if (target.scope() == Scope.NONE) {
            return false;
        }
        var changes = new ArrayList<@Nullable Boolean>();
        changes.add(otherHost(place));
        if (target.namesPool()) {
            changes.add(otherPool(target.pool()));
        }
        return Kinds.any(changes);
    }

    private @Nullable Boolean otherHost(Place place) {
        if (place.host() != null) {
            return here.vm().host() == null
                    ? null
                    : !here.vm().host().equals(place.host().ref().id());
        }
        if (target.scope() == Scope.HOST) { // a name that no listed host has
            return here.host() == null || here.host().name() == null ? null : Boolean.TRUE;
        }
        boolean elsewhere = target.cluster() != null && here.clusterId() != null && !here.in(target.cluster());
        return elsewhere ? Boolean.TRUE : null;
    }

    private @Nullable Boolean otherPool(@Nullable ResourcePool pool) {
        if (pool == null || here.vm().resourcePool() == null) {
            return null;
        }
        return !pool.ref().id().equals(here.vm().resourcePool());
    }

    private Candidate candidate(
            Place place, Files files, List<NicTarget> networks, List<MigrationType> types, List<Doubt> own) {
        return new Candidate(
                place.name(),
                types,
                Stream.of(lookup.doubts(), place.doubts(), files.doubts(), own)
                        .flatMap(List::stream)
                        .distinct()
                        .toList(),
                place.host(),
                place.cluster(),
                pool(place),
                folder(),
                files.home(),
                files.disks(),
                files.complete(),
                networks,
                nics.complete());
    }

    /** Without a pool named, a VM keeps its pool inside its cluster and joins the root pool elsewhere. */
    private @Nullable ResourcePool pool(Place place) {
        boolean same =
                here.at() == target.at() && place.cluster() != null && here.in(place.cluster()) && !target.namesPool();
        return same ? here.at().pools().byId(here.vm().resourcePool()) : place.pool();
    }

    private @Nullable String folder() {
        if (target.folder() != null) {
            return target.folder();
        }
        boolean leaves = here.at() != target.at()
                || (target.scope() != Scope.NONE && Boolean.TRUE.equals(here.otherDatacenter(target.datacenter())));
        return leaves ? target.at().rootFolder(target.datacenter()) : null;
    }
}
