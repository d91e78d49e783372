package dev.premotion.simulation;

import dev.premotion.simulation.GuestMemory.Engine;
import dev.premotion.simulation.Region.WritePattern;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The page-accurate engine: one operation is one page of 64 GiB through one step, in which the guest writes, the log is
 * taken over and what is dirty is sent. 500 operations a microsecond are 500 million page-steps a second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class PagesBenchmark {
    private static final int PAGES = 1 << 24;

    /** How the guest writes. */
    @Param({"random", "sequential", "zipf"})
    public String pattern = "random";

    private GuestMemory memory = Engine.PAGES.open(new MemoryShape(1, 0, List.of()), 1);

    /** A guest that writes a quarter of its memory, 200,000 pages a second. */
    @Setup(Level.Iteration)
    public void open() {
        var region = Region.parse("16GiB@200000pages/s:" + pattern + (pattern.equals("sequential") ? ":0B" : ""));
        memory = Engine.PAGES.open(new MemoryShape(PAGES, 0, List.of(region)), 1);
        memory.sendAll();
    }

    /** One step of a second. */
    @Benchmark
    @OperationsPerInvocation(PAGES)
    public double step() {
        memory.run(1, 1);
        double joined = memory.sync();
        memory.send(memory.pending());
        return joined;
    }
}
