package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The things of one kind in one vCenter, by name, inventory path and managed object id.
 *
 * @param <T> what they are
 */
final class Named<T extends Record> {

    private final VCenter vCenter;
    private final String kind;
    private final String property;
    private final Shape<T> shape;
    private final List<T> all;
    private final boolean collected;
    private final boolean complete;
    private final Map<String, T> byId = new LinkedHashMap<>();
    private final Map<String, List<T>> byName = new LinkedHashMap<>();
    private final Map<String, List<T>> byPath = new HashMap<>();

    /** How to read identity, name, path (always absent where the kind has none) and whereabouts. */
    record Shape<T>(
            Function<T, Ref> ref,
            Function<T, @Nullable String> name,
            Function<T, @Nullable String> path,
            Function<T, String> whereabouts) {}

    /**
     * @param kind in a sentence, such as {@code datastore cluster}
     * @param property of the vCenter, such as {@code datastoreClusters}
     */
    Named(VCenter vCenter, String kind, String property, @Nullable Listing<T> listing, Shape<T> shape) {
        this.vCenter = vCenter;
        this.kind = kind;
        this.property = property;
        this.shape = shape;
        this.all = listing == null ? List.of() : listing.items();
        this.collected = listing != null;
        boolean named = true;
        for (var thing : all) {
            byId.put(shape.ref.apply(thing).id(), thing);
            var name = shape.name.apply(thing);
            named &= name != null;
            add(byName, name, thing);
            add(byPath, shape.path.apply(thing), thing);
        }
        this.complete = listing != null && listing.complete() && named;
    }

    private static <T> void add(Map<String, List<T>> map, @Nullable String key, T thing) {
        if (key != null) {
            map.computeIfAbsent(letters(key), k -> new ArrayList<>(1)).add(thing);
        }
    }

    /** Whether what a plan writes is the name, if perhaps in other letters. */
    static boolean alike(String written, @Nullable String name) {
        return name != null && letters(written).equals(letters(name));
    }

    /** Names are compared exactly first, then without regard to case; paths with or without a slash in front. */
    private static String letters(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("/") ? lower.substring(1) : lower;
    }

    /** What a plan may mean by these words: a name, a path where they hold a slash, or a managed object id. */
    List<T> find(String written) {
        var named = byName.getOrDefault(letters(written), List.of());
        var exact = named.stream().filter(t -> written.equals(name(t))).toList();
        var found = new ArrayList<T>(exact.isEmpty() ? named : exact);
        if (written.contains("/")) {
            byPath.getOrDefault(letters(written), List.of()).forEach(thing -> addOnce(found, thing));
        }
        var withId = byId.get(written);
        if (withId != null) {
            addOnce(found, withId);
        }
        return found;
    }

    private static <T> void addOnce(List<T> list, T thing) {
        if (list.stream().noneMatch(other -> other == thing)) {
            list.add(thing);
        }
    }

    @Nullable
    T byId(@Nullable String id) {
        return byId.get(id);
    }

    List<T> all() {
        return all;
    }

    List<String> names() {
        return all.stream().map(this::label).toList();
    }

    /** The paths of those that have one. */
    List<String> paths() {
        return all.stream()
                .map(shape.path)
                .filter(Objects::nonNull)
                .map(path -> (String) path)
                .toList();
    }

    /** Whether everything is listed and named, so that what is not found is not there. */
    boolean complete() {
        return complete;
    }

    boolean collected() {
        return collected;
    }

    VCenter vCenter() {
        return vCenter;
    }

    String kind() {
        return kind;
    }

    /** Several of them, such as {@code storage policies}. */
    String kinds() {
        return kind.endsWith("y") ? kind.substring(0, kind.length() - 1) + "ies" : kind + "s";
    }

    /** What to ask the vCenter for: the collection, or whether it is all. */
    String asked() {
        return collected ? property + ".complete" : property;
    }

    Ref ref(T thing) {
        return shape.ref.apply(thing);
    }

    @Nullable
    String name(T thing) {
        return shape.name.apply(thing);
    }

    /** Its name, or the identity where it has none. */
    String label(T thing) {
        var name = name(thing);
        return name == null ? ref(thing).id() : name;
    }

    /** Its identity and where it is, to tell things of one name apart, such as {@code datastore-11 (DC-A)}. */
    String told(T thing) {
        var where = shape.whereabouts.apply(thing);
        return where.isEmpty() ? ref(thing).id() : ref(thing).id() + " (" + where + ")";
    }
}
