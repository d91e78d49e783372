package dev.premotion.plan;

import dev.premotion.inventory.Disk;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.VmGroups.Going;
import dev.premotion.reference.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The VMs that share disks over a bus, and on which hosts the plan leaves them. */
public final class GuestClusters {

    private final Map<Ref, Going> plan;
    private final Tables tables;

    /** A cluster of guests, and the VMs of it that move. */
    public record Moved(GuestCluster cluster, List<Ref> vms) {}

    private record Node(Here here, Disk disk) {

        Ref ref() {
            return here.vm().ref();
        }

        /** Whether its controller is known to share its bus; else it is listed because the disk is that of others. */
        boolean sure() {
            return SharedBus.shares(disk);
        }
    }

    private GuestClusters(Map<Ref, Going> plan, Tables tables) {
        this.plan = plan;
        this.tables = tables;
    }

    /** Those of which any VM moves; VMs that share several disks over one kind of bus are one, named by the first. */
    public static List<Moved> of(Inventory inventory, Map<Ref, Going> plan, Tables tables) {
        if (plan.values().stream().allMatch(going -> going.to() == null)) {
            return List.of();
        }
        var nodes = new ArrayList<Node>();
        var unsure = new ArrayList<Node>();
        for (var vCenter : inventory.vCenters()) {
            var at = VCenterIndex.of(vCenter);
            for (var vm : at.vms().all()) {
                for (var disk :
                        vm.disks() == null ? List.<Disk>of() : vm.disks().items()) {
                    if (SharedBus.shares(disk)) {
                        nodes.add(new Node(Here.of(at, vm), disk));
                    } else if (disk.sharedBus() == null) {
                        unsure.add(new Node(Here.of(at, vm), disk));
                    }
                }
            }
        }
        if (nodes.isEmpty()) {
            return List.of();
        }
        nodes.addAll(unsure);
        var clusters = new GuestClusters(plan, tables);
        var moved = new ArrayList<Moved>();
        var known = new HashSet<List<Object>>();
        for (var disk : byDisk(nodes, new SharedBus(inventory))) {
            List<Object> members = disk.stream().<Object>map(Node::ref).toList();
            if (disk.size() > 1
                    && disk.get(0).sure()
                    && known.add(List.of(String.valueOf(disk.get(0).disk.sharedBus()), members))) {
                clusters.add(disk, moved);
            }
        }
        return moved;
    }

    /**
     * The nodes of each disk. One is known by its LUN and another by its path, so two are of one disk where a third is the
     * same as both.
     */
    private static Collection<List<Node>> byDisk(List<Node> nodes, SharedBus buses) {
        var first = new int[nodes.size()];
        var byKey = new HashMap<String, List<Integer>>();
        for (int i = 0; i < first.length; i++) {
            first[i] = i;
            for (var key : SharedBus.keys(nodes.get(i).disk)) {
                var alike = byKey.computeIfAbsent(key, none -> new ArrayList<>(1));
                for (int other : alike) {
                    int one = Math.min(first(first, i), first(first, other));
                    int two = Math.max(first(first, i), first(first, other));
                    if (one != two && Boolean.TRUE.equals(buses.same(nodes.get(other).disk, nodes.get(i).disk))) {
                        first[two] = one;
                    }
                }
                alike.add(i);
            }
        }
        var disks = new TreeMap<Integer, List<Node>>();
        for (int i = 0; i < first.length; i++) {
            disks.computeIfAbsent(first(first, i), none -> new ArrayList<>(1)).add(nodes.get(i));
        }
        return disks.values();
    }

    /** The first node of the disk that a node has. */
    private static int first(int[] first, int node) {
        int at = node;
        while (first[at] != at) {
            at = first[at];
        }
        return at;
    }

    private void add(List<Node> nodes, List<Moved> into) {
        var moving = nodes.stream().map(Node::ref).filter(this::moves).toList();
        if (moving.isEmpty()) {
            return;
        }
        var first = nodes.get(0);
        var places = new ArrayList<String>();
        var open = new ArrayList<Lacking>();
        for (var node : nodes) {
            var vm = node.here.vm();
            var host = host(node);
            if (!node.sure()) {
                open.addAll(Lacking.ofDevice(node.disk, vm, "sharedBus"));
            }
            if (host == null) {
                open.add(new Lacking(node.ref(), vm.label(), "host"));
            } else {
                open.addAll(Lacking.of(host, "version"));
                places.add(vm.label() + " on " + host.label() + release(host));
            }
        }
        var cluster = new GuestCluster(
                Lacking.device(first.disk, first.here.vm()),
                first.disk.ref(),
                String.valueOf(first.disk.sharedBus()),
                nodes.stream().map(Node::ref).toList(),
                places,
                alike(nodes, Host::version),
                alike(nodes, Host::ref),
                open);
        into.add(new Moved(cluster, moving));
    }

    private String release(Host host) {
        var release = tables.esxi(host.version(), host.build());
        return host.version() == null ? "" : " (ESXi " + (release == null ? host.version() : release.name()) + ")";
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

    private <T> @Nullable Boolean alike(List<Node> nodes, Function<Host, @Nullable T> property) {
        var surely = known(nodes.stream().filter(Node::sure), property);
        if (new HashSet<>(surely).size() > 1) {
            return false;
        }
        var all = known(nodes.stream(), property);
        return all.size() == nodes.size() && new HashSet<>(all).size() < 2 ? Boolean.TRUE : null;
    }

    private <T> List<T> known(Stream<Node> nodes, Function<Host, @Nullable T> property) {
        return nodes.map(this::host)
                .filter(Objects::nonNull)
                .map(property)
                .filter(Objects::nonNull)
                .toList();
    }
}
