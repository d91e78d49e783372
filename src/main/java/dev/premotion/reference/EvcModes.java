package dev.premotion.reference;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The EVC modes and what each contains, closed over the steps that the table gives. */
final class EvcModes {

    static final String[] COLUMNS = {"key", "vendor", "contains", "undecided", "generation", "source", "status"};

    /** Beginnings of keys, and how people write them. */
    private static final Map<String, String> VENDORS = Map.of("intel", "Intel", "amd", "AMD");

    private final Map<String, EvcMode> modes = new LinkedHashMap<>();

    private EvcModes() {}

    static EvcModes of(Csv table) {
        var modes = new EvcModes();
        table.by("key").forEach(modes::add);
        return modes;
    }

    private void add(String key, Csv.Row row) {
        row.sourced();
        var vendor = row.oneOf("vendor", "intel", "amd");
        if (!vendor.equals(vendor(key))) {
            throw row.bad("key", "a key that begins with the vendor, in lower case", "the vendor is the wrong one.");
        }
        var offers = new HashSet<String>(List.of(key));
        var perhaps = new HashSet<String>(row.list("undecided"));
        for (var step : row.list("contains")) {
            var mode = modes.get(step);
            if (mode == null) {
                throw row.bad("contains", "keys of rows above", "the rows are not in order, or a key is misspelt.");
            }
            offers.addAll(mode.offers());
            perhaps.addAll(mode.perhaps());
        }
        perhaps.removeAll(offers);
        var label = VENDORS.get(vendor) + " " + row.text("generation");
        modes.put(key, new EvcMode(key, label, vendor, true, offers, perhaps));
    }

    @Nullable
    EvcMode get(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var key = text.strip().toLowerCase(Locale.ROOT);
        var mode = modes.get(key);
        return mode != null
                ? mode
                : new EvcMode(key, key + " (not in the table)", vendor(key), false, Set.of(key), Set.of());
    }

    private static @Nullable String vendor(String key) {
        return VENDORS.keySet().stream()
                .filter(v -> key.startsWith(v + "-"))
                .findFirst()
                .orElse(null);
    }
}
