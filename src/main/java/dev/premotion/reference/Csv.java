package dev.premotion.reference;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A table of the project: RFC 4180 text with a header row, and lines that begin with {@code #} as comments. Whatever is
 * wrong with one is one {@link BadTable}.
 *
 * <p>Own code rather than jackson-dataformat-csv, measured on the project's tables with a class-data archive: they are read at
 * every start, and 600 rows cost 11 ms of a cold JVM this way and 26 ms that way; and a table with a stray quote or a row of
 * the wrong length is to be refused with its line, where that parser reads on.
 *
 * @param file name shown in errors
 * @param columns of the header, in order
 * @param rows in the order of the file
 */
public record Csv(String file, List<String> columns, List<Row> rows) {

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");

    public Csv {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Reads a file of UTF-8 text that has at least these columns. */
    public static Csv read(Path path, String... required) {
        try {
            var name = String.valueOf(path.getFileName());
            return parse(name, text(name, Files.readAllBytes(path)), required);
        } catch (IOException e) {
            throw new BadTable(path.toString(), 0, null, null, "a readable text file", "the path is wrong.");
        }
    }

    /** Reads one of the project's own tables, below {@code rules/} in the sources, that has at least these columns. */
    public static Csv builtIn(String file, String... required) {
        return new TableReader(TableReader::builtIn).table(file, required);
    }

    /** The text of a table: UTF-8, and nothing that is not. */
    static String text(String file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadTable(file, 0, null, null, "text in UTF-8", "an editor wrote it in another encoding.");
        }
    }

    /** Reads the text of a table that has at least these columns. */
    public static Csv parse(String file, String text, String... required) {
        var records = CsvRecords.of(file, text);
        if (records.isEmpty()) {
            throw new BadTable(file, 0, null, null, "a header row", "the file is empty or all comments.");
        }
        var header = header(file, records.get(0), required);
        var index = new HashMap<String, Integer>();
        for (var name : header) {
            index.put(name, index.size());
        }
        var rows = new ArrayList<Row>();
        for (var line : records.subList(1, records.size())) {
            rows.add(row(file, line, index));
        }
        if (rows.isEmpty()) {
            var line = records.get(0).number() + 1;
            throw new BadTable(file, line, null, null, "at least one row", "the file was cut off behind the header.");
        }
        return new Csv(file, header, rows);
    }

    private static List<String> header(String file, CsvRecords.Line line, String... required) {
        var names = line.cells();
        for (var name : names) {
            if (name.isEmpty() || names.indexOf(name) != names.lastIndexOf(name)) {
                throw new BadTable(file, line.number(), null, name, "column names that differ", "a column is doubled.");
            }
        }
        for (var name : required) {
            if (!names.contains(name)) {
                var maybe = "the column is misspelt; the header has " + String.join(", ", names) + ".";
                throw new BadTable(file, line.number(), name, null, "the column " + name, maybe);
            }
        }
        return names;
    }

    private static Row row(String file, CsvRecords.Line line, Map<String, Integer> index) {
        if (line.cells().size() != index.size()) {
            var expected = index.size() + " values as in the header, not "
                    + line.cells().size();
            var maybe = "a value holds a comma and lacks its quotes.";
            throw new BadTable(file, line.number(), null, String.join(",", line.cells()), expected, maybe);
        }
        return new Row(file, line.number(), index, line.cells());
    }

    /** The rows by the value of one column, in the order of the file; a value that occurs twice is an error. */
    public Map<String, Row> by(String column) {
        var found = new LinkedHashMap<String, Row>();
        for (var row : rows) {
            var other = found.put(row.text(column), row);
            if (other != null) {
                var expected = "a value that no other row has; line " + other.line() + " has it too";
                throw row.bad(column, expected, "one of the two is a leftover.");
            }
        }
        return found;
    }

    /**
     * One row.
     *
     * @param file name shown in errors
     * @param line of the file where the row begins, from 1
     * @param index from a column's name to its place
     * @param cells one for each column; empty where the table leaves it out
     */
    public record Row(String file, int line, Map<String, Integer> index, List<String> cells) {

        /** The value, or {@code null} where the table leaves it out. */
        public @Nullable String optional(String column) {
            var place = index.get(column);
            if (place == null) {
                throw new BadTable(file, 1, column, null, "the column " + column, "the column is misspelt.");
            }
            var cell = cells.get(place);
            return cell.isEmpty() ? null : cell;
        }

        public String text(String column) {
            var value = optional(column);
            if (value == null) {
                throw bad(column, "a value", "a comma is missing before it.");
            }
            return value;
        }

        /** A whole number from 0. */
        public long whole(String column) {
            return whole(column, text(column));
        }

        /** A whole number, or {@code null} where the table leaves it out. */
        public @Nullable Long optionalWhole(String column) {
            var value = optional(column);
            return value == null ? null : whole(column, value);
        }

        /** A whole number from 0 that an {@code int} holds. */
        public int count(String column) {
            var value = whole(column);
            if (value > Integer.MAX_VALUE) {
                throw bad(column, "a number up to " + Integer.MAX_VALUE, "a digit is too many.");
            }
            return (int) value;
        }

        public double decimal(String column) {
            var value = text(column);
            if (!DECIMAL.matcher(value).matches()) {
                throw bad(column, "a number", "it has a unit or a comma in it.");
            }
            return Double.parseDouble(value);
        }

        public boolean yes(String column) {
            return "yes".equals(oneOf(column, "yes", "no"));
        }

        public String oneOf(String column, String... allowed) {
            var value = text(column);
            if (!List.of(allowed).contains(value)) {
                throw bad(column, "one of " + String.join(", ", allowed), "it is misspelt.");
            }
            return value;
        }

        /** Values separated by semicolons; none where the table leaves them out. */
        public List<String> list(String column) {
            var value = optional(column);
            var values = new ArrayList<String>();
            for (var from = 0; value != null && from <= value.length(); ) {
                var semicolon = value.indexOf(';', from);
                var to = semicolon < 0 ? value.length() : semicolon;
                var item = value.substring(from, to).strip();
                if (item.isEmpty()) {
                    throw bad(
                            column,
                            "values separated by single semicolons",
                            "one is missing or a semicolon is doubled.");
                }
                values.add(item);
                from = to + 1;
            }
            return values;
        }

        /** A regular expression, compared without regard to case. */
        public Pattern pattern(String column) {
            try {
                return Pattern.compile(text(column), Pattern.CASE_INSENSITIVE);
            } catch (PatternSyntaxException e) {
                throw bad(column, "a regular expression", "it has this: " + e.getDescription() + ".");
            }
        }

        /** That the row says where it comes from and how well it is established; gives the latter. */
        public Status sourced() {
            text("source");
            return Status.valueOf(oneOf("status", "V1", "V2", "U"));
        }

        /** The error to throw about one value of this row. */
        public BadTable bad(String column, String expected, String maybe) {
            return new BadTable(file, line, column, optional(column), expected, maybe);
        }

        private long whole(String column, String value) {
            if (!WHOLE.matcher(value).matches()) {
                throw bad(column, "a whole number", "it has a sign, a unit or a comma in it.");
            }
            return Long.parseLong(value);
        }
    }
}
