package dev.premotion.read.rvtools;

import dev.premotion.inventory.Origin;
import org.jspecify.annotations.Nullable;

/**
 * A row that something was read from: one for each thing and sheet, so it holds little.
 *
 * @param file workbook as the user named it
 * @param sheet sheet with its columns
 * @param row row number as Excel shows it
 * @param filled a bit for each column of the table that gave something
 */
record RowOrigin(String file, Sheet sheet, int row, long filled) implements Origin {

    @Override
    public @Nullable String of(String property) {
        var columns = sheet.table.columns();
        for (int position = 0; position < columns.size(); position++) {
            if ((filled >> position & 1) == 1
                    && columns.get(position).properties().contains(property)) {
                return file + " " + sheet.place(position, row);
            }
        }
        return null;
    }
}
