package dev.premotion.read.vsphere;

import dev.premotion.inventory.Catalogue;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Property;
import dev.premotion.inventory.Ref;
import org.jspecify.annotations.Nullable;

/**
 * A record in the making. What the catalogue does not allow is noted and stays absent.
 *
 * @param <T> the record
 */
final class Filler<T extends Record> {

    private final Class<T> type;
    private final Held source;
    private final Draft<T> draft;

    Filler(Class<T> type, Held source) {
        this.type = type;
        this.source = source;
        this.draft = new Draft<>(type);
    }

    /** Sets a property to the text at a path. */
    Filler<T> text(String property, String path) {
        return put(property, source.text(path));
    }

    Filler<T> truth(String property, String path) {
        return put(property, source.truth(path));
    }

    Filler<T> count(String property, String path) {
        return put(property, source.count(path));
    }

    /** Sets a property to a number that is not below zero. */
    Filler<T> amount(String property, String path) {
        return put(property, source.amount(path));
    }

    /** Sets a property to a value, or leaves it absent. */
    Filler<T> put(String property, @Nullable Object value) {
        if (value instanceof Ref || value != null && allowed(property, value)) {
            draft.set(property, value);
        }
        return this;
    }

    private boolean allowed(String property, Object value) {
        var rules = Catalogue.bundled().of(type, property);
        var wrong = rules == null ? null : wrong(rules, value);
        if (wrong != null) {
            source.odd(property, value.toString(), wrong);
        }
        return wrong == null;
    }

    private static @Nullable String wrong(Property rules, Object value) {
        if (value instanceof String text) {
            if (!rules.values().isEmpty() && !rules.values().contains(text)) {
                return "one of " + String.join(", ", rules.values());
            }
            return rules.pattern() != null && !text.matches(rules.pattern())
                    ? "a text such as " + rules.examples().get(0)
                    : null;
        }
        if (value instanceof Number number) {
            var least = rules.minimum();
            var most = rules.maximum();
            if (least != null && number.doubleValue() < least) {
                return "a number from " + least.longValue();
            }
            return most != null && number.doubleValue() > most ? "a number up to " + most.longValue() : null;
        }
        return null;
    }

    T build() {
        return draft.build();
    }
}
