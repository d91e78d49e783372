package dev.premotion.plan;

import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Ref;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which datastores of different vCenters are one storage: those of one URL (VMFS UUID), or of one NFS server and path
 * (requirements row STOR-SHARED-XVC). Where one of the two does not tell its URL, they may be.
 */
final class SameStorage {

    private final Map<Ref, List<Datastore>> same = new HashMap<>();
    private final Map<Ref, List<Datastore>> perhaps = new HashMap<>();

    SameStorage(Inventory inventory) {
        var all = new ArrayList<Datastore>();
        for (var vCenter : inventory.vCenters()) {
            var datastores = vCenter.datastores();
            all.addAll(datastores == null ? List.of() : datastores.items());
        }
        var byName = new LinkedHashMap<String, List<Datastore>>();
        for (var datastore : all) {
            var name = name(datastore);
            if (name != null) {
                byName.computeIfAbsent(name, key -> new ArrayList<>(1)).add(datastore);
            }
        }
        for (var one : all) {
            var name = name(one);
            same.put(one.ref(), name == null ? List.of(one) : List.copyOf(byName.getOrDefault(name, List.of(one))));
        }
        var nameless = all.stream().filter(datastore -> name(datastore) == null).toList();
        for (var one : nameless) {
            for (var other : all) {
                if (mayBe(one, other)) {
                    perhaps.computeIfAbsent(one.ref(), ref -> new ArrayList<>(1))
                            .add(other);
                    perhaps.computeIfAbsent(other.ref(), ref -> new ArrayList<>(1))
                            .add(one);
                }
            }
        }
    }

    /** All that are the same storage, itself included, in the order of the inventory. */
    List<Datastore> as(Datastore datastore) {
        return same.getOrDefault(datastore.ref(), List.of(datastore));
    }

    /** Those of which nobody can tell. */
    List<Datastore> perhaps(Datastore datastore) {
        return perhaps.getOrDefault(datastore.ref(), List.of());
    }

    private static @Nullable String name(Datastore datastore) {
        if (datastore.remoteHost() != null && datastore.remotePath() != null) {
            return "nfs " + datastore.remoteHost() + " " + datastore.remotePath();
        }
        return datastore.url();
    }

    /** Two that differ in type or size are two. */
    private static boolean mayBe(Datastore one, Datastore other) {
        return !one.ref().vCenter().equals(other.ref().vCenter())
                && !differ(one.type(), other.type())
                && !differ(one.capacityBytes(), other.capacityBytes());
    }

    private static boolean differ(@Nullable Object one, @Nullable Object other) {
        return one != null && other != null && !Objects.equals(one, other);
    }
}
