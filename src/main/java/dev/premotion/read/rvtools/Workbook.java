package dev.premotion.read.rvtools;

import dev.premotion.inventory.BadInput;
import dev.premotion.read.rvtools.SheetSource.Columns;
import dev.premotion.read.rvtools.SheetSource.Rows;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** A workbook whose sheets are streamed, one row at a time. */
final class Workbook implements AutoCloseable {

    /** How far down a header may stand: somebody may have put a title above it. */
    private static final int HEADER_WITHIN = 20;

    final String file;
    private final List<SheetSource> sources;
    private final boolean since1904;
    private final Closeable behind;
    private final Notes notes;
    private final Map<String, Sheet> sheets = new LinkedHashMap<>();

    private Workbook(String file, List<SheetSource> sources, boolean since1904, Closeable behind, Notes notes) {
        this.file = file;
        this.sources = sources;
        this.since1904 = since1904;
        this.behind = behind;
        this.notes = notes;
    }

    /**
     * Opens a CSV export and locates the sheets that are read.
     *
     * @param files its files, sorted by name
     * @throws BadInput where it has none of the sheets
     */
    static Workbook ofText(List<Path> files, String file, Notes notes) {
        List<SheetSource> sources = new ArrayList<>();
        files.forEach(each -> sources.add(CsvFile.of(each)));
        var opened = new Workbook(file, sources, false, () -> {}, notes);
        opened.locate();
        return opened;
    }

    /**
     * Opens a workbook and locates the sheets that are read.
     *
     * @throws BadInput where it is no workbook or has none of the sheets
     */
    static Workbook open(Path path, String file, Notes notes) {
        Container.check(path, file);
        try {
            var parts = Parts.open(path);
            var opened = new Workbook(file, parts.sheets(), parts.since1904(), parts, notes);
            opened.locate();
            return opened;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw e instanceof BadInput bad ? bad : Container.unreadable(file, e);
        }
    }

    /** The sheet of a table; absent where the workbook has none that can be used. */
    @Nullable
    Sheet sheet(Table table) {
        return sheets.get(table.sheet());
    }

    boolean has(Table table) {
        return sheets.containsKey(table.sheet());
    }

    /** Whether the sheet is there and was read to its end. */
    boolean whole(Table table) {
        var sheet = sheets.get(table.sheet());
        return sheet != null && !sheet.broken;
    }

    Iterable<Sheet> sheets() {
        return sheets.values();
    }

    /** Reads all rows of a sheet that are of use, if the workbook has it. */
    void read(Table table, Consumer<Line> reader) {
        var sheet = sheets.get(table.sheet());
        if (sheet == null) {
            return;
        }
        sheet.rows = 0;
        read(sheet, Integer.MAX_VALUE, line -> {
            sheet.rows++;
            if (line.usable()) {
                reader.accept(line);
            } else {
                sheet.broken = true;
                notes.odd(line.place(), "a row without " + keys(table) + "; it was left out", "row " + line.row);
            }
        });
    }

    private static String keys(Table table) {
        return String.join(
                " and ",
                table.columns().stream()
                        .filter(Column::needed)
                        .map(Column::header)
                        .toList());
    }

    /** The first row of a sheet that holds something. */
    void first(Sheet sheet, Consumer<Line> reader) {
        read(sheet, 1, reader);
    }

    private void read(Sheet sheet, int most, Consumer<Line> reader) {
        try (var rows = new Ahead(sheet.source.open(sheet.columns()))) {
            int number = 0;
            for (int read = 0; read < most; ) {
                var row = next(rows, sheet, number);
                if (row == null) {
                    return;
                }
                number = number(row, number);
                if (number > sheet.headerRow && row.count() > 0) {
                    var line = new Line(sheet, number, row, since1904, notes);
                    if (!row.fits()) {
                        sheet.broken = true;
                        notes.odd(
                                line.place(),
                                "a row with another number of cells than the header, so that values may stand below"
                                        + " wrong headers; it was left out",
                                "row " + number);
                    } else if (!line.empty()) {
                        read++;
                        reader.accept(line);
                    }
                }
            }
        } catch (IOException e) {
            broke(sheet, 0, e);
        }
    }

