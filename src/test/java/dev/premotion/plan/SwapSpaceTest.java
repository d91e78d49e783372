package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.cluster;
import static dev.premotion.inventory.Estates.disk;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.linkedSites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Ref;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The space of swap and memory files, in GiB: the memory of each VM is 4, and 16 of a disk are used. */
class SwapSpaceTest {

    private static final Estate CLEAN = linkedSites();
    private static final Ref DISK = disk(WEB_A, 1);
    private static final String WEB = "{ vm: web-a, to: { datastore: datastore-2 } }";

    /** Memory and its reservation, whether all of it is reserved, the space of the swap file, and what would tell more. */
    @ParameterizedTest
    @CsvSource({
        "4, 0, false, 4,          ",
        "4, 1, false, 3,          ",
        "4, 4, false, 0,          ",
        "4, 8, false, 0,          ",
        "4, 0, true,  0,          ",
        "4, 1, ,      0 to 3,     memoryReservationLocked",
        "4, 4, ,      0,          ",
        "4, ,  false, 0 to 4,     memoryReservationMiB",
        "4, ,  true,  0,          ",
        ",  0, false, at least 0, memoryMiB",
        ",  ,  ,      at least 0, memoryMiB"
    })
    void aRunningVmHasASwapFileOfTheMemoryItHasNotReserved(
            @Nullable Long memory,
            @Nullable Long reserved,
            @Nullable Boolean locked,
            String takes,
            @Nullable String asked) {
        var estate = CLEAN.change(WEB_A, "memoryMiB", mib(memory))
                .change(WEB_A, "memoryReservationMiB", mib(reserved))
                .change(WEB_A, "memoryReservationLocked", locked)
                .change(DISK, "raw", true);
        var moved = Space.of(estate, WEB);

        assertThat(moved.comes()).containsExactly("ds-a2 " + takes);
        assertThat(moved.asks()).isEqualTo(asked);
    }

    /** Where VM and cluster put the swap file, whether the host has a datastore for it, and what would tell. */
    @ParameterizedTest
    @CsvSource({
        "inherit,     vmDirectory, true,  4,      ",
        "vmDirectory, hostLocal,   true,  4,      ",
        "inherit,     hostLocal,   false, 4,      ",
        "inherit,     hostLocal,   true,  0 to 4, ",
        "hostLocal,   vmDirectory, true,  0 to 4, ",
        "hostLocal,   vmDirectory, ,      0 to 4, host localSwap",
        "inherit,     ,            true,  0 to 4, cluster swapPlacement",
        ",            vmDirectory, true,  0 to 4, vm swapPlacement",
        ",            ,            false, 4,      "
    })
    void aSwapFileMayLieOnTheHost(
            @Nullable String own,
            @Nullable String inCluster,
            @Nullable Boolean local,
            String takes,
            @Nullable String asked) {
        var estate = CLEAN.change(WEB_A, "swapPlacement", own)
                .change(cluster(A, 1), "swapPlacement", inCluster)
                .change(host(A, 1), "localSwap", local)
                .change(DISK, "raw", true);
        var moved = Space.of(estate, WEB);

        assertThat(moved.comes()).containsExactly("ds-a2 " + takes);
        assertThat(moved.fact()).isEqualTo(asked);
    }

    @Test
    void whatRunsNotTakesItsMemoryOrNothing() {
        assertThat(Space.of(CLEAN, "{ vm: idle-a, to: { datastore: datastore-2 } }")
                        .comes())
                .as("suspended")
                .containsExactly("ds-a2 20");
        assertThat(Space.of(CLEAN, "{ vm: batch-a, to: { datastore: datastore-2 } }")
                        .comes())
                .as("off")
                .containsExactly("ds-a2 16");
        var open = Space.of(CLEAN.without(WEB_A, "powerState"), WEB);
        assertThat(open.comes()).containsExactly("ds-a2 16 to 20");
        assertThat(open.asks()).isEqualTo("powerState");
        assertThat(Space.of(CLEAN, "{ vm: web-a, power: shut-down, to: { datastore: datastore-2 } }")
                        .comes())
                .containsExactly("ds-a2 16");
    }

    private static @Nullable Long mib(@Nullable Long gib) {
        return gib == null ? null : Long.valueOf(gib * 1024);
    }
}
