package dev.premotion.report.excel;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** The cell styles of one workbook, each made once: a workbook holds 64,000 of them at most. */
final class Styles {

    private static final String RULE = "D5DBE1";
    private static final String LINK = "1B5E8C";

    private final XSSFWorkbook workbook;
    private final Map<Key, XSSFCellStyle> made = new HashMap<>();

    /** @param quoted whether spreadsheets are to keep the cell a text when somebody edits it */
    private record Key(Tone tone, @Nullable String format, boolean wraps, boolean quoted, boolean linked) {}

    Styles(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    XSSFCellStyle heading(boolean ofNumbers) {
        String format = ofNumbers ? "General" : null;
        return made.computeIfAbsent(new Key(Tone.HEADING, format, true, false, false), key -> {
            XSSFCellStyle style = styled(key);
            style.setVerticalAlignment(VerticalAlignment.CENTER);
            return style;
        });
    }

    XSSFCellStyle blank() {
        return made.computeIfAbsent(new Key(Tone.PLAIN, null, false, false, false), this::styled);
    }

    XSSFCellStyle of(Cell cell, boolean wraps) {
        return made.computeIfAbsent(key(cell, wraps), this::styled);
    }

    private static Key key(Cell cell, boolean wraps) {
        if (cell instanceof Cell.Text text) {
            return new Key(text.tone(), null, wraps, CellText.startsFormula(text.text()), text.target() != null);
        }
        Cell.Amount amount = (Cell.Amount) cell;
        return new Key(Tone.PLAIN, amount.form().format(amount.guessed()), false, false, false);
    }

    /** Text without a rule below it. */
    XSSFCellStyle free(boolean bold, int points, boolean wraps) {
        XSSFFont font = workbook.createFont();
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        font.setColor(color(Tone.PLAIN.ink()));
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setWrapText(wraps);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private XSSFCellStyle styled(Key key) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font(key));
        style.setWrapText(key.wraps());
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setAlignment(key.format() == null ? HorizontalAlignment.LEFT : HorizontalAlignment.RIGHT);
        style.setIndention((short) 1);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBottomBorderColor(color(RULE));
        style.setQuotePrefixed(key.quoted());
        if (key.tone() != Tone.PLAIN) {
            style.setFillForegroundColor(color(key.tone().fill()));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        if (key.format() != null) {
            style.setDataFormat(workbook.createDataFormat().getFormat(key.format()));
        }
        return style;
    }

    private XSSFFont font(Key key) {
        XSSFFont font = workbook.createFont();
        font.setFontHeightInPoints((short) 10);
        font.setBold(key.tone() == Tone.HEADING);
        font.setColor(color(key.linked() ? LINK : key.tone().ink()));
        font.setUnderline(key.linked() ? Font.U_SINGLE : Font.U_NONE);
        return font;
    }

    static XSSFColor color(String rgb) {
        return new XSSFColor(HexFormat.of().parseHex(rgb));
    }
}
