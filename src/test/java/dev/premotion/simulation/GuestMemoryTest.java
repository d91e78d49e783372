package dev.premotion.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.premotion.simulation.GuestMemory.Engine;
import dev.premotion.simulation.Region.WritePattern.Random;
import dev.premotion.simulation.Region.WritePattern.Sequential;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuestMemoryTest {
    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatAPassLeftUnsentIsCarriedOverAndNotCountedTwice(Engine engine) {
        var sweep = new Region(1000, 100, new Sequential(500d));
        var memory = engine.open(new MemoryShape(1000, 0, List.of(sweep)), 1);
        memory.send(600);
        memory.run(2, 1);
        assertThat(memory.sync())
                .as("pages 500 to 699, of which 600 on were still to be sent")
                .isEqualTo(100);
        assertThat(memory.pending()).isEqualTo(500);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theSenderGoesOnInCirclesFromWhereItStopped(Engine engine) {
        var sweep = new Region(100, 100, new Sequential(0d));
        var memory = engine.open(new MemoryShape(1000, 0, List.of(sweep)), 1);
        memory.send(500);
        memory.run(1, 1);
        memory.sync();
        memory.send(500);
        assertThat(memory.pending())
                .as("the sweep's 100 pages behind the sender")
                .isEqualTo(100);
        memory.send(40);
        assertThat(memory.pending()).isEqualTo(60);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aSweepWrapsAroundItsRegion(Engine engine) {
        var sweep = new Region(128, 64, new Sequential(96d));
        var memory = engine.open(new MemoryShape(256, 0, List.of(sweep)), 1);
        memory.sendAll();
        memory.run(1, 1);
        assertThat(memory.sync()).isEqualTo(64);
        memory.run(1, 0.5);
        assertThat(memory.sync()).isEqualTo(32);
        memory.run(5, 1);
        assertThat(memory.sync()).isEqualTo(32);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void zeroPagesStandInLowMemoryAndAtTheEnd(Engine engine) {
        var memory = engine.open(new MemoryShape(10_000, 3000, List.of()), 1);
        assertThat(memory.nextIsZero()).isTrue();
        assertThat(memory.ahead()).isEqualTo(512);
        memory.send(512);
        assertThat(memory.nextIsZero()).isFalse();
        assertThat(memory.ahead()).isEqualTo(7000);
        memory.send(7000);
        assertThat(memory.nextIsZero()).isTrue();
        assertThat(memory.ahead()).isEqualTo(2488);
        memory.send(488);
        assertThat(memory.pendingZero()).isEqualTo(2000);
        memory.send(2000);
        assertThat(memory.pending()).isZero();
    }

    /** Any sequence of writing, taking over and sending leaves both implementations with nearly the same count. */
    @Property(tries = 150, seed = "42")
    void bothEnginesAgreeOnAnyHistory(
            @ForAll @IntRange(min = 20_000, max = 60_000) int pages,
            @ForAll @DoubleRange(min = 0.05, max = 0.6) double hotShare,
            @ForAll @DoubleRange(min = 0, max = 40_000) double hotRate,
            @ForAll @DoubleRange(min = 0, max = 10_000) double coldRate,
            @ForAll boolean hotSweeps,
            @ForAll boolean coldSweeps,
            @ForAll @Size(max = 40) List<@DoubleRange(min = 0, max = 1) Double> steps) {
        long hot = Math.max(1, (long) (pages * hotShare));
        var shape = new MemoryShape(
                pages,
                pages / 10,
                List.of(
                        new Region(hot, hotRate, hotSweeps ? new Sequential(hot / 3d) : new Random()),
                        new Region(pages / 10 * 8, coldRate, coldSweeps ? new Sequential(7d) : new Random())));
        var expected = new ExpectedMemory(shape);
        var counted = new PageMemory(shape, 7);
        var both = new ArrayList<GuestMemory>(List.of(expected, counted));
        for (double step : steps) {
            both.forEach(memory -> {
                memory.send(Math.floor(step * memory.ahead()));
                memory.run(1 - step, 1);
                memory.sync();
            });
            assertThat(expected.pending()).isEqualTo(counted.pending(), within(0.015 * pages));
        }
    }
}
