package dev.premotion.report;

import dev.premotion.inventory.BadInput;
import dev.premotion.inventory.Draft;
import dev.premotion.report.Result.Finding;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An earlier result that a gate forgives: it fails only on what is worse now. A migration is worse by a blocker that it did
 * not have, or that was unknown and now fails; or, without any blocker, by its verdict.
 */
public final class Baseline {

    private static final int NAMED = 5;

    /** Those that a gate may be about, the worst first. */
    private static final List<String> VERDICTS = List.of("blocked", "undetermined", "approved-with-warnings");

    private final String shown;
    private final Result old;
    private final String digest;
    private final Map<String, Row> rows;
    private final Map<String, Finding> findings;

    private Baseline(String shown, Result old, String digest) {
        this.shown = shown;
        this.old = old;
        this.digest = digest;
        this.rows = rows(old).collect(Collectors.toMap(Row::id, row -> row, (one, other) -> one));
        this.findings = findings(old);
    }

    /** What a migration, or in a survey a VM, came to. */
    record Row(String id, String vm, String verdict, List<String> findings) {}

    /** How many migrations are worse than in the baseline, by what they came to. */
    public record Worse(int blocked, int undetermined, int warned) {}

    /**
     * Reads a saved result.
     *
     * @param digest SHA-256 of the file
     * @throws BadInput where it is no result
     */
    public static Baseline read(Path file, String digest) {
        return new Baseline(file.toString(), ResultFile.read(file), digest);
    }

    /** The rows of a result, in its order. */
    static Stream<Row> rows(Result result) {
        var placements = result.placements() == null ? List.<Result.Placement>of() : result.placements();
        return Stream.concat(
                result.migrations().stream().map(m -> new Row(m.id(), m.vm(), m.verdict(), m.findings())),
                placements.stream().map(p -> new Row(p.id(), p.vm(), p.verdict(), p.findings())));
    }

    static Map<String, Finding> findings(Result result) {
        var findings = new HashMap<String, Finding>();
        result.findings().forEach(finding -> findings.put(finding.id(), finding));
        return findings;
    }

    /**
     * How much is worse.
     *
     * @throws BadInput where one is a survey and the other is not: their rows do not compare
     */
    public Worse worse(Result now) {
        var worse = worseRows(now);
        return new Worse(
                worse.getOrDefault("blocked", List.of()).size(),
                worse.getOrDefault("undetermined", List.of()).size(),
                worse.getOrDefault("approved-with-warnings", List.of()).size());
    }

    /** What is worse, in the order of the result, by what that came to. */
    private Map<String, List<Row>> worseRows(Result now) {
        if (now.plan().survey() != old.plan().survey()) {
            throw new BadInput(
                    shown,
                    "/plan/survey",
                    old.plan().survey()
                            ? "The baseline is a survey, and this is a plan."
                            : "The baseline is of the plan " + old.plan().name() + ", and this is a survey.",
                    "the result of an earlier run of the same plan is meant.");
        }
        var current = findings(now);
        return rows(now).collect(Collectors.groupingBy(row -> worse(row, current)));
    }

    /** The verdict that what is worse alone would come to; {@code approved} where nothing is. */
    private String worse(Row row, Map<String, Finding> current) {
        var before = rows.get(row.id());
        if (!List.of("blocked", "undetermined", "approved-with-warnings").contains(row.verdict())) {
            return "approved";
        }
        var reasons = row.findings().stream()
                .map(current::get)
                .filter(finding -> finding != null && counts(finding))
                .toList();
        var added = reasons.stream().filter(reason -> !had(before, reason)).toList();
        if (reasons.isEmpty()) {
            return before != null && before.verdict().equals(row.verdict()) ? "approved" : row.verdict();
        }
        return added.isEmpty() ? "approved" : verdict(row.verdict(), added);
    }

    private static boolean counts(Finding finding) {
        return finding.severity().equals("blocker")
                || (finding.severity().equals("warning") && finding.answer().equals("no"));
    }

    /** Whether the row had the finding, at least as bad. */
    private boolean had(@Nullable Row before, Finding reason) {
        var was = findings.get(reason.id());
        return before != null
                && was != null
                && before.findings().contains(reason.id())
                && (was.answer().equals("no") || reason.answer().equals("unknown"))
                && (was.severity().equals("blocker") || reason.severity().equals("warning"));
    }

    /** What the added findings come to, and never more than the row came to. */
    private static String verdict(String row, List<Finding> added) {
        var blockers =
                added.stream().filter(f -> f.severity().equals("blocker")).toList();
        if (blockers.isEmpty()) {
            return "approved-with-warnings";
        }
        return row.equals("blocked")
                        && blockers.stream().anyMatch(f -> f.answer().equals("no"))
                ? "blocked"
                : row.equals("approved-with-warnings") ? row : "undetermined";
    }

    /** The result with the gate's words about what is worse, and the baseline among its inputs. */
    public Result gated(Result now, Gate gate) {
        var summary = Draft.of(now.summary()).set("gate", words(now, gate)).build();
        var inputs = Draft.of(now.inputs()).set("baseline", digest).build();
        return Draft.of(now).set("summary", summary).set("inputs", inputs).build();
    }

    private String words(Result now, Gate gate) {
        var worse = worse(now);
        var told = gate.words(worse.blocked(), worse.undetermined(), worse.warned());
        return told.replace("nothing stands in the way", "nothing is worse than in the baseline")
                + (told.contains("nothing stands") ? "" : ", worse than in the baseline (" + named(now, told) + ")")
                + (old.plan().name().equals(now.plan().name())
                        ? ""
                        : " (of the plan " + old.plan().name() + ")");
    }

    /** Who is worse, of the verdicts that the gate tells: those that came to it, then those that were there already. */
    private String named(Result now, String told) {
        var worse = worseRows(now);
        return VERDICTS.stream()
                .filter(verdict -> told.contains(words(verdict)))
                .flatMap(verdict -> named(verdict, worse.getOrDefault(verdict, List.of())))
                .collect(Collectors.joining("; "));
    }

    private Stream<String> named(String verdict, List<Row> worse) {
        var before = worse.stream().filter(this::asBadBefore).toList();
        var newly = worse.stream().filter(row -> !asBadBefore(row)).toList();
        return Stream.concat(
                        Stream.of(said("newly " + words(verdict), newly)),
                        VERDICTS.stream()
                                .map(was -> said(
                                        words(was) + " before, and now for more reasons",
                                        before.stream()
                                                .filter(row -> row.verdict().equals(was))
                                                .toList())))
                .filter(text -> !text.isEmpty());
    }

    private static String words(String verdict) {
        return verdict.replace('-', ' ');
    }

    private boolean asBadBefore(Row row) {
        var before = rows.get(row.id());
        return before != null && before.verdict().equals(row.verdict());
    }

    private static String said(String what, List<Row> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        int more = rows.size() - NAMED;
        return what + ": "
                + rows.stream().limit(NAMED).map(Row::vm).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }

    /** How the gate goes. */
    public Gate.Outcome outcome(Result now, Gate gate) {
        var worse = worse(now);
        return gate.outcome(worse.blocked(), worse.undetermined(), worse.warned());
    }
}
