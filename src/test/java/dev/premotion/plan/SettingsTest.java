package dev.premotion.plan;

import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.oneSite;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.inventory.VCenter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Advanced settings of a vCenter: what nobody has read is neither on nor off. */
class SettingsTest {

    private static final String KEY = Settings.MISMATCHED_SWITCHES;

    @ParameterizedTest
    @CsvSource({
        "true, true, false",
        "TRUE, true, false",
        "false, false, true",
        "False, false, true",
        "yes, false, false",
        "'', false, false"
    })
    void aSettingIsOnOrOffAsItSays(String value, boolean on, boolean off) {
        var vCenter = with(Map.of(KEY, value));

        assertThat(Settings.on(vCenter, KEY)).isEqualTo(on);
        assertThat(Settings.off(vCenter, KEY)).isEqualTo(off);
        assertThat(Settings.on(vCenter, Settings.INTRANET_TEST)).isFalse();
        assertThat(Settings.off(vCenter, Settings.INTRANET_TEST)).isFalse();
    }

    @Test
    void ofSettingsThatNobodyReadNothingIsKnown() {
        assertThat(Settings.on(with(null), KEY)).isFalse();
        assertThat(Settings.off(with(null), KEY)).isFalse();
    }

    private static VCenter with(@Nullable Map<String, String> settings) {
        return oneSite().change(VC_A, "settings", settings).get(VCenter.class, VC_A);
    }
}
