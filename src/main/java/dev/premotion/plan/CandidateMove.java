package dev.premotion.plan;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.Migration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A VM's move to one of its candidates.
 *
 * @param to the vCenter it is in afterwards; absent where that is unknown
 */
record CandidateMove(
        Migration migration,
        Candidate candidate,
        Vm vm,
        @Nullable VCenter to) {

    /** Of a migration without a problem: one that has a VM. */
    static CandidateMove of(Migration migration, Candidate candidate) {
        var to = migration.destinationVCenter() != null ? migration.destinationVCenter() : migration.sourceVCenter();
        var vm = Objects.requireNonNull(migration.vm(), "a migration with a problem has no subjects");
        return new CandidateMove(migration, candidate, vm, to);
    }

    /** The vCenter it comes from, or another where that is unknown. */
    VCenter fromOr(VCenter otherwise) {
        return migration.sourceVCenter() != null ? migration.sourceVCenter() : otherwise;
    }

    /** The cluster that the VM stays in; absent where it leaves it, or where that is unknown. */
    @Nullable
    Cluster own() {
        var cluster = migration.sourceCluster();
        return cluster != null
                        && candidate.cluster() != null
                        && candidate.cluster().ref().equals(cluster.ref())
                ? cluster
                : null;
    }

    /** Whether the VM comes to a cluster from outside; absent where unknown. */
    @Nullable
    Boolean comesFromElsewhere(Cluster cluster) {
        if (!vm.ref().vCenter().equals(cluster.ref().vCenter())) {
            return true;
        }
        var own = migration.sourceCluster() != null
                ? migration.sourceCluster().ref().id()
                : vm.cluster();
        return own == null ? null : !own.equals(cluster.ref().id());
    }

    /** The cluster of the candidate's host: the candidate's, or the one that the host says it is in. */
    @Nullable
    Cluster cluster(Host host, VCenter vCenter) {
        return candidate.cluster() != null ? candidate.cluster() : vCenter.cluster(host.cluster());
    }
}
