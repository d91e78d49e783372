package dev.premotion.simulation;

import dev.premotion.assessment.Assessment;
import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.Verdict;
import dev.premotion.inventory.Inventory;
import dev.premotion.reference.Tables;
import java.util.ArrayList;
import java.util.List;

/**
 * Executes the approved migrations of a plan: once with likely values for what the snapshot does not say, once with
 * favourable and once with unfavourable ones.
 */
public final class PlanExecution {

    private PlanExecution() {}

    /**
     * What ran.
     *
     * @param simulation with a range for each migration that rests on a guess
     * @param makespan of the whole plan, seconds
     * @param assumptions what was taken for granted for the estate
     */
    public record Executed(Simulation simulation, Range makespan, List<String> assumptions) {}

    /**
     * Executes what may run.
     *
     * @param includeUndetermined whether undetermined migrations run too
     */
    public static Executed of(
            Assessment assessment, Inventory inventory, Tables tables, boolean includeUndetermined, long seed) {
        var runnable = assessment.migrations().stream()
                .filter(judged -> runs(judged, includeUndetermined))
                .toList();
        var defaults = EstateSimulator.Settings.defaults();
        var settings = new EstateSimulator.Settings(
                defaults.costs(),
                defaults.goodput(),
                defaults.nfcBytesPerSecond(),
                defaults.parallelCopies(),
                defaults.setupSeconds(),
                defaults.engine(),
                seed);
        var runs = new ArrayList<Simulation>();
        var assumptions = new ArrayList<String>();
        for (var guess : List.of(Guess.LOW, Guess.LIKELY, Guess.HIGH)) {
            var jobs = new PlanJobs(inventory, tables, guess);
            runs.add(EstateSimulator.simulate(jobs.estate(runnable), settings));
            if (guess == Guess.LIKELY) {
                assumptions.addAll(jobs.assumptions());
            }
        }
        var spans =
                runs.stream().mapToDouble(Simulation::makespanSeconds).sorted().toArray();
        return new Executed(
                Simulation.across(runs.get(0), runs.get(1), runs.get(2)),
                new Range(spans[0], runs.get(1).makespanSeconds(), spans[2]),
                List.copyOf(assumptions));
    }

    /** Only what is approved runs, and what is undetermined where it was asked for and has somewhere to go. */
    private static boolean runs(Judged judged, boolean includeUndetermined) {
        var destination = judged.destination();
        var source = judged.migration().source();
        return destination != null
                && destination.host() != null
                && source != null
                && judged.migration().vm() != null
                && (judged.verdict().approved() || (includeUndetermined && judged.verdict() == Verdict.UNDETERMINED));
    }
}
