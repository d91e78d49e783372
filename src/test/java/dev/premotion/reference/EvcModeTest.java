package dev.premotion.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Fact;
import dev.premotion.answer.Truth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvcModeTest {

    private static EvcMode evc(String key) {
        return Objects.requireNonNull(Loaded.TABLES.evc(key));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "intel-merom,           intel-sapphirerapids,  true",
                "intel-skylake,         intel-broadwell,       false",
                "intel-haswell,         intel-haswell,         true",
                "Intel-Haswell,         intel-broadwell,       true",
                "amd-rev-e,             amd-greyhound,         true",
                "amd-greyhound-no3dnow, amd-zen4,              true",
                "amd-greyhound,         amd-zen4,              false",
                "amd-greyhound,         amd-greyhound-no3dnow, false",
                "amd-greyhound-no3dnow, amd-greyhound,         true",
                "amd-bulldozer,         amd-greyhound,         false",
                "amd-rev-f,             amd-bulldozer,         -",
                "amd-rev-f,             amd-greyhound-no3dnow, -",
                "intel-haswell,         amd-zen4,              false",
                "amd-zen,               intel-skylake,         false",
                "amd-zen9,              intel-skylake,         false",
                "intel-future,          intel-future,          true",
                "intel-future,          intel-merom,           -",
                "intel-merom,           intel-future,          -",
                "power9,                intel-merom,           -",
            })
    void isAtMostAModeThatOffersAllOfIt(String one, String other, @Nullable Boolean atMost) {
        assertThat(evc(one).atMost(evc(other))).isEqualTo(atMost);
    }

    @Test
    void aModeOfTheOtherVendorIsNoAndNotUnknown() {
        var vm = new Fact("vm.minEvcMode", evc("intel-haswell"));
        var cluster = new Fact("host.cluster.evcMode", evc("amd-zen3"));
        assertThat(vm.atMost(cluster).truth()).isEqualTo(Truth.NO);
        assertThat(vm.atLeast(cluster).truth()).isEqualTo(Truth.NO);
    }

    @Test
    void printsItsKeyAndSaysWhereTheTableLacksIt() {
        assertThat(evc(" intel-icelake ")).hasToString("intel-icelake");
        assertThat(evc("intel-future")).hasToString("intel-future (not in the table)");
    }

    @Test
    void peopleReadItsVendorAndGeneration() {
        assertThat(evc("intel-icelake").label()).isEqualTo("Intel Ice Lake");
        assertThat(evc("amd-zen2").label()).isEqualTo("AMD Zen 2");
        assertThat(evc("amd-zen2").upTo().label()).isEqualTo("some mode up to AMD Zen 2");
        assertThat(evc("intel-future").label()).isEqualTo("intel-future (not in the table)");
    }

    @Test
    void anAbsentKeyIsAbsent() {
        assertThat(Loaded.TABLES.evc(null)).isNull();
        assertThat(Loaded.TABLES.evc(" ")).isNull();
    }
}
