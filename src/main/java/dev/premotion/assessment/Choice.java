package dev.premotion.assessment;

import dev.premotion.assessment.Assessment.JudgedCandidate;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Ranks candidates, spreading arrivals over equally good hosts by how many they already take. */
public final class Choice {

    private final Map<Ref, Integer> arrivals = new HashMap<>();

    /** Indexes, the best verdict first; among equals what least stands in the way of, then a listed host with the fewest arrivals. */
    public List<Integer> order(List<JudgedCandidate> candidates) {
        if (candidates.size() == 1) {
            return List.of(0);
        }
        return IntStream.range(0, candidates.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> candidates.get(i).verdict())
                        .thenComparing(i -> inTheWay(candidates.get(i)))
                        .thenComparing(i -> taken(candidates.get(i).candidate().host())))
                .toList();
    }

    /** How much stands in the way: what blocks of what is blocked, what is open of what is undetermined. */
    private static long inTheWay(JudgedCandidate candidate) {
        return switch (candidate.verdict()) {
            case BLOCKED -> blockers(candidate, false);
            case UNDETERMINED -> blockers(candidate, true);
            default -> 0;
        };
    }

    private static long blockers(JudgedCandidate candidate, boolean unknown) {
        return candidate.findings().stream()
                .filter(finding -> finding.blocker() && finding.answer().unknown() == unknown)
                .count();
    }

    /** Counts an arrival. */
    public void take(JudgedCandidate candidate) {
        add(candidate, 1);
    }

    /** Takes it back. */
    public void giveBack(JudgedCandidate candidate) {
        add(candidate, -1);
    }

    private void add(JudgedCandidate candidate, int number) {
        var host = candidate.candidate().host();
        if (host != null) {
            arrivals.merge(host.ref(), number, Integer::sum);
        }
    }

    private int taken(@Nullable Host host) {
        return host == null ? Integer.MAX_VALUE : arrivals.getOrDefault(host.ref(), 0);
    }
}
