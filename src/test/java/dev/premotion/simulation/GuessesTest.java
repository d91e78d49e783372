package dev.premotion.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.premotion.reference.Csv;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuessesTest {
    @ParameterizedTest
    @EnumSource(Input.class)
    void everyGuessHasItsQuantilesAndItsSource(Input input) {
        assertThat(input.words()).isNotBlank();
        assertThat(input.at(0.5)).isGreaterThan(0);
        assertThat(input.at(0)).isEqualTo(input.at(0.05));
        double low = input.at(0.05);
        double high = input.at(0.95);
        assertThat(input.at(0.5)).isBetween(Math.min(low, high), Math.max(low, high));
        assertThat(Csv.builtIn("guesses.csv", "source").rows())
                .allSatisfy(row -> assertThat(row.text("source")).hasSizeGreaterThan(10));
    }

    @Test
    void drawsFollowTheStatedDistributionAndOnlyTheSeed() {
        int below5 = 0;
        int below50 = 0;
        int below95 = 0;
        int draws = 4000;
        for (int seed = 0; seed < draws; seed++) {
            double value = new Guesses.Drawn(seed).of(Input.REWRITE_TIME, "vm-1");
            below5 += value >= Input.REWRITE_TIME.at(0.05) * (1 - 1e-9) ? 1 : 0;
            below50 += value > Input.REWRITE_TIME.at(0.5) ? 1 : 0;
            below95 += value > Input.REWRITE_TIME.at(0.95) * (1 + 1e-9) ? 1 : 0;
        }
        assertThat(below5 / (double) draws).as("the favourable end").isEqualTo(0.05, within(0.015));
        assertThat(below50 / (double) draws).isEqualTo(0.5, within(0.03));
        assertThat(below95 / (double) draws).isEqualTo(0.95, within(0.015));
        assertThat(new Guesses.Drawn(3).of(Input.DATASTORE, "ds"))
                .isEqualTo(new Guesses.Drawn(3).of(Input.DATASTORE, "ds"));
    }

    @Test
    void oneInputMovesAloneAndWhatIsAskedIsRecorded() {
        var asked = EnumSet.noneOf(Input.class);
        var guesses = new Guesses.Recording(new Guesses.Moved(Input.DATASTORE, 0.95), asked);
        assertThat(guesses.of(Input.DATASTORE, "ds")).isEqualTo(Input.DATASTORE.at(0.95));
        assertThat(guesses.of(Input.DISK_WRITES, "vm")).isEqualTo(Input.DISK_WRITES.at(0.5));
        assertThat(asked).containsExactlyInAnyOrder(Input.DATASTORE, Input.DISK_WRITES);
    }

    @Test
    void guestsAreKnownByTheirIds() {
        assertThat(GuestKind.of("windows9_64Guest").name()).isEqualTo("desktop");
        assertThat(GuestKind.of("windows9Server64Guest").name()).isEqualTo("server");
        assertThat(GuestKind.of("windows2019srv_64Guest").name()).isEqualTo("server");
        assertThat(GuestKind.of("oracleLinux8_64Guest").name()).isEqualTo("database");
        assertThat(GuestKind.of("ubuntu64Guest").name()).isEqualTo("server");
        assertThat(GuestKind.of(null).name()).isEqualTo("server");
    }
}
