package dev.premotion.assessment;

import dev.premotion.assessment.Assessment.JudgedCandidate;
import dev.premotion.assessment.Assessment.Reliance;
import dev.premotion.plan.MigrationType;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.TypePattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What findings mean for one candidate of a migration.
 *
 * <p>Each possible kind of the migration gets a verdict from the findings whose cards cover it. Where all kinds agree, that
 * is the verdict; where they do not, it is undetermined, since nobody knows which kind it will be.
 */
public final class Verdicts {

    /** Worst first: failed blockers, unknown blockers, warnings, the rest; then by rule and subject. */
    public static final Comparator<Finding> WORST_FIRST = Verdicts::compare;

    private Verdicts() {}

    /** Written out, since most pairs differ in the first two and each candidate of each migration is sorted. */
    private static int compare(Finding one, Finding other) {
        if (one == other) {
            return 0;
        }
        int order = one.card().severity().compareTo(other.card().severity());
        order = order != 0
                ? order
                : Boolean.compare(one.answer().unknown(), other.answer().unknown());
        order = order != 0 ? order : one.card().id().compareTo(other.card().id());
        order = order != 0
                ? order
                : one.subject().name().compareTo(other.subject().name());
        return order != 0 ? order : one.id().compareTo(other.id());
    }

    /** Judges one candidate by the findings of its subjects. */
    public static JudgedCandidate judge(
            Candidate candidate, @Nullable Integer wave, List<Finding> findings, Permits permits) {
        var types = candidate.types();
        var standing = new ArrayList<Finding>();
        var relies = new ArrayList<Reliance>();
        for (var finding : findings) {
            if (!concerns(finding, types)) {
                continue;
            }
            var lift = permits.lift(finding, wave);
            lift.ifPresent(l -> relies.add(new Reliance(finding, l)));
            if (lift.isEmpty()) {
                standing.add(finding);
            }
        }
        standing.sort(WORST_FIRST);
        var verdict = verdict(types, standing);
        if (candidate.host() == null && verdict.approved()) {
            verdict = Verdict.UNDETERMINED; // no rule about a host was asked, whatever somebody assumes
        }
        return new JudgedCandidate(candidate, verdict, List.copyOf(standing), List.copyOf(relies));
    }

    private static boolean concerns(Finding finding, List<MigrationType> types) {
        for (var type : types) {
            if (concerns(finding, type)) {
                return true;
            }
        }
        return false;
    }

    static boolean concerns(Finding finding, MigrationType type) {
        return TypePattern.covers(finding.card().types(), type);
    }

    static Verdict verdict(List<MigrationType> types, List<Finding> findings) {
        var verdicts = types.stream()
                .map(type ->
                        verdict(findings.stream().filter(f -> concerns(f, type)).toList()))
                .distinct()
                .toList();
        if (verdicts.isEmpty()) {
            return Verdict.UNDETERMINED;
        }
        if (verdicts.stream().allMatch(Verdict::approved)) {
            return verdicts.stream().max(Comparator.naturalOrder()).orElseThrow();
        }
        return verdicts.size() == 1 ? verdicts.get(0) : Verdict.UNDETERMINED;
    }

    private static Verdict verdict(List<Finding> findings) {
        var verdict = Verdict.APPROVED;
        for (var finding : findings) {
            var one = verdict(finding);
            verdict = one.compareTo(verdict) > 0 ? one : verdict;
        }
        return verdict;
    }

    private static Verdict verdict(Finding finding) {
        if (finding.blocker()) {
            return finding.answer().unknown() ? Verdict.UNDETERMINED : Verdict.BLOCKED;
        }
        return finding.card().severity() == Severity.WARNING && finding.answer().no()
                ? Verdict.APPROVED_WITH_WARNINGS
                : Verdict.APPROVED;
    }
}
