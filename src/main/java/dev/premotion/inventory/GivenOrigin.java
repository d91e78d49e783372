package dev.premotion.inventory;

import org.jspecify.annotations.Nullable;

/**
 * Where a fact stands that a person gave.
 *
 * @param fact the entry
 */
record GivenOrigin(GivenFact fact) implements Origin {

    @Override
    public @Nullable String of(String property) {
        var value = fact.values().get(property);
        if (value == null) {
            return null;
        }
        var place = value.place();
        return place.file() + "#" + place.pointer() + " (line " + place.line() + ")";
    }
}
