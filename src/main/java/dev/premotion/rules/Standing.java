package dev.premotion.rules;

import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.Finding;
import dev.premotion.assessment.OpenFacts;
import dev.premotion.assessment.Verdict;
import dev.premotion.plan.Companion;
import dev.premotion.plan.Lacking;
import dev.premotion.plan.Predecessor;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a migration's verdict means to others that come after it or start with it. */
final class Standing {

    private Standing() {}

    /** The worst of several, excluded ones apart; empty where all that are left are approved. */
    static Optional<Judged> hindrance(Collection<Judged> others) {
        return others.stream()
                .filter(judged -> judged.verdict() != Verdict.EXCLUDED)
                .max(Comparator.comparing(Judged::verdict).thenComparing(judged -> !mayRun(judged)))
                .filter(worst -> !worst.verdict().approved());
    }

    static Predecessor predecessor(Judged other) {
        return new Predecessor(other.migration().id(), other.migration().name(), surelyRuns(other), open(other));
    }

    static Companion companion(Judged other) {
        return new Companion(other.migration().id(), other.migration().name(), surelyRuns(other), open(other));
    }

    private static @Nullable Boolean surelyRuns(Judged judged) {
        return judged.verdict().approved() ? Boolean.TRUE : mayRun(judged) ? null : Boolean.FALSE;
    }

    /**
     * Whether it runs for all that is known. What is blocked does not, unless it is in doubt what the plan means: what blocks
     * it may not be so of what is meant. Whatever is meant, it does not run where it starts with or after what surely does not.
     */
    static boolean mayRun(Judged judged) {
        var destination = judged.destination();
        return judged.verdict() != Verdict.BLOCKED
                || destination != null
                        && !destination.doubts().isEmpty()
                        && judged.findings().stream().noneMatch(Standing::heldBack);
    }

    private static boolean heldBack(Finding finding) {
        return finding.blocker()
                && finding.answer().no()
                && (finding.subject() instanceof Companion || finding.subject() instanceof Predecessor);
    }

    /** What the verdict of an undetermined migration waits for. */
    static List<Lacking> open(Judged judged) {
        return judged.findings().stream()
                .filter(finding -> finding.blocker() && finding.answer().unknown())
                .flatMap(finding -> OpenFacts.of(finding.subject(), finding.answer()).stream())
                .distinct()
                .toList();
    }
}
