package dev.premotion.reference;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads editions from the names of licences, such as {@code vSphere 8 Enterprise Plus (Subscription)}. */
final class LicenceEditions {

    static final String[] COLUMNS = {"pattern", "edition", "like", "source", "status"};

    private static final String NONE = "none";
    private static final Pattern NAMES = Pattern.compile("\\s*[,;|]\\s*");
    private static final Pattern GENERATION =
            Pattern.compile("(?i)(?:vsphere|foundation)\\D*?\\b([4-9]|1\\d)(?:\\.\\d+)?\\b");

    private final Map<Pattern, LicenceEdition> editions = new LinkedHashMap<>();

    private final Memo<String, LicenceEdition> known = new Memo<>(this::read);

    private LicenceEditions() {}

    static LicenceEditions of(Csv table) {
        var editions = new LicenceEditions();
        for (var row : table.by("pattern").values()) {
            var name = row.text("edition");
            var like = row.sourced() == Status.U ? null : row.optional("like");
            editions.editions.put(row.pattern("pattern"), new LicenceEdition(name, null, like == null ? name : like));
        }
        return editions;
    }

    /** The editions whose features are looked up. */
    Set<String> likes() {
        return editions.values().stream().map(LicenceEdition::like).collect(Collectors.toSet());
    }

    /** {@code null} where the text names no edition of hosts, or, as a list of licences may, two of them. */
    @Nullable
    LicenceEdition get(@Nullable String names) {
        return names == null ? null : known.get(names);
    }

    private @Nullable LicenceEdition read(String names) {
        var found = new LinkedHashSet<LicenceEdition>();
        for (var name : NAMES.split(names.strip())) {
            var edition = one(name);
            if (edition != null) {
                found.add(edition);
            }
        }
        return found.size() == 1 ? found.iterator().next() : null;
    }

    private @Nullable LicenceEdition one(String name) {
        for (var known : editions.entrySet()) {
            if (known.getKey().matcher(name).find()) {
                var edition = known.getValue();
                return edition.name().equals(NONE)
                        ? null
                        : new LicenceEdition(edition.name(), generation(name), edition.like());
            }
        }
        return null;
    }

    private static @Nullable Integer generation(String name) {
        var match = GENERATION.matcher(name);
        return match.find() ? Integer.valueOf(match.group(1)) : null;
    }
}
