package dev.premotion.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What {@code inventories/result.schema.json} promises is what is written. */
class ResultSchemaTest {

    private static final Path FILE = Path.of("inventories/result.schema.json");
    private static final Map<Class<?>, String> TYPES = Map.of(
            String.class, "string",
            boolean.class, "boolean",
            Boolean.class, "boolean",
            int.class, "integer",
            Integer.class, "integer",
            long.class, "integer",
            Long.class, "integer",
            double.class, "number",
            List.class, "array");

    private final JsonNode schema = schema();

    @TestFactory
    Stream<DynamicTest> everySampleIsValid() {
        return samples().entrySet().stream()
                .map(sample -> DynamicTest.dynamicTest(
                        sample.getKey(),
                        () -> assertThat(errors(sample.getValue())).isEmpty()));
    }

    @Test
    void aResultThatIsNotWholeIsInvalid() throws IOException {
        String json = json(Samples.varied());

        assertThat(errors(json.replaceFirst("\"verdict\": \"[a-z-]+\"", "\"verdict\": \"fine\"")))
                .isNotEmpty();
        assertThat(errors(json.replaceFirst("\"seed\": \\d+", "\"seed\": 0.5"))).isNotEmpty();
        assertThat(errors(json.replaceFirst("\"remedy\"", "\"remedies\""))).isNotEmpty();
        assertThat(errors(json.replaceFirst("premotion/result/1", "premotion/result/2")))
                .isNotEmpty();
    }

    /** The records are the shape; the schema lists their components, no more and no fewer, with type and necessity. */
    @TestFactory
    Stream<DynamicTest> theSchemaListsTheComponentsOf() {
        return Stream.concat(Stream.of(Result.class), Arrays.stream(Result.class.getDeclaredClasses()))
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> compare(type)));
    }

    @Test
    void theSchemaDefinesNothingElse() {
        Set<String> defined = names(schema.get("$defs"));
        defined.remove("verdict");

        assertThat(defined)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Result.class.getDeclaredClasses())
                        .map(ResultSchemaTest::definition)
                        .toList());
    }

    @Test
    void everyPropertyIsDescribed() {
        schema.findValues("properties").stream()
                .flatMap(properties -> properties.properties().stream())
                .forEach(property -> assertThat(property.getValue().has("description")
                                || property.getValue().has("$ref"))
                        .as(property.getKey())
                        .isTrue());
    }

    private void compare(Class<?> type) {
        JsonNode node = type == Result.class ? schema : schema.at("/$defs/" + definition(type));
        Set<String> required = new TreeSet<>();
        node.get("required").forEach(name -> required.add(name.asText()));

        assertThat(names(node.get("properties"))).isEqualTo(names(type, false));
        assertThat(required).isEqualTo(names(type, true));
        for (RecordComponent component : type.getRecordComponents()) {
            assertType(component, node.get("properties").get(component.getName()));
        }
    }

    private void assertType(RecordComponent component, JsonNode property) {
        String type = TYPES.get(component.getType());
        if (type == null) {
            assertThat(property.path("$ref").asText()).isEqualTo("#/$defs/" + definition(component.getType()));
        } else if (property.has("type")) {
            assertThat(property.get("type").asText()).as(component.getName()).isEqualTo(type);
        } else {
            assertThat(type)
                    .as(component.getName() + " has a fixed set of texts")
                    .isEqualTo("string");
        }
    }

    private static Set<String> names(Class<?> type, boolean onlyRequired) {
        Set<String> names = new TreeSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (!onlyRequired || !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                names.add(component.getName());
            }
        }
        return names;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String definition(Class<?> type) {
        String name = type.getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static Map<String, String> samples() {
        return Map.of(
                "varied", json(Samples.varied()),
                "hostile", json(Samples.hostile()),
                "empty", json(Samples.empty()),
                "survey", json(Samples.survey()),
                "large", json(Samples.large(500)));
    }

    private static List<String> errors(String json) {
        Schema validator = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema());
        return validator
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    private static String json(Result result) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ResultFile.write(result, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode schema() {
        try {
            return new JsonMapper().readTree(Files.readString(FILE));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
