package dev.premotion.report;

import java.util.Arrays;

/** The verdicts in the order in which reports list them, worst first, with the words for people. */
public enum Verdict {
    BLOCKED(
            "blocked",
            "Blocked",
            "A requirement that blocks does not hold. The migration would fail, or is not supported."),
    UNDETERMINED(
            "undetermined",
            "Undetermined",
            "A fact that decides is missing from the snapshots. It is neither approved nor blocked until somebody confirms it."),
    APPROVED_WITH_WARNINGS(
            "approved-with-warnings",
            "Approved with warnings",
            "Every blocking requirement holds; something is worth knowing before the move."),
    APPROVED(
            "approved",
            "Approved",
            "Every blocking requirement holds, or rests on a waiver, an assumption or a promised fix that is named."),
    EXCLUDED("excluded", "Excluded", "Not for moving, for the reason given; no rule judged it.");

    private final String key;
    private final String word;
    private final String meaning;

    Verdict(String key, String word, String meaning) {
        this.key = key;
        this.word = word;
        this.meaning = meaning;
    }

    /** As the result spells it; what it does not know counts as undetermined, never as approved. */
    public static Verdict of(String key) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.key.equals(key))
                .findFirst()
                .orElse(UNDETERMINED);
    }

    public String key() {
        return key;
    }

    public String word() {
        return word;
    }

    public String meaning() {
        return meaning;
    }

    public int in(Result.Summary summary) {
        return switch (this) {
            case BLOCKED -> summary.blocked();
            case UNDETERMINED -> summary.undetermined();
            case APPROVED_WITH_WARNINGS -> summary.approvedWithWarnings();
            case APPROVED -> summary.approved();
            case EXCLUDED -> summary.excluded();
        };
    }
}
