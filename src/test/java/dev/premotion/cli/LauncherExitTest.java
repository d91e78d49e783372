package dev.premotion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LauncherExitTest {
    @AfterEach
    void forget() {
        System.clearProperty(LauncherExit.PROPERTY);
    }

    @Test
    void withoutTheLauncherABlockedGateIsOne() {
        assertThat(LauncherExit.translate(1)).isEqualTo(1);
    }

    @Test
    void underTheLauncherABlockedGateIsTheNumberItAskedFor() {
        System.setProperty(LauncherExit.PROPERTY, "101");
        assertThat(LauncherExit.translate(1)).isEqualTo(101);
    }

    @Property(seed = "20261122")
    void everyOtherCodeStaysAsItIs(@ForAll int code) {
        Assume.that(code != 1);
        System.setProperty(LauncherExit.PROPERTY, "101");
        try {
            assertThat(LauncherExit.translate(code)).isEqualTo(code);
        } finally {
            System.clearProperty(LauncherExit.PROPERTY);
        }
    }
}
