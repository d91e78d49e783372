package dev.premotion.read.rvtools;

import dev.premotion.read.rvtools.SheetRow.Wrong;
import dev.premotion.read.rvtools.SheetSource.Columns;
import dev.premotion.read.rvtools.SheetSource.Rows;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a sheet, one at a time. Only the cells of the columns that are asked for are made: a sheet of RVTools has
 * about three times as many as rules need.
 */
final class SheetXml implements Rows {

    /** Columns go to XFD; more would only be there to fill the memory. */
    private static final int MOST_COLUMNS = 16_384;

    /** Longer numbers are none. */
    private static final int LONGEST_NUMBER = 400;

    private final InputStream in;
    private final XmlPart xml;
    private final SharedStrings strings;
    private final Columns columns;
    private final StringBuilder text = new StringBuilder();
    private boolean inside;

    SheetXml(InputStream in, SharedStrings strings, Columns columns) throws XMLStreamException {
        this.in = in;
        this.xml = new XmlPart(in);
        this.strings = strings;
        this.columns = columns;
    }

    @Override
    public @Nullable SheetRow next() throws IOException {
        try {
            while (!inside) {
                if (!xml.next()) {
                    return null;
                }
                inside = xml.is("sheetData");
            }
            while (xml.child()) {
                if (xml.is("row")) {
                    return row();
                }
                xml.skip();
            }
            return null;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private SheetRow row() throws XMLStreamException {
        int number = rowNumber(xml.attribute("r"));
        var cells = new Cells(columns.most());
        int next = 0;
        while (xml.child()) {
            if (!xml.is("c")) {
                xml.skip();
                continue;
            }
            var reference = xml.attribute("r");
            int column = reference == null ? next : column(reference);
            if (column < 0 || column >= MOST_COLUMNS) {
                throw new XMLStreamException("a cell beyond the last column");
            }
            next = column + 1;
            cells.stands(column);
            if (columns.wanted(column)) {
                cells.set(column, value(xml.attribute("t")));
            } else {
                xml.skip();
            }
        }
        return cells.row(number);
    }

    private static int rowNumber(@Nullable String said) {
        try {
            return said == null ? 0 : Integer.parseInt(said);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Of {@code AF7} the number of column AF, from 0; -1 where it is no cell. */
    private static int column(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length(); i++) {
            int letter = (reference.charAt(i) | 0x20) - 'a';
            if (letter < 0 || letter > 25) {
                break;
            }
            column = Math.min(column * 26 + letter + 1, MOST_COLUMNS + 1);
        }
        return column - 1;
    }

    private @Nullable Object value(@Nullable String type) throws XMLStreamException {
        boolean inline = "inlineStr".equals(type);
        boolean found = false;
        text.setLength(0);
        while (xml.child()) {
            if (xml.is(inline ? "is" : "v")) {
                text.setLength(0);
                xml.text(text);
                found = true;
            } else {
                xml.skip(); // a formula: what counts is what it came to
            }
        }
        return !found || text.isEmpty() ? null : value(type == null ? "n" : type, text.toString());
    }

    private @Nullable Object value(String type, String raw) {
        return switch (type) {
            case "n" -> number(raw);
            case "s" -> strings.get(raw);
            case "b" -> raw.equals("1") ? Boolean.TRUE : raw.equals("0") ? Boolean.FALSE : new Wrong(raw);
            case "str", "inlineStr", "d" -> raw;
            default -> new Wrong(raw);
        };
    }

    private static Object number(String raw) {
        try {
            return raw.length() > LONGEST_NUMBER ? new Wrong(raw) : new BigDecimal(raw);
        } catch (NumberFormatException e) {
            return new Wrong(raw);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** The cells of one row. */
    private static final class Cells {

        private @Nullable Object[] values;
        private int count;

        private Cells(int expected) {
            values = new Object[expected];
        }

        /** A cell stands here, wanted or not. */
        private void stands(int column) {
            count = Math.max(count, column + 1);
        }

        private void set(int column, @Nullable Object value) {
            if (column >= values.length) {
                values = java.util.Arrays.copyOf(values, Math.max(column + 1, values.length * 2));
            }
            values[column] = value;
        }

        private SheetRow row(int number) {
            return new SheetRow.OfWorkbook(number, count, values);
        }
    }
}
