package dev.premotion.read;

import dev.premotion.inventory.Property;
import org.jspecify.annotations.Nullable;

/**
 * How a property is called in messages, and what the catalogue says of it.
 *
 * @param thing what prints the name of the thing
 */
record Naming(
        Class<?> type,
        Object thing,
        String property,
        @Nullable Property rules) {

    Naming of(String below) {
        return new Naming(type, thing, property + "." + below, null);
    }

    String what() {
        return type.getSimpleName() + "." + property;
    }

    @Override
    public String toString() {
        return thing + ": " + property;
    }
}
