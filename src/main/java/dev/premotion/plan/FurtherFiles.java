package dev.premotion.plan;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.DiskParent;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.DiskTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The datastores on which a VM leaves files besides its disks and home: what its disks build on, and its folder for
 * snapshots.
 *
 * @param from the vCenter that the VM is in
 * @param to the vCenter of the host
 * @param own the cluster that the VM stays in; absent where it leaves it, or where that is unknown
 */
record FurtherFiles(
        Vm vm,
        Host host,
        VCenter from,
        VCenter to,
        @Nullable Cluster own) {

    List<Subject> of(Candidate candidate) {
        var subjects = new ArrayList<Subject>();
        for (var target : candidate.disks()) {
            if (!target.surelyMoves()) {
                addParents(target, subjects);
            }
        }
        if (!candidate.home().surelyMoves()) {
            addSnapshots(subjects);
        }
        return subjects;
    }

    private void addParents(DiskTarget target, List<Subject> subjects) {
        var disk = Objects.requireNonNull(target.disk(), "only the home is no disk");
        for (var parent :
                disk.parents() == null ? List.<DiskParent>of() : disk.parents().items()) {
            if (parent.datastore() != null && !parent.datastore().equals(disk.datastore())) {
                subjects.add(at(FurtherDatastore.PARENTS, from.datastore(parent.datastore())));
            }
        }
        var unknown = SharedFiles.unknown(disk, vm);
        if (unknown != null) {
            subjects.add(new FurtherDatastore(FurtherDatastore.PARENTS, null, host, to, unknown, own));
        }
    }

    private FurtherDatastore at(String files, @Nullable Datastore datastore) {
        var lacking = datastore != null
                ? null
                : Lacking.of(from, "datastores").stream()
                        .findFirst()
                        .orElseGet(() -> new Lacking(from.ref(), from.label(), "datastores.complete"));
        return new FurtherDatastore(files, datastore, host, to, lacking, own);
    }

    /** The folder's datastore, where another than the home's is named; one that nobody knows where it may be one of several. */
    private void addSnapshots(List<Subject> subjects) {
        var home = Paths.datastore(vm.vmPathName());
        var folder = Paths.datastore(vm.snapshotDirectory());
        if (home == null || folder == null || home.equals(folder)) {
            return;
        }
        var named = named(folder);
        if (named.size() == 1) {
            subjects.add(at(FurtherDatastore.SNAPSHOTS, named.get(0)));
            return;
        }
        which(named)
                .findFirst()
                .map(lacking -> new FurtherDatastore(FurtherDatastore.SNAPSHOTS, null, host, to, lacking, own))
                .ifPresent(subjects::add);
    }

    private List<Datastore> named(String name) {
        return Stream.ofNullable(from.datastores())
                .flatMap(list -> list.stream())
                .filter(one -> name.equals(one.name()))
                .filter(one -> one.datacenter() == null
                        || vm.datacenter() == null
                        || one.datacenter().equals(vm.datacenter()))
                .toList();
    }

    /** What would tell which of those of one name it is; where there is none, what else the vCenter has. */
    private Stream<Lacking> which(List<Datastore> named) {
        return named.isEmpty()
                ? Lacking.of(from, "datastores").stream()
                : Stream.concat(
                        Lacking.of(vm, "datacenter").stream(),
                        named.stream().flatMap(one -> Lacking.of(one, "datacenter").stream()));
    }
}
