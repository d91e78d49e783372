package dev.premotion.reference;

import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The virtual hardware versions, by number. */
final class HardwareVersions {

    static final String[] COLUMNS = {
        "hardware", "esxi", "max_vcpus", "max_cores_per_socket", "max_memory_gib", "source", "status"
    };

    private static final long MIB_PER_GIB = 1024;

    private final TreeMap<Integer, HardwareVersion> versions = new TreeMap<>();

    private HardwareVersions() {}

    static HardwareVersions of(Csv table, Releases esxi) {
        var versions = new HardwareVersions();
        for (var row : table.by("hardware").values()) {
            versions.add(row, esxi);
        }
        return versions;
    }

    private void add(Csv.Row row, Releases esxi) {
        row.sourced();
        var number = row.count("hardware");
        if (!versions.isEmpty() && versions.lastKey() >= number) {
            throw row.bad("hardware", "numbers that rise", "the row stands in the wrong place.");
        }
        var since = esxi.named(row.text("esxi"));
        if (since == null && !row.text("esxi").equals("none")) {
            throw row.bad("esxi", "a release such as 7.0 U2, or none", "it is misspelt.");
        }
        var memory = row.optionalWhole("max_memory_gib");
        versions.put(
                number,
                new HardwareVersion(
                        number,
                        since,
                        count(row, "max_vcpus"),
                        count(row, "max_cores_per_socket"),
                        memory == null ? null : memory * MIB_PER_GIB));
    }

    private static @Nullable Integer count(Csv.Row row, String column) {
        return row.optional(column) == null ? null : row.count(column);
    }

    @Nullable
    HardwareVersion get(@Nullable Integer number) {
        return number == null ? null : versions.get(number);
    }

    /** {@code null} where the release is absent, too vague, or of a line newer than the newest hardware version's. */
    @Nullable
    Integer maxOf(@Nullable Release esxi) {
        if (esxi == null || versions.isEmpty()) {
            return null;
        }
        Integer max = null;
        for (var version : versions.values()) {
            var runs = runs(version, esxi);
            if (runs == null) {
                return null;
            }
            max = runs ? Integer.valueOf(version.number()) : max;
        }
        var newest = versions.lastEntry().getValue();
        var beyond = versions.lastKey().equals(max)
                && newest.since() != null
                && !esxi.line().equals(newest.since().line());
        return beyond ? null : max;
    }

    /** The largest verified maximum of guest memory of a version and those before it, MiB; absent for one not in the table. */
    @Nullable
    Long memoryUpTo(@Nullable Integer number) {
        if (number == null || !versions.containsKey(number)) {
            return null;
        }
        return versions.headMap(number, true).values().stream()
                .map(HardwareVersion::maxMemoryMiB)
                .filter(Objects::nonNull)
                .max(Long::compare)
                .orElse(null);
    }

    static @Nullable Boolean runs(HardwareVersion version, Release esxi) {
        return version.since() == null ? Boolean.FALSE : version.since().atMost(esxi);
    }
}
