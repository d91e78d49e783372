package dev.premotion.report.excel;

import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTable;

/**
 * One sheet with one table: headings in its first row, so that filters, pivot tables and scripts find them; a native Excel
 * table; widths reckoned from the texts, as measuring fonts would make them depend on the machine.
 */
final class TableSheet<T> {

    private static final int NARROWEST = 6;
    private static final int WIDEST_NAME = 40;
    private static final int WIDEST_WHOLE = 80;
    private static final int WIDEST_PROSE = 58;
    private static final int CHARACTER = 256;
    private static final int PADDING = 3;
    private static final int FILTER_BUTTON = 3;
    private static final short HEADING_POINTS = 32;
    private static final int CHARACTERS_A_PAGE = 265;
    private static final int MOST_LINKS = 65_530;

    private final SXSSFWorkbook workbook;
    private final SXSSFSheet sheet;
    private final List<Column<T>> columns;
    private final Styles styles;
    private final int[] longest;
    private int rows;
    private int links;
    private int linesInRow = 1;

    TableSheet(SXSSFWorkbook workbook, String name, List<Column<T>> columns, Styles styles) {
        this.workbook = workbook;
        this.sheet = workbook.createSheet(name);
        this.columns = columns;
        this.styles = styles;
        this.longest = new int[columns.size()];
        headings();
    }

    /** How many rows there are, with the headings. */
    int rows() {
        return rows;
    }

    void add(T row) {
        SXSSFRow line = sheet.createRow(rows++);
        for (int i = 0; i < columns.size(); i++) {
            Cell cell = columns.get(i).value().of(row);
            if (cell == null) {
                line.createCell(i).setCellStyle(styles.blank());
            } else {
                write(line.createCell(i), cell, i);
            }
        }
        line.setHeightInPoints(Heights.points(linesInRow));
        linesInRow = 1;
    }

    /** For a table without rows: an empty sheet would look as if it had been forgotten. */
    void sayNothing() {
        sheet.createRow(1).createCell(0).setCellValue("None.");
    }

    void finish(String footer) {
        int width = 0;
        for (int i = 0; i < longest.length; i++) {
            int widest = widest(columns.get(i).kind());
            int characters = Math.min(widest, Math.max(NARROWEST, longest[i])) + PADDING;
            sheet.setColumnWidth(i, characters * CHARACTER);
            width += characters;
        }
        sheet.createFreezePane(1, 1);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
        sheet.setRepeatingColumns(CellRangeAddress.valueOf("A:A"));
        Print.landscape(sheet, footer, 1 + width / CHARACTERS_A_PAGE);
        if (rows > 1) {
            table();
        }
    }

    private static int widest(Column.Kind kind) {
        return switch (kind) {
            case NAME, NUMBER -> WIDEST_NAME;
            case WHOLE -> WIDEST_WHOLE;
            case PROSE -> WIDEST_PROSE;
        };
    }

    private void headings() {
        SXSSFRow line = sheet.createRow(rows++);
        line.setHeightInPoints(HEADING_POINTS);
        for (int i = 0; i < columns.size(); i++) {
            String heading = columns.get(i).heading();
            SXSSFCell cell = line.createCell(i);
            cell.setCellValue(heading);
            cell.setCellStyle(styles.heading(columns.get(i).kind() == Column.Kind.NUMBER));
            longest[i] = longestWord(heading) + FILTER_BUTTON;
        }
    }

    private void write(SXSSFCell target, Cell cell, int column) {
        target.setCellStyle(styles.of(cell, columns.get(column).wraps()));
        if (cell instanceof Cell.Amount amount) {
            target.setCellValue(amount.form().cell(amount.value()));
            longest[column] = Math.max(longest[column], amount.form().width());
        } else if (cell instanceof Cell.Text text) {
            String safe = CellText.of(text.text());
            target.setCellValue(safe);
            longest[column] = Math.max(longest[column], Heights.longestLine(safe));
            if (columns.get(column).wraps()) {
                linesInRow = Math.max(linesInRow, Heights.lines(safe, WIDEST_PROSE));
            }
            link(target, text.target());
        }
    }

    private void link(SXSSFCell from, Cell.@Nullable Target to) {
        if (to == null || links == MOST_LINKS) {
            return;
        }
        links++;
        XSSFHyperlink link = (XSSFHyperlink) workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("'" + to.sheet() + "'!A" + to.row());
        link.setTooltip(to.tip());
        from.setHyperlink(link);
    }

    private void table() {
        XSSFSheet written = workbook.getXSSFWorkbook().getSheet(sheet.getSheetName());
        CellReference end = new CellReference(rows - 1, columns.size() - 1);
        XSSFTable table =
                written.createTable(new AreaReference(new CellReference(0, 0), end, SpreadsheetVersion.EXCEL2007));
        String name = sheet.getSheetName().replaceAll("[^A-Za-z0-9]", "");
        table.setName(name);
        table.setDisplayName(name);
        CTTable xml = table.getCTTable();
        xml.addNewAutoFilter().setRef(xml.getRef());
        for (int i = 0; i < columns.size(); i++) {
            xml.getTableColumns().getTableColumnArray(i).setName(columns.get(i).heading());
        }
        written.addIgnoredErrors(
                new CellRangeAddress(1, rows - 1, 0, columns.size() - 1), IgnoredErrorType.NUMBER_STORED_AS_TEXT);
    }

    private static int longestWord(String text) {
        int longest = 0;
        for (String word : text.split(" ", -1)) {
            longest = Math.max(longest, word.length());
        }
        return longest;
    }
}
