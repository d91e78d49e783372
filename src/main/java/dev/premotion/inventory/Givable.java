package dev.premotion.inventory;

import java.util.Objects;

/** What a facts file can say: everything but what tells a thing apart, and lists of things with an identity of their own. */
public final class Givable {

    private Givable() {}

    /**
     * Whether a person can give a property of a thing of a kind.
     *
     * @param property nested ones joined by dots; {@code .complete} at the end of one says that a list is all there is
     */
    public static boolean is(String kind, String property) {
        var type = Objects.requireNonNull(Kind.type(kind), kind);
        var first = property.contains(".") ? property.substring(0, property.indexOf('.')) : property;
        if (Whereabouts.words(kind).contains(first)) {
            return false;
        }
        return Draft.properties(type).stream()
                .anyMatch(component ->
                        component.getName().equals(first) && Kind.of(Draft.item(component.getGenericType())) == null);
    }
}
