package dev.premotion.plan;

import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.VC_B;
import static dev.premotion.inventory.Estates.twoSites;
import static dev.premotion.plan.Nics.ACROSS;
import static dev.premotion.plan.Nics.INSIDE;
import static dev.premotion.plan.Nics.lacking;
import static dev.premotion.plan.Nics.mapped;
import static dev.premotion.plan.Nics.move;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.inventory.Estate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether distributed switches of different versions pass. */
class MismatchedSwitchesTest {

    private static final Map<String, String> ON = Map.of(Settings.MISMATCHED_SWITCHES, "true");
    private static final Estate CLEAN = twoSites();
    private static final Estate BOTH = CLEAN.change(VC_A, "settings", ON).change(VC_B, "settings", ON);
    private static final String TO_B = mapped(ACROSS, "VM-B");

    @Test
    void bothVCentersHaveToHeedASettingThatLetsSwitchesOfOtherVersionsPass() {
        assertThat(move(BOTH, TO_B).mismatchAllowed()).isTrue();
        for (var one : List.of(
                CLEAN,
                CLEAN.change(VC_A, "settings", ON),
                CLEAN.change(VC_B, "settings", ON),
                BOTH.without(VC_A, "settings"))) {
            assertThat(move(one, TO_B).mismatchAllowed()).isFalse();
            assertThat(move(one.without(VC_A, "version"), TO_B).mismatchAllowed())
                    .as("a release does not matter then")
                    .isFalse();
        }
        for (var vCenter : List.of(VC_A, VC_B)) {
            var open = move(BOTH.without(vCenter, "version").without(vCenter, "build"), TO_B);
            assertThat(open.mismatchAllowed()).isNull();
            var name = vCenter.equals(VC_A) ? "vcsa-a" : "vcsa-b";
            assertThat(lacking(open, "mismatchAllowed")).containsExactly(name + ": version", name + ": build");
            var old = BOTH.change(vCenter, "version", "5.5.0").without(vCenter, "build");
            assertThat(move(old, TO_B).mismatchAllowed()).isFalse();
        }
        assertThat(lacking(move(BOTH, TO_B), "mismatchAllowed")).isEmpty();
        assertThat(lacking(move(BOTH.without(VC_A, "build"), INSIDE), "mismatchAllowed"))
                .as("one vCenter is asked once")
                .containsExactly("vcsa-a: build");
    }

    /** VMware added it with 6.0 U3, 6.5 U2 and 6.7. */
    @ParameterizedTest
    @CsvSource({
        "6.0.0, 3634793, false",
        "6.0.0, 5183549, true",
        "6.5.0, 5973321, false",
        "6.5.0, 8307201, true",
        "6.7.0, 8217866, true"
    })
    void theSettingCameWithAnUpdateOfEachLine(String version, String build, boolean heeds) {

        assertThat(move(BOTH.change(VC_A, "version", version).change(VC_A, "build", build), TO_B)
                        .mismatchAllowed())
                .isEqualTo(heeds);
    }
}
