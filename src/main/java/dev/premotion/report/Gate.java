package dev.premotion.report;

import dev.premotion.assessment.Assessment;
import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a pipeline gates on: the worst verdict that it still lets pass. */
public enum Gate {
    /** Fails where something is blocked. */
    BLOCKED,
    /** Fails where something is not approved. */
    UNDETERMINED,
    /** Fails where something is approved only with warnings, too. */
    WARNING,
    /** Never fails. */
    NEVER;

    /** How it went. */
    public enum Outcome {
        PASSES,
        /** Something is blocked. */
        BLOCKED,
        /** Nothing is blocked, but something is undetermined (or has warnings, where the gate is on those). */
        UNDETERMINED
    }

    public Outcome outcome(Assessment assessment) {
        if (this == NEVER) {
            return Outcome.PASSES;
        }
        if (count(assessment, Verdict.BLOCKED) > 0) {
            return Outcome.BLOCKED;
        }
        var open = this == BLOCKED ? 0 : count(assessment, Verdict.UNDETERMINED);
        var warned = this == WARNING ? count(assessment, Verdict.APPROVED_WITH_WARNINGS) : 0;
        return open + warned > 0 ? Outcome.UNDETERMINED : Outcome.PASSES;
    }

    /** In words, such as {@code fails: 3 blocked, 2 undetermined}. */
    String words(Assessment assessment) {
        var outcome = outcome(assessment);
        var reasons = new ArrayList<String>();
        for (var verdict : List.of(Verdict.BLOCKED, Verdict.UNDETERMINED, Verdict.APPROVED_WITH_WARNINGS)) {
            long count = count(assessment, verdict);
            if (count > 0) {
                reasons.add(String.format(
                        Locale.ROOT, "%,d %s", count, verdict.toString().replace('-', ' ')));
            }
        }
        if (reasons.isEmpty()) {
            return "passes: everything is approved";
        }
        var all = String.join(", ", reasons);
        return outcome == Outcome.PASSES ? "passes: " + all + " (not gated on)" : "fails: " + all;
    }

    private static long count(Assessment assessment, Verdict verdict) {
        return assessment.migrations().stream()
                .map(Judged::verdict)
                .filter(verdict::equals)
                .count();
    }
}
