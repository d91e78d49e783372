package dev.premotion.read.rvtools;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Things by identity and by name; a name that several things bear finds none of them.
 *
 * @param <T> the things
 */
final class Names<T> {

    private final Map<String, T> byId = new LinkedHashMap<>();
    private final Map<String, T> aliases = new HashMap<>();
    private final Map<String, T> byName = new HashMap<>();
    private final Map<String, String> nameOf = new HashMap<>();
    private final Set<String> repeated = new TreeSet<>();

    void put(String id, String name, T thing) {
        byId.put(id, thing);
        nameOf.put(id, name);
        if (byName.putIfAbsent(name, thing) != null) {
            repeated.add(name);
        }
    }

    @Nullable
    T byId(@Nullable String id) {
        if (id == null) {
            return null;
        }
        var thing = byId.get(id);
        return thing == null ? aliases.get(id) : thing;
    }

    /** Lets a thing be found by another identity too. */
    void alias(String id, T thing) {
        aliases.put(id, thing);
    }

    @Nullable
    T byName(@Nullable String name) {
        return name == null || repeated.contains(name) ? null : byName.get(name);
    }

    boolean repeats(String name) {
        return repeated.contains(name);
    }

    boolean hasId(String id) {
        return byId.containsKey(id);
    }

    /** Forgets the things that share a name with others; returns these names. */
    Set<String> dropRepeated() {
        var dropped = new TreeSet<>(repeated);
        byId.keySet().removeIf(id -> dropped.contains(nameOf.get(id)));
        byName.keySet().removeAll(dropped);
        repeated.clear();
        return dropped;
    }

    /** An id that no thing has, as like the wanted one as can be. */
    String unused(String wanted) {
        var id = wanted;
        for (int i = 2; byId.containsKey(id); i++) {
            id = wanted + "#" + i;
        }
        return id;
    }

    /** All things in the order they were read. */
    Collection<T> all() {
        return byId.values();
    }

    int size() {
        return byId.size();
    }
}
