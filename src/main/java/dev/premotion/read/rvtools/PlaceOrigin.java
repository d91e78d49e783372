package dev.premotion.read.rvtools;

import dev.premotion.inventory.Origin;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Places of properties that no row of the thing itself gives: what was gathered from rows of other things, or whole
 * listings. One serves many things.
 *
 * @param places place by property
 */
record PlaceOrigin(Map<String, String> places) implements Origin {

    @Override
    public @Nullable String of(String property) {
        int dot = property.indexOf('.');
        var place = places.get(property);
        return place != null || dot < 0 ? place : places.get(property.substring(0, dot));
    }
}
