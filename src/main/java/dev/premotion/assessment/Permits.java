package dev.premotion.assessment;

import dev.premotion.answer.Truth;
import dev.premotion.plan.Plan;
import dev.premotion.plan.PlanDocument.Permit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Waivers, assumptions and promised fixes of a plan, and what each may lift: a waiver only what support or nobody
 * enforces, an assumption only what is unknown, a promised fix anything before its wave.
 *
 * @param today expiries count by this day
 */
public record Permits(List<Permit> waivers, List<Permit> assumptions, List<Permit> fixes, LocalDate today) {

    public static Permits of(Plan plan, LocalDate today) {
        return new Permits(plan.waivers(), plan.assumptions(), plan.fixes(), today);
    }

    /** What lifts a finding for a migration of the given wave, if anything does. */
    public Optional<Lift> lift(Finding finding, @Nullable Integer wave) {
        var waiver = first(waivers, finding);
        if (waiver.isPresent() && finding.card().enforcedBy().waivable()) {
            return waiver.map(permit -> new Lift("waiver", permit));
        }
        var assumption = first(assumptions, finding);
        if (assumption.isPresent() && finding.answer().unknown()) {
            return assumption.map(permit -> new Lift("assumption", permit));
        }
        var inTime = fixes.stream()
                .filter(fix -> fix.beforeWave() == null || fix.beforeWave() <= (wave == null ? 1 : wave))
                .toList();
        return first(inTime, finding).map(permit -> new Lift("fix", permit));
    }

    private Optional<Permit> first(List<Permit> permits, Finding finding) {
        return permits.stream()
                .filter(permit -> !permit.until().isBefore(today))
                .filter(permit -> matches(permit, finding))
                .findFirst();
    }

    static boolean matches(Permit permit, Finding finding) {
        return glob(permit.rule(), finding.card().id())
                && (glob(permit.subject(), finding.subject().name())
                        || finding.subject().refs().stream()
                                .anyMatch(ref -> permit.subject().equals(ref.toString())));
    }

    static boolean glob(String pattern, String text) {
        var regex = new StringBuilder();
        pattern.chars()
                .forEach(c -> regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf((char) c))));
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
                .matcher(text)
                .matches();
    }

    /** What is wrong with the permits themselves: expired, matching nothing, or waiving what cannot be waived. */
    public List<PermitNote> notes(List<Finding> findings) {
        var notes = new ArrayList<PermitNote>();
        waivers.forEach(permit -> note("waiver", permit, findings, notes));
        assumptions.forEach(permit -> note("assumption", permit, findings, notes));
        fixes.forEach(permit -> note("promised fix", permit, findings, notes));
        return notes;
    }

    private void note(String what, Permit permit, List<Finding> findings, List<PermitNote> notes) {
        var name = "The " + what + " of " + permit.rule() + " for " + permit.subject();
        var matching = findings.stream().filter(f -> matches(permit, f)).toList();
        if (permit.until().isBefore(today)) {
            notes.add(new PermitNote(permit, name + " expired on " + permit.until() + " and no longer counts."));
        } else if (matching.isEmpty()) {
            notes.add(new PermitNote(permit, name + " matches no finding."));
        } else if (what.equals("waiver")
                && matching.stream().noneMatch(f -> f.card().enforcedBy().waivable())) {
            var by = matching.get(0).card().enforcedBy() == EnforcedBy.HOST ? "the host" : "vCenter";
            notes.add(new PermitNote(
                    permit,
                    name + " has no effect: " + by
                            + " enforces this itself. Correct the fact, or promise the fix under will-fix."));
        } else if (what.equals("assumption")
                && matching.stream().allMatch(f -> f.answer().truth() == Truth.NO)) {
            notes.add(new PermitNote(permit, name + " has no effect: the snapshot says that it does not hold."));
        }
    }

    /** What lifted a finding: waiver, assumption or fix. */
    public record Lift(String what, Permit permit) {}

    /** Something the author of a permit should know. */
    public record PermitNote(Permit permit, String message) {}
}
