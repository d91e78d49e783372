package dev.premotion.simulation;

import dev.premotion.assessment.Assessment;
import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.Verdict;
import dev.premotion.inventory.Inventory;
import dev.premotion.reference.Tables;
import dev.premotion.simulation.EstateSimulator.Settings;
import dev.premotion.simulation.PlanAnswers.Answer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Executes the approved migrations of a plan: once with likely values for what the snapshot does not say, then each such
 * input moved by itself, then many times with all of them drawn, and a few times with something else arranged differently.
 */
public final class PlanExecution {
    /** So many migrations are executed in all draws together... */
    private static final int DRAWN_MIGRATIONS = 200_000;
    /** ... but so many draws at least: p5 and p95 are then the second from the end. */
    private static final int FEWEST_DRAWS = 20;

    private static final int MOST_DRAWS = 200;

    private final List<Judged> runnable;
    private final Inventory inventory;
    private final Tables tables;
    private final Wishes wishes;

    private PlanExecution(List<Judged> runnable, Inventory inventory, Tables tables, Wishes wishes) {
        this.runnable = runnable;
        this.inventory = inventory;
        this.tables = tables;
        this.wishes = wishes;
    }

    /**
     * How to execute.
     *
     * @param includeUndetermined whether undetermined migrations run too
     * @param seed of everything that is drawn
     * @param failures what breaks meanwhile
     */
    public record Wishes(boolean includeUndetermined, long seed, List<Failure> failures) {
        /** Keeps the list from changing. */
        public Wishes {
            failures = List.copyOf(failures);
        }
    }

    /**
     * What ran.
     *
     * @param simulation with a range for each migration that rests on a guess
     * @param makespan of the whole plan, seconds
     * @param draws how many times all guesses were drawn
     * @param assumptions what was taken for granted for the estate
     * @param answers to what people ask of a plan
     */
    public record Executed(
            Simulation simulation, Range makespan, int draws, List<String> assumptions, List<Answer> answers) {}

    /**
     * Executes what may run.
     *
     * @throws IllegalArgumentException if something is to fail that takes no part
     */
    public static Executed of(Assessment assessment, Inventory inventory, Tables tables, Wishes wishes) {
        var runnable = assessment.migrations().stream()
                .filter(judged -> runs(judged, wishes.includeUndetermined()))
                .toList();
        return new PlanExecution(runnable, inventory, tables, wishes).execute();
    }

    private Executed execute() {
        var settings = settings(AdmissionCosts.DOCUMENTATION);
        Set<Input> asked = EnumSet.noneOf(Input.class);
        var jobs = new PlanJobs(inventory, tables, new Guesses.Recording(Guesses.likely(), asked));
        Estate estate = jobs.estate(runnable).with(wishes.failures());
        Simulation likely = EstateSimulator.simulate(estate, settings);
        var ensemble = new Ensemble(likely);
        int draws = asked.isEmpty() ? 0 : draws();
        for (Input input : asked) {
            ensemble.moved(
                    input,
                    run(new Guesses.Moved(input, 0.05), settings),
                    run(new Guesses.Moved(input, 0.95), settings));
        }
        for (int i = 0; i < draws; i++) {
            ensemble.drawn(run(new Guesses.Drawn(wishes.seed() + i), settings));
        }
        return new Executed(
                ensemble.simulation(),
                ensemble.makespan(),
                draws,
                jobs.assumptions(),
                new PlanAnswers(likely, ensemble).all(what(estate)));
    }

    /** The same plan, differently arranged. */
    private Function<PlanAnswers.WhatIf, Simulation> what(Estate estate) {
        return what -> switch (what) {
            case ARTICLE_COSTS -> EstateSimulator.simulate(estate, settings(AdmissionCosts.ARTICLE));
            case ONE_AT_A_TIME ->
                EstateSimulator.simulate(estate, Settings.with(AdmissionCosts.oneAtATime(), wishes.seed()));
            case SECOND_ADAPTER ->
                EstateSimulator.simulate(estate.withSecondAdapters(), settings(AdmissionCosts.DOCUMENTATION));
        };
    }

    private Simulation run(Guesses guesses, Settings settings) {
        Estate estate = new PlanJobs(inventory, tables, guesses).estate(runnable);
        return EstateSimulator.simulate(estate.with(wishes.failures()), settings);
    }

    private Settings settings(String costs) {
        return Settings.with(AdmissionCosts.named(tables, costs), wishes.seed());
    }

    private int draws() {
        return Math.max(FEWEST_DRAWS, Math.min(MOST_DRAWS, DRAWN_MIGRATIONS / Math.max(1, runnable.size())));
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
