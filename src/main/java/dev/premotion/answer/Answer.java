package dev.premotion.answer;

import java.util.ArrayList;
import java.util.List;

/**
 * A truth value that remembers what decided it.
 *
 * <p>Rules are written in its words, so none is a word of DRL: Drools 10.2.0 takes {@code .and(...)}, {@code .or(...)} and
 * {@code .not()} for the end of the expression and drops what follows without a word.
 *
 * @param truth whether the requirement holds
 * @param applicable false where a condition was not met, so that the requirement did not concern the subject; such an
 *     answer holds
 * @param because the values that decided, first the ones asked about, then those compared with
 */
public record Answer(Truth truth, boolean applicable, List<Evidence> because) {

    public Answer {
        because = List.copyOf(because);
    }

    static Answer of(Truth truth, List<Evidence> because) {
        return new Answer(truth, true, because);
    }

    /** An answer from one value and what was expected of it. */
    public static Answer of(Truth truth, Evidence because) {
        return of(truth, List.of(because));
    }

    public boolean held() {
        return truth == Truth.YES;
    }

    public boolean no() {
        return truth == Truth.NO;
    }

    public boolean unknown() {
        return truth == Truth.UNKNOWN;
    }

    /** The values this answer waits for: the absent or vague ones of an unknown answer; empty for yes and no. */
    public List<Evidence> missing() {
        return unknown() ? because.stream().filter(Evidence::missing).toList() : List.of();
    }

    /** The opposite; of unknown, unknown. */
    public Answer negated() {
        return of(truth.not(), because);
    }

    /** No where either is no, yes where both are, else unknown; keeps the evidence of the sides that decided. */
    public Answer andAlso(Answer other) {
        if (truth == other.truth) {
            return new Answer(truth, applicable || other.applicable, join(because, other.because));
        }
        if (truth == Truth.NO || other.truth == Truth.NO) {
            return truth == Truth.NO ? this : other;
        }
        return truth == Truth.UNKNOWN ? this : other;
    }

    /** Yes where either is yes, no where neither is, else unknown. */
    public Answer orElse(Answer other) {
        if (truth == other.truth) {
            return of(truth, join(because, other.because));
        }
        if (truth == Truth.YES || other.truth == Truth.YES) {
            return truth == Truth.YES ? this : other;
        }
        return of(Truth.UNKNOWN, join(because, other.because));
    }

    /**
     * The requirement where this condition is met. Where it is not, the answer holds and does not apply; where that is
     * unknown, only a requirement that holds anyway is sure to hold, and the condition is what the answer waits for: the
     * requirement is asked about once the condition is known to be met.
     */
    public Answer implies(Answer requirement) {
        return switch (truth) {
            case NO -> new Answer(Truth.YES, false, because);
            case YES -> new Answer(requirement.truth, requirement.applicable, join(requirement.because, because));
            case UNKNOWN -> requirement.held() ? requirement : of(Truth.UNKNOWN, because);
        };
    }

    /** This answer where it is known; where it is open, what a person confirmed of the requirement as a whole. */
    public Answer elseConfirmed(Fact confirmed) {
        return unknown() && !Boolean.FALSE.equals(confirmed.value()) ? confirmed.isTrue() : this;
    }

    static List<Evidence> join(List<Evidence> first, List<Evidence> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.isEmpty() ? second : first;
        }
        var joined = new ArrayList<>(first);
        second.stream().filter(e -> !joined.contains(e)).forEach(joined::add);
        return joined;
    }
}
