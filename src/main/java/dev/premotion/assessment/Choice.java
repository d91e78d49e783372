package dev.premotion.assessment;

import dev.premotion.assessment.Assessment.JudgedCandidate;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Picks among candidates, spreading arrivals over equally good hosts by how many they already take. */
final class Choice {

    private final Map<Ref, Integer> arrivals = new HashMap<>();

    /** The best verdict; among equals what least stands in the way of, then a listed host with the fewest arrivals so far. */
    int best(List<JudgedCandidate> candidates) {
        int best = 0;
        for (int i = 1; i < candidates.size(); i++) {
            if (compare(candidates.get(i), candidates.get(best)) < 0) {
                best = i;
            }
        }
        var host = candidates.get(best).candidate().host();
        if (host != null) {
            arrivals.merge(host.ref(), 1, Integer::sum);
        }
        return best;
    }

    private int compare(JudgedCandidate one, JudgedCandidate other) {
        int verdict = one.verdict().compareTo(other.verdict());
        int missing = Long.compare(inTheWay(one), inTheWay(other));
        return verdict != 0
                ? verdict
                : missing != 0
                        ? missing
                        : Integer.compare(
                                taken(one.candidate().host()),
                                taken(other.candidate().host()));
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

    private int taken(@Nullable Host host) {
        return host == null ? Integer.MAX_VALUE : arrivals.getOrDefault(host.ref(), 0);
    }
}
