package dev.premotion.plan;

import dev.premotion.inventory.Disk;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.VmGroups.Going;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The VMs that share disks over a bus, and on which hosts the plan leaves them. */
public final class GuestClusters {

    private final Map<Ref, Going> plan;

    /** A cluster of guests, and the VMs of it that move. */
    public record Moved(GuestCluster cluster, List<Ref> vms) {}

    private record Node(Here here, Disk disk) {

        Ref ref() {
            return here.vm().ref();
        }
    }

    private GuestClusters(Map<Ref, Going> plan) {
        this.plan = plan;
    }

    /** Those of which any VM moves; VMs that share several disks are one, named by the first. */
    public static List<Moved> of(Inventory inventory, Map<Ref, Going> plan) {
        if (plan.values().stream().allMatch(going -> going.to() == null)) {
            return List.of();
        }
        var disks = new ArrayList<List<Node>>();
        for (var vCenter : inventory.vCenters()) {
            var at = VCenterIndex.of(vCenter);
            for (var vm : at.vms().all()) {
                shared(vm).forEach(disk -> add(new Node(Here.of(at, vm), disk), disks));
            }
        }
        var clusters = new GuestClusters(plan);
        var moved = new ArrayList<Moved>();
        var known = new HashSet<List<Ref>>();
        for (var nodes : disks) {
            if (nodes.size() > 1 && known.add(nodes.stream().map(Node::ref).toList())) {
                clusters.add(nodes, moved);
            }
        }
        return moved;
    }

    private static List<Disk> shared(Vm vm) {
        return vm.disks() == null
                ? List.of()
                : vm.disks().stream().filter(SharedBus::shares).toList();
    }

    private static void add(Node node, List<List<Node>> disks) {
        for (var nodes : disks) {
            if (Boolean.TRUE.equals(SharedBus.same(nodes.get(0).disk, node.disk))) {
                nodes.add(node);
                return;
            }
        }
        disks.add(new ArrayList<>(List.of(node)));
    }

    private void add(List<Node> nodes, List<Moved> into) {
        var moving = nodes.stream().map(Node::ref).filter(this::moves).toList();
        if (moving.isEmpty()) {
            return;
        }
        var first = nodes.get(0);
        var places = new ArrayList<String>();
        var hosts = new ArrayList<@Nullable Host>();
        var open = new ArrayList<Lacking>();
        for (var node : nodes) {
            var host = host(node);
            hosts.add(host);
            if (host == null) {
                open.add(new Lacking(node.ref(), node.here.vm().label(), "host"));
            } else {
                open.addAll(Lacking.of(host, "version"));
                places.add(node.here.vm().label() + " on " + host.label()
                        + (host.version() == null ? "" : " (ESXi " + host.version() + ")"));
            }
        }
        var cluster = new GuestCluster(
                Lacking.device(first.disk, first.here.vm()),
                first.disk.ref(),
                String.valueOf(first.disk.sharedBus()),
                nodes.stream().map(Node::ref).toList(),
                places,
                alike(hosts, Host::version),
                alike(hosts, Host::ref),
                open);
        into.add(new Moved(cluster, moving));
    }

    private boolean moves(Ref vm) {
        var going = plan.get(vm);
        return going != null && going.to() != null;
    }

    /** Where it is in the end; absent where that is unknown, or where it may move or not. */
    private @Nullable Host host(Node node) {
        var going = plan.get(node.ref());
        var to = going == null ? null : going.to();
        if (going == null || to == null) {
            return node.here.host();
        }
        return going.sure() ? to.host() : null;
    }

    private static <T> @Nullable Boolean alike(List<@Nullable Host> hosts, Function<Host, @Nullable T> property) {
        var known = hosts.stream()
                .filter(Objects::nonNull)
                .map(property)
                .filter(Objects::nonNull)
                .toList();
        if (new HashSet<>(known).size() > 1) {
            return false;
        }
        return known.size() == hosts.size() ? Boolean.TRUE : null;
    }
}
