package dev.premotion.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.premotion.inventory.Catalogue;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.PowerState;
import dev.premotion.inventory.RandomEstate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The schema is the catalogue of properties: it and the records say the same. */
class InventorySchemaTest {

    private static final Path FILE = Path.of("inventories/inventory.schema.json");
    private static final JsonNode SCHEMA = schema();
    private static final Schema VALIDATOR = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SCHEMA);

    private static final Map<Class<?>, String> TYPES = Map.ofEntries(
            Map.entry(String.class, "string"),
            Map.entry(PowerState.class, "string"),
            Map.entry(Instant.class, "string"),
            Map.entry(Boolean.class, "boolean"),
            Map.entry(Integer.class, "integer"),
            Map.entry(int.class, "integer"),
            Map.entry(Long.class, "integer"),
            Map.entry(long.class, "integer"),
            Map.entry(Double.class, "number"),
            Map.entry(double.class, "number"),
            Map.entry(Map.class, "object"),
            Map.entry(List.class, "array"));

    @Test
    void everyRecordHasItsPropertiesInTheSchemaAndNoOthers() {
        for (var type : records()) {
            var names = new ArrayList<String>();
            for (var property : Draft.properties(type)) {
                var identity = Identity.property(type);
                if (!property.getName().equals("ref")) {
                    names.add(property.getName());
                } else if (!Draft.has(type, identity)) {
                    names.add(identity);
                }
            }
            assertThat(Catalogue.bundled().of(type))
                    .as(type.getSimpleName())
                    .extracting(dev.premotion.inventory.Property::name)
                    .containsExactlyElementsOf(names);
        }
        assertThat(definitions().keySet())
                .containsAll(records().stream().map(Class::getSimpleName).toList());
    }

    @Test
    void theSchemaDefinesNothingThatNoRecordHas() {
        var known = records().stream().map(Class::getSimpleName).toList();
        var lists = definitions().keySet().stream()
                .filter(name -> !known.contains(name))
                .toList();

        assertThat(lists).allSatisfy(name -> {
            assertThat(SCHEMA.toString()).contains("\"#/$defs/" + name + "\"");
            assertThat(SCHEMA.at("/$defs/" + name + "/required").toString()).isEqualTo("[\"complete\",\"items\"]");
        });
    }

    @Test
    void everyPropertyIsDescribedAndOfTheTypeOfItsRecord() {
        for (var type : records()) {
            var definition = SCHEMA.at("/$defs/" + type.getSimpleName());
            assertThat(definition.path("additionalProperties").isBoolean()).isTrue();
            for (var component : Draft.properties(type)) {
                var property = definition.at("/properties/" + component.getName());
                if (component.getName().equals("ref")) {
                    continue;
                }
                assertThat(property.path("description").asText())
                        .as(type + "." + component.getName())
                        .endsWith(".");
                var single = TYPES.get(component.getType());
                if (single != null) {
                    assertThat(property.path("type").asText())
                            .as(type + "." + component.getName())
                            .isEqualTo(single);
                } else {
                    assertThat(property.path("$ref").asText())
                            .as(type + "." + component.getName())
                            .isNotEmpty();
                }
                assertThat(texts(definition.path("required")).contains(component.getName()))
                        .as(type + "." + component.getName())
                        .isEqualTo(Draft.needed(component));
            }
        }
    }

    @Test
    void sourcesAndReferencesAreWellFormed() {
        for (var type : records()) {
            for (var property : Catalogue.bundled().of(type)) {
                assertThat(property.rvtools())
                        .as(property.name())
                        .allMatch(source -> source.matches("(v|dv)\\w+\\..+"));
                assertThat(property.vsphere())
                        .as(property.name())
                        .allMatch(source -> source.matches("[A-Z]\\w+( .+)?"));
                assertThat(property.refersTo()).as(property.name()).allMatch(kind -> Kind.type(kind) != null);
                if (property.pattern() != null) {
                    assertThat(property.examples())
                            .as(property.name())
                            .isNotEmpty()
                            .allMatch(text -> text.matches(property.pattern()));
                }
            }
        }
    }

    @Test
    void theClassPathHasTheFileItself() throws IOException {
        try (var in = Catalogue.class.getResourceAsStream("inventory.schema.json")) {
            assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(FILE));
        }
    }

    @Test
    void itsExamplesAreReadWithoutANote() {
        assertThat(SCHEMA.path("examples")).isNotEmpty().allSatisfy(example -> {
            assertThat(VALIDATOR.validate(example)).isEmpty();
            assertThat(Texts.read(example.toString()).quality()).isEmpty();
        });
    }

    @Test
    void everyBundledInventoryIsValid() throws IOException {
        try (var files = Files.walk(FILE.getParent())) {
            var inventories = files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.toString().endsWith(".schema.json"))
                    .toList();
            for (var file : inventories) {
                var text = Files.readString(file);
                if (text.contains(NativeReader.FORMAT)) {
                    assertThat(VALIDATOR.validate(text, InputFormat.JSON))
                            .as(file.toString())
                            .isEmpty();
                }
            }
        }
    }

    @Property(seed = "20261123", tries = 50)
    void whatIsWrittenIsValid(@ForAll long seed) {
        var text = new String(NativeRoundTripTest.written(new RandomEstate(seed).inventory()), StandardCharsets.UTF_8);
        assertThat(VALIDATOR.validate(text, InputFormat.JSON)).isEmpty();
    }

    @Test
    void mistakesAreInvalid() {
        assertThat(List.of(
                        "\"nmae\": \"x\"",
                        "\"version\": 8",
                        "\"vms\": { \"items\": [] }",
                        "\"vms\": [ { \"name\": \"without an id\" } ]",
                        "\"vms\": [ { \"id\": \"vm-1\", \"powerState\": \"on\" } ]",
                        "\"datastores\": [ { \"id\": \"ds-1\", \"freeSpaceBytes\": -1 } ]"))
                .allSatisfy(mistake -> assertThat(VALIDATOR.validate(Texts.vCenter(mistake), InputFormat.JSON))
                        .isNotEmpty());
    }

    /** All records that an inventory is made of. */
    private static Set<Class<?>> records() {
        var records = new LinkedHashSet<Class<?>>();
        parts(Inventory.class).forEach(part -> collect(part, records));
        return records;
    }

    private static void collect(Class<?> type, Set<Class<?>> into) {
        if (type.isRecord() && into.add(type)) {
            parts(type).forEach(part -> collect(part, into));
        }
    }

    private static Stream<Class<?>> parts(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> !component.getName().equals("ref"))
                .map(component -> component.getGenericType())
                .map(generic -> generic instanceof ParameterizedType list
                        ? (Class<?>) list.getActualTypeArguments()[0]
                        : (Class<?>) generic);
    }

    private static Map<String, JsonNode> definitions() {
        var definitions = new java.util.LinkedHashMap<String, JsonNode>();
        SCHEMA.path("$defs").properties().forEach(entry -> definitions.put(entry.getKey(), entry.getValue()));
        return definitions;
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static JsonNode schema() {
        try {
            return new ObjectMapper().readTree(FILE.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
