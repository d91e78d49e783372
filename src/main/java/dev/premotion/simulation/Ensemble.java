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
     * @param others how many migrations come through with one of these values and not with the likely one, or the reverse
     */
    record Driver(Input input, double low, double high, int others) {
        /** The difference in seconds; what decides whether migrations come through has none, as its makespans do not compare. */
        double spread() {
            return others > 0 ? 0 : Math.abs(high - low);
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
    private int draws;

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
        int others = Math.max(others(low), others(high));
        drivers.add(new Driver(input, low.makespanSeconds(), high.makespanSeconds(), others));
        for (int i = 0; i < driver.length; i++) {
            double spread = spread(low.migrations().get(i), high.migrations().get(i));
            if (spread > moved[i]) {
                moved[i] = spread;
                driver[i] = input;
            }
        }
    }

    /** A value that decides whether a migration comes through moves it more than any that changes its time. */
    private static double spread(MigrationRun low, MigrationRun high) {
        if (low.state() != high.state()) {
            return Double.POSITIVE_INFINITY;
        }
        return low.state() == State.DONE ? Math.abs(seconds(high) - seconds(low)) : 0;
    }

    /** How many migrations come through there and not in the likely execution, or the reverse. */
    private int others(Simulation other) {
        return new Through(likely, other).others();
    }

    private static double seconds(MigrationRun run) {
        return run.endSeconds() - run.startSeconds();
    }

    /** All inputs drawn. */
    void drawn(Simulation simulation) {
        draws++;
        if (others(simulation) == 0) {
            makespans.add(simulation.makespanSeconds());
        }
        for (int i = 0; i < driver.length; i++) {
            MigrationRun run = simulation.migrations().get(i);
            if (run.state() == State.DONE) {
                numbers.get(i).add(Numbers.of(run));
            }
        }
    }

    /** What moves the plan, the strongest first: what decides whether migrations come through, then what moves its time. */
    List<Driver> drivers() {
        return drivers.stream()
                .sorted(Comparator.comparingInt(Driver::others)
                        .thenComparingDouble(Driver::spread)
                        .reversed()
                        .thenComparing(Driver::input))
                .toList();
    }

    int draws() {
        return draws;
    }

    /** In how many draws other migrations come through than likely, so that their makespans do not compare. */
    int otherDraws() {
        return draws - makespans.size();
    }

    Range makespan() {
        return range(makespans.stream().mapToDouble(each -> each).toArray(), likely.makespanSeconds());
    }

    /** The likely execution with what the others say of its migrations. */
    Simulation simulation() {
        var runs = new ArrayList<MigrationRun>();
        for (int i = 0; i < driver.length; i++) {
            MigrationRun run = likely.migrations().get(i);
            boolean ranges = run.state() == State.DONE && !numbers.get(i).isEmpty();
            runs.add(
                    ranges
                            ? run.with(
                                    range(i), unfinished(draws - numbers.get(i).size()))
                            : run);
        }
        return new Simulation(likely.policy(), likely.seed(), likely.makespanSeconds(), runs, likely.links());
    }

    private List<String> unfinished(int count) {
        return count == 0
                ? List.of()
                : List.of("in " + Quantity.number(count) + " of " + Quantity.number(draws)
                        + " draws it does not come through; its range leaves them out");
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
