package dev.premotion.inventory;

import org.jspecify.annotations.Nullable;

/** Where one thing was read; each reader has its own, small since there is one for every thing. */
@FunctionalInterface
public interface Origin {

    /**
     * The place of a property, such as {@code estate.json#/vCenters/0/hosts/3/evcMode} or {@code export.xlsx vHost!AF7}.
     *
     * @param property property of the thing, nested ones joined by dots
     * @return absent where this source does not have the property
     */
    @Nullable
    String of(String property);
}
