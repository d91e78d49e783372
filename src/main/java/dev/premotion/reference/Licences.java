package dev.premotion.reference;

import dev.premotion.answer.Listing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What editions license. A row that nobody verified decides nothing: it must neither approve nor block. */
final class Licences {

    static final String[] COLUMNS = {"edition", "feature", "from", "to", "licensed", "source", "status"};
    static final String[] FEATURE_COLUMNS = {"feature", "printed", "source", "status"};

    /** One row; {@code licensed} is absent where it is not verified. */
    private record Grant(long from, long to, @Nullable Boolean licensed) {

        boolean of(@Nullable Integer generation) {
            return generation == null || (from <= generation && generation <= to);
        }
    }

    private final Map<List<String>, List<Grant>> grants = new HashMap<>();
    private final Map<String, List<String>> printed = new HashMap<>();

    private Licences() {}

    /** @param editions that names of licences lead to; a row of another would never be looked up */
    static Licences of(Csv table, Csv features, Set<String> editions) {
        var licences = new Licences();
        for (var row : table.rows()) {
            if (!editions.contains(row.text("edition"))) {
                throw row.bad("edition", "an edition of licence-editions.csv", "it is misspelt.");
            }
            licences.add(row);
        }
        for (var row : features.by("feature").values()) {
            if (row.sourced() != Status.U) {
                row.text("printed");
                licences.printed.put(row.text("feature"), row.list("printed"));
            }
        }
        return licences;
    }

    private void add(Csv.Row row) {
        var verified = row.sourced() != Status.U;
        var from = row.optionalWhole("from");
        var to = row.optionalWhole("to");
        if (from != null && to != null && from > to) {
            throw row.bad("to", "a generation not before " + from, "the two are swapped.");
        }
        var licensed = row.yes("licensed");
        var grant = new Grant(
                from == null ? 0 : from, to == null ? Long.MAX_VALUE : to, verified ? Boolean.valueOf(licensed) : null);
        var same = grants.computeIfAbsent(List.of(row.text("edition"), row.text("feature")), k -> new ArrayList<>());
        if (same.stream().anyMatch(g -> g.from() <= grant.to() && grant.from() <= g.to())) {
            throw row.bad(
                    "from", "generations that no other row of this edition and feature covers", "a row is doubled.");
        }
        same.add(grant);
    }

    /** {@code null} where the tables do not say, or say both for the generations that are possible. */
    @Nullable
    Boolean licensed(@Nullable LicenceEdition edition, String feature) {
        if (edition == null) {
            return null;
        }
        var answers = new HashSet<@Nullable Boolean>();
        for (var grant : grants.getOrDefault(List.of(edition.like(), feature), List.of())) {
            if (grant.of(edition.generation())) {
                answers.add(grant.licensed());
            }
        }
        return answers.size() == 1 ? answers.iterator().next() : null;
    }

    /** Whether a licence's own list of features shows this one; false says nothing, since names changed. */
    boolean printed(@Nullable Listing<String> features, String feature) {
        if (features == null) {
            return false;
        }
        var names = printed.getOrDefault(feature, List.of());
        return features.stream().anyMatch(f -> names.stream().anyMatch(n -> begins(f, n)));
    }

    private static boolean begins(String text, String name) {
        return text.strip().toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT));
    }
}
