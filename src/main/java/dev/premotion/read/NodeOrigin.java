package dev.premotion.read;

import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Origin;
import dev.premotion.inventory.Place;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a thing of a JSON file was read.
 *
 * @param place where the thing begins
 * @param thing the thing as the file has it, so that nothing is said to be read that is not there
 */
record NodeOrigin(Place place, Record thing) implements Origin {

    @Override
    public @Nullable String of(String property) {
        Object at = thing;
        var path = new StringBuilder(place.file()).append('#').append(place.pointer());
        for (var rest = property; !rest.isEmpty(); ) {
            if (at instanceof Map<?, ?> map) {
                return map.containsKey(rest) ? path + "/" + Place.escaped(rest) : null;
            }
            int dot = rest.indexOf('.');
            var step = dot < 0 ? rest : rest.substring(0, dot);
            at = at instanceof Record record ? Draft.value(record, step) : null;
            if (at == null) {
                return null;
            }
            path.append('/').append(Place.escaped(step));
            rest = dot < 0 ? "" : rest.substring(dot + 1);
        }
        return path.toString();
    }
}
