package dev.premotion.report;

import dev.premotion.report.Result.Summary;
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

    /** How the gate goes for these counts. */
    public Outcome outcome(Summary summary) {
        return outcome(summary.blocked(), summary.undetermined(), summary.approvedWithWarnings());
    }

    /** How a gate goes for a single migration. */
    public static Outcome of(String verdict, Gate gate) {
        return gate.outcome(
                verdict.equals("blocked") ? 1 : 0,
                verdict.equals("undetermined") ? 1 : 0,
                verdict.equals("approved-with-warnings") ? 1 : 0);
    }

    Outcome outcome(int blocked, int undetermined, int warned) {
        if (this == NEVER) {
            return Outcome.PASSES;
        }
        if (blocked > 0) {
            return Outcome.BLOCKED;
        }
        var open = (this == BLOCKED ? 0 : undetermined) + (this == WARNING ? warned : 0);
        return open > 0 ? Outcome.UNDETERMINED : Outcome.PASSES;
    }

    /** In words, such as {@code fails: 3 blocked, 2 undetermined}: only what makes it fail is named then. */
    String words(int blocked, int undetermined, int warned) {
        var fails = outcome(blocked, undetermined, warned) != Outcome.PASSES;
        var reasons = new ArrayList<String>();
        add(reasons, blocked, "blocked");
        add(reasons, fails && this == BLOCKED ? 0 : undetermined, "undetermined");
        add(reasons, fails && this != WARNING ? 0 : warned, "approved with warnings");
        if (fails) {
            return "fails: " + String.join(", ", reasons);
        }
        return reasons.isEmpty()
                ? "passes: nothing stands in the way"
                : "passes: " + String.join(", ", reasons) + ", which it is not set to stop at";
    }

    private static void add(List<String> reasons, int count, String what) {
        if (count > 0) {
            reasons.add(String.format(Locale.ROOT, "%,d %s", count, what));
        }
    }
}
