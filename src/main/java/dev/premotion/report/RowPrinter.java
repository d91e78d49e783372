package dev.premotion.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;

/**
 * Lays out JSON so that each member of a list has its line: {@code diff} and {@code grep} then speak of whole migrations,
 * and 10,000 of them stay a file that an editor opens.
 */
final class RowPrinter extends MinimalPrettyPrinter {

    private static final long serialVersionUID = 1L;

    /** The root and what stands directly in it, such as {@code summary}. */
    private static final int OBJECTS_OPEN_TO = 2;

    /** Lists of the root, such as {@code migrations}, and lists in its objects, such as {@code simulation.migrations}. */
    private static final int LISTS_OPEN_TO = 3;

    @Override
    public void beforeObjectEntries(JsonGenerator json) throws IOException {
        startRow(json, "");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
        json.writeRaw(',');
        startRow(json, " ");
    }

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
        json.writeRaw(": ");
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) throws IOException {
        endRows(json, entries);
        json.writeRaw('}');
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) throws IOException {
        startRow(json, "");
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
        json.writeRaw(',');
        startRow(json, " ");
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) throws IOException {
        endRows(json, values);
        json.writeRaw(']');
    }

    private static void startRow(JsonGenerator json, String inline) throws IOException {
        JsonStreamContext here = json.getOutputContext();
        json.writeRaw(open(here) ? newLine(here.getNestingDepth()) : inline);
    }

    private static void endRows(JsonGenerator json, int entries) throws IOException {
        JsonStreamContext here = json.getOutputContext();
        if (entries > 0 && open(here)) {
            json.writeRaw(newLine(here.getNestingDepth() - 1));
        }
    }

    private static boolean open(JsonStreamContext here) {
        return here.getNestingDepth() <= (here.inArray() ? LISTS_OPEN_TO : OBJECTS_OPEN_TO);
    }

    private static String newLine(int depth) {
        return "\n" + "  ".repeat(depth);
    }
}
