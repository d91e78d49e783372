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

    /** The best verdict; among equals a listed host with the fewest arrivals so far, then the first. */
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
        return verdict != 0
                ? verdict
                : Integer.compare(
                        taken(one.candidate().host()), taken(other.candidate().host()));
    }

    private int taken(@Nullable Host host) {
        return host == null ? Integer.MAX_VALUE : arrivals.getOrDefault(host.ref(), 0);
    }
}
