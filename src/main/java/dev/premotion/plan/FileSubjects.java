package dev.premotion.plan;

import dev.premotion.inventory.Host;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.Plan.DiskTarget;
import dev.premotion.reference.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The subjects of a VM's files: its disks and home, and the datastores that they leave, come to or stay on. */
record FileSubjects(Tables tables) {

    List<Subject> of(CandidateMove move) {
        var subjects = new ArrayList<Subject>();
        addDisks(move, subjects);
        var host = move.candidate().host();
        if (host != null && move.to() != null) {
            addDatastores(move, host, move.to(), subjects);
            if (move.candidate().movesStorage()) {
                addFiles(move, host, move.to(), subjects);
                addSources(move, subjects);
            }
        }
        return subjects;
    }

    private void addDisks(CandidateMove move, List<Subject> subjects) {
        var vm = move.vm();
        var candidate = move.candidate();
        if (!candidate.disksComplete()) {
            subjects.add(new DiskMove(vm, null, null, candidate.movesStorage(), null, candidate.host(), tables));
        }
        for (var target : candidate.disks()) {
            var disk = Objects.requireNonNull(target.disk(), "only the home is no disk");
            var plain = Boolean.FALSE.equals(disk.raw()) && disk.rdm() == null && !SharedBus.shares(disk);
            subjects.add(new DiskMove(
                    vm,
                    disk,
                    target.target(),
                    target.moves(),
                    target.format(),
                    plain ? null : candidate.host(),
                    tables));
        }
    }

    private static void addDatastores(CandidateMove move, Host host, VCenter to, List<Subject> subjects) {
        var vm = move.vm();
        var own = move.own();
        var candidate = move.candidate();
        files(move).forEach(file -> addDatastore(file, move, host, to, subjects));
        if (!candidate.disksComplete() && !candidate.home().surelyMoves()) {
            var lacking = Lacking.of(vm, "disks").get(0);
            subjects.add(new StayingDatastore(null, host, to, lacking, own));
        }
        subjects.addAll(new FurtherFiles(vm, host, move.fromOr(to), to, own).of(candidate));
    }

    /** Its home and its disks. */
    private static Stream<DiskTarget> files(CandidateMove move) {
        return Stream.concat(Stream.of(move.candidate().home()), move.candidate().disks().stream());
    }

    private static void addDatastore(
            DiskTarget file, CandidateMove move, Host host, VCenter to, List<Subject> subjects) {
        var target = file.target();
        if (file.mayMove()) {
            subjects.add(new TargetDatastore(target, host, to, target == null ? list(to) : null));
        }
        if (!file.surelyMoves()) {
            var lacking = target == null ? unknown(file, move, to) : null;
            subjects.add(new StayingDatastore(target, host, to, lacking, move.own()));
        }
    }

    /** Inside a vCenter it stays where it is; across, whether the datastore named is where it is hangs on which one that is. */
    private static Lacking unknown(DiskTarget file, CandidateMove move, VCenter to) {
        return move.fromOr(to).ref().equals(to.ref()) ? lacking(file, to, move.vm()) : list(to);
    }

    /** What depends on the files together. */
    private void addFiles(CandidateMove move, Host host, VCenter to, List<Subject> subjects) {
        var candidate = move.candidate();
        subjects.add(new VmFiles(
                move.vm(),
                move.migration().source(),
                host,
                candidate.home(),
                candidate.disks(),
                candidate.disksComplete(),
                to,
                tables));
    }

    private static void addSources(CandidateMove move, List<Subject> subjects) {
        var host = move.migration().source();
        var from = move.migration().sourceVCenter();
        if (host == null || from == null) {
            return;
        }
        files(move)
                .filter(DiskTarget::mayMove)
                .forEach(file -> subjects.add(new SourceDatastore(
                        file.source(), host, from, file.source() == null ? lacking(file, from, move.vm()) : null)));
        if (!move.candidate().disksComplete()) {
            var lacking = Lacking.of(move.vm(), "disks").get(0);
            subjects.add(new SourceDatastore(null, host, from, lacking));
        }
    }

    /** Where files lie that have no known place: the disk or VM does not say, or the vCenter does not list it. */
    private static Lacking lacking(DiskTarget file, VCenter vCenter, Vm vm) {
        var disk = file.disk();
        if (disk != null && disk.datastore() == null) {
            return new Lacking(disk.ref(), Lacking.device(disk, vm), "datastore");
        }
        if (disk == null && vm.homeDatastore() == null) {
            return new Lacking(vm.ref(), vm.label(), "homeDatastore");
        }
        return list(vCenter);
    }

    /** What would tell a datastore that the vCenter does not list. */
    private static Lacking list(VCenter vCenter) {
        return Lacking.of(vCenter, "datastores").stream()
                .findFirst()
                .orElseGet(() -> new Lacking(vCenter.ref(), vCenter.label(), "datastores.complete"));
    }
}
