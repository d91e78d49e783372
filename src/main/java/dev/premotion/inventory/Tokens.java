package dev.premotion.inventory;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * A JSON or YAML text token by token, within limits. Whatever is wrong with it as a text is a {@link BadInput} with line
 * and column.
 */
public final class Tokens implements Closeable {

    /** Nothing of an inventory, a plan or a facts file comes near these. */
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(64)
            .maxNumberLength(100)
            .maxStringLength(1 << 20)
            .maxNameLength(1_000)
            .build();

    private static final int MAX_TREE = 1_000_000;
    private static final int MAX_YAML = 64 << 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(LIMITS)
            // NaN is one bad value, not a bad file.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            // Names of hostile files should not fill a table that outlives them.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private static final JsonFactory YAML = YAMLFactory.builder()
            .streamReadConstraints(LIMITS)
            .loaderOptions(yamlLimits())
            // "power: on" is a word; who wants a truth value writes true.
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .build();

    private static LoaderOptions yamlLimits() {
        var options = new LoaderOptions();
        options.setCodePointLimit(MAX_YAML);
        return options;
    }

    private final JsonParser parser;
    private final String file;
    private int treeSize;

    private Tokens(JsonParser parser, String file) {
        this.parser = parser;
        this.file = file;
    }

    /**
     * Opens a JSON text in UTF-8, UTF-16 or UTF-32, with or without a byte order mark.
     *
     * @param file as the user named it
     */
    public static Tokens json(InputStream in, String file) {
        return open(JSON, in, file);
    }

    /** Opens a YAML text. */
    public static Tokens yaml(InputStream in, String file) {
        return open(YAML, in, file);
    }

    /** Opens a file: YAML where it is named {@code .yaml} or {@code .yml}, else JSON. */
    public static Tokens open(Path path, String file) {
        try {
            return of(path, Files.newInputStream(path), file);
        } catch (IOException e) {
            throw Syntax.bad(file, null, e);
        }
    }

    /** Opens what a file holds: YAML where it is named {@code .yaml} or {@code .yml}, else JSON. */
    public static Tokens of(Path path, InputStream in, String file) {
        var name = path.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml") ? yaml(in, file) : json(in, file);
    }

    private static Tokens open(JsonFactory factory, InputStream in, String file) {
        try {
            return new Tokens(factory.createParser(in), file);
        } catch (IOException e) {
            throw Syntax.bad(file, null, e);
        }
    }

    /** The next token; absent at the end of the text. */
    public @Nullable JsonToken next() {
        try {
            return parser.nextToken();
        } catch (IOException e) {
            throw Syntax.bad(file, parser, e);
        }
    }

    /** The token that stands here. */
    public @Nullable JsonToken current() {
        return parser.currentToken();
    }

    /** The name of the member that stands here. */
    public String name() {
        try {
            return parser.currentName();
        } catch (IOException e) {
            throw Syntax.bad(file, parser, e);
        }
    }

    /** The place of the token that stands here, a member or item of what is at {@code parent}. */
    public Place place(Place parent, String step) {
        var location = parser.currentTokenLocation();
        return parent.at(step, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    /** Passes over the value that begins here. */
    public void skip() {
        try {
            parser.skipChildren();
        } catch (IOException e) {
            throw Syntax.bad(file, parser, e);
        }
    }

    /** Refuses whatever follows the value that ended here. */
    public void end() {
        if (next() != null) {
            var at = place(Place.start(file), "");
            throw new Place(file, null, "", at.line(), at.column())
                    .bad("the text goes on after its end", "two files were put into one, or a bracket is too many");
        }
    }

    /** The whole value that begins here, in memory: for one thing of an estate, or a small file. */
    public Node tree(Place place) {
        treeSize = 0;
        return node(place);
    }

    private Node node(Place place) {
        if (++treeSize > MAX_TREE) {
            throw place.bad(
                    "one object holds more than " + MAX_TREE + " values",
                    "a bracket is missing, or this is another file");
        }
        return switch (token(place)) {
            case START_OBJECT -> fields(place);
            case START_ARRAY -> items(place);
            case VALUE_STRING -> new Node.Scalar(place, Node.Type.TEXT, text());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Node.Scalar(place, Node.Type.NUMBER, text());
            case VALUE_TRUE, VALUE_FALSE -> new Node.Scalar(place, Node.Type.BOOLEAN, text());
            default -> new Node.Scalar(place, Node.Type.NULL, "null");
        };
    }

    private JsonToken token(Place place) {
        var token = current();
        if (token == null) {
            throw place.bad("the text ends where a value was expected", "the file was cut off");
        }
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw place.bad("\"*" + text() + "\" repeats another value, which is not read", "write the value itself");
        }
        return token;
    }

    private Node fields(Place place) {
        var members = new LinkedHashMap<String, Node>();
        List<Node> repeated = new ArrayList<>(0);
        while (next() != JsonToken.END_OBJECT) {
            var name = name();
            next();
            var value = node(place(place, name));
            if (members.putIfAbsent(name, value) != null) {
                repeated.add(value);
            }
        }
        return new Node.Fields(place, Collections.unmodifiableMap(members), List.copyOf(repeated));
    }

    private Node items(Place place) {
        var items = new ArrayList<Node>();
        while (next() != JsonToken.END_ARRAY) {
            items.add(node(place(place, Integer.toString(items.size()))));
        }
        return new Node.Items(place, Collections.unmodifiableList(items));
    }

    private String text() {
        try {
            return parser.getText();
        } catch (IOException e) {
            throw Syntax.bad(file, parser, e);
        }
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw Syntax.bad(file, null, e);
        }
    }
}
