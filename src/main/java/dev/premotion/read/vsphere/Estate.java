package dev.premotion.read.vsphere;

import dev.premotion.answer.Listing;
import dev.premotion.read.EscapedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The managed objects of one vCenter but for its VMs: how they hang together, and whether all of a kind are here. */
final class Estate {

    private static final int DEEPEST = 100;

    /** References that tell which objects there are. */
    private static final List<String> MEMBERS = List.of(
            "childEntity", "datastore", "network", "host", "resourcePool", "vm", "portgroup", "content.rootFolder");

    final String id;
    final String apiVersion;
    final Oddities oddities;
    private final Map<String, Managed> objects = new LinkedHashMap<>();
    private final Map<String, Set<String>> mentioned = new HashMap<>();
    private final Set<String> vms = new HashSet<>();
    private final Set<String> broken = new HashSet<>();
    private final Map<String, String> portgroupsByKey = new HashMap<>();
    private final Map<String, Managed> switchesByUuid = new HashMap<>();

    /**
     * @param id instance UUID, or what stands for it
     * @param apiVersion version of the API; empty where unknown
     */
    Estate(String id, String apiVersion, Oddities oddities) {
        this.id = id;
        this.apiVersion = apiVersion;
        this.oddities = oddities;
    }

    void add(Managed object) {
        if (objects.putIfAbsent(object.id(), object) != null) {
            oddities.add(object.place(""), "the same object a second time; the first one was kept", object.id());
            return;
        }
        mention(object);
        var key = object.text("key");
        if (object.type().equals("DistributedVirtualPortgroup") && key != null) {
            portgroupsByKey.put(key, object.id());
        }
        var uuid = object.text("uuid");
        if (uuid != null) {
            switchesByUuid.put(uuid, object);
        }
    }

    private void mention(Managed object) {
        for (var path : MEMBERS) {
            for (var value : object.all(path)) {
                if (!value.kind().isEmpty()) {
                    mentioned
                            .computeIfAbsent(value.kind(), kind -> new HashSet<>())
                            .add(value.text().strip());
                }
            }
        }
    }

    /** A VM was read; VMs are not kept. False where it was read before. */
    boolean seen(Managed vm) {
        if (!vms.add(vm.id())) {
            oddities.add(vm.place(""), "the same object a second time; the first one was kept", vm.id());
            return false;
        }
        return true;
    }

    /** Something of a type could not be read; of any type where that is empty. */
    void lost(String type) {
        broken.add(type);
    }

    Collection<Managed> all() {
        return objects.values();
    }

    List<Managed> all(String type) {
        return objects.values().stream()
                .filter(object -> object.type().equals(type)
                        || type.equals("DistributedVirtualSwitch")
                                && object.type().equals("VmwareDistributedVirtualSwitch"))
                .toList();
    }

    @Nullable
    Managed get(@Nullable String id) {
        return id == null ? null : objects.get(id);
    }

    @Nullable
    Managed one(String type) {
        return objects.values().stream()
                .filter(object -> object.type().equals(type))
                .findFirst()
                .orElse(null);
    }

    /** Id of the port group of a key. */
    @Nullable
    String portgroup(@Nullable String key) {
        return key == null ? null : portgroupsByKey.getOrDefault(key, objects.containsKey(key) ? key : null);
    }

    @Nullable
    Managed distributedSwitch(@Nullable String uuid) {
        return uuid == null ? null : switchesByUuid.get(uuid);
    }

    /** The name of an object as people see it; absent where the object is not here. */
    @Nullable
    String name(@Nullable String id) {
        var object = get(id);
        var name = object == null ? null : object.text("name");
        return name == null ? null : EscapedName.unescape(name);
    }

    /** The objects around one, the nearest first, as far as they are here. */
    List<Managed> around(Managed object) {
        var around = new ArrayList<Managed>();
        for (var next = get(object.text("parent"));
                next != null && around.size() < DEEPEST;
                next = get(next.text("parent"))) {
            around.add(next);
        }
        return around;
    }

    /** Id of the datacenter around an object; absent where the way there is not here. */
    @Nullable
    String datacenter(Managed object) {
        return around(object).stream()
                .filter(other -> other.type().equals("Datacenter"))
                .map(Managed::id)
                .findFirst()
                .orElse(null);
    }

    /** The path of an object from the root folder, which is left out itself; absent where a part of it is not here. */
    @Nullable
    String path(Managed object) {
        var around = around(object);
        var top = around.isEmpty() ? object : around.get(around.size() - 1);
        if (top.has("parent") || around.isEmpty()) {
            return null;
        }
        var path = new StringBuilder("/" + name(object.id()));
        for (var other : around.subList(0, around.size() - 1)) {
            path.insert(0, "/" + name(other.id()));
        }
        return path.toString();
    }

    /** Whether all objects of a type are here that any other object mentions, and the way from the root to them. */
    boolean whole(String... types) {
        var root = one("ServiceInstance");
        if (root == null || !root.has("content.rootFolder") || broken.contains("")) {
            return false;
        }
        return here("Folder") && here("Datacenter") && List.of(types).stream().allMatch(this::here);
    }

    private boolean here(String type) {
        return !broken.contains(type)
                && mentioned.getOrDefault(type, Set.of()).stream()
                        .allMatch(id -> objects.containsKey(id) || vms.contains(id));
    }

    /** How many objects of a type others mention that are not here. */
    long absent(String type) {
        return mentioned.getOrDefault(type, Set.of()).stream()
                .filter(id -> !objects.containsKey(id) && !vms.contains(id))
                .count();
    }

    <T> Listing<T> listing(List<@Nullable T> things, String... types) {
        var kept = things.stream().filter(Objects::nonNull).toList();
        return new Listing<T>(kept, kept.size() == things.size() && whole(types));
    }

    /** Whether the API of this vCenter is of a version or later; false where its version is unknown. */
    boolean knows(String version) {
        return !apiVersion.isEmpty() && Versions.atLeast(apiVersion, version);
    }

    /** Whether the API of this vCenter is known to be older than a version. */
    boolean before(String version) {
        return !apiVersion.isEmpty() && !Versions.atLeast(apiVersion, version);
    }

    /** A switch of an object that came with a version: where the API is older it is off, a newer one says it. */
    @Nullable
    Boolean since(Managed object, String path, String version, List<String> witnesses) {
        var said = object.truth(path);
        return said != null || !before(version) ? said : object.none(path, witnesses);
    }
}
