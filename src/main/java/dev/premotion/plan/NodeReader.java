package dev.premotion.plan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.premotion.inventory.BadInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads one YAML or JSON document into {@link Node}s. Files are not trusted: size, depth and what aliases amount to are
 * bounded, and nothing in them names a Java type.
 */
final class NodeReader {

    private static final int MAX_BYTES = 64 << 20;
    private static final int MAX_DEPTH = 32;
    private static final long MAX_VALUES = 5_000_000;

    private final String file;
    private final JsonParser parser;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private long values;

    private NodeReader(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * @param shown the file as the user named it, for messages
     * @throws BadInput where the file cannot be read or is not well formed
     */
    static Node read(Path path, String shown) {
        var text = text(path, shown);
        try (var parser = parser(shown, text)) {
            var reader = new NodeReader(shown, parser);
            if (parser.nextToken() == null) {
                throw new BadInput(shown, "", "The file is empty.", "it was not saved.");
            }
            var node = reader.node("", 0);
            if (parser.nextToken() != null) {
                throw reader.bad("", "A second document begins here; expected one.", "remove the line \"---\".");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw malformed(shown, e, e.getOriginalMessage());
        } catch (YAMLException e) {
            throw new BadInput(shown, "", "This is not well-formed YAML: " + e.getMessage() + ".", INDENTATION);
        } catch (IOException e) {
            throw new BadInput(shown, "", "The file cannot be read: " + e.getMessage() + ".", "it was cut off.");
        }
    }

    private static final String INDENTATION =
            "the lines above it are indented differently, or a text with a colon or a star needs quotes.";

    private static BadInput malformed(String shown, JsonProcessingException e, String otherwise) {
        var at = e.getLocation() == null
                ? ""
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        if (isJson(shown)) {
            return new BadInput(
                    shown, at, "This is not well-formed JSON: " + otherwise + ".", "a comma or a quote is missing.");
        }
        var problem = e.getCause() instanceof MarkedYAMLException marked ? marked.getProblem() : otherwise;
        return new BadInput(shown, at, "This is not well-formed YAML: " + problem + ".", INDENTATION);
    }

    private static boolean isJson(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".json");
    }

    private static JsonParser parser(String shown, String text) throws IOException {
        var constraints = StreamReadConstraints.builder().maxNestingDepth(200).build();
        if (isJson(shown)) {
            return JsonFactory.builder()
                    .streamReadConstraints(constraints)
                    .build()
                    .createParser(text);
        }
        var options = new LoaderOptions();
        options.setCodePointLimit(MAX_BYTES);
        return YAMLFactory.builder()
                .loaderOptions(options)
                .streamReadConstraints(constraints)
                .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
                .build()
                .createParser(text);
    }

    private static String text(Path path, String shown) {
        try {
            if (Files.size(path) > MAX_BYTES) {
                throw new BadInput(shown, "", "The file is larger than 64 MiB.", "it is not the file you meant.");
            }
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new BadInput(shown, "", "The file is not text in UTF-8.", "save it again with the encoding UTF-8.");
        } catch (IOException e) {
            var reason =
                    Files.isDirectory(path) ? "it is a folder" : Files.exists(path) ? e.getMessage() : "no such file";
            throw new BadInput(shown, "", "The file cannot be read: " + reason + ".", "the path is mistyped.");
        }
    }

    /** The value at the current token. */
    private Node node(String pointer, int depth) throws IOException {
        count(pointer, 1);
        if (depth > MAX_DEPTH) {
            throw bad(pointer, "Values are nested deeper than " + MAX_DEPTH + " levels.", "brackets are unbalanced.");
        }
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            return alias(pointer, parser.getText());
        }
        var anchor = parser.getObjectId();
        long before = values;
        var node = switch (parser.currentToken()) {
            case START_OBJECT -> entries(pointer, depth);
            case START_ARRAY -> items(pointer, depth);
            default -> new Node.Scalar(text(), parser.currentToken() == JsonToken.VALUE_NULL, line());
        };
        if (anchor != null) {
            anchors.put(anchor.toString(), new Anchored(node, values - before));
        }
        return node;
    }

    private record Anchored(Node node, long values) {}

    private Node alias(String pointer, String name) {
        var anchored = anchors.get(name);
        if (anchored == null) {
            throw bad(
                    pointer,
                    "The alias *" + name + " has no list or mapping with the anchor &" + name + " before it.",
                    "write the value again, or put it in quotes."); // the parser does not tell anchors of single values
        }
        count(pointer, anchored.values);
        return anchored.node;
    }

    private void count(String pointer, long more) {
        values += more;
        if (values > MAX_VALUES) {
            throw bad(pointer, "The file holds more than 5 million values.", "its aliases repeat one another.");
        }
    }

    private Node.Items items(String pointer, int depth) throws IOException {
        int line = line();
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(pointer + "/" + items.size(), depth + 1));
        }
        return new Node.Items(items, line);
    }

    private Node.Entries entries(String pointer, int depth) throws IOException {
        int line = line();
        var entries = new LinkedHashMap<String, Node>();
        var lines = new HashMap<String, Integer>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = parser.currentName();
            var inside = pointer + "/" + escaped(key);
            if (lines.put(key, line()) != null) {
                throw bad(inside, "The key \"" + key + "\" is written twice.", "a \"-\" is missing before one.");
            }
            parser.nextToken();
            entries.put(key, node(inside, depth + 1));
        }
        return new Node.Entries(entries, lines, line);
    }

    private String text() throws IOException {
        var text = parser.getText();
        return text == null ? "" : text;
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private BadInput bad(String pointer, String problem, String maybe) {
        return new BadInput(file, place(pointer, line()), problem, maybe);
    }

    static String place(String pointer, int line) {
        return (pointer.isEmpty() ? "" : pointer + " ") + "(line " + line + ")";
    }

    /** A key as a part of a JSON pointer. */
    static String escaped(@Nullable String key) {
        return key == null ? "" : key.replace("~", "~0").replace("/", "~1");
    }
}
