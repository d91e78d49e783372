package dev.premotion.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.premotion.answer.Listing;
import dev.premotion.inventory.Catalogue;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.PowerState;
import dev.premotion.inventory.Ref;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a case: {@code {"host esx-02.site-a.example": {"capability.vmotionSupported": null}}}. A thing is named by kind
 * and name, where both vCenters have one with {@code of <vcenter>} behind; a device by {@code <vm>/<label>}. {@code null}
 * takes a fact away, and {@code {"complete": false, "items": [...]}} is a partial list.
 */
final class Changes {

    private Changes() {}

    static Estate apply(Estate clean, JsonNode set) {
        var estate = clean;
        for (var thing : set.properties()) {
            var ref = Things.named(clean, thing.getKey());
            for (var change : thing.getValue().properties()) {
                estate = apply(estate, ref, change.getKey(), change.getValue());
            }
        }
        return estate;
    }

    private static Estate apply(Estate estate, Ref thing, String path, JsonNode value) {
        return value.isNull()
                ? estate.without(thing, path)
                : estate.change(thing, path, value(thing, property(Kind.type(thing.kind()), path), value));
    }

    private static RecordComponent property(Class<?> type, String path) {
        int dot = path.indexOf('.');
        var name = (dot < 0 ? path : path.substring(0, dot)).replaceAll("\\[.*", "");
        var property = Draft.properties(type).stream()
                .filter(p -> p.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type.getSimpleName() + " has no property " + name));
        return dot < 0 ? property : property(Draft.item(property.getGenericType()), path.substring(dot + 1));
    }

    private static Object value(Ref thing, RecordComponent property, JsonNode value) {
        var type = property.getGenericType();
        if (type instanceof ParameterizedType generic && generic.getRawType() == Listing.class) {
            var items = new ArrayList<Object>();
            var list = value.isObject() ? value.get("items") : value;
            list.forEach(item -> items.add(single(thing, property, Draft.item(type), item)));
            return new Listing<>(items, !value.isObject());
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            var settings = new TreeMap<String, String>();
            value.properties()
                    .forEach(setting ->
                            settings.put(setting.getKey(), setting.getValue().asText()));
            return settings;
        }
        return single(thing, property, (Class<?>) type, value);
    }

    private static Object single(Ref thing, RecordComponent property, Class<?> type, JsonNode value) {
        if (type.isRecord()) {
            return record(thing, type.asSubclass(Record.class), value);
        }
        if (type == String.class) {
            return among(property, value.asText());
        }
        if (type == PowerState.class) {
            return PowerState.valueOf(value.asText());
        }
        if (type == Instant.class) {
            return Instant.parse(value.asText());
        }
        if (type == Boolean.class && value.isBoolean()) {
            return value.asBoolean();
        }
        if ((type == Integer.class || type == int.class) && value.isInt()) {
            return value.asInt();
        }
        if (type == Long.class && value.canConvertToLong()) {
            return value.asLong();
        }
        if (type == Double.class && value.isNumber()) {
            return value.asDouble();
        }
        throw new IllegalArgumentException(property + " takes no " + value);
    }

    /** A case must not test what no inventory can say. */
    private static String among(RecordComponent property, String text) {
        var known = Catalogue.bundled().of(property.getDeclaringRecord(), property.getName());
        List<String> values = known == null ? List.of() : known.values();
        if (!values.isEmpty() && !values.contains(text)) {
            throw new IllegalArgumentException(property.getName() + " is one of " + values + ", not " + text);
        }
        return text;
    }

    private static Record record(Ref thing, Class<? extends Record> type, JsonNode value) {
        var draft = new Draft<>(type);
        @Nullable String kind = Kind.of(type);
        if (kind != null) {
            draft.set("ref", thing.device(kind, value.get("key").asInt()));
        }
        for (var member : value.properties()) {
            draft.set(member.getKey(), value(thing, property(type, member.getKey()), member.getValue()));
        }
        return draft.build();
    }
}
