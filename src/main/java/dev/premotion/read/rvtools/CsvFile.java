package dev.premotion.read.rvtools;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A sheet as RVTools writes it as CSV: with the list separator of the computer it ran on, in the encoding it had. Own code
 * since RVTools before 4.6.1 did not double quotes inside of quoted texts, on which readers of CSV give up: here a quote
 * only ends a text where a separator or the end of the line follows.
 *
 * @param path the file
 * @param name the file's name without ending
 */
record CsvFile(Path path, String name) implements SheetSource {

    private static final String PREFIX = "rvtools_tab";
    private static final String ENDING = ".csv";
    private static final int LOOK = 1 << 16;
    private static final int LONGEST_CELL = 1 << 20;
    private static final int MOST_CELLS = 4_096;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Whether a file is called like one of a CSV export. */
    static boolean isPart(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.startsWith(PREFIX) && name.endsWith(ENDING);
    }

    static CsvFile of(Path file) {
        var name = String.valueOf(file.getFileName());
        return new CsvFile(file, name.substring(0, name.length() - ENDING.length()));
    }

    @Override
    public Rows open(Columns columns) throws IOException {
        return new TextRows(reader());
    }

    private BufferedReader reader() throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(path), LOOK);
        in.mark(LOOK);
        var start = in.readNBytes(LOOK - 1);
        in.reset();
        var charset = charset(start);
        var reader = new BufferedReader(
                new InputStreamReader(
                        in,
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)),
                LOOK);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    /** By its mark where it has one, else by what its bytes can be. */
    private Charset charset(byte[] start) throws IOException {
        if (start.length > 1 && (start[0] == (byte) 0xFF && start[1] == (byte) 0xFE || start[1] == 0)) {
            return StandardCharsets.UTF_16LE;
        }
        if (start.length > 1 && (start[0] == (byte) 0xFE && start[1] == (byte) 0xFF || start[0] == 0)) {
            return StandardCharsets.UTF_16BE;
        }
        try (var all = new InputStreamReader(
                new BufferedInputStream(Files.newInputStream(path), LOOK),
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT))) {
            var buffer = new char[LOOK];
            while (all.read(buffer) >= 0) {
                // Only whether it can be decoded is of interest.
            }
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return WINDOWS;
        }
    }

    /** Reads row by row; every kind of line end counts as one. */
    private static final class TextRows implements Rows {

        private final BufferedReader in;
        private final char separator;
        private int ahead;
        private boolean returned;
        private int line = 1;
        private int width = -1;

        private TextRows(BufferedReader in) throws IOException {
            this.in = in;
            this.separator = separator();
            advance();
        }

        /** The one that stands most often in the first line; a line such as {@code sep=;} says it and is no row. */
        private char separator() throws IOException {
            in.mark(LOOK);
            var first = new StringBuilder();
            for (int c = in.read(); c >= 0 && c != '\n' && first.length() < LOOK - 2; c = in.read()) {
                first.append((char) c);
            }
            var text = first.toString().strip();
            if (text.matches("(?i)sep=.")) {
                line++;
                return text.charAt(4);
            }
            in.reset();
            char best = ',';
            for (char candidate : new char[] {';', '\t'}) {
                best = count(text, candidate) > count(text, best) ? candidate : best;
            }
            return best;
        }

        private static long count(String text, char wanted) {
            return text.chars().filter(c -> c == wanted).count();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }

        @Override
        public @Nullable SheetRow next() throws IOException {
            if (ahead < 0) {
                return null;
            }
            int number = line;
            var cells = new ArrayList<String>(width < 0 ? 100 : width);
            for (boolean more = true; more; ) {
                cells.add(cell());
                if (cells.size() > MOST_CELLS) {
                    throw new IOException("a row has more than " + MOST_CELLS + " cells");
                }
                more = ahead == separator;
                line += ahead == '\n' ? 1 : 0;
                advance();
            }
            return new SheetRow.OfText(number, cells.toArray(String[]::new), fits(cells));
        }

        private boolean fits(List<String> cells) {
            if (cells.size() == 1 && cells.get(0).isBlank()) {
                return true;
            }
            width = width < 0 ? cells.size() : width;
            return cells.size() >= width
                    && cells.subList(width, cells.size()).stream().allMatch(String::isBlank);
        }

        /** One cell; what ends it is ahead then. */
        private String cell() throws IOException {
            var cell = new StringBuilder();
            boolean quoted = ahead == '"';
            if (quoted) {
                advance();
            }
            while (ahead >= 0 && (quoted || !ends())) {
                int c = ahead;
                advance();
                if (quoted && c == '"') {
                    if (ahead < 0 || ends()) {
                        break;
                    }
                    if (ahead == '"') {
                        advance();
                    }
                }
                line += c == '\n' ? 1 : 0;
                if (cell.length() >= LONGEST_CELL) {
                    throw new IOException("a cell is longer than " + (LONGEST_CELL >> 20) + " MiB: a quote is missing");
                }
                cell.append((char) c);
            }
            return cell.toString();
        }

        private boolean ends() {
            return ahead == separator || ahead == '\n';
        }

        private void advance() throws IOException {
            int c = in.read();
            if (returned && c == '\n') {
                c = in.read();
            }
            returned = c == '\r';
            ahead = returned ? '\n' : c;
        }
    }
}
