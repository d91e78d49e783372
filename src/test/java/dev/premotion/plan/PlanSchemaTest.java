package dev.premotion.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.premotion.inventory.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas are for editors and other programs; the reader does not use them, so they are held together here. */
class PlanSchemaTest {

    private static final Path FOLDER = Path.of("inventories");

    /** YAML 1.2, as editors read it: {@code on} is a word. */
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .build();

    @TempDir
    Path folder;

    @Test
    void theSchemasListTheKeysThatTheReaderTakes() throws IOException {
        var plan = json("plan.schema.json");
        assertThat(keys(plan)).isEqualTo(sorted(PlanKeys.PLAN));
        assertThat(keys(plan.at("/properties/defaults"))).isEqualTo(sorted(PlanKeys.DEFAULTS));
        assertThat(keys(plan.at("/$defs/entry"))).isEqualTo(sorted(PlanKeys.ENTRY));
        assertThat(keys(plan.at("/$defs/vm"))).isEqualTo(sorted(PlanKeys.VM));
        assertThat(keys(plan.at("/$defs/selection"))).isEqualTo(sorted(PlanKeys.SELECT));
        assertThat(keys(plan.at("/$defs/destination"))).isEqualTo(sorted(PlanKeys.TO));
        assertThat(keys(plan.at("/$defs/nic"))).isEqualTo(sorted(PlanKeys.NIC));
        assertThat(keys(plan.at("/$defs/disk"))).isEqualTo(sorted(PlanKeys.DISK));
        var waivers = json("waivers.schema.json");
        assertThat(keys(waivers)).isEqualTo(sorted(PlanKeys.WAIVERS));
        var policy = json("rule-policy.schema.json");
        assertThat(keys(policy)).isEqualTo(sorted(PlanKeys.POLICY));
        assertThat(keys(policy.at("/$defs/rule"))).isEqualTo(sorted(PlanKeys.POLICY_RULE));
        assertThat(keys(policy.at("/$defs/limit"))).isEqualTo(sorted(PlanKeys.POLICY_LIMIT));
        assertThat(keys(policy.at("/$defs/age"))).isEqualTo(sorted(PlanKeys.POLICY_AGE));
        for (var schema : List.of(plan, waivers)) {
            assertThat(keys(schema.at("/$defs/waiver"))).isEqualTo(sorted(PlanKeys.PERMIT));
            assertThat(keys(schema.at("/$defs/fix"))).isEqualTo(sorted(PlanKeys.FIX));
        }
    }

    @Test
    void theSchemaListsTheWordsThatTheReaderTakes() throws IOException {
        var plan = json("plan.schema.json");
        var words = new TreeMap<String, List<String>>();
        words.put("/$defs/entry/properties/power", List.copyOf(EntryReader.POWER.keySet()));
        words.put("/$defs/entry/properties/method", List.copyOf(EntryReader.METHOD.keySet()));
        words.put("/$defs/entry/properties/initiator", List.copyOf(EntryReader.INITIATOR.keySet()));
        words.put("/$defs/entry/properties/priority", List.copyOf(EntryReader.PRIORITY.keySet()));
        words.put("/$defs/disk/properties/format", List.copyOf(EntryReader.FORMAT.keySet()));
        words.put("/$defs/selection/properties/power", List.copyOf(EntryReader.POWER_STATE.keySet()));
        words.forEach((at, expected) -> assertThat(texts(plan.at(at + "/enum"))).isEqualTo(expected));
        for (var key : PlanKeys.DEFAULTS) {
            assertThat(plan.at("/properties/defaults/properties/" + key + "/enum"))
                    .isEqualTo(plan.at("/$defs/entry/properties/" + key + "/enum"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan.schema.json", "waivers.schema.json", "rule-policy.schema.json"})
    void everyObjectIsClosedAndEveryPropertyDescribed(String file) throws IOException {
        var open = new ArrayList<String>();
        walk(json(file), "", open);
        assertThat(open).isEmpty();
    }

    private static void walk(JsonNode node, String at, List<String> open) {
        if (node.has("properties") && !node.path("additionalProperties").isBoolean()) {
            open.add(at + " is open");
        }
        for (Map.Entry<String, JsonNode> property : node.path("properties").properties()) {
            if (!property.getValue().has("description") && !property.getValue().has("$ref")) {
                open.add(at + "/" + property.getKey() + " is not described");
            }
        }
        for (Map.Entry<String, JsonNode> child : node.properties()) {
            walk(child.getValue(), at + "/" + child.getKey(), open);
        }
    }

    @Test
    void aPlanThatSaysEverythingIsValidAndRead() throws IOException {
        assertThat(complaints("plan.schema.json", PlanFileTest.FULL)).isEmpty();
        assertThat(readable(PlanFileTest.FULL)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ vm: a, to: { hots: b } }",
                "{ vm: a }",
                "{ vm: a, to: {} }",
                "{ to: { host: b } }",
                "{ vm: a, select: { name: b }, to: { host: b } }",
                "{ vm: a, exclude: { name: b }, to: { host: b } }",
                "{ vm: {}, to: { host: b } }",
                "{ vm: { vcenter: a }, to: { host: b } }",
                "{ select: {}, to: { host: b } }",
                "{ vm: a, to: { datastore: b, datastoreCluster: c } }",
                "{ vm: a, to: { resourcePool: b, vApp: c } }",
                "{ vm: a, to: { disks: [ { datastore: b } ] } }",
                "{ vm: a, to: { nics: [ { key: 1 } ] } }",
                "{ vm: a, to: { host: b }, wave: 0 }",
                "{ vm: a, to: { host: b }, power: off }",
                "{ vm: a, to: { host: b }, method: xvm }"
            })
    void whatTheReaderRefusesTheSchemaRefuses(String entry) throws IOException {
        var plan = "format: premotion/plan/1\nmigrations: [ " + entry + " ]\n";
        assertThat(readable(plan)).isFalse();
        assertThat(complaints("plan.schema.json", plan)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan.schema.json", "waivers.schema.json"})
    void aPermitWithoutAReasonIsRefused(String schema) throws IOException {
        var format = schema.startsWith("plan")
                ? "format: premotion/plan/1\nmigrations: [ { vm: a, to: { host: b } } ]\n"
                : "format: premotion/waivers/1\n";
        var waiver = "waivers: [ { rule: A, subject: b, by: d, until: \"2027-01-01\" } ]";
        assertThat(complaints(schema, format + waiver)).hasSize(1);
        assertThat(complaints(schema, format + waiver.replace("by:", "because: c, by:")))
                .isEmpty();
    }

    private boolean readable(String plan) throws IOException {
        try {
            PlanFile.read(Files.writeString(folder.resolve("plan.yaml"), plan), "plan.yaml");
            return true;
        } catch (BadInput e) {
            return false;
        }
    }

    private static List<String> complaints(String schema, String yaml) throws IOException {
        var json = YAML.readTree(yaml).toString();
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(FOLDER.resolve(schema)), InputFormat.JSON)
                .validate(json, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonNode json(String schema) throws IOException {
        return new ObjectMapper().readTree(FOLDER.resolve(schema).toFile());
    }

    private static List<String> keys(JsonNode object) {
        var keys = new ArrayList<String>();
        object.path("properties").fieldNames().forEachRemaining(keys::add);
        return sorted(keys);
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static List<String> sorted(List<String> keys) {
        return keys.stream().sorted().toList();
    }
}
