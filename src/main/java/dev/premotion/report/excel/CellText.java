package dev.premotion.report.excel;

import dev.premotion.report.Untrusted;
import java.util.regex.Pattern;

/**
 * Text from snapshots as it may stand in a cell. A text that a spreadsheet would take for a formula gets an apostrophe in
 * front: as a cell it would be inert without, but not any more after somebody saves the sheet as CSV and opens that.
 */
final class CellText {

    /** What Excel lets a cell hold. */
    static final int LONGEST = 32_767;

    static final String CUT = " [cut: longer than a cell]";

    /** With the full-width signs that some spreadsheets read like the plain ones. */
    private static final String FORMULA_STARTS = "=+-@\t\n\r\uFF1D\uFF0B\uFF0D\uFF20";

    /** How the file format writes a character by its number; a name that looks like it has to be told apart. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private CellText() {}

    /** Whether a spreadsheet could take the text for a formula. */
    static boolean startsFormula(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    }

    static String of(String text) {
        String visible = Untrusted.visible(text);
        String inert = startsFormula(visible) ? "'" + visible : visible;
        String escaped = escaped(cut(inert, LONGEST));
        return escaped.length() <= LONGEST ? escaped : escaped(cut(inert, LONGEST / 2));
    }

    private static String escaped(String text) {
        return ESCAPE.matcher(text).replaceAll("_x005F_");
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - CUT.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
    }
}
