package dev.premotion.report;

import dev.premotion.assessment.Assessment;
import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.plan.MigrationType.Change;
import dev.premotion.plan.MigrationType.Power;
import dev.premotion.report.Result.Link;
import dev.premotion.report.Result.Pass;
import dev.premotion.report.Result.Range;
import dev.premotion.report.Result.Run;
import dev.premotion.simulation.PlanExecution.Executed;
import dev.premotion.simulation.Simulation.MigrationRun;
import dev.premotion.simulation.Simulation.State;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A simulation as a result shows it. */
public final class SimulationRows {

    /** Passes are kept for so many of the slowest, unless all are asked for. */
    private static final int SLOWEST = 1000;

    private static final Map<State, String> STATES =
            Map.of(State.DONE, "done", State.FAILED, "failed", State.NOT_STARTED, Run.NOT_STARTED);

    private SimulationRows() {}

    /** @param allPasses whether to keep the passes of every migration */
    public static Result.Simulation of(Executed executed, Assessment assessment, boolean allPasses) {
        var simulation = executed.simulation();
        Map<String, Judged> judged = assessment.migrations().stream()
                .collect(Collectors.toMap(j -> j.migration().id(), Function.identity(), (a, b) -> a, HashMap::new));
        var kept = allPasses ? null : slowest(simulation.migrations());
        return new Result.Simulation(
                simulation.policy(),
                simulation.seed(),
                simulation.makespanSeconds(),
                range(executed.makespan(), 1),
                simulation.migrations().stream()
                        .map(run -> run(run, judged.get(run.id()), kept == null || kept.contains(run.id())))
                        .toList(),
                simulation.links().stream()
                        .map(link -> new Link(
                                link.name(),
                                link.bytesPerSecond(),
                                Math.round(link.bytes()),
                                link.busySeconds(),
                                link.peakShare()))
                        .toList(),
                executed.assumptions(),
                executed.draws(),
                executed.answers().stream()
                        .map(each -> new Result.Answer(each.question(), each.answer()))
                        .toList());
    }

    private static Set<String> slowest(List<MigrationRun> runs) {
        return runs.stream()
                .sorted((a, b) -> Double.compare(b.endSeconds() - b.startSeconds(), a.endSeconds() - a.startSeconds()))
                .limit(SLOWEST)
                .map(MigrationRun::id)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Run run(MigrationRun run, @Nullable Judged judged, boolean passes) {
        var guessed = run.range();
        return new Run(
                run.id(),
                judged == null ? run.id() : judged.migration().name(),
                STATES.getOrDefault(run.state(), Run.NOT_STARTED),
                run.reason(),
                judged != null && !judged.verdict().approved(),
                Math.max(0, run.startSeconds() - run.queuedSeconds()),
                run.startSeconds(),
                run.endSeconds(),
                passes
                        ? Stream.concat(rows("disk", run.disks()), rows("memory", run.passes()))
                                .toList()
                        : List.of(),
                run.bytesSent(),
                run.stunMillis(),
                run.guestSlowdown(),
                guessed == null ? null : range(guessed.seconds(), 1),
                guessed == null ? null : range(guessed.stunMillis(), 1),
                guessed == null ? null : range(guessed.guestSlowdown(), 1),
                guessed == null ? null : guessed.driver(),
                run.assumptions(),
                judged != null && storageLive(judged) ? Boolean.TRUE : null);
    }

    /** The guest stands still when it switches over to the new disks, too; the simulator has no model of that. */
    private static boolean storageLive(Judged judged) {
        var to = judged.destination();
        return to != null
                && to.types().stream().allMatch(type -> type.change() == Change.STORAGE && type.power() == Power.LIVE);
    }

    private static Stream<Pass> rows(String kind, List<dev.premotion.simulation.Pass> passes) {
        return passes.stream().map(pass -> new Pass(kind, pass.bytes(), pass.seconds(), pass.dirtyBytes()));
    }

    private static @Nullable Range range(dev.premotion.simulation.@Nullable Range range, double scale) {
        return range == null || range.low() == range.high()
                ? null
                : new Range(range.low() * scale, range.likely() * scale, range.high() * scale);
    }
}
