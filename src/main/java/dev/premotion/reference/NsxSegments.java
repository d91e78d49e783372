package dev.premotion.reference;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first releases that move a running VM to an NSX segment, by the kind of network it leaves. */
final class NsxSegments {

    static final String[] COLUMNS = {"from", "segment", "vcenter", "esxi", "nsx", "source", "status"};

    /** What a row asks for. */
    record Needs(Release vCenter, Release esxi, NsxVersion nsx) {}

    private final Map<String, Needs> overlay = new HashMap<>();

    private NsxSegments() {}

    /** Keeps the overlay rows: they ask for at least as much as those of VLAN segments, and a snapshot does not tell them apart. */
    static NsxSegments of(Csv table, Releases vCenters, Releases esxis) {
        var segments = new NsxSegments();
        var seen = new HashSet<List<String>>();
        for (var row : table.rows()) {
            var from = row.oneOf("from", "distributed", "standard", "nsx-v");
            var segment = row.oneOf("segment", "vlan", "overlay");
            var needs = new Needs(release(row, "vcenter", vCenters), release(row, "esxi", esxis), version(row));
            if (!seen.add(List.of(from, segment))) {
                throw row.bad("from", "one row for each kind of network and segment", "a row is doubled.");
            }
            if (row.sourced() != Status.U && segment.equals("overlay")) {
                segments.overlay.put(from, needs);
            }
        }
        return segments;
    }

    private static Release release(Csv.Row row, String column, Releases releases) {
        var release = releases.named(row.text(column));
        if (release == null) {
            throw row.bad(column, "a release of the tables, such as 6.7 U2", "it is misspelt or not in its table yet.");
        }
        return release;
    }

    private static NsxVersion version(Csv.Row row) {
        var version = NsxVersion.of(row.text("nsx"));
        if (version == null) {
            throw row.bad("nsx", "a version such as 2.5.2", "a digit is missing.");
        }
        return version;
    }

    @Nullable
    Needs from(@Nullable String kind) {
        return kind == null ? null : overlay.get(kind);
    }
}
