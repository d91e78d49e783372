package dev.premotion.plan;

import dev.premotion.inventory.Nearest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one mapping, read by name. What is wrong is noted with its place and read as absent, so that one reading
 * finds all mistakes.
 */
final class Fields {

    private static final String OPTIONAL = "leave the key out where nothing is meant.";

    private final Mistakes mistakes;
    private final String pointer;
    private final Node.Entries node;
    private final Map<String, String> required = new HashMap<>();

    private Fields(Mistakes mistakes, String pointer, Node.Entries node) {
        this.mistakes = mistakes;
        this.pointer = pointer;
        this.node = node;
    }

    /** A mapping of which only these keys are allowed; absent where the value is something else. */
    static @Nullable Fields of(Mistakes mistakes, String pointer, Node node, List<String> keys) {
        if (!(node instanceof Node.Entries entries)) {
            mistakes.add(
                    pointer,
                    node.line(),
                    "Here stands " + node.kind() + "; expected a mapping with " + Words.or(keys) + ".",
                    "a line such as \"" + keys.get(0) + ": ...\" is meant.");
            return null;
        }
        entries.keys().keySet().stream()
                .filter(key -> !keys.contains(key))
                .sorted((a, b) -> line(entries, a) - line(entries, b))
                .forEach(key -> unknown(mistakes, pointer, entries, key, keys));
        return new Fields(mistakes, pointer, entries);
    }

    private static int line(Node.Entries entries, String key) {
        return Optional.ofNullable(entries.keys().get(key)).orElse(entries.line());
    }

    private static void unknown(
            Mistakes mistakes, String pointer, Node.Entries entries, String key, List<String> keys) {
        var near = Nearest.to(key, keys);
        mistakes.add(
                pointer + "/" + NodeReader.escaped(key),
                line(entries, key),
                "The key " + Words.quoted(key) + " is not known here; expected " + Words.or(keys) + ".",
                near.isEmpty() ? "it belongs one level up or down." : Words.quoted(near.get(0)) + " is meant.");
    }

    String pointer() {
        return pointer;
    }

    int line() {
        return node.line();
    }

    /** The lines of the keys given here. */
    Map<String, Integer> lines() {
        return node.keys();
    }

    boolean has(String key) {
        return node.values().containsKey(key);
    }

    boolean isEmpty() {
        return node.values().isEmpty();
    }

    @Nullable
    Node get(String key) {
        return node.values().get(key);
    }

    void mistake(String key, String problem, String maybe) {
        mistakes.add(at(key), line(node, key), problem, maybe);
    }

    private String at(String key) {
        return key.isEmpty() ? pointer : pointer + "/" + NodeReader.escaped(key);
    }

    /** Notes that a key is missing, unless it is there; where nothing is written behind it, that is told then. */
    void require(String key, String example) {
        required.put(key, example);
        if (!has(key)) {
            mistake("", "The key " + Words.quoted(key) + " is missing.", "add a line such as \"" + example + "\".");
        }
    }

    /** A text; numbers and words such as {@code on} are taken as they are written. */
    @Nullable
    String text(String key) {
        var value = get(key);
        var example = required.get(key);
        var blank = example == null ? OPTIONAL : "write something such as \"" + example + "\".";
        return value == null ? null : scalar(at(key), value, "a text", blank);
    }

    private @Nullable String scalar(String where, Node value, String expected) {
        return scalar(where, value, expected, OPTIONAL);
    }

    /** @param blank what to do where nothing is written */
    private @Nullable String scalar(String where, Node value, String expected, String blank) {
        if (value instanceof Node.Scalar scalar
                && !scalar.isNull()
                && !scalar.text().isBlank()) {
            return scalar.text().strip();
        }
        mistakes.add(
                where,
                value.line(),
                "Here stands " + value.kind() + "; expected " + expected + ".",
                value instanceof Node.Scalar ? blank : "one value is enough.");
        return null;
    }

    /** One of some words. */
    <T> @Nullable T word(String key, Map<String, T> words) {
        var text = text(key);
        if (text == null) {
            return null;
        }
        T meant = words.get(text);
        if (meant == null) {
            var all = List.copyOf(words.keySet());
            var near = Nearest.to(text, all);
            mistake(
                    key,
                    Words.quoted(text) + " is not known here; expected " + Words.or(all) + ".",
                    near.isEmpty() ? "write one of these." : Words.quoted(near.get(0)) + " is meant.");
        }
        return meant;
    }

    /** A whole number from 0 (or 1) up. */
    @Nullable
    Integer whole(String key, int least) {
        var text = text(key);
        if (text == null) {
            return null;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        mistake(
                key,
                Words.quoted(text) + " is not a whole number from " + least + " up.",
                "a plain number such as " + (least + 1) + " is meant.");
        return null;
    }

    @Nullable
    LocalDate date(String key) {
        var text = text(key);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            mistake(key, Words.quoted(text) + " is not a date; expected year-month-day.", "write it as 2027-03-31.");
            return null;
        }
    }

    /** A list of texts; empty where the key is absent. */
    List<String> texts(String key) {
        var all = new ArrayList<String>();
        var items = items(key, "[" + key + "-1]");
        for (int i = 0; i < items.size(); i++) {
            var text = scalar(at(key) + "/" + i, items.get(i), "a text");
            if (text != null) {
                all.add(text);
            }
        }
        return all;
    }

    /** A mapping of texts to texts, in the order written; empty where the key is absent. */
    Map<String, String> pairs(String key) {
        var pairs = new LinkedHashMap<String, String>();
        var value = get(key);
        if (value instanceof Node.Entries entries) {
            entries.values().forEach((from, to) -> {
                var text = scalar(at(key) + "/" + NodeReader.escaped(from), to, "a name");
                if (text != null) {
                    pairs.put(from, text);
                }
            });
        } else if (value != null) {
            mistake(
                    key,
                    "Here stands " + value.kind() + "; expected a mapping of names.",
                    "\"" + key + ": { old: new }\" is meant.");
        }
        return pairs;
    }

    @Nullable
    Fields object(String key, List<String> keys) {
        var value = get(key);
        return value == null ? null : of(mistakes, at(key), value, keys);
    }

    /** The mappings of a list; empty where the key is absent. */
    List<Fields> objects(String key, List<String> keys) {
        var all = new ArrayList<Fields>();
        var items = items(key, "[ { " + keys.get(0) + ": ... } ]");
        for (int i = 0; i < items.size(); i++) {
            var fields = of(mistakes, at(key) + "/" + i, items.get(i), keys);
            if (fields != null) {
                all.add(fields);
            }
        }
        return all;
    }

    private List<Node> items(String key, String example) {
        var value = get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof Node.Items items) {
            return items.items();
        }
        mistake(
                key,
                "Here stands " + value.kind() + "; expected a list.",
                "\"" + key + ": " + example + "\" is meant.");
        return List.of();
    }
}
