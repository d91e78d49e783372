package dev.premotion.report;

import dev.premotion.report.Result.Candidate;
import dev.premotion.report.Result.Finding;
import dev.premotion.report.Result.Run;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds by id what a result mentions by id. */
public final class Lookup {

    private static final Comparator<Finding> WORST_FIRST = Comparator.comparingInt(Lookup::weight);

    private static final int BLOCKS = 0;
    private static final int UNDECIDED = 1;
    private static final int WARNS = 2;
    private static final int TELLS = 3;
    private static final int WAIVED = 4;

    private final Map<String, Finding> findings = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Run> runs = new HashMap<>();

    public Lookup(Result result) {
        for (Finding finding : result.findings()) {
            places.put(finding.id(), findings.size());
            findings.put(finding.id(), finding);
        }
        if (result.simulation() != null) {
            result.simulation().migrations().forEach(run -> runs.put(run.id(), run));
        }
    }

    /** Those that the result holds, in the order given. */
    public List<Finding> findings(List<String> ids) {
        return ids.stream().map(findings::get).filter(Objects::nonNull).toList();
    }

    /** The finding that weighs most, the first of several. */
    public Optional<Finding> worst(List<String> ids) {
        return findings(ids).stream().min(WORST_FIRST);
    }

    /**
     * What to name as the reason of a verdict. A VM that may go to several hosts has the verdict of the best of them, so
     * that what stands in the way of the others is no reason.
     */
    public Optional<Finding> reason(String verdict, List<String> ids, List<Candidate> candidates) {
        Stream<String> best = candidates.stream()
                .filter(candidate -> candidate.verdict().equals(verdict))
                .min(Comparator.comparing(candidate -> !candidate.chosen()))
                .stream()
                .flatMap(candidate -> candidate.findings().stream());
        return worst(Stream.concat(ids.stream(), best).toList()).filter(finding -> weight(finding) <= WARNS);
    }

    public long count(List<String> ids, Predicate<Finding> which) {
        return findings(ids).stream().filter(which).count();
    }

    /** Place of a finding in the result's list, from 0; absent where the result does not hold it. */
    public @Nullable Integer place(String finding) {
        return places.get(finding);
    }

    public @Nullable Run run(String migration) {
        return runs.get(migration);
    }

    public static boolean blocks(Finding finding) {
        return weight(finding) == BLOCKS;
    }

    public static boolean undecided(Finding finding) {
        return weight(finding) == UNDECIDED;
    }

    public static boolean warns(Finding finding) {
        return weight(finding) == WARNS;
    }

    /** Whether it is a warning of which nobody knows whether it is one: it stands in nobody's way and is told all the same. */
    public static boolean opensWarning(Finding finding) {
        return finding.waiver() == null
                && finding.severity().equals("warning")
                && !finding.answer().equals("no");
    }

    private static int weight(Finding finding) {
        boolean no = finding.answer().equals("no");
        if (finding.waiver() != null) {
            return WAIVED;
        }
        return switch (finding.severity()) {
            case "blocker" -> no ? BLOCKS : UNDECIDED;
            case "warning" -> no ? WARNS : TELLS;
            default -> TELLS;
        };
    }
}
