package dev.premotion.assessment;

import dev.premotion.inventory.Ref;
import dev.premotion.plan.Plan;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.Migration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All findings and verdicts of one plan.
 *
 * @param findings those that concern a migration, sorted by rule and subject
 * @param concerns for each finding's id how many migrations it concerns
 * @param gaps what no answer can decide
 * @param subjects for each finding's id how many subjects share it; more than one where they are shared
 * @param rules how many rules judged
 * @param together only in a survey: for each host with VMs that could leave by themselves, whether they can all at once
 */
public record Assessment(
        Plan plan,
        List<Judged> migrations,
        List<Finding> findings,
        Map<String, Integer> concerns,
        Map<String, Integer> subjects,
        List<Fix> fixes,
        List<Confirmation> confirmations,
        List<Gap> gaps,
        List<Permits.PermitNote> permitNotes,
        Checks checks,
        int rules,
        Map<Ref, Together> together) {

    /**
     * One migration and what became of it.
     *
     * @param chosen index of the candidate it takes; absent without candidates
     * @param findings those of the chosen candidate, worst first
     * @param candidates one for each of the migration's candidates, in their order
     * @param relies what the verdict stands on beside facts
     */
    public record Judged(
            Migration migration,
            Verdict verdict,
            @Nullable Integer chosen,
            List<Finding> findings,
            List<JudgedCandidate> candidates,
            List<Reliance> relies) {

        /** Where it goes, if anywhere. */
        public @Nullable Candidate destination() {
            return chosen == null ? null : migration.candidates().get(chosen);
        }
    }

    /** One possible destination with its own verdict. */
    public record JudgedCandidate(
            Candidate candidate, Verdict verdict, List<Finding> findings, List<Reliance> relies) {}

    /**
     * What becomes of the VMs of a host when all of them leave, of those that could leave by themselves.
     *
     * @param crowded those for which no room was found any more; an arrangement that was not tried may have it
     * @param open those of which the snapshot says too little to tell
     * @param because the first reason, a sentence; absent where all find room
     * @param waits the findings that keep those that are open from being told
     */
    public record Together(
            Set<Ref> crowded, Set<Ref> open, @Nullable String because, List<Finding> waits) {

        /** All find room. */
        public static final Together NO_MATTER = new Together(Set.of(), Set.of(), null, List.of());
    }

    /** A finding that a permit lifted. */
    public record Reliance(Finding finding, Permits.Lift lift) {}

    /**
     * One thing to fix.
     *
     * @param unblocks migrations that nothing else blocks
     * @param concerns migrations it blocks at all
     * @param together migrations that nothing blocks but this and others of the same rule and remedy
     */
    public record Fix(Finding finding, int unblocks, int concerns, int together) {}

    /**
     * A fact that undetermined migrations wait for and nobody can be asked: only a fuller snapshot tells.
     *
     * @param unsaid what the snapshot does not say, of the first thing that lacks it
     * @param migrations how many wait for it
     */
    public record Gap(String kind, String property, String unsaid, int migrations) {}

    /**
     * One question, about one fact or several of the same things.
     *
     * @param ask what is missing, of which things
     * @param migrations undetermined migrations that wait for it
     * @param decides undetermined migrations that this and the answers before it decide
     * @param hosts whether all this counts hosts to be emptied instead of migrations
     */
    public record Confirmation(Ask ask, int migrations, int decides, boolean hosts) {

        public Confirmation(Ask ask, int migrations, int decides) {
            this(ask, migrations, decides, false);
        }
    }

    /**
     * Missing facts of the same things, at the widest scope that answers them.
     *
     * @param kind of the things that lack it, one of {@link dev.premotion.inventory.Kind}
     * @param properties what they lack, in the order of the questions
     * @param scope the cluster's name, the vCenter's, or the pair; empty for everywhere
     * @param scopeKind {@code cluster}, {@code vcenter}, {@code link} or {@code name}
     * @param subjects names of the things, sorted
     */
    public record Ask(String kind, List<String> properties, String scopeKind, String scope, List<String> subjects) {}
}
