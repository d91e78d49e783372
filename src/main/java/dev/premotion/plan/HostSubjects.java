package dev.premotion.plan;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Links;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.reference.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The subjects of the hosts that a VM leaves and comes to. */
final class HostSubjects {

    private final Inventory inventory;
    private final Tables tables;
    private final Map<Ref, List<Host>> members = new HashMap<>();
    private final LikeHosts likeHosts = new LikeHosts();

    HostSubjects(Inventory inventory, Tables tables) {
        this.inventory = inventory;
        this.tables = tables;
    }

    List<Subject> of(CandidateMove move) {
        var sources = sources(move.migration());
        var subjects = new ArrayList<Subject>();
        addSources(move.migration(), sources, subjects);
        var host = move.candidate().host();
        if (host != null && move.to() != null) {
            var cluster = move.cluster(host, move.to());
            subjects.add(new InvolvedHost(host, cluster, move.to(), tables));
            subjects.add(new DestinationHost(host, cluster, move.to(), tables));
            addArrivals(move, sources, host, move.to(), cluster, subjects);
            addPairs(move, sources, host, move.to(), subjects);
        }
        return subjects;
    }

    private void addSources(Migration migration, List<Host> sources, List<Subject> subjects) {
        var vCenter = migration.sourceVCenter();
        if (vCenter == null) {
            return;
        }
        for (var one : sources) {
            subjects.add(new InvolvedHost(one, migration.sourceCluster(), vCenter, tables));
            subjects.add(new SourceHost(one, migration.sourceCluster(), vCenter, tables));
        }
    }

    private void addArrivals(
            CandidateMove move,
            List<Host> sources,
            Host host,
            VCenter vCenter,
            @Nullable Cluster cluster,
            List<Subject> subjects) {
        var vm = move.vm();
        var source = move.migration().source();
        var like = likeHosts.of(host, move.migration());
        subjects.add(new VmArrival(vm, source, sources, host, cluster, tables));
        subjects.add(new HardwareArrival(vm, like));
        subjects.add(new SwapMove(vm, source, move.migration().sourceCluster(), like, cluster));
        if (!"notConfigured".equals(vm.faultToleranceState())) {
            subjects.add(
                    new FtArrival(vm, source, host, vCenter, move.candidate().pool(), tables));
        }
        if (cluster != null && !Boolean.TRUE.equals(move.comesFromElsewhere(cluster))) {
            subjects.addAll(HostRules.of(vm, host, cluster));
        }
    }

    private void addPairs(CandidateMove move, List<Host> sources, Host host, VCenter vCenter, List<Subject> subjects) {
        var from = move.migration().sourceVCenter();
        var link = Links.known(inventory, from, vCenter);
        for (var one : sources) {
            if (!one.ref().equals(host.ref())) {
                subjects.add(new HostPair(one, Objects.requireNonNull(from), host, vCenter, link, tables));
            }
        }
    }

    /** The hosts that the VM may be on: its own, or those of its cluster where somebody confirmed that it is on one of them. */
    private List<Host> sources(Migration migration) {
        var source = migration.source();
        var vCenter = migration.sourceVCenter();
        var cluster = migration.sourceCluster();
        if (source != null || vCenter == null) {
            return source == null ? List.of() : List.of(source);
        }
        var vm = Objects.requireNonNull(migration.vm());
        var hosts = vCenter.hosts();
        return !mayBeOnAny(migration, vm) || cluster == null || hosts == null
                ? List.of()
                : members.computeIfAbsent(
                        cluster.ref(),
                        ref -> hosts.stream()
                                .filter(host -> ref.id().equals(host.cluster()))
                                .toList());
    }

    /** In a survey this is asked, and what would follow from a yes is looked at beforehand. */
    private static boolean mayBeOnAny(Migration migration, Vm vm) {
        return Boolean.TRUE.equals(vm.onListedHost())
                || migration.candidates().stream()
                        .flatMap(candidate -> candidate.doubts().stream())
                        .anyMatch(doubt -> doubt.property().equals("onListedHost"));
    }
}
