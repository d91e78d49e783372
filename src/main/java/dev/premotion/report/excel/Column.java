package dev.premotion.report.excel;

import dev.premotion.report.excel.Cell.Amount;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of a workbook's table.
 *
 * @param heading unlike all others of its table
 */
record Column<T>(String heading, Kind kind, Value<T> value) {

    /** How a column is laid out. */
    enum Kind {
        /** Names and other short texts, on one line. */
        NAME,
        /** Digests and the like, which are worth nothing when a part of them is hidden. */
        WHOLE,
        /** Sentences, which continue on the next line of their cell. */
        PROSE,
        /** Numbers, to the right. */
        NUMBER
    }

    /** What a row has in a column; absent leaves the cell empty. */
    @FunctionalInterface
    interface Value<T> {
        @Nullable
        Cell of(T row);
    }

    static <T> Column<T> name(String heading, Function<T, @Nullable String> text) {
        return new Column<>(heading, Kind.NAME, row -> Cell.text(text.apply(row)));
    }

    static <T> Column<T> prose(String heading, Function<T, @Nullable String> text) {
        return new Column<>(heading, Kind.PROSE, row -> Cell.text(text.apply(row)));
    }

    static <T> Column<T> verdict(String heading, Function<T, String> key) {
        return new Column<>(heading, Kind.NAME, row -> Cell.verdict(key.apply(row)));
    }

    static <T> Column<T> count(String heading, Function<T, @Nullable Number> count) {
        return amount(heading, Form.COUNT, count);
    }

    static <T> Column<T> amount(String heading, Form form, Function<T, @Nullable Number> amount) {
        return new Column<>(heading, Kind.NUMBER, row -> {
            Number number = amount.apply(row);
            return number == null ? null : new Amount(number.doubleValue(), form, false);
        });
    }

    boolean wraps() {
        return kind == Kind.PROSE;
    }
}
