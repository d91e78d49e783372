package dev.premotion.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.SlotSizes.Slot;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example of the vSphere Availability guide (slot policy): hosts of 9 GHz and 9 GB, 9 and 6, 6 and 6; slots of 2 and 2. */
class HaSlotsTest {

    private static final Slot TWO = new Slot(2048, 2000);
    private static final List<Host> HOSTS = List.of(host(1, 9, 9), host(2, 9, 6), host(3, 6, 6));

    @Test
    void whenTheLargestHostFailsSixSlotsAreLeft() {
        assertThat(new HaSlots(cluster(1, 24_000L, 21 * 1024L), HOSTS, true).left(TWO, TWO))
                .isEqualTo(new Sum(6, 6L));
    }

    @Test
    void whenTwoFailThreeAreLeft() {
        assertThat(new HaSlots(cluster(2, 24_000L, 21 * 1024L), HOSTS, true).left(TWO, TWO))
                .isEqualTo(new Sum(3, 3L));
    }

    @Test
    void whatTheClusterKeepsForItselfMayBeMissingOnAnyHost() {
        assertThat(new HaSlots(cluster(1, 23_000L, 20 * 1024L), HOSTS, true).left(TWO, TWO))
                .isEqualTo(new Sum(4, 6L));
    }

    @Test
    void aSlotWhoseSizeIsOpenGivesTwoBounds() {
        assertThat(new HaSlots(cluster(1, 24_000L, 21 * 1024L), HOSTS, true).left(TWO, new Slot(3072, 2000)))
                .isEqualTo(new Sum(4, 6L));
        assertThat(new HaSlots(cluster(1, 24_000L, 21 * 1024L), HOSTS, true).left(TWO, null))
                .isEqualTo(new Sum(0, 6L));
    }

    @Test
    void hostsThatAreNotListedMayHoldAny() {
        assertThat(new HaSlots(cluster(1, 24_000L, 21 * 1024L), HOSTS, false).left(TWO, TWO))
                .isEqualTo(new Sum(0, null));
    }

    @Test
    void aHostInMaintenanceOrWithABrokenAgentHoldsNoneForSure() {
        var broken =
                Draft.of(HOSTS.get(0)).set("haState", "initializationError").build();
        var away = Draft.of(HOSTS.get(0)).set("inMaintenanceMode", true).build();

        assertThat(new HaSlots(cluster(1, 24_000L, 21 * 1024L), List.of(broken, HOSTS.get(1), HOSTS.get(2)), true)
                        .left(TWO, TWO))
                .isEqualTo(new Sum(3, 6L));
        assertThat(new HaSlots(cluster(1, 24_000L, 21 * 1024L), List.of(away, HOSTS.get(1), HOSTS.get(2)), true)
                        .left(TWO, TWO))
                .isEqualTo(new Sum(3, 3L));
    }

    @Test
    void howManyMayFailHasToBeKnown() {
        assertThat(new HaSlots(cluster(null, 24_000L, 21 * 1024L), HOSTS, true).left(TWO, TWO))
                .isEqualTo(new Sum(0, null));
    }

    private static Cluster cluster(Integer failing, Long cpu, Long memory) {
        return new Draft<>(Cluster.class)
                .set("ref", new Ref(Kind.CLUSTER, "vc", "domain-c1"))
                .set("failoverLevel", failing)
                .set("effectiveCpuMhz", cpu)
                .set("effectiveMemoryMiB", memory)
                .build();
    }

    private static Host host(int number, int gigahertz, int gibibytes) {
        return new Draft<>(Host.class)
                .set("ref", new Ref(Kind.HOST, "vc", "host-" + number))
                .set("name", "esx-" + number)
                .set("cpuMhz", gigahertz * 100)
                .set("cpuCores", 10)
                .set("memoryMiB", gibibytes * 1024L)
                .set("connectionState", "connected")
                .set("inMaintenanceMode", false)
                .set("haState", "connectedToMaster")
                .build();
    }
}
