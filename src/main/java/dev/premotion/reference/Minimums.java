package dev.premotion.reference;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Releases that something asks for, by what asks. */
final class Minimums {

    /** A release and how well it is established that it is the one. */
    private record Minimum(Release release, Status status) {}

    private final Map<String, Minimum> minimums = new HashMap<>();

    /** A table with the release's name in one column and the version that asks for it in another. */
    static Minimums of(Csv table, String key, String column, Releases releases) {
        var minimums = new Minimums();
        table.by(key).forEach((k, row) -> {
            if (Version.of(k) == null) {
                throw row.bad(key, "a version such as 7.0", "the columns are shifted.");
            }
            minimums.add(k, row, column, releases);
        });
        return minimums;
    }

    /** A table that names the product in each row. */
    static Minimums of(Csv table, Releases vCenters, Releases esxis) {
        var minimums = new Minimums();
        table.by("key").forEach((k, row) -> {
            var product = row.oneOf("product", "vCenter", "ESXi");
            minimums.add(k, row, "release", product.equals("vCenter") ? vCenters : esxis);
        });
        return minimums;
    }

    private void add(String key, Csv.Row row, String column, Releases releases) {
        var release = releases.named(row.text(column));
        if (release == null) {
            throw row.bad(
                    column, "a release of the tables, such as 7.0 U1c", "it is misspelt or not in its table yet.");
        }
        minimums.put(key, new Minimum(release, row.sourced()));
    }

    /** The release, verified or not. */
    @Nullable
    Release likely(@Nullable String key) {
        var minimum = key == null ? null : minimums.get(key);
        return minimum == null ? null : minimum.release();
    }

    /** The release; {@code null} where it is not verified. */
    @Nullable
    Release sure(@Nullable String key) {
        var minimum = key == null ? null : minimums.get(key);
        return minimum == null || minimum.status() == Status.U ? null : minimum.release();
    }
}
