package dev.premotion.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 s",
        "8.44, 8.4 s",
        "59.94, 59.9 s",
        "59.96, 1 min 00 s",
        "60, 1 min 00 s",
        "725.4, 12 min 05 s",
        "3599.6, 1 h 00 min",
        "11040, 3 h 04 min",
        "3600000, '1,000 h 00 min'"
    })
    void aDurationIsAsPreciseAsItsSize(double seconds, String words) {
        assertThat(Words.duration(seconds)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 ms", "312.4, 312 ms", "999.6, 1.0 s", "1449, 1.4 s"})
    void aStunIsInMillisecondsUpToASecond(double millis, String words) {
        assertThat(Words.millis(millis)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1023, 1023 B", "1024, 1.0 KiB", "42949672960, 40.0 GiB", "9223372036854775807, 8192.0 PiB"})
    void aSizeHasABinaryUnit(long bytes, String words) {
        assertThat(Words.bytes(bytes)).isEqualTo(words);
    }

    @Test
    void oneIsNotMany() {
        assertThat(Words.count(1, "migration")).isEqualTo("1 migration");
        assertThat(Words.count(0, "migration")).isEqualTo("0 migrations");
        assertThat(Words.count(4812, "migration")).isEqualTo("4,812 migrations");
    }

    @Test
    void aRateIsInBits() {
        assertThat(Words.rate(1.25e9)).isEqualTo("10.0 Gbit/s");
        assertThat(Words.rate(12.5e6)).isEqualTo("100 Mbit/s");
    }
}
