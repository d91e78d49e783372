package dev.premotion.report;

import dev.premotion.assessment.Assessment;
import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.Assessment.JudgedCandidate;
import dev.premotion.assessment.Assessment.Reliance;
import dev.premotion.assessment.Finding;
import dev.premotion.assessment.Return;
import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Network;
import dev.premotion.inventory.VCenter;
import dev.premotion.plan.MigrationType;
import dev.premotion.plan.MigrationType.Power;
import dev.premotion.plan.MigrationType.Reach;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.plan.PlanDocument.Initiator;
import dev.premotion.report.Result.Place;
import dev.premotion.report.Result.ReliesOn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Migrations as a result shows them. */
final class MigrationRows {

    private MigrationRows() {}

    static List<Result.Migration> of(Assessment assessment, Map<String, Return> returns) {
        return assessment.migrations().stream()
                .map(judged -> row(judged, returns.get(judged.migration().id())))
                .toList();
    }

    private static Result.Migration row(Judged judged, @Nullable Return back) {
        var migration = judged.migration();
        var vm = migration.vm();
        return new Result.Migration(
                migration.id(),
                migration.name(),
                vm == null ? null : vm.ref().toString(),
                words(migration),
                migration.types().stream().map(MigrationType::toString).toList(),
                from(migration),
                to(judged),
                migration.wave(),
                judged.verdict().toString(),
                migration.excluded(),
                ids(judged.findings()),
                reliesOn(judged.relies()),
                candidates(judged),
                Consequences.of(judged, back));
    }

    /** What the vSphere wizard would call it. */
    static String words(Migration migration) {
        if (migration.types().isEmpty()) {
            return migration.excluded() == null ? "not resolved" : "not for moving";
        }
        var changes = migration.types().stream()
                .map(t -> t.change().wizard())
                .distinct()
                .toList();
        var powers =
                migration.types().stream().map(MigrationType::power).distinct().toList();
        var advanced = migration.types().stream().allMatch(t -> t.reach() == Reach.ADVANCED);
        var route = migration.route();
        var how = route == null || !advanced
                ? ""
                : route.initiator() == Initiator.SOURCE ? ", cross vCenter Server export" : ", import VMs";
        var power = powers.size() > 1
                ? ""
                : powers.get(0) == Power.LIVE ? "" : powers.get(0) == Power.OFF ? ", powered off" : ", suspended";
        return String.join(" or ", changes) + how + power;
    }

    private static @Nullable Place from(Migration migration) {
        var vm = migration.vm();
        if (vm == null) {
            return null;
        }
        var candidate =
                migration.candidates().isEmpty() ? null : migration.candidates().get(0);
        return new Place(
                label(migration.sourceVCenter()),
                null,
                label(migration.sourceCluster()),
                migration.source() == null ? null : migration.source().label(),
                null,
                vm.folder(),
                disks(candidate, true),
                nics(candidate, true));
    }

    private static @Nullable Place to(Judged judged) {
        var destination = judged.destination();
        if (destination == null) {
            return null;
        }
        var migration = judged.migration();
        return new Place(
                label(
                        migration.destinationVCenter() == null
                                ? migration.sourceVCenter()
                                : migration.destinationVCenter()),
                null,
                label(destination.cluster()),
                destination.name(),
                destination.pool() == null ? null : destination.pool().name(),
                destination.folder(),
                disks(destination, false),
                nics(destination, false));
    }

    private static List<Result.Disk> disks(@Nullable Candidate candidate, boolean before) {
        if (candidate == null) {
            return List.of();
        }
        return candidate.disks().stream()
                .filter(target -> target.disk() != null)
                .map(target -> new Result.Disk(
                        java.util.Objects.requireNonNull(target.disk()).shortLabel(),
                        before ? label(target.source()) : first(label(target.target()), target.targetName()),
                        target.disk().capacityBytes()))
                .toList();
    }

    private static List<Result.Nic> nics(@Nullable Candidate candidate, boolean before) {
        if (candidate == null) {
            return List.of();
        }
        return candidate.nics().stream()
                .map(target -> new Result.Nic(
                        target.nic().shortLabel(),
                        before
                                ? first(label(target.source()), target.nic().networkName())
                                : first(label(target.target()), target.targetName())))
                .toList();
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one != null ? one : other;
    }

    private static @Nullable String label(@Nullable VCenter vCenter) {
        return vCenter == null ? null : vCenter.label();
    }

    private static @Nullable String label(@Nullable Cluster cluster) {
        return cluster == null ? null : cluster.name();
    }

    private static @Nullable String label(@Nullable Datastore datastore) {
        return datastore == null ? null : datastore.label();
    }

    private static @Nullable String label(@Nullable Network network) {
        return network == null ? null : network.label();
    }

    static ReliesOn reliesOn(List<Reliance> relies) {
        return new ReliesOn(lifts(relies, "waiver"), lifts(relies, "assumption"), lifts(relies, "fix"));
    }

    private static List<String> lifts(List<Reliance> relies, String what) {
        return relies.stream()
                .filter(r -> r.lift().what().equals(what))
                .flatMap(r -> Stream.of(r.finding().card().id() + " for "
                        + r.finding().subject().name() + ": "
                        + r.lift().permit().because() + " (" + r.lift().permit().approvedBy() + ", until "
                        + r.lift().permit().until() + ")"))
                .distinct()
                .sorted()
                .toList();
    }

    static List<String> ids(List<Finding> findings) {
        return findings.stream().map(Finding::id).distinct().toList();
    }

    /** What all candidates have in common, which stands once; nothing where there is no choice. */
    static Set<String> shared(List<JudgedCandidate> candidates) {
        var shared = new HashSet<String>();
        for (int i = 0; i < candidates.size() && candidates.size() > 1; i++) {
            var own = ids(candidates.get(i).findings());
            if (i == 0) {
                shared.addAll(own);
            } else {
                shared.retainAll(Set.copyOf(own));
            }
        }
        return shared;
    }

    /** Candidates only where there was a choice, each with the findings that not all have. */
    static List<Result.Candidate> candidates(Judged judged) {
        var all = judged.candidates();
        if (all.size() < 2 && !judged.migration().place().isEmpty()) {
            return List.of();
        }
        var rows = new ArrayList<Result.Candidate>();
        var shared = shared(all);
        for (int i = 0; i < all.size(); i++) {
            rows.add(new Result.Candidate(
                    all.get(i).candidate().name(),
                    all.get(i).verdict().toString(),
                    Integer.valueOf(i).equals(judged.chosen()),
                    ids(all.get(i).findings()).stream()
                            .filter(id -> !shared.contains(id))
                            .toList()));
        }
        return List.copyOf(rows);
    }
}
