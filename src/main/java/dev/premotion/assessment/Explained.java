package dev.premotion.assessment;

import dev.premotion.answer.Answer;
import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.plan.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why one migration came to its verdict: every requirement that was judged for it, held ones too.
 *
 * @param said what stands in the way first, then by rule and subject
 * @param back whether there is a way back; absent where nobody asked, as for a VM that is not approved or stays in its cluster
 */
public record Explained(
        Judged judged, List<Said> said, @Nullable Return back) {

    /**
     * One requirement and the answer for one subject of the migration.
     *
     * @param concerns false where the rule is about other kinds of migration: its answer did not count
     * @param message the sentence of a finding; absent where the requirement holds
     * @param remedy what to do, or how to find out; absent where the requirement holds
     * @param lift what lifted it; absent where nothing did
     */
    public record Said(
            Card card,
            Subject subject,
            Answer answer,
            boolean concerns,
            @Nullable String message,
            @Nullable String remedy,
            Permits.@Nullable Lift lift) {}
}
