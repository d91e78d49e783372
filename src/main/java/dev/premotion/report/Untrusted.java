package dev.premotion.report;

import java.util.Locale;

/**
 * Text from snapshots as it may be shown to people. Nothing is dropped: a character that could not be seen, or that would
 * turn the text around it (as U+202E does, which makes {@code gpj.exe} read like a picture), is shown by its number.
 */
public final class Untrusted {

    private static final int FIRST_PRINTABLE = 0x20;
    private static final int DELETE = 0x7f;
    private static final int LAST_CONTROL = 0x9f;
    private static final int NO_CHARACTER = 0xfffe;

    private Untrusted() {}

    /** The text with hidden characters written as {@code [U+202E]}; line breaks and tabs stay. */
    public static String visible(String text) {
        if (plain(text)) {
            return text;
        }
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (hidden(c)) {
                visible.append(String.format(Locale.ROOT, "[U+%04X]", c));
            } else {
                visible.appendCodePoint(c);
            }
        });
        return visible.toString();
    }

    /** The quick answer for almost every text: nothing in it but printable ASCII. */
    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < FIRST_PRINTABLE || text.charAt(i) >= DELETE) {
                return false;
            }
        }
        return true;
    }

    private static boolean hidden(int c) {
        return control(c) || direction(c) || nothing(c) || Character.getType(c) == Character.SURROGATE;
    }

    /** Code points that are no character, the last two of each plane; XML has no way to hold the first of them. */
    private static boolean nothing(int c) {
        return (c & NO_CHARACTER) == NO_CHARACTER;
    }

    private static boolean control(int c) {
        return (c < FIRST_PRINTABLE && c != '\n' && c != '\t') || (c >= DELETE && c <= LAST_CONTROL);
    }

    /** Marks, embeddings, overrides and isolates of direction, separators of lines, zero-width blanks, byte-order mark. */
    private static boolean direction(int c) {
        return c == 0x061c
                || c == 0x200b
                || (c >= 0x200e && c <= 0x200f)
                || (c >= 0x2028 && c <= 0x202e)
                || (c >= 0x2060 && c <= 0x206f)
                || c == 0xfeff;
    }
}
