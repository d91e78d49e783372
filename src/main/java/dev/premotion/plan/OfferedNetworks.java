package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Host;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The networks that a host offers. Worked out once for a host, since each adapter that comes there asks.
 *
 * @param ids absent where unknown
 * @param names the names of those that have one, in small letters
 * @param nameless whether there are any that are not listed, or not with their names
 */
public record OfferedNetworks(@Nullable Listing<String> ids, Set<String> names, boolean nameless) {

    /** @param nameOf names of the vCenter's networks by id, of those that have one */
    static OfferedNetworks of(Host host, Map<String, String> nameOf) {
        var ids = host.networks();
        var names = new HashSet<String>();
        boolean nameless = false;
        for (var id : ids == null ? Set.<String>of() : ids.items()) {
            var name = nameOf.get(id);
            nameless |= name == null;
            if (name != null) {
                names.add(name.toLowerCase(Locale.ROOT));
            }
        }
        return new OfferedNetworks(ids, Set.copyOf(names), nameless);
    }

    /** Whether one of them has the id; absent where the list may lack it. */
    @Nullable
    Boolean has(String id) {
        if (ids == null) {
            return null;
        }
        return ids.items().contains(id) ? Boolean.TRUE : ids.complete() ? Boolean.FALSE : null;
    }

    /** Whether surely none of them has the name. */
    boolean noneNamed(String name) {
        return ids != null && ids.complete() && !nameless && !names.contains(name.toLowerCase(Locale.ROOT));
    }
}
