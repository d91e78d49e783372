package dev.premotion.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Estates;
import dev.premotion.plan.PlanDocument;
import dev.premotion.plan.PlanFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The moves of {@code rules/cases/moves.yaml}, each read as the plan file that a user would write. */
final class Moves {

    static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private static final Map<String, Move> ALL = read();

    private Moves() {}

    /**
     * A plan on a clean estate.
     *
     * @param written the move as the file has it
     * @param finds what it finds there, by rule
     */
    record Move(String name, Estate clean, JsonNode written, PlanDocument plan, List<String> finds) {}

    static Map<String, Move> all() {
        return ALL;
    }

    static Move named(String name) {
        var move = ALL.get(name);
        if (move == null) {
            throw new IllegalArgumentException("rules/cases/moves.yaml has no move " + name);
        }
        return move;
    }

    private static Map<String, Move> read() {
        try {
            var moves = new LinkedHashMap<String, Move>();
            for (var move : YAML.readTree(Path.of("rules/cases/moves.yaml").toFile())
                    .get("moves")
                    .properties()) {
                moves.put(move.getKey(), move(move.getKey(), move.getValue()));
            }
            return moves;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Move move(String name, JsonNode written) throws IOException {
        var clean = switch (written.get("estate").asText()) {
            case "two-sites" -> Estates.twoSites();
            case "linked-sites" -> Estates.linkedSites();
            default -> throw new IllegalArgumentException("no estate " + written.get("estate"));
        };
        var finds = texts(written.path("finds"));
        return new Move(name, clean, written, plan(name, written), finds);
    }

    static PlanDocument plan(String name, JsonNode written) throws IOException {
        ObjectNode plan =
                YAML.createObjectNode().put("format", "premotion/plan/1").put("name", name);
        for (var part : List.of("migrations", "waivers", "assumptions", "will-fix")) {
            if (written.has(part)) {
                plan.set(part, written.get(part));
            }
        }
        var file = Files.createTempFile(name, ".yaml");
        try {
            YAML.writeValue(file.toFile(), plan);
            return PlanFile.read(file, name + ".yaml");
        } finally {
            Files.delete(file);
        }
    }

    static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
