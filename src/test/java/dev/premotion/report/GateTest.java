package dev.premotion.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GateTest {

    @Test
    void aGateThatFailsNamesOnlyWhatMakesItFail() {
        assertThat(Gate.BLOCKED.words(17, 3, 1)).isEqualTo("fails: 17 blocked");
        assertThat(Gate.UNDETERMINED.words(17, 3, 1)).isEqualTo("fails: 17 blocked, 3 undetermined");
        assertThat(Gate.UNDETERMINED.words(0, 3, 1)).isEqualTo("fails: 3 undetermined");
        assertThat(Gate.WARNING.words(17, 3, 1))
                .isEqualTo("fails: 17 blocked, 3 undetermined, 1 approved with warnings");
        assertThat(Gate.WARNING.words(0, 0, 1)).isEqualTo("fails: 1 approved with warnings");
    }

    @Test
    void aGateThatPassesNamesWhatItLetsPass() {
        assertThat(Gate.BLOCKED.words(0, 3, 1))
                .isEqualTo("passes: 3 undetermined, 1 approved with warnings, which it is not set to stop at");
        assertThat(Gate.UNDETERMINED.words(0, 0, 1))
                .isEqualTo("passes: 1 approved with warnings, which it is not set to stop at");
        assertThat(Gate.NEVER.words(2, 0, 0)).isEqualTo("passes: 2 blocked, which it is not set to stop at");
        assertThat(Gate.WARNING.words(0, 0, 0)).isEqualTo("passes: nothing stands in the way");
    }
}
