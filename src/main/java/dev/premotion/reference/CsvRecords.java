package dev.premotion.reference;

import java.util.ArrayList;
import java.util.List;

/** Splits the text of a table into lines of cells: commas, quotes as RFC 4180 has them, comments and empty lines. */
final class CsvRecords {

    /** One record; a quoted cell may hold line breaks, so the next begins further down than on the next line. */
    record Line(int number, List<String> cells) {}

    private final String file;
    private final String text;
    private int at;
    private int line = 1;

    private CsvRecords(String file, String text) {
        this.file = file;
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    static List<Line> of(String file, String text) {
        var reader = new CsvRecords(file, text);
        var lines = new ArrayList<Line>();
        while (reader.at < reader.text.length()) {
            if (reader.peek() == '#' || reader.peek() == '\n' || reader.peek() == '\r') {
                reader.skipLine();
            } else {
                lines.add(reader.record());
            }
        }
        return lines;
    }

    private Line record() {
        var number = line;
        var cells = new ArrayList<String>();
        cells.add(cell());
        while (peek() == ',') {
            at++;
            cells.add(cell());
        }
        if (peek() == '\r' && at + 1 < text.length() && text.charAt(at + 1) != '\n') {
            var maybe = "the file was written with line ends of old Macs; it takes those of Unix or Windows.";
            throw new BadTable(file, number, null, String.join(",", cells), "the end of the line", maybe);
        }
        skipLine();
        return new Line(number, cells);
    }

    private String cell() {
        if (peek() == '"') {
            return quoted();
        }
        var from = at;
        while (!endsCell()) {
            if (peek() == '"') {
                var maybe = "the whole value is to stand in quotes, and a quote in it is to be doubled.";
                throw new BadTable(file, line, null, text.substring(from, at + 1), "no quote inside a value", maybe);
            }
            at++;
        }
        return text.substring(from, at).strip();
    }

    private String quoted() {
        var from = line;
        var cell = new StringBuilder();
        for (at++; at < text.length(); at++) {
            if (peek() == '"') {
                at++;
                if (peek() != '"') {
                    return closed(cell.toString());
                }
            } else if (peek() == '\n') {
                line++;
            }
            cell.append(peek());
        }
        throw new BadTable(
                file,
                from,
                null,
                cell.toString().lines().findFirst().orElse(""),
                "a closing quote",
                "a quote inside the value is not doubled.");
    }

    private String closed(String cell) {
        if (!endsCell()) {
            throw new BadTable(
                    file,
                    line,
                    null,
                    cell,
                    "a comma or the end of the line after the closing quote",
                    "a quote inside the value is not doubled.");
        }
        return cell;
    }

    private boolean endsCell() {
        return peek() == ',' || peek() == '\n' || peek() == '\r' || at >= text.length();
    }

    private void skipLine() {
        while (at < text.length() && peek() != '\n') {
            at++;
        }
        at++;
        line++;
    }

    /** The next character; a NUL at the end. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }
}
