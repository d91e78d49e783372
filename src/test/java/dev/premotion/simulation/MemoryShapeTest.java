package dev.premotion.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.premotion.simulation.Pace.Stretch;
import dev.premotion.simulation.Region.WritePattern.Random;
import dev.premotion.simulation.Region.WritePattern.Sequential;
import dev.premotion.simulation.Region.WritePattern.Zipf;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryShapeTest {
    @Test
    void readsRegionsAsTheyAreWrittenOnTheCommandLine() {
        assertThat(Region.parse("64MiB@4000pages/s")).isEqualTo(new Region(16384, 4000, new Random()));
        assertThat(Region.parse("64MiB@4000pages/s:random")).isEqualTo(new Region(16384, 4000, new Random()));
        assertThat(Region.parse("64MiB@16MiB/s:sequential")).isEqualTo(new Region(16384, 4096, new Sequential(null)));
        assertThat(Region.parse("64MiB@1pages/s:sequential:9MiB"))
                .isEqualTo(new Region(16384, 1, new Sequential(2304d)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "64MiB",
                "64MiB:4000pages/s",
                "64MiB@4000",
                "64MiB@4000pages/s:often",
                "64MiB@4000pages/s:random:9MiB",
                "64MiB@4000pages/s:zipf:much",
                "64MiB@4000pages/s:zipf:0",
                "64MiB@4000pages/s*1s,0:random",
                "64MiB@4000pages/s*0s:random",
                "64MiB@4000pages/s:sequential:65MiB",
                "0MiB@4000pages/s",
                "64MiB@4000pages/s:sequential:9MiB:1"
            })
    void explainsARegionThatMakesNoSense(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Region.parse(text))
                .withMessageContaining("\nMaybe ");
    }

    @Test
    void readsZipfAndPhases() {
        assertThat(Region.parse("64MiB@4000pages/s:zipf")).isEqualTo(new Region(16384, 4000, new Zipf(0.99)));
        assertThat(Region.parse("64MiB@4000pages/s:zipf:1.2")).isEqualTo(new Region(16384, 4000, new Zipf(1.2)));
        assertThat(Region.parse("64MiB@1000pages/s*10s,4000pages/s*500ms:sequential:0"))
                .isEqualTo(new Region(
                        16384,
                        4000,
                        new Sequential(0d),
                        new Pace(List.of(new Stretch(10, 0.25), new Stretch(0.5, 1)))));
    }

    @Test
    void zipfTouchesWhatTheSumOverItsPagesSays() {
        int pages = 20_000;
        double exponent = 1.1;
        double rate = 5000;
        var region = new Region(pages, rate, new Zipf(exponent));
        double all = 0;
        for (int k = 1; k <= pages; k++) {
            all += Math.pow(k, -exponent);
        }
        for (double seconds : new double[] {0.1, 1, 10, 100}) {
            double exact = 0;
            for (int k = 1; k <= pages; k++) {
                exact += -Math.expm1(-rate * seconds * Math.pow(k, -exponent) / all);
            }
            assertThat(region.uniquePages(seconds)).isEqualTo(exact, within(0.003 * exact));
        }
    }

    @Test
    void phasesWriteWhatTheirTimesSay() {
        var bursts = new Pace(List.of(new Stretch(1, 1), new Stretch(9, 0)));
        assertThat(bursts.work(0, 10)).isEqualTo(1);
        assertThat(bursts.work(0.5, 25)).isEqualTo(2.5);
        assertThat(bursts.work(13, 14)).isZero();
        assertThat(new Region(1000, 100, new Sequential(null), bursts).uniquePages(35))
                .isEqualTo(400, within(1e-9));
    }

    @Test
    void aReplayedTraceTouchesWhatWasMeasuredInEachInterval() {
        var region = DirtyTrace.region(10_000, List.of("seconds,pages", "1,500", "2,4000", "1,10000"), "trace.csv");
        var unique = new UniquePages(new MemoryShape(10_000, 0, List.of(region)));
        for (double[] interval : new double[][] {{1, 500}, {2, 4000}, {1, 10_000}, {1, 500}}) {
            unique.restart();
            unique.run(interval[0], 1);
            assertThat(unique.count()).isEqualTo(interval[1], within(1.1));
        }
        assertThat(region.uniquePages(3))
                .as("two intervals overlap by chance")
                .isEqualTo(10_000 * (1 - 0.95 * 0.6), within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "a,b", "0,5", "1,-5", "1,5,6", "1,10001", "seconds,pages"})
    void explainsATraceThatMakesNoSense(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DirtyTrace.region(10_000, List.of(line), "trace.csv"))
                .withMessageStartingWith("trace.csv")
                .withMessageContaining("\nMaybe ");
    }

    @Test
    void uniquePagesSaturateAtTheRegion() {
        var random = new Region(1000, 500, new Random());
        assertThat(random.uniquePages(1)).isEqualTo(1000 * (1 - Math.exp(-0.5)), within(1e-9));
        assertThat(random.uniquePages(1000)).isEqualTo(1000, within(1e-6));
        var sweep = new Region(1000, 500, new Sequential(null));
        assertThat(sweep.uniquePages(1)).isEqualTo(500);
        assertThat(sweep.uniquePages(3)).isEqualTo(1000);
    }

    @Test
    void aLaterLargerRegionContainsTheEarlierAndASmallerOneStandsBeside() {
        Region hot = new Region(100, 1, new Random());
        Region warm = new Region(50, 1, new Random());
        Region cold = new Region(1000, 1, new Random());
        assertThat(new MemoryShape(2000, 0, List.of(hot, cold)).firstPages()).containsExactly(0, 0);
        assertThat(new MemoryShape(2000, 0, List.of(hot, warm, cold)).firstPages())
                .containsExactly(0, 100, 0);
        assertThat(new MemoryShape(2000, 0, List.of(cold, hot)).firstPages()).containsExactly(0, 1000);
    }

    @Test
    void aPageInTwoRegionsIsCountedOnce() {
        Region hot = new Region(100, 1e6, new Random());
        Region cold = new Region(1000, 1000, new Random());
        var both = new MemoryShape(2000, 0, List.of(hot, cold));
        assertThat(both.uniquePages(1)).isEqualTo(100 + 900 * (1 - Math.exp(-1)), within(1e-6));
    }

    @Test
    void refusesRegionsThatDoNotFit() {
        Region region = new Region(100, 1, new Random());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MemoryShape(150, 60, List.of(region)))
                .withMessageContaining("\nMaybe ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MemoryShape(100, 101, List.of()))
                .withMessageContaining("\nMaybe ");
    }
}
