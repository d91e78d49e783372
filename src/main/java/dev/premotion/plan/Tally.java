package dev.premotion.plan;

import dev.premotion.inventory.Ref;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A sum in the making, with what it waits for: one thing for each property, since an estate may lack thousands. */
final class Tally {

    private final Map<String, Lacking> lacking = new LinkedHashMap<>();
    private Sum sum = Sum.NOTHING;

    /** Adds what is known exactly, or not at all where it is absent. */
    void add(@Nullable Long addend, Ref thing, String name, String property) {
        add(addend == null ? 0 : addend, addend, thing, name, property);
    }

    /** Adds what lies between two bounds; where they differ, the property of the thing would tell. */
    void add(long least, @Nullable Long most, Ref thing, String name, String property) {
        sum = sum.plus(least, most);
        if (most == null || most != least) {
            lacking.putIfAbsent(thing.kind() + " " + property, new Lacking(thing, name, property));
        }
    }

    void add(Amount amount) {
        sum = sum.plus(amount.least(), amount.most());
        var open = amount.lacking();
        if (open != null && !amount.exact()) {
            lacking.putIfAbsent(open.thing().kind() + " " + open.property(), open);
        }
    }

    Tally copy() {
        var copy = new Tally();
        copy.lacking.putAll(lacking);
        copy.sum = sum;
        return copy;
    }

    Sum sum() {
        return sum;
    }

    List<Lacking> lacking() {
        return List.copyOf(lacking.values());
    }
}
