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
    private final Map<Ref, Integer> known = new HashMap<>();
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
        var ref = item instanceof Record record ? ref(record) : null;
        var first = ref == null ? null : known.putIfAbsent(ref, items.size());
        if (ref == null || first == null) {
            items.add(Optional.of(item));
            return;
        }
        complete = false;
        items.set(first, agreed(items.get(first), item));
        problems.found(
                place,
                item.getClass().getSimpleName() + ".id",
                Loss.NOTHING,
                ref.kind() + " " + ref.id()
                        + " stands twice; what both say alike or only one says is kept, the rest stays"
                        + " unknown, and the list counts as partial",
                "one of the two has the id of another " + ref.kind());
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

    private static @Nullable Ref ref(Record record) {
        return (Ref) Draft.value(record, "ref");
    }
}
