package dev.premotion.read.rvtools;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One row of a sheet. */
sealed interface SheetRow {

    /** Its number as people count, from 1; 0 where the source does not say. */
    int number();

    /** How many cells it has at most. */
    int count();

    /** What a cell holds: text, {@link BigDecimal}, {@link Boolean} or {@link Wrong}; absent where it is empty. */
    @Nullable
    Object value(int index);

    /** What a cell holds as text without blanks around it; empty where it holds nothing. */
    default String text(int index) {
        var value = value(index);
        return value == null ? "" : value.toString().strip();
    }

    /** Whether its cells stand below the headers they belong to. */
    boolean fits();

    /**
     * What a formula left behind that could not be worked out.
     *
     * @param shown such as {@code #REF!}
     */
    record Wrong(@Nullable String shown) {

        @Override
        public String toString() {
            return String.valueOf(shown);
        }
    }

    /**
     * A row of a workbook.
     *
     * @param count up to its last cell, wanted or not
     * @param cells what those hold that are wanted, by their places
     */
    record OfWorkbook(int number, int count, @Nullable Object[] cells) implements SheetRow {

        @Override
        public @Nullable Object value(int index) {
            return index < cells.length ? cells[index] : null;
        }

        @Override
        public boolean fits() {
            return true;
        }
    }

    /**
     * A row of a CSV file.
     *
     * @param number line it begins in, from 1
     * @param cells texts
     * @param fits whether it has as many cells as the header
     */
    record OfText(int number, String[] cells, boolean fits) implements SheetRow {

        @Override
        public int count() {
            return cells.length;
        }

        @Override
        public @Nullable Object value(int index) {
            return index >= cells.length || cells[index].isEmpty() ? null : cells[index];
        }
    }
}
