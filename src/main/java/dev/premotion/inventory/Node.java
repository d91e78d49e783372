package dev.premotion.inventory;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece of a JSON or YAML text that knows its place. */
public sealed interface Node {

    /** Where it stands. */
    Place place();

    /** The value as it stands, short enough for a message. */
    String shown();

    /** Whether it is {@code null}, or nothing at all in YAML. */
    default boolean isNull() {
        return this instanceof Scalar scalar && scalar.type() == Type.NULL;
    }

    /** What a scalar is. */
    enum Type {
        TEXT,
        NUMBER,
        BOOLEAN,
        NULL
    }

    /**
     * An object.
     *
     * @param place where it begins
     * @param members in the order of the text; of a repeated name the first
     * @param repeated further values of names that stand more than once, with their places
     */
    record Fields(Place place, Map<String, Node> members, List<Node> repeated) implements Node {

        public @Nullable Node get(String name) {
            return members.get(name);
        }

        @Override
        public String shown() {
            return "an object";
        }
    }

    /** An array. */
    record Items(Place place, List<Node> items) implements Node {

        @Override
        public String shown() {
            return items.isEmpty() ? "an empty array" : "an array";
        }
    }

    /**
     * A single value.
     *
     * @param place where it begins
     * @param type what it is
     * @param text as written, without quotes; {@code NaN} and the infinities are numbers
     */
    record Scalar(Place place, Type type, String text) implements Node {

        private static final int SHOWN = 60;

        @Override
        public String shown() {
            var cut = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
            var plain = cut.replaceAll("\\p{Cntrl}", "?");
            return type == Type.TEXT ? '"' + plain + '"' : plain;
        }
    }
}
