package dev.premotion.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every property of an inventory: the JSON Schema {@code inventory.schema.json}, read as data. Readers check values
 * against it, and it says which source has which property.
 */
public final class Catalogue {

    private static final String SCHEMA = "inventory.schema.json";
    private static final Catalogue BUNDLED = load();

    private final Map<String, Map<String, Property>> properties;

    private Catalogue(Map<String, Map<String, Property>> properties) {
        this.properties = properties;
    }

    /** The catalogue that belongs to the records. */
    public static Catalogue bundled() {
        return BUNDLED;
    }

    /** The properties of a record, in the order of the schema; {@code ref} shows as id, key or instance UUID. */
    public List<Property> of(Class<?> type) {
        return List.copyOf(
                properties.getOrDefault(type.getSimpleName(), Map.of()).values());
    }

    /** One property of a record; absent where the record has none of this name. */
    public @Nullable Property of(Class<?> type, String property) {
        return properties.getOrDefault(type.getSimpleName(), Map.of()).get(property);
    }

    private static Catalogue load() {
        try (var in = Catalogue.class.getResourceAsStream(SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException(SCHEMA + " is not on the class path");
            }
            var definitions = new ObjectMapper().readTree(in).path("$defs");
            var properties = new LinkedHashMap<String, Map<String, Property>>();
            definitions.properties().forEach(definition -> {
                var record = new LinkedHashMap<String, Property>();
                definition.getValue().path("properties").properties().forEach(property -> {
                    record.put(property.getKey(), property(property.getKey(), property.getValue(), definitions));
                });
                properties.put(definition.getKey(), record);
            });
            return new Catalogue(properties);
        } catch (IOException e) {
            throw new IllegalStateException(SCHEMA + " cannot be read", e);
        }
    }

    private static Property property(String name, JsonNode schema, JsonNode definitions) {
        var bounds = bounds(schema, definitions);
        return new Property(
                name,
                schema.path("description").asText(),
                texts(schema.path("enum")),
                schema.path("pattern").textValue(),
                texts(schema.path("examples")),
                number(bounds.path("minimum")),
                number(bounds.path("maximum")),
                texts(schema.path("x-refers-to")),
                texts(schema.path("x-rvtools")),
                texts(schema.path("x-vsphere")));
    }

    /** The schema of the numbers: the property's own, or that of a list's items. */
    private static JsonNode bounds(JsonNode schema, JsonNode definitions) {
        var reference = schema.path("$ref").asText();
        return reference.isEmpty()
                ? schema
                : definitions
                        .path(reference.substring(reference.lastIndexOf('/') + 1))
                        .path("items");
    }

    private static @Nullable Double number(JsonNode node) {
        return node.isNumber() ? node.asDouble() : null;
    }

    private static List<String> texts(JsonNode node) {
        var texts = new ArrayList<String>();
        node.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
