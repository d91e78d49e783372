package dev.premotion.read;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Layer;
import dev.premotion.inventory.Place;
import dev.premotion.inventory.Ref;
import dev.premotion.read.Problems.Loss;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The items of a list while it is read: one that is lost leaves the list partial, and an identity stands once. */
final class Gathered<T> {

    private final Problems problems;
    private final List<Optional<T>> items = new ArrayList<>();
    private final Map<Object, Integer> known = new HashMap<>();
    private boolean complete = true;

    Gathered(Problems problems) {
        this.problems = problems;
    }

    /** Adds an item; absent where it was lost. */
    void add(@Nullable T item, Place place) {
        if (item == null) {
            complete = false;
            return;
        }
        var identity = item instanceof Record record ? identity(record) : null;
        var first = identity == null ? null : known.putIfAbsent(identity, items.size());
        if (identity == null || first == null) {
            items.add(Optional.of(item));
            return;
        }
        if (!(identity instanceof Ref) && items.get(first).equals(Optional.of(item))) {
            return; // a line copied twice says nothing new
        }
        complete = false;
        items.set(first, agreed(items.get(first), item));
        problems.found(
                place,
                item.getClass().getSimpleName() + "." + named(item),
                Loss.NOTHING,
                word(item) + " " + (identity instanceof Ref ref ? ref.id() : identity)
                        + " stands twice; what both say alike or only one says is kept, the rest stays"
                        + " unknown, and the list counts as partial",
                "one of the two has the " + named(item) + " of another " + word(item));
    }

    void partial() {
        complete = false;
    }

    Listing<T> listing() {
        return new Listing<>(items.stream().flatMap(Optional::stream).toList(), complete);
    }

    /** Two things of one identity: which of two values is right cannot be told. */
    @SuppressWarnings("unchecked") // both are of the type of the list
    private Optional<T> agreed(Optional<T> one, T other) {
        return one.map(first -> (T) Layer.agreed((Record) first, (Record) other));
    }

    /** Its ref, or its name inside the list; absent where it may stand in one several times. */
    private static @Nullable Object identity(Record record) {
        return Draft.value(record, Layer.identity(record.getClass()));
    }

    private static String named(Object item) {
        var property = Layer.identity(item.getClass());
        return property.equals("ref") ? "id" : property;
    }

    private static String word(Object item) {
        return Form.of(item.getClass()).word();
    }
}
