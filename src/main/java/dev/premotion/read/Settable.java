package dev.premotion.read;

import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Nearest;
import dev.premotion.inventory.Whereabouts;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a facts file can say of things of one kind. */
final class Settable {

    private static final List<String> WORDS = List.of("name", "id", "vcenter", "datacenter", "cluster", "vm");

    private final String kind;
    private final Class<? extends Record> record;
    private final Map<String, Type> types = new LinkedHashMap<>();
    private final Map<String, Class<?>> owners = new LinkedHashMap<>();

    Settable(String kind) {
        this.kind = kind;
        this.record = Objects.requireNonNull(Kind.type(kind));
        add(record, "");
    }

    private void add(Class<?> owner, String prefix) {
        var taken = new ArrayList<>(List.of("ref", "key", "label", "between"));
        taken.addAll(Whereabouts.words(kind));
        for (var property : Draft.properties(owner)) {
            var type = property.getGenericType();
            // What has an identity of its own is given by entries of its own.
            if (prefix.isEmpty() && taken.contains(property.getName()) || Kind.of(Draft.item(type)) != null) {
                continue;
            }
            types.put(prefix + property.getName(), type);
            owners.put(prefix + property.getName(), owner);
            if (open(property.getType())) {
                add(property.getType(), prefix + property.getName() + ".");
            }
        }
    }

    /** Whether a record can be given in part. */
    static boolean open(Class<?> type) {
        return type.isRecord() && Draft.properties(type).stream().noneMatch(Draft::needed);
    }

    String kind() {
        return kind;
    }

    /** The names, nested ones joined by dots. */
    List<String> names() {
        return List.copyOf(types.keySet());
    }

    /** The type of a property; absent where it cannot be given. */
    @Nullable
    Type type(String name) {
        return types.get(name);
    }

    /** The record that has the property itself. */
    Class<?> owner(String name) {
        return owners.getOrDefault(name, record);
    }

    /** Why a name cannot be given. */
    String refusal(String name) {
        return Draft.has(record, name) || WORDS.contains(name)
                ? "\"" + name + "\" of a " + kind + " cannot be given by a facts file"
                : "a " + kind + " has no property \"" + name + "\"";
    }

    /** What to write instead. */
    String hint(String name) {
        return WORDS.contains(name)
                ? "it should be told apart by " + String.join(", ", Whereabouts.words(kind))
                : Nearest.maybe(name, names(), "an entry of another kind has it, or only a snapshot");
    }
}
