package dev.premotion.read;

import dev.premotion.inventory.BadInput;
import dev.premotion.inventory.Facts;
import dev.premotion.inventory.GivenFact;
import dev.premotion.inventory.Nearest;
import dev.premotion.inventory.Node;
import dev.premotion.inventory.Place;
import dev.premotion.inventory.SourceFile;
import dev.premotion.inventory.Tokens;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a facts file, {@code premotion/facts/1}, YAML or JSON. The first thing wrong with it is an error: a person wrote it,
 * and half of what somebody says may mean the opposite of all of it. Questions left without an answer are passed over.
 */
public final class FactsFile {

    /** The format this reads. */
    public static final String FORMAT = "premotion/facts/1";

    private static final List<String> TOP = List.of("format", "facts");

    private FactsFile() {}

    /**
     * Reads one file.
     *
     * @param path the file; YAML where it is named {@code .yaml} or {@code .yml}, else JSON
     * @param name as the user named it
     * @throws BadInput where anything in it cannot be used
     */
    public static Facts read(Path path, String name) {
        try (var in = Digested.open(path, name);
                var tokens = Tokens.of(path, in, name)) {
            var top = Place.start(name);
            if (tokens.next() == null) {
                throw top.bad(
                        "the file is empty, expected \"format: " + FORMAT + "\" and \"facts\"",
                        "another file was meant");
            }
            var node = tokens.tree(top);
            tokens.end();
            var given = top(node);
            return new Facts(new SourceFile(name, in.sha256(), null), given);
        }
    }

    private static List<GivenFact> top(Node node) {
        if (!(node instanceof Node.Fields top)) {
            throw node.place()
                    .bad(
                            "the text is " + node.shown() + ", expected \"format\" and \"facts\"",
                            "another file was meant");
        }
        FactReader.once(top);
        if (!(top.get("format") instanceof Node.Scalar format) || !format.text().equals(FORMAT)) {
            var found = top.get("format");
            throw (found == null ? top : found)
                    .place()
                    .bad(
                            (found == null ? "it has no \"format\"" : "the format is " + found.shown()) + ", expected "
                                    + FORMAT,
                            Formats.hint(found, FORMAT));
        }
        for (var name : top.members().keySet()) {
            if (!TOP.contains(name) && !name.equals("$schema")) {
                throw place(top, name)
                        .bad(
                                "a facts file has no \"" + name + "\"",
                                Nearest.maybe(name, TOP, "it belongs to an entry of \"facts\""));
            }
        }
        var reader = new FactReader();
        var given = new ArrayList<GivenFact>();
        for (var entry : entries(top)) {
            var fact = reader.read(entry);
            if (fact != null) {
                given.add(fact);
            }
        }
        return given;
    }

    private static List<Node> entries(Node.Fields top) {
        var facts = top.get("facts");
        if (facts == null || FactReader.unanswered(facts)) {
            return List.of();
        }
        if (!(facts instanceof Node.Items items)) {
            throw facts.place()
                    .bad("\"facts\" is " + facts.shown() + ", expected a list", "a dash before each entry is missing");
        }
        return items.items();
    }

    private static Place place(Node.Fields fields, String name) {
        var node = fields.get(name);
        return (node == null ? fields : node).place();
    }
}
