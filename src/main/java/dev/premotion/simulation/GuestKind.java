package dev.premotion.simulation;

import dev.premotion.reference.Csv;
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

    private static final List<Row> ROWS =
            Csv.builtIn("guest-kinds.csv", "prefix", "kind", "rewrite_factor", "source").by("prefix").values().stream()
                    .map(row ->
                            new Row(row.text("prefix"), new GuestKind(row.text("kind"), row.decimal("rewrite_factor"))))
                    .sorted(Comparator.comparing((Row row) -> -row.prefix().length())
                            .thenComparing(Row::prefix))
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
