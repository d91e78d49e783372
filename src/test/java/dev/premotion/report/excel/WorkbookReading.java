package dev.premotion.report.excel;

import dev.premotion.report.Result;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook as somebody sees it who opens the file. */
final class WorkbookReading {

    private final XSSFWorkbook workbook;

    private WorkbookReading(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    static byte[] bytes(Result result) {
        return bytes(result, Tables.ROWS_A_SHEET);
    }

    static byte[] bytes(Result result, int rowsASheet) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Workbook.write(result, out, rowsASheet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static WorkbookReading of(Result result) {
        return of(bytes(result));
    }

    static WorkbookReading of(byte[] bytes) {
        try {
            return new WorkbookReading(new XSSFWorkbook(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    XSSFWorkbook workbook() {
        return workbook;
    }

    List<String> sheets() {
        List<String> names = new ArrayList<>();
        workbook.sheetIterator().forEachRemaining(sheet -> names.add(sheet.getSheetName()));
        return names;
    }

    XSSFSheet sheet(String name) {
        return workbook.getSheet(name);
    }

    /** How many rows the table of a sheet has. */
    int rows(String sheet) {
        return sheet(sheet).getTables().isEmpty() ? 0 : sheet(sheet).getLastRowNum();
    }

    /** The texts of one column of a table, below its heading. */
    List<String> column(String sheet, String heading) {
        int index = index(sheet(sheet).getRow(0), heading);
        List<String> texts = new ArrayList<>();
        for (int i = 1; i <= rows(sheet); i++) {
            texts.add(text(sheet(sheet).getRow(i).getCell(index)));
        }
        return texts;
    }

    static int index(Row headings, String heading) {
        for (Cell cell : headings) {
            if (cell.getStringCellValue().equals(heading)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError("No column " + heading);
    }

    /** The number beside a text on the summary, from the given heading on. */
    double summary(String heading, String label) {
        boolean found = false;
        for (Row row : sheet("Summary")) {
            String first = text(row.getCell(0));
            found |= first.equals(heading);
            if (found && first.equals(label)) {
                return row.getCell(1).getNumericCellValue();
            }
        }
        throw new AssertionError("No " + label + " below " + heading);
    }

    void eachCell(Consumer<Cell> look) {
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                row.forEach(look);
            }
        }
    }

    static String text(@org.jspecify.annotations.Nullable Cell cell) {
        return cell == null ? "" : new DataFormatter(java.util.Locale.ROOT).formatCellValue(cell);
    }
}
