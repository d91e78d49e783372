package dev.premotion.answer;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A collection as a snapshot gives it. An absent listing was not collected; an empty complete one says there are none; a
 * partial one ({@code complete: false}) leaves open what else there is, so "none found" in it is unknown.
 *
 * <p>As JSON a complete listing is an array, a partial one {@code {"complete": false, "items": [...]}}.
 *
 * @param <T> what is listed
 * @param items in the order of the source
 * @param complete whether there is nothing else
 */
public record Listing<T>(List<T> items, boolean complete) implements Iterable<T> {

    public Listing {
        items = List.copyOf(items);
    }

    /** All there is. */
    @SafeVarargs
    public static <T> Listing<T> of(T... items) {
        return new Listing<>(List.of(items), true);
    }

    public static <T> Listing<T> complete(List<T> items) {
        return new Listing<>(items, true);
    }

    /** Some of what there is. */
    public static <T> Listing<T> partial(List<T> items) {
        return new Listing<>(items, false);
    }

    @Override
    public Iterator<T> iterator() {
        return items.iterator();
    }

    public Stream<T> stream() {
        return items.stream();
    }

    public int size() {
        return items.size();
    }

    @Override
    public String toString() {
        return complete ? items.toString() : items + " and perhaps others";
    }
}
