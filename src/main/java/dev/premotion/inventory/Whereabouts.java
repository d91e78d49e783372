package dev.premotion.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What things of a vCenter can be called by: themselves and what they are in. */
public final class Whereabouts {

    private final VCenter vCenter;
    private final Map<String, Record> byId = new HashMap<>();

    Whereabouts(VCenter vCenter) {
        this.vCenter = vCenter;
        for (var list : Stream.of(
                        vCenter.datacenters(),
                        vCenter.clusters(),
                        vCenter.hosts(),
                        vCenter.resourcePools(),
                        vCenter.folders(),
                        vCenter.datastores(),
                        vCenter.datastoreClusters(),
                        vCenter.networks(),
                        vCenter.distributedSwitches(),
                        vCenter.vms())
                .filter(Objects::nonNull)
                .toList()) {
            list.forEach(thing -> byId.put(Objects.requireNonNull(ref(thing)).id(), thing));
        }
    }

    /** The words that things of a kind can be told apart by. */
    public static List<String> words(String kind) {
        return switch (kind) {
            case Kind.LINK -> List.of();
            case Kind.VCENTER, Kind.DATASTORE_CLUSTER -> List.of("name", "id", "vcenter");
            case Kind.HOST, Kind.VM, Kind.POOL -> List.of("name", "id", "vcenter", "datacenter", "cluster");
            case Kind.DISK, Kind.NIC, Kind.DEVICE -> List.of("name", "id", "vcenter", "datacenter", "cluster", "vm");
            default -> List.of("name", "id", "vcenter", "datacenter");
        };
    }

    /**
     * What a thing goes by.
     *
     * @param vm the VM of a device, else the thing itself
     * @return its names for a word; none where they are not known
     */
    List<String> names(String word, Record thing, Record vm) {
        return switch (word) {
            case "name" ->
                named(
                        text(thing, "name"),
                        text(thing, "label"),
                        thing instanceof VCenter v ? v.ref().id() : null);
            case "id" -> named(Objects.requireNonNull(ref(thing)).id());
            case "vcenter" -> named(vCenter.name(), vCenter.ref().id(), vCenter.site());
            case "vm" -> named(text(vm, "name"), Objects.requireNonNull(ref(vm)).id());
            case "cluster" -> above(Kind.CLUSTER, cluster(vm));
            case "datacenter" -> above(Kind.DATACENTER, datacenter(vm));
            default -> List.of();
        };
    }

    private List<String> above(String kind, @Nullable String id) {
        var thing = id == null ? null : byId.get(id);
        return named(
                thing == null || !kind.equals(Objects.requireNonNull(ref(thing)).kind()) ? null : text(thing, "name"),
                id);
    }

    private @Nullable String cluster(Record thing) {
        if (thing instanceof Vm vm && vm.cluster() == null && vm.host() != null) {
            return byId.get(vm.host()) instanceof Host host ? host.cluster() : null;
        }
        return thing instanceof ResourcePool pool ? pool.owner() : text(thing, "cluster");
    }

    private @Nullable String datacenter(Record thing) {
        var own = text(thing, "datacenter");
        var cluster = cluster(thing);
        return own != null || cluster == null || byId.get(cluster) == null
                ? own
                : text(byId.get(cluster), "datacenter");
    }

    private static @Nullable Ref ref(Record thing) {
        return (Ref) Draft.value(thing, "ref");
    }

    private static @Nullable String text(@Nullable Record thing, String property) {
        return thing != null && Draft.value(thing, property) instanceof String text ? text : null;
    }

    private static List<String> named(@Nullable String... names) {
        var known = new ArrayList<String>();
        for (var name : names) {
            if (name != null) {
                known.add(name);
            }
        }
        return known;
    }
}
