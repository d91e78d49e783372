package dev.premotion.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first releases that move a running VM to an NSX segment, by the kind of network it leaves and that of the segment. */
final class NsxSegments {

    static final String[] COLUMNS = {"from", "segment", "vcenter", "esxi", "nsx", "source", "status"};

    /**
     * What a row asks for.
     *
     * @param vCenter absent where the article names only the patch of ESXi
     */
    record Needs(@Nullable Release vCenter, Release esxi, NsxVersion nsx) {}

    /** By kind of network and segment; the first row of each is the general one. */
    private final Map<List<String>, List<Needs>> needs = new HashMap<>();

    private NsxSegments() {}

    static NsxSegments of(Csv table, Releases vCenters, Releases esxis) {
        var segments = new NsxSegments();
        for (var row : table.rows()) {
            segments.add(row, vCenters, esxis);
        }
        return segments;
    }

    private void add(Csv.Row row, Releases vCenters, Releases esxis) {
        var kinds =
                List.of(row.oneOf("from", "distributed", "standard", "nsx-v"), row.oneOf("segment", "vlan", "overlay"));
        var vCenter = row.optional("vcenter") == null ? null : release(row, "vcenter", vCenters);
        var asked = new Needs(vCenter, release(row, "esxi", esxis), version(row));
        var same = needs.computeIfAbsent(kinds, k -> new ArrayList<>());
        if (same.stream().anyMatch(other -> other.esxi.line().equals(asked.esxi.line()))) {
            throw row.bad("from", "one row for each kind of network and segment and line of ESXi", "a row is doubled.");
        }
        if (row.sourced() != Status.U) {
            same.add(asked);
        }
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

    /** What is asked of a release of a line; the general row where the line is absent or has none of its own. */
    @Nullable
    Needs of(@Nullable String from, String segment, @Nullable Release own) {
        var rows = from == null ? List.<Needs>of() : needs.getOrDefault(List.of(from, segment), List.of());
        return rows.stream()
                .filter(row -> own != null && row.esxi.line().equals(own.line()))
                .findFirst()
                .orElse(rows.isEmpty() ? null : rows.get(0));
    }
}
