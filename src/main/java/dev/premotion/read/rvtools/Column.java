package dev.premotion.read.rvtools;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a sheet that is read.
 *
 * @param use what it is read for
 * @param properties properties it fills or helps to fill; the first one is the one it fills by itself
 * @param form how its cells are written
 * @param headers its names, the newest first
 * @param last whether custom attributes stand before it, so that of several columns of this name the last is meant
 * @param needed whether the sheet is of no use without it
 * @param whenEmpty what an empty cell means; absent where it means nothing
 * @param witness header of the column that must be filled before an empty cell is taken to mean something
 */
record Column(
        Use use,
        List<String> properties,
        Form form,
        List<String> headers,
        boolean last,
        boolean needed,
        @Nullable Object whenEmpty,
        @Nullable String witness) {

    /** What a column is read for. */
    enum Use {
        /** Says which thing a row is about. */
        KEY,
        /** Fills a property as it stands. */
        FACT,
        /** Says again what another sheet says: fills the property where that one did not, and is compared where it did. */
        AGAIN,
        /** Fills a property together with others, or by looking a name up. */
        PART,
        /** Is only compared with what was read elsewhere. */
        COUNT
    }

    String header() {
        return headers.get(0);
    }

    String property() {
        return properties.get(0);
    }

    Column meaningWhenEmpty(Object value, String filled) {
        return new Column(use, properties, form, headers, last, needed, value, filled);
    }
}
