package dev.premotion.report;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.DatastoreMount;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Ref;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A value that decided as text: things by their names, their properties as the catalogue calls them, nothing for what is absent. */
final class ValueWords {

    private static final int MOST = 12;

    /** What a thing is called by, the first that it has. */
    private static final List<String> NAMES = List.of("name", "label", "device", "key");

    private ValueWords() {}

    static @Nullable String of(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        return value instanceof Listing<?> listing ? listing(listing) : item(value);
    }

    private static String listing(Listing<?> listing) {
        var separator = listing.stream().anyMatch(ValueWords::plain) ? "; " : ", ";
        var items = listing.stream().limit(MOST).map(ValueWords::item).collect(Collectors.joining(separator));
        var more = listing.size() > MOST ? " and " + (listing.size() - MOST) + " more" : "";
        return (items.isEmpty() ? "none" : items + more) + (listing.complete() ? "" : " (perhaps others)");
    }

    private static String item(Object item) {
        if (item instanceof DatastoreMount mount) {
            return mount.datastore();
        }
        if (item instanceof Collection<?> several) {
            return several.isEmpty()
                    ? "none"
                    : several.stream().map(ValueWords::item).collect(Collectors.joining(" and "));
        }
        return plain(item) ? properties((Record) item) : item.toString();
    }

    /** Whether it is a record that does not say itself how it reads. */
    private static boolean plain(Object item) {
        return item instanceof Record
                && item.toString().startsWith(item.getClass().getSimpleName() + "[");
    }

    private static String properties(Record record) {
        var name = NAMES.stream()
                .filter(property -> Draft.has(record.getClass(), property))
                .filter(property -> Draft.value(record, property) != null)
                .findFirst()
                .orElse("");
        var rest = Stream.of(record.getClass().getRecordComponents())
                .map(RecordComponent::getName)
                .filter(property -> !property.equals(name))
                .map(property -> property(record, property))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        if (name.isEmpty()) {
            return rest.isEmpty() ? "nothing known" : rest;
        }
        var called = Objects.toString(Draft.value(record, name));
        return rest.isEmpty() ? called : called + " (" + rest + ")";
    }

    private static String property(Record record, String property) {
        var value = Draft.value(record, property);
        return value == null || value instanceof Ref
                ? ""
                : property + " " + (value instanceof Listing<?> listing ? item(listing.items()) : item(value));
    }
}
