package dev.premotion.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.premotion.simulation.Region.WritePattern.Random;
import dev.premotion.simulation.Region.WritePattern.Sequential;
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
