package dev.premotion.read.rvtools;

import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Origin;
import dev.premotion.inventory.Origins;
import dev.premotion.inventory.Ref;
import java.util.ArrayList;
import java.util.List;

/**
 * Something in the making: its record so far and the rows it was read from. Two are never equal.
 *
 * @param <T> the record
 */
final class Thing<T extends Record> {

    private final String kind;
    private final String id;
    private final Draft<T> draft;
    private final List<Origin> origins = new ArrayList<>(1);

    Thing(String kind, String id, Draft<T> draft) {
        this.kind = kind;
        this.id = id;
        this.draft = draft;
    }

    static <T extends Record> Thing<T> of(String kind, String id, Class<T> type) {
        return new Thing<>(kind, id, new Draft<>(type));
    }

    /** Managed object id, or what stands for it. */
    String id() {
        return id;
    }

    Draft<T> draft() {
        return draft;
    }

    /** Rows it was read from. */
    List<Origin> origins() {
        return origins;
    }

    /** Gives it its identity, tells where it was read, and makes the record. */
    T build(String vCenter, Origins places) {
        var ref = new Ref(kind, vCenter, id);
        origins.forEach(origin -> places.read(ref, origin));
        return draft.set("ref", ref).build();
    }
}
