package dev.premotion.simulation;

import dev.premotion.simulation.EstateSimulator.Settings;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A plan under admission and sharing, in 1 GiB; ten times the plan has to take ten times as long and not more. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class PlanBenchmark {
    /** Migrations of the plan. */
    @Param({"1000", "10000", "100000"})
    public int migrations;

    private Estate estate = BenchPlan.estate(1, 2);
    private final Settings settings = Settings.defaults();

    /** Makes the plan. */
    @Setup
    public void plan() {
        estate = BenchPlan.estate(migrations, 500);
    }

    /** Executes it. */
    @Benchmark
    public Simulation simulate() {
        return EstateSimulator.simulate(estate, settings);
    }
}
