package dev.premotion.report;

import dev.premotion.report.Baseline.Row;
import dev.premotion.report.Result.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What changed from one result to another ({@code "format": "premotion/diff/1"}).
 *
 * @param verdicts the migrations (in a survey: VMs) whose verdict changed, came or went, in the order of the new result
 * @param added findings that are new, or were unknown and now fail
 * @param fixed findings that are gone
 * @param remaining findings that both have; one that failed and is unknown now remains
 */
public record Difference(
        String format,
        String oldPlan,
        String newPlan,
        List<Change> verdicts,
        List<Finding> added,
        List<Finding> fixed,
        List<Finding> remaining) {

    public static final String FORMAT = "premotion/diff/1";

    /**
     * One migration's change of verdict.
     *
     * @param before absent where it is new
     * @param after absent where it is gone
     */
    public record Change(
            String id,
            String vm,
            @Nullable String before,
            @Nullable String after) {}

    public static Difference of(Result old, Result now) {
        var before = Baseline.findings(old);
        var after = Baseline.findings(now);
        return new Difference(
                FORMAT,
                old.plan().name(),
                now.plan().name(),
                verdicts(old, now),
                now.findings().stream()
                        .filter(f -> added(before.get(f.id()), f))
                        .toList(),
                old.findings().stream().filter(f -> !after.containsKey(f.id())).toList(),
                now.findings().stream()
                        .filter(f -> !added(before.get(f.id()), f))
                        .toList());
    }

    private static boolean added(@Nullable Finding before, Finding now) {
        return before == null
                || (before.answer().equals("unknown") && now.answer().equals("no"));
    }

    private static List<Change> verdicts(Result old, Result now) {
        var before = byId(old);
        var after = byId(now);
        var changes = new ArrayList<Change>();
        Baseline.rows(now).forEach(row -> {
            var was = before.get(row.id());
            if (was == null || !was.verdict().equals(row.verdict())) {
                changes.add(new Change(row.id(), row.vm(), was == null ? null : was.verdict(), row.verdict()));
            }
        });
        Baseline.rows(old)
                .filter(row -> !after.containsKey(row.id()))
                .forEach(row -> changes.add(new Change(row.id(), row.vm(), row.verdict(), null)));
        return List.copyOf(changes);
    }

    private static Map<String, Row> byId(Result result) {
        return Baseline.rows(result).collect(Collectors.toMap(Row::id, row -> row, (one, other) -> one));
    }
}
