package dev.premotion.reference;

import org.jspecify.annotations.Nullable;

/**
 * The edition of a host's licence.
 *
 * @param name such as {@code Enterprise Plus}
 * @param generation such as 8; absent where the licence's name does not show it
 * @param like the edition whose features it has; its own name where it stands for itself
 */
public record LicenceEdition(String name, @Nullable Integer generation, String like) {

    @Override
    public String toString() {
        return generation == null ? name : name + " " + generation;
    }
}
