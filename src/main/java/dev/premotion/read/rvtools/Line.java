package dev.premotion.read.rvtools;

import dev.premotion.inventory.Draft;
import dev.premotion.read.rvtools.Column.Use;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One row of a sheet. Columns are named by their header; a cell that cannot be read is absent, and noted. */
final class Line {

    private static final BigDecimal DAYS_TO_1904 = BigDecimal.valueOf(1_462);

    final Sheet sheet;
    final int row;
    private final SheetRow cells;
    private final boolean since1904;
    private final Notes notes;
    private long filled;

    Line(Sheet sheet, int row, SheetRow cells, boolean since1904, Notes notes) {
        this.sheet = sheet;
        this.row = row;
        this.cells = cells;
        this.since1904 = since1904;
        this.notes = notes;
    }

    @Nullable
    String text(String header) {
        return (String) get(header);
    }

    @Nullable
    Integer count(String header) {
        return (Integer) get(header);
    }

    @Nullable
    Boolean truth(String header) {
        return (Boolean) get(header);
    }

    @Nullable
    Instant time(String header) {
        return (Instant) get(header);
    }

    @Nullable
    Object get(String header) {
        return get(sheet.table.position(header));
    }

    /** Whether the column is there and this cell of it empty; a cell of blanks was blanked by somebody and is not. */
    boolean empty(String header) {
        int position = sheet.table.position(header);
        return sheet.index(position) >= 0 && raw(position) == null && !blanked(position);
    }

    /** Whether no cell holds anything that is read. */
    boolean empty() {
        for (int position = 0; position < sheet.table.columns().size(); position++) {
            if (raw(position) != null) {
                return false;
            }
        }
        return true;
    }

    /** Whether each cell is filled without which the row is of no use. */
    boolean usable() {
        var columns = sheet.table.columns();
        for (int position = 0; position < columns.size(); position++) {
            if (columns.get(position).needed() && get(position) == null) {
                return false;
            }
        }
        return true;
    }

    /** Counts an empty cell among those that gave something: its emptiness did. */
    void tookEmpty(String header) {
        filled |= 1L << sheet.table.position(header);
    }

    String place(String header) {
        return sheet.place(header, row);
    }

    String place() {
        return sheet.place(0, row);
    }

    /** Sets what the cells of this row say as they stand, where the draft does not have it yet. */
    void fill(Draft<?> draft) {
        var columns = sheet.table.columns();
        for (int position = 0; position < columns.size(); position++) {
            var use = columns.get(position).use();
            if (use == Use.FACT || use == Use.AGAIN) {
                fill(draft, position);
            }
        }
    }

    private void fill(Draft<?> draft, int position) {
        var column = sheet.table.columns().get(position);
        var known = draft.get(column.property());
        if (known == null) {
            draft.set(column.property(), get(position));
        } else if (column.use() == Use.AGAIN) {
            var again = get(position);
            filled &= ~(1L << position);
            if (again != null && !again.equals(known)) {
                notes.odd(
                        sheet.place(position, row),
                        column.header() + " differs from what an earlier sheet says, which was kept",
                        again + " instead of " + known);
            }
        }
    }

    /** Where this row was read, with the columns that gave something so far. */
    RowOrigin origin(String file) {
        return new RowOrigin(file, sheet, row, filled);
    }

    private @Nullable Object get(int position) {
        var column = sheet.table.columns().get(position);
        var raw = raw(position);
        if (raw == null) {
            return whenEmpty(column, position);
        }
        if (since1904 && raw instanceof BigDecimal days && column.form() == Form.TIME) {
            raw = days.add(DAYS_TO_1904);
        }
        var value =
                raw instanceof SheetRow.Wrong ? null : column.form().reading().apply(raw);
        if (value == null) {
            notes.odd(
                    sheet.place(position, row),
                    column.header() + " should be " + column.form().expected() + "; taken as unknown",
                    "'" + raw + "'");
            return null;
        }
        filled |= 1L << position;
        return value == Form.UNSET ? null : value;
    }

    private @Nullable Object whenEmpty(Column column, int position) {
        if (column.whenEmpty() == null
                || column.witness() == null
                || sheet.index(position) < 0
                || blanked(position)
                || raw(sheet.table.position(column.witness())) == null) {
            return null;
        }
        filled |= 1L << position;
        return column.whenEmpty();
    }

    /** What a cell holds: a text, a number, a truth value, or what an error left. */
    private @Nullable Object raw(int position) {
        var value = value(position);
        if (value instanceof String text) {
            var plain = strip(text);
            return plain.isEmpty() ? null : plain;
        }
        return value;
    }

    private boolean blanked(int position) {
        return value(position) instanceof String text
                && !text.isEmpty()
                && strip(text).isEmpty();
    }

    /** Like {@link String#strip}, but for blanks that do not break lines too. */
    private static String strip(String text) {
        int end = text.length();
        int start = 0;
        while (start < end && blank(text.charAt(start))) {
            start++;
        }
        while (end > start && blank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean blank(char c) {
        return c == '\u00a0' || Character.isWhitespace(c);
    }

    private @Nullable Object value(int position) {
        int index = sheet.index(position);
        return index < 0 ? null : cells.value(index);
    }
}
