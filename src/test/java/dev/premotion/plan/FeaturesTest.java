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

/** Requirements against capabilities as the vSphere API defines them. */
class FeaturesTest {

    @ParameterizedTest
    @CsvSource({
        "Bool:Min:1, 1, true",
        "Bool:Min:1, 0, false",
        "Num:Min:3, 3, true",
        "Num:Min:3, 2, false",
        "Num:Min:3, 4, true",
        "Num:Max:3, 3, true",
        "Num:Max:3, 4, false",
        "Num:Match:3, 3, true",
        "Num:Match:3, 4, false",
        "Num:Val:0x10, 16, true",
        "Num:Other:3, 3, ",
        "Num:Min:many, 3, ",
        "Min:3, 3, ",
        "Num:Min:3, many, "
    })
    void aRequirementIsMetByOperation(String need, String offered, @Nullable Boolean met) {
        assertThat(Features.meets(
                        new FeatureRequirement("cpuid.X", need),
                        Features.of(Listing.of(new FeatureCapability("CPUID.x", offered)))))
                .isEqualTo(met);
    }

    @Test
    void whatACompleteListLacksCountsAsZero() {
        var min = new FeatureRequirement("cpuid.y", "Bool:Min:1");
        var max = new FeatureRequirement("cpuid.y", "Num:Max:1");
        var one = List.of(new FeatureCapability("cpuid.x", "1"));

        assertThat(Features.meets(min, Features.of(Listing.complete(one)))).isFalse();
        assertThat(Features.meets(max, Features.of(Listing.complete(one)))).isTrue();
        assertThat(Features.meets(min, Features.of(Listing.partial(one)))).isNull();
        assertThat(Features.meets(min, Features.of(null))).isNull();
    }
}
