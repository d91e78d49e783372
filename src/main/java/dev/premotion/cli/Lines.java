package dev.premotion.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Prints wrapped text in columns, with control characters of untrusted names made visible. */
final class Lines {

    private static final int HANGING = 4;

    private final PrintWriter out;
    private final Style style;
    private final int width;

    Lines(PrintWriter out, Style style, int width) {
        this.out = out;
        this.style = style;
        this.width = width;
    }

    void blank() {
        out.println();
    }

    void heading(String text, String remark) {
        blank();
        int room = width - clean(text).length() - 2;
        var fits = clean(remark).length() <= room;
        out.println(style.bold(clean(text)) + (remark.isEmpty() || !fits ? "" : "  " + style.dim(clean(remark))));
        if (!fits) {
            dimmed("  ", remark);
        }
    }

    /** A line in columns; what does not fit goes on below, further in. */
    void raw(String line) {
        var plain = style.plain(line).stripTrailing();
        if (visible(plain) <= width) {
            out.println(plain);
            return;
        }
        var text = plain.stripLeading();
        int lead = plain.length() - text.length();
        var first = true;
        for (var part : broken(text, width - lead - HANGING)) {
            out.println(" ".repeat(lead + (first ? 0 : HANGING)) + part.strip());
            first = false;
        }
    }

    /** A line that is never broken, since it is to be copied. */
    void whole(String line) {
        out.println(style.plain(line));
    }

    /** A paragraph; lines after the first begin below the text, not below the lead. */
    void paragraph(String lead, String text) {
        wrap(lead, clean(text), false);
    }

    void dimmed(String lead, String text) {
        wrap(lead, clean(text), true);
    }

    private void wrap(String lead, String text, boolean dim) {
        var indent = " ".repeat(visible(lead));
        var first = true;
        for (var line : broken(text, width - indent.length())) {
            out.println((first ? style.plain(lead) : indent) + (dim ? style.dim(line) : line));
            first = false;
        }
    }

    /** Escape codes take no room. */
    static int visible(String text) {
        return text.replaceAll("\u001b\\[[0-9;]*m", "").length();
    }

    /** What a name may hold never reaches the terminal as a command. */
    String clean(String text) {
        var shown = new StringBuilder();
        style.plain(text).codePoints().forEach(c -> {
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                shown.append(c == '\n' ? " " : "?");
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    static List<String> broken(String text, int width) {
        return broken(words(text, width), width);
    }

    /** Words in lines; only a line of one word may be wider. */
    static List<String> broken(List<String> words, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : words) {
            if (line.length() > 0 && visible(line.toString()) + 1 + visible(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** A word longer than a line goes on in the next one, so that a path of a file stays in its column. */
    private static List<String> words(String text, int width) {
        var words = new ArrayList<String>();
        for (var word : text.split(" ")) {
            int from = 0;
            while (width > 0 && visible(word.substring(from)) > width && !word.contains("\u001b")) {
                words.add(word.substring(from, from + width));
                from += width;
            }
            words.add(word.substring(from));
        }
        return words;
    }

    String cut(String text, int columns) {
        var clean = clean(text);
        return clean.length() <= columns
                ? clean + " ".repeat(columns - clean.length())
                : clean.substring(0, columns - 1) + (style.unicode() ? "…" : ".");
    }
}
