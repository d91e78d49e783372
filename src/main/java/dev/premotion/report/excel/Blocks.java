package dev.premotion.report.excel;

import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** A sheet that people read from top to bottom: blocks of four columns, the last one for sentences. */
final class Blocks {

    private static final int[] WIDTHS = {36, 12, 12, 74, 56};
    private static final int CHARACTER = 256;
    private static final int LAST = 3;
    private static final int TITLE_POINTS = 16;
    private static final float TITLE_ROW_POINTS = 24;
    private static final int TEXT_POINTS = 10;

    private final XSSFSheet sheet;
    private final Styles styles;
    private final XSSFCellStyle title;
    private final XSSFCellStyle free;
    private int next;

    Blocks(XSSFWorkbook workbook, String name, Styles styles) {
        this.sheet = workbook.createSheet(name);
        this.styles = styles;
        this.title = styles.free(true, TITLE_POINTS, false);
        this.free = styles.free(false, TEXT_POINTS, false);
        sheet.setDisplayGridlines(false);
        for (int i = 0; i < WIDTHS.length; i++) {
            sheet.setColumnWidth(i, WIDTHS[i] * CHARACTER);
        }
    }

    /** Index of the next row, from 0. */
    int next() {
        return next;
    }

    void title(String text) {
        XSSFRow row = sheet.createRow(next++);
        row.setHeightInPoints(TITLE_ROW_POINTS);
        write(row.createCell(0), text, title);
    }

    void line(String text) {
        write(sheet.createRow(next++).createCell(0), text, free);
    }

    void note(String text) {
        line(text);
    }

    /** Begins a block. */
    void headings(String... texts) {
        next++;
        XSSFRow row = sheet.createRow(next++);
        for (int i = 0; i < texts.length; i++) {
            write(row.createCell(i), texts[i], styles.heading(i > 0 && i < LAST));
        }
    }

    /** One row; absent cells stay empty. */
    void row(@Nullable Cell... cells) {
        XSSFRow row = sheet.createRow(next++);
        int lines = 1;
        for (int i = 0; i <= LAST; i++) {
            Cell cell = i < cells.length ? cells[i] : null;
            XSSFCell target = row.createCell(i);
            target.setCellStyle(styles.blank());
            if (cell != null) {
                write(target, cell, i == 0 || i == LAST);
            }
            if (cell instanceof Cell.Text text) {
                lines = Math.max(lines, Heights.lines(text.text(), WIDTHS[i]));
            }
        }
        row.setHeightInPoints(Heights.points(lines));
    }

    /** Draws the numbers of the rows {@code first} to {@code last} beside them. */
    void chart(String counted, int first, int last) {
        VerdictChart.draw(
                sheet,
                counted,
                new CellRangeAddress(first, last, 0, 0),
                new CellRangeAddress(first, last, 1, 1),
                WIDTHS.length - 1);
    }

    void finish(String footer) {
        Print.landscape(sheet, footer, 1);
    }

    private void write(XSSFCell target, Cell cell, boolean wraps) {
        if (cell instanceof Cell.Amount amount) {
            target.setCellStyle(styles.of(cell, false));
            target.setCellValue(amount.form().cell(amount.value()));
        } else if (cell instanceof Cell.Text text) {
            write(target, text.text(), styles.of(cell, wraps));
            link(target, text.target());
        }
    }

    private static void write(XSSFCell target, String text, XSSFCellStyle style) {
        target.setCellStyle(style);
        target.setCellValue(CellText.of(text));
    }

    private void link(XSSFCell from, Cell.@Nullable Target to) {
        if (to != null) {
            XSSFHyperlink link = sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            link.setAddress("'" + to.sheet() + "'!A" + to.row());
            link.setTooltip(to.tip());
            from.setHyperlink(link);
        }
    }
}
