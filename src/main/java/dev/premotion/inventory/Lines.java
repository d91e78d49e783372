package dev.premotion.inventory;

import com.fasterxml.jackson.core.JsonToken;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds JSON pointers in a file again, in one pass over it however many they are: lines are asked for a few findings and
 * would be dear to keep for a whole estate.
 */
public final class Lines {

    private final Tokens tokens;
    private final Map<String, Node> found = new LinkedHashMap<>();
    private final Set<String> missing;

    private Lines(Tokens tokens, Collection<String> pointers) {
        this.tokens = tokens;
        this.missing = new HashSet<>(pointers);
    }

    /**
     * The places of JSON pointers.
     *
     * @param path a JSON or YAML file
     * @param file as the user named it
     * @return those that the file has, by pointer
     */
    public static Map<String, Place> of(Path path, String file, Collection<String> pointers) {
        var places = new LinkedHashMap<String, Place>();
        search(path, file, pointers, false).forEach((pointer, node) -> places.put(pointer, node.place()));
        return places;
    }

    /** What stands at a JSON pointer; absent where the file has no such place. */
    public static @Nullable Node find(Path path, String file, String pointer) {
        return search(path, file, List.of(pointer), true).get(pointer);
    }

    private static Map<String, Node> search(Path path, String file, Collection<String> pointers, boolean values) {
        var wanted = new Wanted(new LinkedHashMap<>(), "");
        pointers.forEach(wanted::add);
        try (var tokens = Tokens.open(path, file)) {
            var lines = new Lines(tokens, pointers);
            if (tokens.next() != null) {
                lines.walk(wanted, Place.start(file), values);
            }
            return lines.found;
        }
    }

    /** Stops reading as soon as everything was found. */
    private void walk(Wanted wanted, Place place, boolean values) {
        if (missing.remove(wanted.pointer)) {
            found.put(wanted.pointer, values ? tokens.tree(place) : new Node.Scalar(place, Node.Type.NULL, ""));
        }
        if (tokens.current() == JsonToken.START_OBJECT) {
            while (!missing.isEmpty() && tokens.next() != JsonToken.END_OBJECT) {
                var name = tokens.name();
                tokens.next();
                child(wanted, place, name, values);
            }
        } else if (tokens.current() == JsonToken.START_ARRAY) {
            for (int i = 0; !missing.isEmpty() && tokens.next() != JsonToken.END_ARRAY; i++) {
                child(wanted, place, Integer.toString(i), values);
            }
        }
    }

    private void child(Wanted wanted, Place place, String step, boolean values) {
        var below = wanted.steps.get(step);
        if (below == null) {
            tokens.skip();
        } else {
            walk(below, tokens.place(place, step), values);
        }
    }

    /** The pointers asked for, as a tree of their steps. */
    private record Wanted(Map<String, Wanted> steps, String pointer) {

        void add(String pointer) {
            var at = this;
            for (var step :
                    pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
                var below = at.pointer + "/" + step;
                var name = step.replace("~1", "/").replace("~0", "~");
                at = at.steps.computeIfAbsent(name, key -> new Wanted(new LinkedHashMap<>(), below));
            }
        }
    }
}
