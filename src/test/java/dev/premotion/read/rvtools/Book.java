package dev.premotion.read.rvtools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook written part by part, so that a test can also write what no program writes. A cell is a text, a number, a truth
 * value, {@link #raw XML}, or absent where null.
 */
final class Book {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, StringBuilder> sheets = new LinkedHashMap<>();
    private String properties = "";
    private boolean numbered = true;
    private StringBuilder rows = new StringBuilder();
    private int row;

    /** Starts a sheet; its header is a list with vertical bars. */
    Book sheet(String name, String headers) {
        return sheet(name).row((Object[]) headers.split("\\|", -1));
    }

    /** Starts a sheet without a header. */
    Book sheet(String name) {
        rows = new StringBuilder();
        row = 0;
        sheets.put(name, rows);
        return this;
    }

    Book row(Object... cells) {
        row++;
        rows.append(numbered ? "<row r=\"" + row + "\">" : "<row>");
        for (int i = 0; i < cells.length; i++) {
            rows.append(
                    cells[i] == null ? "" : cell(numbered ? " r=\"" + Sheet.letters(i) + row + "\"" : "", cells[i]));
        }
        rows.append("</row>");
        return this;
    }

    /** Anything between the rows. */
    Book xml(String xml) {
        rows.append(xml);
        return this;
    }

    Book skipTo(int next) {
        row = next - 1;
        return this;
    }

    /** Leaves row numbers and cell references out, as the format allows. */
    Book withoutReferences() {
        numbered = false;
        return this;
    }

    Book since1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    /** A cell as it stands in the file; {@code %s} is where its reference goes. */
    static Xml raw(String xml) {
        return new Xml(xml);
    }

    record Xml(String xml) {}

    private static String cell(String reference, Object value) {
        if (value instanceof Xml cell) {
            return cell.xml.formatted(reference);
        }
        if (value instanceof Number number) {
            return "<c" + reference + "><v>" + number + "</v></c>";
        }
        if (value instanceof Boolean truth) {
            return "<c" + reference + " t=\"b\"><v>" + (truth ? 1 : 0) + "</v></c>";
        }
        var text = value.toString().replace("&", "&amp;").replace("<", "&lt;");
        return "<c" + reference + " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + text + "</t></is></c>";
    }

    Path write(Path folder) {
        return write(folder, "export.xlsx");
    }

    Path write(Path folder, String name) {
        var file = folder.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts().entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** Reads it back as the export it is. */
    RvToolsExport read(Path folder) {
        return RvToolsReader.export(write(folder), "export.xlsx");
    }

    private Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        var types = new StringBuilder();
        var links = new StringBuilder();
        var names = new StringBuilder();
        int number = 0;
        for (var sheet : sheets.entrySet()) {
            number++;
            types.append(
                    "<Override PartName=\"/xl/worksheets/sheet" + number
                            + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>");
            links.append("<Relationship Id=\"rId" + number + "\" Type=\"" + LINKS
                    + "/worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>");
            names.append(
                    "<sheet name=\"" + sheet.getKey() + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"/>");
            parts.put(
                    "xl/worksheets/sheet" + number + ".xml",
                    "<?xml version=\"1.0\"?><worksheet xmlns=\"" + MAIN
                            + "\"><dimension ref=\"A1:CL1048576\"/><sheetData>" + sheet.getValue()
                            + "</sheetData></worksheet>");
        }
        parts.put(
                "[Content_Types].xml",
                "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                        + ".spreadsheetml.sheet.main+xml\"/>" + types + "</Types>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + links + "</Relationships>");
        parts.put(
                "xl/workbook.xml",
                "<?xml version=\"1.0\"?><workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + LINKS + "\">" + properties
                        + "<sheets>" + names + "</sheets></workbook>");
        return parts;
    }
}
