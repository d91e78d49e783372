package dev.premotion.read.rvtools;

import java.io.Closeable;
import java.io.IOException;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Where the rows of a sheet come from: a sheet of a workbook or a file of a CSV export. */
interface SheetSource {

    /** What it is called. */
    String name();

    /**
     * Its rows, from the first.
     *
     * @param columns those whose cells are wanted; the others may be left out
     * @throws IOException where it cannot be opened
     */
    Rows open(Columns columns) throws IOException;

    /** Rows, one after the other. */
    interface Rows extends Closeable {

        /**
         * The next row; absent after the last one.
         *
         * @throws IOException where it cannot be read any further
         */
        @Nullable
        SheetRow next() throws IOException;
    }

    /**
     * Columns by their places, from 0.
     *
     * @param of absent for all of them
     */
    record Columns(@Nullable BitSet of) {

        static final Columns ALL = new Columns(null);

        boolean wanted(int column) {
            return of == null || of.get(column);
        }

        /** How many cells a row is expected to have, up to the last one that is wanted. */
        int most() {
            return of == null ? 16 : of.length();
        }
    }
}
