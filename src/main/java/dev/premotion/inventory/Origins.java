package dev.premotion.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where each fact was read: kept beside the inventory, filled by readers, asked only for findings. */
public final class Origins {

    private final Map<Ref, List<Origin>> places = new HashMap<>();

    /** Remembers a place of a thing; a later one is asked first, since what is read later wins. */
    public void read(Ref thing, Origin place) {
        places.computeIfAbsent(thing, key -> new ArrayList<>(1)).add(0, place);
    }

    public void readAll(Origins others) {
        others.places.forEach((thing, list) -> {
            for (int i = list.size() - 1; i >= 0; i--) {
                read(thing, list.get(i));
            }
        });
    }

    /** The place of a property; absent where nothing that was read has it. */
    public @Nullable String of(Ref thing, String property) {
        for (var place : places.getOrDefault(thing, List.of())) {
            var where = place.of(property);
            if (where != null) {
                return where;
            }
        }
        return null;
    }
}
