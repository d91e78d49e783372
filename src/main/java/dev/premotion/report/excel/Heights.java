package dev.premotion.report.excel;

/**
 * How high a row is for texts that wrap. Reckoned in characters: some spreadsheets do not measure a row when they open a
 * file, and measuring here would make the file depend on the fonts of the machine.
 */
final class Heights {

    private static final float LINE_POINTS = 13;
    private static final float PADDING_POINTS = 3;

    /** The highest row that Excel shows. */
    private static final float HIGHEST_POINTS = 409;

    /** Letters are narrower than the digits that a column's width is counted in. */
    private static final double LETTERS_A_DIGIT = 1.28;

    private Heights() {}

    static float points(int lines) {
        return Math.min(HIGHEST_POINTS, lines * LINE_POINTS + PADDING_POINTS);
    }

    /** How many lines a text takes in a column as wide as {@code width} characters. */
    static int lines(String text, int width) {
        double letters = width * LETTERS_A_DIGIT;
        return text.lines()
                .mapToInt(line -> (int) Math.max(1, Math.ceil(line.length() / letters)))
                .sum();
    }

    static int longestLine(String text) {
        return text.lines().mapToInt(String::length).max().orElse(0);
    }
}
