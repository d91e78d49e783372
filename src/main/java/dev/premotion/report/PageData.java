package dev.premotion.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.premotion.report.Result.Finding;
import dev.premotion.report.Result.Simulation;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The result as the page's script reads it: one JSON text that is safe inside a {@code script} element.
 *
 * <p>It is the result without what is written into the page as HTML, made small for plans of many thousand migrations:
 * findings are numbers into {@code findings}; what repeats (a place, a disk, a type) is a number into {@code pool}.
 */
final class PageData {

    private static final ObjectMapper MAPPER = mapper();

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Finding> known = new HashMap<>();
    private final PagePool pool = new PagePool(MAPPER);

    private PageData(List<Finding> findings) {
        for (Finding finding : findings) {
            numbers.put(finding.id(), numbers.size());
            known.put(finding.id(), finding);
        }
    }

    static String of(Result result) {
        ObjectNode root = new PageData(result.findings()).tree(result);
        try {
            return safe(MAPPER.writeValueAsString(root));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree in memory can always be written", e);
        }
    }

    /** Outside of strings JSON has none of these characters, so nothing can end the script element or open a comment. */
    private static String safe(String json) {
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }

    private ObjectNode tree(Result result) {
        PageRows rows = new PageRows(MAPPER, pool, numbers, known);
        ObjectNode root = MAPPER.createObjectNode();
        root.put("survey", result.placements() != null);
        root.set("rows", rows.of(result));
        root.set("findings", MAPPER.valueToTree(result.findings()));
        if (result.evacuations() != null) {
            root.set("evacuations", MAPPER.valueToTree(result.evacuations()));
        }
        if (result.simulation() != null) {
            root.set("simulation", simulation(result.simulation()));
        }
        root.set("pool", pool.list());
        return root;
    }

    private ObjectNode simulation(Simulation simulation) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("makespan", simulation.makespanSeconds());
        ArrayNode runs = node.putArray("runs");
        simulation.migrations().forEach(run -> runs.add(PageRuns.of(MAPPER, pool, run)));
        return node;
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper();
        SimpleModule module = new SimpleModule().addSerializer(String.class, new VisibleText());
        for (Class<?> type : Result.class.getDeclaredClasses()) {
            module.setMixInAnnotation(type, Small.class);
        }
        return mapper.registerModule(module);
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private interface Small {}

    private static final class VisibleText extends StdSerializer<String> {
        private static final long serialVersionUID = 1;

        VisibleText() {
            super(String.class);
        }

        @Override
        public void serialize(String text, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(Untrusted.visible(text));
        }
    }
}
