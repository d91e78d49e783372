package dev.premotion.inventory;

import dev.premotion.answer.Listing;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lays one record over another of the same thing: what the upper one does not say shows through. */
public final class Layer {

    /** Decides where both say something different. */
    @FunctionalInterface
    interface Choice {

        /** The value that holds; absent where that cannot be told. */
        @Nullable
        Object of(Record thing, String property, Object below, Object above);
    }

    /** What parts without an identity of their own are told apart by inside their list. */
    private static final Map<Class<?>, String> NAMES = Map.of(
            DatastoreMount.class, "datastore",
            PhysicalNic.class, "device",
            VmkernelAdapter.class, "device",
            StandardSwitch.class, "name",
            HostGroup.class, "name",
            KeyProvider.class, "id",
            VsanPolicy.class, "name");

    private final Choice choice;
    private boolean filled;

    Layer(Choice choice) {
        this.choice = choice;
    }

    /** Whether anything of a lower record showed through so far. */
    boolean filled() {
        return filled;
    }

    /** Both as one; absent where something that the record cannot be without cannot be told. */
    <T extends Record> @Nullable T over(T below, T above) {
        var draft = Draft.of(above);
        for (var property : Draft.properties(above.getClass())) {
            var name = property.getName();
            if (!name.equals("ref")) {
                draft.set(name, value(above, name, Draft.value(below, name), draft.get(name)));
            }
            if (draft.get(name) == null && Draft.needed(property)) {
                return null;
            }
        }
        return draft.build();
    }

    private @Nullable Object value(Record thing, String property, @Nullable Object below, @Nullable Object above) {
        if (below == null || Objects.equals(below, above)) {
            return above;
        }
        if (above == null) {
            filled = true;
            return below;
        }
        if (above instanceof HostCapability || above instanceof RawDeviceMapping) {
            return over((Record) below, (Record) above);
        }
        if (below instanceof Listing<?> lower && above instanceof Listing<?> upper) {
            return identified(lower) || identified(upper)
                    ? things(lower, upper)
                    : fits(lower, upper) ? upper : choice.of(thing, property, below, above);
        }
        return choice.of(thing, property, below, above);
    }

    private static boolean identified(Listing<?> list) {
        return list.size() > 0 && list.items().get(0) instanceof Record record && ref(record) != null;
    }

    private static @Nullable Ref ref(Object thing) {
        return (Ref) Draft.value((Record) thing, "ref");
    }

    private static boolean agrees(Object below, Object above) {
        return below.equals(above)
                || below instanceof Listing<?> lower && above instanceof Listing<?> upper && fits(lower, upper);
    }

    /** Whether the upper list says no other than the lower one, which is known to lack something. */
    static boolean fits(Listing<?> lower, Listing<?> upper) {
        return !lower.complete() && new HashSet<>(upper.items()).containsAll(lower.items());
    }

    /** A complete upper list says what there is; a partial one adds to the lower one. */
    private Listing<?> things(Listing<?> lower, Listing<?> upper) {
        var things = new LinkedHashMap<Ref, Object>();
        var shown = new LinkedHashSet<Ref>();
        boolean whole = upper.complete();
        lower.forEach(thing -> things.put(Objects.requireNonNull(ref(thing)), thing));
        for (var thing : upper) {
            var ref = Objects.requireNonNull(ref(thing));
            var below = things.get(ref);
            var both = below == null ? thing : over((Record) below, (Record) thing);
            if (both != null) {
                things.put(ref, both);
                shown.add(ref);
            } else {
                things.remove(ref);
                whole = false;
            }
        }
        if (upper.complete()) {
            things.keySet().retainAll(shown);
        } else {
            filled |= things.size() > shown.size();
        }
        return new Listing<>(List.copyOf(things.values()), whole);
    }

    /** A record with one value set, a nested one by its path; what was there goes to the choice. */
    static <T extends Record> T with(T record, String path, Object value, Choice choice) {
        var draft = Draft.of(record);
        int dot = path.indexOf('.');
        if (dot < 0) {
            var before = draft.get(path);
            var kept = before == null || agrees(before, value) ? value : choice.of(record, path, before, value);
            return draft.set(path, kept).build();
        }
        var property = path.substring(0, dot);
        var nested = draft.get(property);
        var below = nested instanceof Record part ? part : new Draft<>(part(record, property)).build();
        return draft.set(property, with(below, path.substring(dot + 1), value, choice))
                .build();
    }

    private static Class<? extends Record> part(Record record, String property) {
        return Draft.properties(record.getClass()).stream()
                .filter(component -> component.getName().equals(property))
                .map(component -> component.getType().asSubclass(Record.class))
                .findFirst()
                .orElseThrow();
    }

    /** The property that tells a record from the others of its list; one that has no {@code ref} may stand there several times. */
    public static String identity(Class<?> type) {
        return NAMES.getOrDefault(type, "ref");
    }

    /** Two records of one thing of which neither is known to be right: what both say, and what only one says. */
    public static <T extends Record> @Nullable T agreed(T one, T other) {
        return new Layer((thing, property, below, above) -> null).over(one, other);
    }
}
