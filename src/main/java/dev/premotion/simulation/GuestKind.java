package dev.premotion.simulation;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What kind of machine a guest is, from {@code rules/guest-kinds.csv}.
 *
 * @param name desktop, server or database
 * @param rewriteFactor how many times as long as a server it takes to write its working set
 */
record GuestKind(String name, double rewriteFactor) {
    private record Row(String prefix, GuestKind kind) {}

    private static final List<Row> ROWS = MigrationConstants.rows("guest-kinds.csv", 4).stream()
            .map(cells -> new Row(cells[0], new GuestKind(cells[1], Double.parseDouble(cells[2]))))
            .sorted(Comparator.comparing((Row row) -> -row.prefix().length()).thenComparing(Row::prefix))
            .toList();

    /** The kind of a guest by its id; a server where that is not known. */
    static GuestKind of(@Nullable String guestId) {
        return ROWS.stream()
                .filter(row -> guestId != null && guestId.startsWith(row.prefix()))
                .map(Row::kind)
                .findFirst()
                .orElse(new GuestKind("server", 1));
    }
}
