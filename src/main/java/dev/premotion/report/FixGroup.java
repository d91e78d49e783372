package dev.premotion.report;

import dev.premotion.report.Result.Fix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one remedy mends, however many things need it.
 *
 * @param fixes of one rule, best first; never empty
 */
public record FixGroup(List<Fix> fixes) {

    /** The fixes of a result by their remedy, what frees most first. */
    public static List<FixGroup> of(Result result) {
        return of(result.fixes());
    }

    static List<FixGroup> of(List<Fix> fixes) {
        Map<List<String>, List<Fix>> groups = new LinkedHashMap<>();
        for (Fix fix : fixes) {
            groups.computeIfAbsent(List.of(fix.rule(), fix.remedy()), key -> new ArrayList<>())
                    .add(fix);
        }
        return groups.values().stream()
                .map(FixGroup::new)
                .sorted(Comparator.comparingInt(FixGroup::unblocks).reversed())
                .toList();
    }

    public Fix best() {
        return fixes.get(0);
    }

    /** Migrations that are free once all of them are fixed; each counts once, however many of its candidates are. */
    public int unblocks() {
        var together = best().together();
        return together == null ? fixes.stream().mapToInt(Fix::unblocks).sum() : together;
    }

    /** What else needs it, by name, each once. */
    public List<String> others() {
        var best = best().subject().name();
        return fixes.stream()
                .map(fix -> fix.subject().name())
                .filter(name -> !name.equals(best))
                .distinct()
                .toList();
    }
}
