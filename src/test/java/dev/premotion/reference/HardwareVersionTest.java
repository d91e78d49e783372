package dev.premotion.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HardwareVersionTest {

    private static final Tables TABLES = Loaded.TABLES;

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "5.5.0, -,        10",
                "6.0.0, 3620759,  11",
                "6.5.0, -,        13",
                "6.7.0, 8169922,  14",
                "6.7.0, 13006603, 15",
                "6.7.0, 13004448, 14",
                "6.7.0, -,        -",
                "7.0.0, 15843807, 17",
                "7.0.1, 19324898, 18",
                "7.0.3, 23794027, 19",
                "7.0.3, -,        19",
                "8.0.0, 20513097, 20",
                "8.0.1, 23299997, 20",
                "8.0.3, 24585383, 21",
                "9.0.1, -,        22",
                "9.1.0, 25370933, -",
                "9.9.0, -,        -",
            })
    void aHostRunsWhatIsNotNewerThanItself(String version, @Nullable String build, @Nullable Integer max) {
        assertThat(TABLES.maxHardwareVersion(TABLES.esxi(version, build))).isEqualTo(max);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "21, 8.0.3, 24585383, true",
                "21, 8.0.1, 23299997, false",
                "15, 6.7.0, -,        -",
                "14, 6.7.0, -,        true",
                "22, 9.9.0, -,        true",
                "12, 8.0.3, -,        false",
                "16, 8.0.3, -,        false",
                "5,  8.0.3, -,        false",
                "23, 9.9.0, -,        -",
                "10, 5.5.0, 6480267,  true",
                "4,  4.0.0, -,        true",
            })
    void runsSaysWhetherAnEsxiRunsAVersion(int number, String version, @Nullable String build, @Nullable Boolean runs) {
        assertThat(TABLES.runs(number, TABLES.esxi(version, build))).isEqualTo(runs);
    }

    @Test
    void limitsThatAreNotVerifiedAreAbsent() {
        var twenty = TABLES.hardware(20);
        assertThat(twenty).isNotNull();
        assertThat(twenty.maxVcpus()).isEqualTo(768);
        assertThat(twenty.maxMemoryMiB()).isNull();
        assertThat(TABLES.hardware(19))
                .isNotNull()
                .extracting(HardwareVersion::maxMemoryMiB)
                .isEqualTo(24560L * 1024);
    }

    @Test
    void whatIsAbsentStaysAbsent() {
        assertThat(TABLES.hardware(null)).isNull();
        assertThat(TABLES.maxHardwareVersion(null)).isNull();
        assertThat(TABLES.runs(null, TABLES.esxi("8.0.3", null))).isNull();
        assertThat(TABLES.runs(19, null)).isNull();
    }
}
