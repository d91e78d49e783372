package dev.premotion.assessment;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.VCenterCheck;
import dev.premotion.inventory.VCenterCheck.CheckFault;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.MigrationType;
import dev.premotion.plan.Plan;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.plan.Relocation;
import dev.premotion.plan.VCenterFault;
import dev.premotion.plan.VCenterSilence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What vCenter's own check answered for the candidates of a plan, beside what was found here. */
public final class VCenterAnswers {

    /** Stands for what an answer holds that is not whole. */
    private static final CheckFault UNREAD = new CheckFault("", "its answer is not known whole");

    private final Map<Ref, Answers> answers = new HashMap<>();

    /**
     * What one vCenter answered.
     *
     * @param known by what was asked
     * @param complete whether these are all that it answered
     */
    private record Answers(Map<VCenterCheck, VCenterCheck> known, boolean complete) {

        /** An answer that was lost may have been an error; absent where nothing was asked. */
        @Nullable
        VCenterCheck to(VCenterCheck asked) {
            var answer = known.get(asked);
            return answer == null && !complete ? asked : answer;
        }

        /** What may be about a VM and a host and is no clear yes, without its answer; absent where nothing is. */
        @Nullable
        VCenterCheck perhaps(Vm vm, Host host) {
            var about = known.values().stream()
                    .filter(check ->
                            check.vm().equals(vm.ref().id()) && host.ref().id().equals(check.host()))
                    .toList();
            return complete
                            && about.stream()
                                    .allMatch(check ->
                                            faults(check.errors(), true).isEmpty())
                    ? null
                    : new VCenterCheck(vm.ref().id(), null, host.ref().id(), null, null, null, null, null, null, null);
        }
    }

    public VCenterAnswers(Plan plan) {
        if (!plan.survey()) {
            plan.migrations().stream().map(Migration::sourceVCenter).forEach(this::add);
        }
    }

    private void add(@Nullable VCenter vCenter) {
        var checks = vCenter == null ? null : vCenter.vCenterChecks();
        if (vCenter != null && checks != null) {
            answers.computeIfAbsent(vCenter.ref(), ref -> {
                var known = new LinkedHashMap<VCenterCheck, VCenterCheck>();
                checks.forEach(check -> known.put(check.asked(), check));
                return new Answers(known, checks.complete());
            });
        }
    }

    /** Whether no vCenter was asked anything. */
    public boolean none() {
        return answers.isEmpty();
    }

    /**
     * What vCenter answered for a candidate; absent where it was not asked just this, without errors where nobody knows
     * whether it was.
     */
    public @Nullable VCenterCheck of(Migration migration, Candidate candidate) {
        var vm = migration.vm();
        var source = migration.sourceVCenter();
        var known = source == null ? null : answers.get(source.ref());
        if (known == null || vm == null || candidate.host() == null) {
            return null;
        }
        var relocation = Relocation.of(migration, candidate);
        if (relocation != null) {
            return known.to(relocation.asked());
        }
        return Relocation.mayHaveBeenAsked(vm, candidate) ? known.perhaps(vm, candidate.host()) : null;
    }

    /**
     * One thing that vCenter or a finding says.
     *
     * @param fault class of the fault; absent where only a finding says it, empty where the answer is not known whole
     * @param error whether it stops the migration
     * @param message what vCenter says; absent where it says nothing
     * @param rules ids of the rules whose findings say it, sorted; empty where only vCenter does
     * @param faults the faults by which vCenter would say it, where only a finding does
     */
    public record Comparison(
            @Nullable String fault, boolean error, @Nullable String message, List<String> rules, List<String> faults) {

        /** Whether both say it. */
        public boolean agrees() {
            return fault != null && !rules.isEmpty();
        }
    }

    /** Fault by fault, then what only findings say. */
    public static List<Comparison> compare(VCenterCheck answer, List<Finding> findings, List<MigrationType> types) {
        var own = findings.stream()
                .filter(finding -> !(finding.subject() instanceof VCenterFault)
                        && !(finding.subject() instanceof VCenterSilence)
                        && types.stream().anyMatch(type -> Verdicts.concerns(finding, type)))
                .toList();
        var compared = new ArrayList<Comparison>();
        var said = new ArrayList<String>();
        faults(answer.errors(), true).forEach((fault, message) -> {
            said.add(fault);
            compared.add(new Comparison(fault, true, message, foreseeing(own, fault, true), List.of()));
        });
        faults(answer.warnings(), false).forEach((fault, message) -> {
            said.add(fault);
            compared.add(new Comparison(fault, false, message, foreseeing(own, fault, false), List.of()));
        });
        var silent = new LinkedHashMap<String, Comparison>();
        own.stream()
                .filter(finding -> blocks(finding) && finding.card().enforcedBy() == EnforcedBy.VCENTER)
                .map(Finding::card)
                .filter(card -> named(card).stream().noneMatch(said::contains))
                .forEach(card ->
                        silent.put(card.id(), new Comparison(null, true, null, List.of(card.id()), named(card))));
        compared.addAll(silent.values());
        return List.copyOf(compared);
    }

    /** Whether what vCenter says is said by one of these findings too. */
    public static boolean foreseen(VCenterFault said, List<Finding> findings) {
        return !foreseeing(findings, said.fault(), said.error()).isEmpty();
    }

    /** The messages of each fault, by its class. */
    private static Map<String, String> faults(@Nullable Listing<CheckFault> listed, boolean needed) {
        var faults = new LinkedHashMap<String, String>();
        if (listed != null) {
            listed.forEach(each -> add(each, faults));
        }
        if (needed && (listed == null || !listed.complete())) {
            add(UNREAD, faults);
        }
        return faults;
    }

    private static void add(CheckFault each, Map<String, String> faults) {
        var message = each.message() == null ? "" : each.message().strip();
        faults.merge(each.fault(), message, (one, other) -> one.contains(other) ? one : (one + " " + other).strip());
    }

    /** An error is foreseen only by what stops the migration for good; a warning by any finding that names it. */
    private static List<String> foreseeing(List<Finding> findings, String fault, boolean error) {
        return findings.stream()
                .filter(finding -> !error || blocks(finding) && finding.card().enforcedBlocker())
                .map(Finding::card)
                .filter(card -> named(card).contains(fault))
                .map(Card::id)
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean blocks(Finding finding) {
        return finding.blocker() && finding.answer().no();
    }

    /** A tilde marks the closest fault where none is documented. */
    private static List<String> named(Card card) {
        return card.faults().stream().map(fault -> fault.replace("~", "")).toList();
    }
}
