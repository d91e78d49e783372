package dev.premotion.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Whereabouts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactsSchemaTest {

    private static final Path FILE = Path.of("inventories/facts.schema.json");

    private final ObjectMapper mapper = new ObjectMapper();
    private final JsonNode json = mapper.readTree(FILE.toFile());
    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("classpath:dev/premotion/inventory/facts.schema.json"));

    FactsSchemaTest() throws IOException {}

    @Test
    void everyKindCanBeGivenExactlyWhatTheReaderTakes() {
        for (var kind : Kind.all()) {
            var names = new ArrayList<>(List.of("kind"));
            names.addAll(kind.equals(Kind.LINK) ? List.of("between") : Whereabouts.words(kind));
            names.addAll(new Settable(kind).names());
            names.addAll(List.of("because", "by"));
            var listed = new ArrayList<String>();
            json.at("/$defs/" + kind + "/properties").fieldNames().forEachRemaining(listed::add);
            assertThat(listed).as(kind).containsExactlyElementsOf(names);
        }
    }

    @Test
    void itsExamplesAreValidAndRead(@TempDir Path folder) {
        for (var example : json.path("examples")) {
            assertThat(schema.validate(example)).isEmpty();
            var file = Texts.write(folder, "facts.json", example.toString());
            assertThat(FactsFile.read(file, "facts.json").given()).hasSize(3);
        }
    }

    @Test
    void mistakesAreInvalid() throws IOException {
        for (var entry : List.of(
                "{\"kind\": \"hosst\"}",
                "{\"kind\": \"host\", \"vmotionAdapter\": true}",
                "{\"kind\": \"host\", \"name\": \"a\", \"vmotionAdaptor\": true}",
                "{\"kind\": \"host\", \"name\": \"a\", \"vmotionAdapter\": \"perhaps\"}",
                "{\"kind\": \"link\", \"rttMillis\": 12}",
                "{\"kind\": \"datastore\", \"name\": \"a\", \"cluster\": \"b\"}")) {
            var facts = mapper.readTree("{\"format\": \"premotion/facts/1\", \"facts\": [" + entry + "]}");
            assertThat(schema.validate(facts)).as(entry).isNotEmpty();
        }
    }
}
