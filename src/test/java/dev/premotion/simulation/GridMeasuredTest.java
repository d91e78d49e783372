package dev.premotion.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.simulation.GridCases.Migration;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Held against 1,000 real migrations that share the links of four hosts (Grid'5000, QEMU/KVM). */
class GridMeasuredTest {
    @Test
    void durationsOfMigrationsThatShareLinksAreRight() throws IOException {
        var all = GridCases.all();
        double error = all.stream().mapToDouble(Migration::error).average().orElseThrow();
        double other = all.stream().mapToDouble(Migration::otherError).average().orElseThrow();
        assertThat(all).hasSize(1000);
        assertThat(error).isLessThan(0.05).isLessThan(other / 3);
    }
}
