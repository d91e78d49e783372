package dev.premotion.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({
        "SIZE, 2GiB, 2147483648",
        "SIZE, 1.5MiB, 1572864",
        "SIZE, 2GB, 2e9",
        "SIZE, 0, 0",
        "RATE, 10Gbit/s, 1.25e9",
        "RATE, 64MiB/s, 67108864",
        "RATE, 64MB/s, 64e6",
        "WRITE_RATE, 4000pages/s, 4000",
        "WRITE_RATE, 16MiB/s, 4096",
        "DURATION, 300ms, 0.3",
        "DURATION, 5 ms, 0.005",
        "DURATION, 2min, 120"
    })
    void readsNumbersWithTheirUnits(Quantity quantity, String text, double expected) {
        assertThat(quantity.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "SIZE, 2gib, 2GiB",
        "SIZE, 2G, 2GiB",
        "SIZE, 2, 2GiB",
        "SIZE, many, 2GiB",
        "RATE, 10Gbps, 10Gbit/s",
        "RATE, 25, 25Gbit/s",
        "RATE, 1gbit/s, 1Gbit/s",
        "WRITE_RATE, 4000, 4000pages/s",
        "DURATION, 300, 300ms",
        "DURATION, 3sec, 3s",
        "SIZE, -2GiB, 2GiB"
    })
    void saysWhatMayHaveBeenMeant(Quantity quantity, String text, String meant) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> quantity.parse(text))
                .withMessageContaining("\"" + text + "\"")
                .withMessageEndingWith("\nMaybe " + meant + ".");
    }

    @Test
    void refusesWhatNoMachineHas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.SIZE.parse("99999999999TiB"))
                .withMessageContaining("\nMaybe");
    }

    @ParameterizedTest
    @CsvSource({
        "SIZE, 2147483648, 2 GiB", "SIZE, 15269888, 14.6 MiB", "SIZE, 1073741000, 1 GiB", "SIZE, 12, 12 B",
        "RATE, 1.25e9, 10 Gbit/s", "RATE, 67108864, 537 Mbit/s", "DURATION, 0.0149, 14.9 ms", "DURATION, 0.9999, 1 s",
        "DURATION, 59.5, 59.5 s", "DURATION, 240, 4 min", "DURATION, 36000, 10 h", "DURATION, 0, 0 ms"
    })
    void writesThreeDigitsInTheUnitThatFits(Quantity quantity, double value, String expected) {
        assertThat(quantity.print(value)).isEqualTo(expected);
    }
}