    private @Nullable SheetRow next(Rows rows, Sheet sheet, int after) {
        try {
            return rows.next();
        } catch (IOException e) {
            broke(sheet, after, e);
            return null;
        }
    }

    private void broke(Sheet sheet, int after, Exception cause) {
        if (sheet.unreadable) {
            return;
        }
        sheet.broken = true;
        sheet.unreadable = true;
        notes.add(
                sheet.name() + "!A" + (after + 1),
                "the sheet cannot be read beyond row " + after + " (" + Container.reason(cause)
                        + "); what it holds further down is unknown\nMaybe the file was cut off or damaged: export it again");
    }

    /** Rows may go without a number, which the reader then counts from 0. */
    private static int number(SheetRow row, int before) {
        return row.number() > before ? row.number() : before + 1;
    }

    private void locate() {
        for (var table : Tables.ALL) {
            var named = sources.stream()
                    .filter(sheet -> table.isCalled(sheet.name()))
                    .toList();
            if (!named.isEmpty()) {
                locate(table, named.get(0));
            }
            if (named.size() > 1) {
                notes.add(
                        named.get(1).name(),
                        "a second sheet of this kind; only " + named.get(0).name() + " is read");
            }
        }
        if (sheets.isEmpty()) {
            throw new BadInput(file, "", nothingToRead(), "it is no RVTools export, or its sheets were renamed");
        }
    }

    private String nothingToRead() {
        var names = sources.stream().map(SheetSource::name).toList();
        var left = notes.all().stream()
                .map(note -> note.place() + ": " + note.message())
                .toList();
        return "none of its sheets can be read as RVTools' (such as vInfo, vHost, vDatastore); it has "
                + (names.isEmpty() ? "none" : String.join(", ", names.subList(0, Math.min(8, names.size()))))
                + (left.isEmpty() ? "" : ". " + String.join("; ", left));
    }

    private void locate(Table table, SheetSource source) {
        try (var rows = source.open(Columns.ALL)) {
            var sheet = header(table, source, rows);
            if (sheet == null) {
                notes.add(source.name(), "the sheet is empty, without even a header; what it would tell is unknown");
            } else if (!sheet.missing(true).isEmpty()) {
                notes.add(sheet.name() + "!A" + sheet.headerRow, withoutKey(sheet));
            } else {
                sheets.put(table.sheet(), sheet);
                unknown(sheet);
            }
        } catch (IOException | RuntimeException e) {
            notes.add(
                    source.name(),
                    "the sheet cannot be opened (" + Container.reason(e) + "); what it would tell is unknown");
        }
    }

    /** Of the names that columns have in a database only some are known. */
    private void unknown(Sheet sheet) {
        if (!sheet.unknown.isEmpty()) {
            notes.add(
                    sheet.name() + "!A" + sheet.headerRow,
                    "columns under database names that are not known, which were not read: "
                            + String.join(", ", sheet.unknown)
                            + "\nMaybe an export without -DBColumnNames says more");
        }
    }

    /** The first row with all needed columns, else the first with anything; absent where there is none. */
    private static @Nullable Sheet header(Table table, SheetSource source, Rows rows) throws IOException {
        Sheet first = null;
        int number = 0;
        for (var row = rows.next(); row != null && number < HEADER_WITHIN; row = rows.next()) {
            number = number(row, number);
            if (filled(row)) {
                var sheet = Sheet.of(table, source, row, number);
                if (sheet.missing(true).isEmpty()) {
                    return sheet;
                }
                first = first == null ? sheet : first;
            }
        }
        return first;
    }

    private static boolean filled(SheetRow row) {
        for (int i = 0; i < row.count(); i++) {
            if (!row.text(i).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static String withoutKey(Sheet sheet) {
        var missing = sheet.missing(true);
        return "the sheet has no column " + String.join(", ", missing)
                + "; it was left out, and what it would tell is unknown\nMaybe the header was changed: it should be '"
                + missing.get(0) + "' as RVTools writes it";
    }

    @Override
    public void close() {
        try {
            behind.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
