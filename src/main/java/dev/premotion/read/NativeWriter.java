package dev.premotion.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.premotion.answer.Listing;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes an inventory as native JSON: the same inventory, the same bytes; what is unknown is left out. */
public final class NativeWriter {

    private final JsonGenerator json;

    private NativeWriter(JsonGenerator json) {
        this.json = json;
    }

    /**
     * Writes in UTF-8, indented by two spaces, lines ended by a line feed.
     *
     * @throws IOException where the stream cannot be written
     */
    public static void write(Inventory inventory, OutputStream out) throws IOException {
        var indent = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
        printer.indentArraysWith(indent);
        printer.indentObjectsWith(indent);
        try (var json = new JsonFactory().createGenerator(out).setPrettyPrinter(printer)) {
            new NativeWriter(json).top(inventory);
            json.writeRaw('\n');
        }
    }

    private void top(Inventory inventory) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", NativeReader.FORMAT);
        // A default for vCenters without a time of their own, so it must not reach one whose time is unknown.
        if (inventory.vCenters().stream().allMatch(vCenter -> vCenter.capturedAt() != null)) {
            value(
                    "capturedAt",
                    inventory.vCenters().stream()
                            .map(VCenter::capturedAt)
                            .filter(Objects::nonNull)
                            .max(Comparator.naturalOrder())
                            .orElse(null));
        }
        value("vCenters", Listing.complete(inventory.vCenters()));
        if (inventory.links().complete() || inventory.links().size() > 0) {
            value("links", inventory.links());
        }
        json.writeEndObject();
    }

    private void value(String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeFieldName(name);
            value(value);
        }
    }

    private void value(Object value) throws IOException {
        if (value instanceof Listing<?> listing) {
            listing(listing);
        } else if (value instanceof Iterable<?> items) {
            items(items);
        } else if (value instanceof Map<?, ?> map) {
            map(map);
        } else if (value instanceof Record record) {
            record(record);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Instant || value instanceof Enum || value instanceof String) {
            json.writeString(value.toString());
        } else {
            throw new IllegalStateException("a value of a type that no inventory has: " + value.getClass());
        }
    }

    private void record(Record record) throws IOException {
        json.writeStartObject();
        if (Draft.value(record, "ref") instanceof Ref ref) {
            var identity = Identity.property(record.getClass());
            if (!Draft.has(record.getClass(), identity)) {
                json.writeStringField(identity, ref.id());
            }
        }
        for (var property : Draft.properties(record.getClass())) {
            if (!property.getName().equals("ref")) {
                value(property.getName(), Draft.value(record, property.getName()));
            }
        }
        json.writeEndObject();
    }

    private void listing(Listing<?> listing) throws IOException {
        if (listing.complete()) {
            items(listing);
            return;
        }
        json.writeStartObject();
        json.writeBooleanField("complete", false);
        json.writeFieldName("items");
        items(listing);
        json.writeEndObject();
    }

    private void items(Iterable<?> items) throws IOException {
        json.writeStartArray();
        for (var item : items) {
            value(item);
        }
        json.writeEndArray();
    }

    private void map(Map<?, ?> map) throws IOException {
        json.writeStartObject();
        for (var entry : new TreeMap<>(map).entrySet()) {
            value(String.valueOf(entry.getKey()), entry.getValue());
        }
        json.writeEndObject();
    }
}
