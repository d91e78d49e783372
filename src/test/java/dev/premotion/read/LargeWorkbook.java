package dev.premotion.read;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * A workbook of any size made of a real one: its rows about VMs again and again, each time for another VM. Columns, cells and
 * texts are those of the real one.
 */
final class LargeWorkbook {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, Integer> strings = new LinkedHashMap<>();
    private final int vms;

    private LargeWorkbook(int vms) {
        this.vms = vms;
    }

    static void write(Path template, int vms, Path file) throws IOException {
        new LargeWorkbook(vms).write(template.toFile(), file);
    }

    private void write(File template, Path file) throws IOException {
        try (var workbook = new ReadableWorkbook(template);
                var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            var names = new ArrayList<String>();
            for (var sheet : workbook.getSheets().toList()) {
                names.add(sheet.getName());
                zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + names.size() + ".xml"));
                var rows = new ArrayList<List<@Nullable Object>>();
                try (var stream = sheet.openStream()) {
                    stream.limit(2_000).forEach(row -> {
                        var cells = new ArrayList<@Nullable Object>();
                        row.forEach(cell -> cells.add(cell == null ? null : value(cell)));
                        if (cells.stream().anyMatch(cell -> cell != null)) {
                            rows.add(cells);
                        }
                    });
                }
                sheet(rows, zip);
                zip.closeEntry();
            }
            parts(names, zip);
        }
    }

    private static @Nullable Object value(Cell cell) {
        var value = cell.getValue();
        return value == null || value.toString().isEmpty() ? null : value;
    }

    private void sheet(List<List<@Nullable Object>> rows, OutputStream out) throws IOException {
        text(out, "<?xml version=\"1.0\"?><worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        if (!rows.isEmpty()) {
            row(rows.get(0), 1, -1, out);
            int vm = rows.get(0).indexOf("VM");
            int id = rows.get(0).indexOf("VM ID");
            var owners = rows.stream()
                    .skip(1)
                    .map(row -> vm < 0 || vm >= row.size() ? null : row.get(vm))
                    .distinct()
                    .toList();
            int number = 1;
            int times = vm < 0 ? 1 : Math.max(1, (vms + 8) / 9);
            for (int time = 0; time < times; time++) {
                for (var row : rows.subList(1, rows.size())) {
                    var own = new ArrayList<>(row);
                    if (vm >= 0 && vm < own.size()) {
                        int which = owners.indexOf(own.get(vm));
                        own.set(vm, own.get(vm) + "-" + time);
                        if (id >= 0 && id < own.size()) {
                            own.set(id, "vm-" + (1_000 + time * 100 + which));
                        }
                    }
                    row(own, ++number, vm, out);
                }
            }
        }
        text(out, "</sheetData></worksheet>");
    }

    private void row(List<@Nullable Object> cells, int number, int own, OutputStream out) throws IOException {
        var text = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < cells.size(); i++) {
            var value = cells.get(i);
            if (value == null) {
                continue;
            }
            text.append("<c r=\"").append(letters(i)).append(number);
            if (value instanceof BigDecimal) {
                text.append("\"><v>").append(value).append("</v></c>");
            } else if (value instanceof Boolean truth) {
                text.append("\" t=\"b\"><v>").append(truth ? 1 : 0).append("</v></c>");
            } else {
                int at = strings.computeIfAbsent(value.toString(), key -> strings.size());
                text.append("\" t=\"s\"><v>").append(at).append("</v></c>");
            }
        }
        text(out, text.append("</row>").toString());
    }

    private static String letters(int column) {
        var letters = new StringBuilder(3);
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    private void parts(List<String> names, ZipOutputStream zip) throws IOException {
        var types = new StringBuilder();
        var links = new StringBuilder();
        var sheets = new StringBuilder();
        for (int i = 1; i <= names.size(); i++) {
            types.append(
                    "<Override PartName=\"/xl/worksheets/sheet" + i
                            + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>");
            links.append("<Relationship Id=\"rId" + i + "\" Type=\"" + LINKS + "/worksheet\" Target=\"worksheets/sheet"
                    + i + ".xml\"/>");
            sheets.append("<sheet name=\"" + names.get(i - 1) + "\" sheetId=\"" + i + "\" r:id=\"rId" + i + "\"/>");
        }
        part(
                zip,
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                        + ".spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/"
                        + "vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/>" + types + "</Types>");
        part(
                zip,
                "xl/_rels/workbook.xml.rels",
                "<Relationships" + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + links
                        + "</Relationships>");
        part(
                zip,
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + LINKS + "\"><sheets>" + sheets
                        + "</sheets></workbook>");
        var texts = new StringBuilder("<sst xmlns=\"" + MAIN + "\">");
        strings.keySet()
                .forEach(text -> texts.append("<si><t xml:space=\"preserve\">")
                        .append(text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "")
                                .replace("&", "&amp;")
                                .replace("<", "&lt;"))
                        .append("</t></si>"));
        part(zip, "xl/sharedStrings.xml", texts.append("</sst>").toString());
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        text(zip, "<?xml version=\"1.0\"?>" + text);
        zip.closeEntry();
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
