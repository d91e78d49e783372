package dev.premotion.plan;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.ClusterRule;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.PowerState;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a plan leaves the VMs of the DRS rules that want them on one host or apart. */
public final class AffinityGroups {

    private static final Set<String> TYPES = Set.of("affinity", "antiAffinity");

    private final Map<Ref, Move> moves;

    /**
     * Where a VM goes.
     *
     * @param host absent where that is not known
     * @param sure whether it surely goes there
     */
    public record Move(@Nullable Host host, boolean sure) {}

    /** A group, and the VMs of it that move. */
    public record Moved(AffinityGroup group, List<Ref> vms) {}

    private AffinityGroups(Map<Ref, Move> moves) {
        this.moves = moves;
    }

    /** @param moves of the VMs that are not blocked */
    public static List<Moved> of(Inventory inventory, Map<Ref, Move> moves) {
        var groups = new AffinityGroups(moves);
        var moved = new ArrayList<Moved>();
        for (var vCenter : inventory.vCenters()) {
            var clusters = vCenter.clusters();
            for (var cluster : clusters == null ? List.<Cluster>of() : clusters.items()) {
                var rules = cluster.rules();
                var own = rules == null
                        ? List.<ClusterRule>of()
                        : rules.stream()
                                .filter(rule -> rule.type() != null && TYPES.contains(rule.type()))
                                .toList();
                if (!own.isEmpty()) {
                    var vms = vms(vCenter);
                    own.forEach(rule -> groups.add(rule, cluster, vCenter, vms, moved));
                }
            }
        }
        return moved;
    }

    private static Map<String, Vm> vms(VCenter vCenter) {
        var byId = new HashMap<String, Vm>();
        var vms = vCenter.vms();
        if (vms != null) {
            vms.forEach(vm -> byId.put(vm.ref().id(), vm));
        }
        return byId;
    }

    private void add(ClusterRule rule, Cluster cluster, VCenter vCenter, Map<String, Vm> vms, List<Moved> into) {
        var members = rule.vms();
        var ids = members == null ? List.<String>of() : members.items();
        var moving = ids.stream()
                .map(vms::get)
                .filter(Objects::nonNull)
                .map(vm -> vm.ref())
                .filter(moves::containsKey)
                .toList();
        if (moving.isEmpty()) {
            return;
        }
        var places = new ArrayList<String>();
        var hosts = new ArrayList<@Nullable String>();
        var lacking = new ArrayList<Lacking>();
        var names = hostNames(vCenter);
        for (var id : ids) {
            var vm = vms.get(id);
            if (vm == null) {
                hosts.add(null);
                lacking.add(new Lacking(vCenter.ref(), vCenter.label(), "vmsConfirmed"));
            } else {
                place(vm, cluster, names, places, hosts, lacking);
            }
        }
        boolean complete = members != null && members.complete();
        if (!complete) {
            lacking.add(new Lacking(cluster.ref(), Lacking.name(cluster), "rules"));
        }
        var kept = kept("affinity".equals(rule.type()), hosts, complete);
        into.add(new Moved(new AffinityGroup(rule, cluster, places, kept, List.copyOf(lacking)), moving));
    }

    private static Map<String, String> hostNames(VCenter vCenter) {
        var names = new HashMap<String, String>();
        var hosts = vCenter.hosts();
        if (hosts != null) {
            hosts.forEach(host -> names.put(host.ref().id(), host.label()));
        }
        return names;
    }

    /** A VM that is off, or leaves the cluster, is bound no more. */
    private void place(
            Vm vm,
            Cluster cluster,
            Map<String, String> names,
            List<String> places,
            List<@Nullable String> hosts,
            List<Lacking> lacking) {
        if (vm.powerState() == PowerState.POWERED_OFF || vm.powerState() == PowerState.SUSPENDED) {
            return;
        }
        var move = moves.get(vm.ref());
        var host = move == null || move.host() == null ? null : move.host();
        boolean stays = host != null
                && cluster.ref().id().equals(host.cluster())
                && cluster.ref().vCenter().equals(host.ref().vCenter());
        if (move != null && move.sure() && host != null && host.cluster() != null && !stays) {
            return;
        }
        var id = move == null
                ? vm.host()
                : move.sure() && host != null && stays ? host.ref().id() : null;
        if (id == null || vm.powerState() == null) {
            hosts.add(null);
            lacking.add(new Lacking(vm.ref(), vm.label(), vm.powerState() == null ? "powerState" : "host"));
        } else {
            hosts.add(id);
            places.add(vm.label() + " on " + names.getOrDefault(id, id));
        }
    }

    private static @Nullable Boolean kept(boolean together, List<@Nullable String> hosts, boolean complete) {
        var known = hosts.stream().filter(Objects::nonNull).toList();
        var different = new HashSet<>(known).size();
        boolean broken = together ? different > 1 : different < known.size();
        if (broken) {
            return false;
        }
        return complete && known.size() == hosts.size() ? Boolean.TRUE : null;
    }
}
