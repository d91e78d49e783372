package dev.premotion.simulation;

import dev.premotion.simulation.Simulation.MigrationRun;
import dev.premotion.simulation.Simulation.RunRange;
import dev.premotion.simulation.Simulation.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Many executions of one plan beside the likely one: how far its numbers go, and which input moves them most. */
final class Ensemble {
    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    /**
     * What one input by itself does to the whole plan.
     *
     * @param input the input
     * @param low the makespan with its favourable value, seconds
     * @param high with its unfavourable value
     */
    record Driver(Input input, double low, double high) {
        double spread() {
            return Math.abs(high - low);
        }
    }

    /** A migration's numbers in one execution. */
    private record Numbers(double end, double seconds, double stunMillis, double slowdown, double bytes) {
        static Numbers of(MigrationRun run) {
            return new Numbers(
                    run.endSeconds(),
                    run.endSeconds() - run.startSeconds(),
                    run.stunMillis(),
                    run.guestSlowdown(),
                    run.bytesSent());
        }
    }

    private final Simulation likely;
    private final List<List<Numbers>> numbers = new ArrayList<>();
    private final List<Double> makespans = new ArrayList<>();
    private final List<Driver> drivers = new ArrayList<>();
    private final @Nullable Input[] driver;
    private final double[] moved;

    Ensemble(Simulation likely) {
        this.likely = likely;
        int size = likely.migrations().size();
        this.driver = new Input[size];
        this.moved = new double[size];
        for (MigrationRun run : likely.migrations()) {
            numbers.add(new ArrayList<>());
        }
    }

    /** One input moved by itself, first to its favourable value, then to its unfavourable one. */
    void moved(Input input, Simulation low, Simulation high) {
        drivers.add(new Driver(input, low.makespanSeconds(), high.makespanSeconds()));
        for (int i = 0; i < driver.length; i++) {
            double spread = Math.abs(
                    seconds(high.migrations().get(i)) - seconds(low.migrations().get(i)));
            if (spread > moved[i]) {
                moved[i] = spread;
                driver[i] = input;
            }
        }
    }

    private static double seconds(MigrationRun run) {
        return run.endSeconds() - run.startSeconds();
    }

    /** All inputs drawn. */
    void drawn(Simulation simulation) {
        makespans.add(simulation.makespanSeconds());
        for (int i = 0; i < driver.length; i++) {
            MigrationRun run = simulation.migrations().get(i);
            if (run.state() == State.DONE) {
                numbers.get(i).add(Numbers.of(run));
            }
        }
    }

    /** What moves the plan, the strongest first. */
    List<Driver> drivers() {
        return drivers.stream()
                .sorted(Comparator.comparingDouble(Driver::spread).reversed().thenComparing(Driver::input))
                .toList();
    }

    Range makespan() {
        return range(makespans.stream().mapToDouble(each -> each).toArray(), likely.makespanSeconds());
    }

    /** The likely execution with what the others say of its migrations. */
    Simulation simulation() {
        var runs = new ArrayList<MigrationRun>();
        for (int i = 0; i < driver.length; i++) {
            runs.add(
                    numbers.get(i).isEmpty()
                            ? likely.migrations().get(i)
                            : likely.migrations().get(i).with(range(i)));
        }
        return new Simulation(likely.policy(), likely.seed(), likely.makespanSeconds(), runs, likely.links());
    }

    private RunRange range(int i) {
        Numbers middle = Numbers.of(likely.migrations().get(i));
        Input strongest = driver[i];
        return new RunRange(
                range(i, Numbers::end, middle),
                range(i, Numbers::seconds, middle),
                range(i, Numbers::stunMillis, middle),
                range(i, Numbers::slowdown, middle),
                range(i, Numbers::bytes, middle),
                strongest == null ? null : strongest.words());
    }

    private Range range(int i, ToDoubleFunction<Numbers> what, Numbers middle) {
        return range(numbers.get(i).stream().mapToDouble(what).toArray(), what.applyAsDouble(middle));
    }

    /** The quantiles 5, 50 and 95 %, stretched where the likely execution lies outside. */
    private static Range range(double[] values, double middle) {
        if (values.length == 0) {
            return new Range(middle, middle, middle);
        }
        Range range = Range.quantiles(values, LOW, HIGH);
        return new Range(Math.min(range.low(), middle), range.likely(), Math.max(range.high(), middle));
    }
}
