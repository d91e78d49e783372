package dev.premotion.cli;

/** The terminal that standard output may be. */
final class Terminal {

    private static final int NARROWEST = 60;
    private static final int USUAL = 80;
    private static final int WIDEST = 120;

    private Terminal() {}

    /** Whether a person looks on: standard output and input are a terminal. */
    static boolean interactive() {
        return System.console() != null;
    }

    /** Columns, from the variable that shells set; 80 where nobody says. */
    static int width() {
        try {
            var columns = System.getenv("COLUMNS");
            return columns == null ? USUAL : Math.max(NARROWEST, Math.min(WIDEST, Integer.parseInt(columns.trim())));
        } catch (NumberFormatException e) {
            return USUAL;
        }
    }
}
