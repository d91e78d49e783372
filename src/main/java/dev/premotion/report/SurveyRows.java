package dev.premotion.report;

import dev.premotion.assessment.Assessment;
import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.Assessment.JudgedCandidate;
import dev.premotion.assessment.Assessment.Together;
import dev.premotion.assessment.Verdict;
import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.report.Result.Evacuation;
import dev.premotion.report.Result.Placement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A survey as a result shows it: for each VM who could take it, for each host whether it can be emptied. */
final class SurveyRows {

    private final Assessment assessment;

    SurveyRows(Assessment assessment) {
        this.assessment = assessment;
    }

    List<Placement> placements() {
        return assessment.migrations().stream().map(SurveyRows::placement).toList();
    }

    private static Placement placement(Judged judged) {
        var migration = judged.migration();
        var vm = migration.vm();
        return new Placement(
                migration.id(),
                migration.name(),
                vm == null ? null : vm.ref().toString(),
                migration.sourceVCenter() == null
                        ? null
                        : migration.sourceVCenter().label(),
                name(migration.sourceCluster()),
                migration.source() == null ? null : migration.source().label(),
                judged.verdict().toString(),
                because(migration),
                count(judged, Verdict::approved),
                count(judged, v -> v == Verdict.UNDETERMINED),
                count(judged, v -> v == Verdict.BLOCKED),
                everywhere(judged),
                MigrationRows.candidates(judged));
    }

    /** What stands at every host. */
    private static List<String> everywhere(Judged judged) {
        var shared = MigrationRows.shared(judged.candidates());
        var own = MigrationRows.ids(judged.findings());
        return judged.candidates().size() < 2
                ? own
                : own.stream().filter(shared::contains).toList();
    }

    private static @Nullable String because(Migration migration) {
        if (migration.excluded() != null) {
            return migration.excluded();
        }
        return migration.problem() == null ? null : migration.problem().message();
    }

    private static int count(Judged judged, Predicate<Verdict> which) {
        return (int) judged.candidates().stream()
                .map(JudgedCandidate::verdict)
                .filter(which)
                .count();
    }

    private static @Nullable String name(@Nullable Cluster cluster) {
        return cluster == null ? null : cluster.name();
    }

    List<Evacuation> evacuations() {
        Map<Ref, List<Judged>> byHost = new LinkedHashMap<>();
        Map<Ref, Host> hosts = new LinkedHashMap<>();
        for (var judged : assessment.migrations()) {
            var host = judged.migration().source();
            if (host != null && judged.verdict() != Verdict.EXCLUDED) {
                hosts.putIfAbsent(host.ref(), host);
                byHost.computeIfAbsent(host.ref(), ref -> new ArrayList<>()).add(judged);
            }
        }
        return hosts.values().stream()
                .map(host -> evacuation(host, byHost.getOrDefault(host.ref(), List.of())))
                .toList();
    }

    private Evacuation evacuation(Host host, List<Judged> vms) {
        var together = assessment.together().getOrDefault(host.ref(), Together.NO_MATTER);
        var undetermined = count(vms, Verdict.UNDETERMINED) + together.open().size();
        var blocked = count(vms, Verdict.BLOCKED);
        var crowded = together.crowded().size();
        return new Evacuation(
                host.label(),
                host.ref().toString(),
                vms.isEmpty() ? null : name(vms.get(0).migration().sourceCluster()),
                vms.size(),
                verdict(blocked, undetermined + crowded).toString(),
                vms.size() - blocked - undetermined - crowded,
                crowded,
                undetermined,
                blocked,
                vms.stream()
                        .filter(judged -> !judged.verdict().approved() || !surely(together, judged))
                        .map(judged -> judged.migration().name())
                        .sorted()
                        .toList(),
                together.because());
    }

    private static int count(List<Judged> vms, Verdict verdict) {
        return (int) vms.stream().filter(judged -> judged.verdict() == verdict).count();
    }

    /** Where no room was found another arrangement may have it, so nobody knows. */
    private static Verdict verdict(int blocked, int open) {
        return blocked > 0 ? Verdict.BLOCKED : open > 0 ? Verdict.UNDETERMINED : Verdict.APPROVED;
    }

    private static boolean surely(Together together, Judged judged) {
        var vm = judged.migration().vm();
        return vm == null
                || !together.crowded().contains(vm.ref()) && !together.open().contains(vm.ref());
    }
}
