package dev.premotion.report.excel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Writes the tables of one workbook, each on its sheet, or on several where one does not hold it. */
final class Tables {

    /** Rows that Excel lets a sheet have, with the headings. */
    static final int ROWS_A_SHEET = 1_048_576;

    private final SXSSFWorkbook workbook;
    private final Styles styles;
    private final String footer;
    private final int rowsASheet;
    private final List<Written> written = new ArrayList<>();

    /** @param rows without the headings; a table on several sheets is listed once, by its first */
    record Written(String sheet, String purpose, long rows) {}

    /** @param footer what every printed page says beside its number */
    Tables(SXSSFWorkbook workbook, Styles styles, String footer, int rowsASheet) {
        this.workbook = workbook;
        this.styles = styles;
        this.footer = footer;
        this.rowsASheet = rowsASheet;
    }

    /** Adds a table; a stream of rows is never held as a whole. */
    <T> void add(String name, String purpose, List<Column<T>> columns, Stream<T> rows) {
        Writing<T> writing = new Writing<>(name, columns);
        rows.sequential().forEach(writing::row);
        written.add(new Written(name, purpose, writing.finish()));
    }

    /** Where the row of a table stands; {@code index} from 0. */
    Cell.Target target(String name, int index, String tip) {
        int each = rowsASheet - 1;
        return new Cell.Target(part(name, index / each), index % each + 2, tip);
    }

    List<Written> written() {
        return List.copyOf(written);
    }

    private static String part(String name, int part) {
        return part == 0 ? name : name + " (" + (part + 1) + ")";
    }

    /** The sheet that is being written, and after it the next. */
    private final class Writing<T> {
        private final String name;
        private final List<Column<T>> columns;
        private TableSheet<T> sheet;
        private long rows;
        private int parts;

        Writing(String name, List<Column<T>> columns) {
            this.name = name;
            this.columns = columns;
            this.sheet = start();
        }

        void row(T row) {
            if (sheet.rows() == rowsASheet) {
                sheet.finish(footer);
                sheet = start();
            }
            sheet.add(row);
            rows++;
        }

        long finish() {
            if (rows == 0) {
                sheet.sayNothing();
            }
            sheet.finish(footer);
            return rows;
        }

        private TableSheet<T> start() {
            return new TableSheet<>(workbook, part(name, parts++), columns, styles);
        }
    }
}
