package dev.premotion.rules;

import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.Assessment.Together;
import dev.premotion.assessment.Assessor;
import dev.premotion.assessment.Finding;
import dev.premotion.assessment.Verdict;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.Ledger;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.reference.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * In a survey each VM comes to another host by itself. Whether all VMs of a host find room together is tried here, as a plan
 * that empties it would be: those that reserve most first, each to the host with the fewest arrivals that still takes it.
 */
final class Evacuations {

    private static final Comparator<Judged> LARGEST_FIRST =
            Comparator.comparing((Judged one) -> reserved(one.migration()), Comparator.reverseOrder());

    private Evacuations() {}

    /**
     * For each host with VMs what becomes of them when all of them leave.
     *
     * @param alone each VM by itself
     */
    static Map<Ref, Together> together(
            RuleEngine engine, Assessor assessor, List<Judged> alone, Inventory inventory, Tables tables) {
        var hosts = new LinkedHashMap<Ref, List<Judged>>();
        for (var one : alone) {
            var source = one.migration().source();
            if (source != null && one.verdict().approved()) {
                hosts.computeIfAbsent(source.ref(), ref -> new ArrayList<>()).add(one);
            }
        }
        var together = new LinkedHashMap<Ref, Together>();
        var ledger = new Ledger(assessor.plan(), inventory, tables);
        try (var bench = engine.bench()) {
            hosts.forEach((host, vms) -> {
                vms.sort(LARGEST_FIRST);
                together.put(host, together(Settlement.tried(engine, bench, assessor, ledger, vms)));
            });
        }
        return together;
    }

    private static Together together(List<Judged> settled) {
        var worst =
                settled.stream().filter(one -> !one.verdict().approved()).max(Comparator.comparing(Judged::verdict));
        return new Together(
                vms(settled, Verdict.BLOCKED),
                vms(settled, Verdict.UNDETERMINED),
                worst.flatMap(one -> one.findings().stream().findFirst())
                        .map(Finding::message)
                        .orElse(null),
                settled.stream()
                        .filter(one -> one.verdict() == Verdict.UNDETERMINED)
                        .flatMap(one -> one.findings().stream())
                        .filter(finding -> finding.blocker() && finding.answer().unknown())
                        .distinct()
                        .toList());
    }

    private static Set<Ref> vms(List<Judged> settled, Verdict verdict) {
        return settled.stream()
                .filter(one -> one.verdict() == verdict)
                .map(one -> vm(one.migration()).ref())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** MiB; what is not known counts as the whole memory. */
    private static long reserved(Migration migration) {
        var vm = vm(migration);
        return Stream.of(vm.memoryReservationMiB(), vm.memoryMiB())
                .filter(Objects::nonNull)
                .mapToLong(Number::longValue)
                .findFirst()
                .orElse(0);
    }

    private static Vm vm(Migration migration) {
        return Objects.requireNonNull(migration.vm(), "a migration without candidates has no VM");
    }
}
