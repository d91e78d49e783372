package dev.premotion.read.rvtools;

import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Network;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The port groups of a vCenter. A standard port group stands on each host anew; port groups of one name in one datacenter
 * are one network. VMs name a network and its switch, never an id.
 */
final class Networks {

    /** What hosts may disagree about. */
    private static final List<String> SETTINGS = List.of("vlan", "allowPromiscuous", "macChanges", "forgedTransmits");

    private final Map<Key, PortGroup> standard = new LinkedHashMap<>();
    private final Map<Key, Thing<Network>> distributed = new HashMap<>();
    private final Map<String, Thing<Network>> byId = new LinkedHashMap<>();

    /** A row of vPort. */
    void addStandard(String name, Line line, @Nullable String datacenter, @Nullable HostInMaking host, String file) {
        var group = standard.computeIfAbsent(new Key(line.text("Datacenter"), name), PortGroup::new);
        group.datacenter = datacenter;
        var row = new Draft<>(Network.class);
        line.fill(row);
        group.add(row, line, file);
        var onSwitch = line.text("Switch");
        if (onSwitch != null) {
            group.switches.add(onSwitch);
        }
        if (host != null) {
            group.hosts.add(host);
        }
    }

    /** After the last row of vPort: gives standard port groups their ids, and hosts their networks. */
    void finishStandard(Notes notes, @Nullable Sheet sheet) {
        var names = new HashMap<String, Integer>();
        standard.keySet().forEach(key -> names.merge(key.name, 1, Integer::sum));
        standard.forEach((key, group) -> {
            boolean unique = names.getOrDefault(key.name, 0) == 1;
            var id = "pg:" + (unique ? "" : key.where + "/") + key.name;
            var thing = group.thing(id);
            if (!group.differing.isEmpty() && sheet != null) {
                notes.odd(
                        sheet.place(0, sheet.headerRow),
                        "hosts disagree about settings of a port group, which are taken as unknown",
                        key.name + ": " + String.join(", ", group.differing));
            }
            byId.put(id, thing);
            group.hosts.forEach(host -> host.networks.add(thing));
        });
    }

    /** A port group of a distributed switch. */
    Thing<Network> addDistributed(@Nullable String id, String onSwitch, String name) {
        var standIn = byId.containsKey("pg:" + name) ? "pg:" + onSwitch + "/" + name : "pg:" + name;
        var thing = Thing.of(Kind.NETWORK, id == null ? standIn : id, Network.class);
        thing.draft().set("name", name).set("type", "distributed");
        byId.put(thing.id(), thing);
        distributed.put(new Key(onSwitch, name), thing);
        return thing;
    }

    /** Port groups of a distributed switch, in the order read. */
    Stream<Thing<Network>> of(String switchId) {
        return byId.values().stream()
                .filter(thing -> switchId.equals(thing.draft().get("distributedSwitch")));
    }

    /** The network that an adapter names; absent where none or several bear the name. */
    @Nullable
    String find(@Nullable String datacenter, @Nullable String onSwitch, String name) {
        if (onSwitch != null) {
            var there = distributed.get(new Key(onSwitch, name));
            if (there != null) {
                return there.id();
            }
        }
        var group = standard.getOrDefault(new Key(datacenter, name), standard.get(new Key(null, name)));
        if (group != null && group.thing != null && (onSwitch == null || group.switches.contains(onSwitch))) {
            return onSwitch == null && namedDistributed(name) > 0 ? null : group.thing.id();
        }
        return onSwitch == null && namedDistributed(name) == 1
                ? distributed.entrySet().stream()
                        .filter(entry -> entry.getKey().name.equals(name))
                        .findFirst()
                        .map(entry -> entry.getValue().id())
                        .orElse(null)
                : null;
    }

    private long namedDistributed(String name) {
        return distributed.keySet().stream()
                .filter(key -> key.name.equals(name))
                .count();
    }

    Iterable<Thing<Network>> all() {
        return byId.values();
    }

    boolean isEmpty() {
        return byId.isEmpty();
    }

    /** A name and where it counts: in a datacenter, or on a distributed switch. */
    private record Key(@Nullable String where, String name) {}

    /** A standard port group in the making. */
    private static final class PortGroup {

        private final Key key;
        private final Set<String> switches = new HashSet<>();
        private final Set<HostInMaking> hosts = new LinkedHashSet<>();
        private final List<String> differing = new ArrayList<>();
        private @Nullable Draft<Network> draft;
        private @Nullable RowOrigin origin;
        private @Nullable Thing<Network> thing;
        private @Nullable String datacenter;

        private PortGroup(Key key) {
            this.key = key;
        }

        private void add(Draft<Network> row, Line line, String file) {
            if (draft == null) {
                draft = row;
                origin = line.origin(file);
                return;
            }
            for (var setting : SETTINGS) {
                var here = row.get(setting);
                var there = draft.get(setting);
                if (here != null && there != null && !here.equals(there) && !differing.contains(setting)) {
                    differing.add(setting);
                }
            }
        }

        private Thing<Network> thing(String id) {
            var made = new Thing<>(Kind.NETWORK, id, draft == null ? new Draft<>(Network.class) : draft);
            differing.forEach(setting -> made.draft().set(setting, null));
            made.draft().set("name", key.name).set("type", "standard").set("datacenter", datacenter);
            if (origin != null) {
                made.origins().add(origin);
            }
            thing = made;
            return made;
        }
    }
}
