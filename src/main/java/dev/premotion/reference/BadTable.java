package dev.premotion.reference;

import org.jspecify.annotations.Nullable;

/** A table that cannot be used, said so that whoever edited it can put it right. */
public final class BadTable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param file name of the table
     * @param line line of the file, from 1; 0 where it concerns the whole file
     * @param column the column's name; absent where it concerns the whole row
     * @param value what stands there; absent where nothing does
     * @param expected what should, as in "expected a whole number"
     * @param maybe what to try, a sentence
     */
    public BadTable(
            String file, int line, @Nullable String column, @Nullable String value, String expected, String maybe) {
        super(place(file, line, column) + ": " + found(value) + ", expected " + expected + "\nMaybe " + maybe);
    }

    private static String place(String file, int line, @Nullable String column) {
        var place = line > 0 ? file + ", line " + line : file;
        return column == null ? place : place + ", column " + column;
    }

    private static String found(@Nullable String value) {
        return value == null ? "nothing there" : "'" + value + "'";
    }
}
