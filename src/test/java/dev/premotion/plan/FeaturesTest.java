package dev.premotion.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.FeatureCapability;
import dev.premotion.inventory.FeatureRequirement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Feature requirements as the vSphere API writes them; keys and values as real dumps have them. */
class FeaturesTest {

    private static final Listing<FeatureCapability> HOST = Listing.of(
            new FeatureCapability("cpuid.AES", "1"),
            new FeatureCapability("cpuid.avx512f", "0"),
            new FeatureCapability("cpuid.MODEL", "0x2d"),
            new FeatureCapability("cpuid.NUMLEVELS", "010"),
            new FeatureCapability("hv.capable", "many"));

    private static @Nullable Boolean meets(String key, String value, Listing<FeatureCapability> host) {
        return Features.meets(new FeatureRequirement(key, value), Features.of(host));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "cpuid.AES,       Bool:Min:1,     true",
                "CPUID.aes,       Bool:Min:1,     true",
                "cpuid.aes,       Num:Min:1,      true",
                "cpuid.aes,       Num:Min:2,      false",
                "cpuid.AVX512F,   Bool:Min:1,     false",
                "cpuid.AVX512F,   Bool:Min:0,     true",
                "cpuid.avx512bw,  Bool:Min:1,     false",
                "cpuid.avx512bw,  Num:Max:0,      true",
                "cpuid.model,     Num:Min:45,     true",
                "cpuid.model,     Num:Min:0x2e,   false",
                "cpuid.model,     Num:Max:45,     true",
                "cpuid.model,     Num:Max:44,     false",
                "cpuid.model,     Num:Match:45,   true",
                "cpuid.model,     Num:Match:44,   false",
                "cpuid.model,     Num:Val:0x2D,   true",
                "cpuid.numlevels, Num:Min:10,     true",
                "cpuid.numlevels, Num:Min:11,     false",
            })
    void comparesWhatTheHostOffers(String key, String value, boolean met) {
        assertThat(meets(key, value, HOST)).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Bool:Equal:1",
                "Num:Equal:1",
                "Num:Range:1",
                "Bool:min:1",
                "Text:Min:1",
                "Bool:Min",
                "Bool:Min:1:",
                "Min:1",
                "Bool:Min:",
                "Bool:Min:one",
                "Bool:Min:-1",
                "Bool:Min:1.0",
                "Bool:Min:0x",
                ":Min:1",
                "1",
                "Num:Min:99999999999999999999",
            })
    void whatNobodyHasDescribedDecidesNothing(String value) {
        assertThat(meets("cpuid.AES", value, HOST)).isNull();
    }

    @Test
    void aFeatureWithoutANumberIsOpenAndTheOthersAreNot() {
        assertThat(meets("hv.capable", "Bool:Min:1", HOST)).isNull();
        assertThat(meets("HV.Capable", "Bool:Min:0", HOST)).isNull();
        assertThat(meets("cpuid.sse9", "Bool:Min:1", HOST)).isFalse();
    }

    @Test
    void aFeatureListedWithTwoValuesIsOpenHoweverOftenItIsListed() {
        var twice = Listing.of(
                new FeatureCapability("cpuid.aes", "1"),
                new FeatureCapability("cpuid.AES", "0"),
                new FeatureCapability("cpuid.Aes", "1"),
                new FeatureCapability("cpuid.avx", "1"),
                new FeatureCapability("cpuid.AVX", "1"));

        assertThat(meets("cpuid.aes", "Bool:Min:1", twice)).isNull();
        assertThat(meets("cpuid.avx", "Bool:Min:1", twice)).isTrue();
    }

    @Test
    void aPartialListDecidesOnlyWhatItLists() {
        var partial = new Listing<>(List.of(new FeatureCapability("cpuid.aes", "1")), false);

        assertThat(meets("cpuid.AES", "Bool:Min:1", partial)).isTrue();
        assertThat(meets("cpuid.AVX", "Bool:Min:1", partial)).isNull();
        assertThat(meets("cpuid.AVX", "Num:Max:0", partial)).isNull();
    }

    @Test
    void aHostThatListsNothingIsUnknown() {
        assertThat(Features.of(null)).isNull();
        assertThat(Features.meets(new FeatureRequirement("cpuid.AES", "Bool:Min:1"), null))
                .isNull();
    }
}
