package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.DB_A;
import static dev.premotion.inventory.Estates.METRO_A;
import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.oneSite;
import static dev.premotion.inventory.Estates.pool;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.LedgerTest.Run;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What pools have to give while a plan runs: MiB and MHz. web-a takes 1060 and 100, metro-a 360 and 30, db-a 60 and 0. */
class PoolAccountsTest {

    private static final Ref TIER_1 = pool(A, 3);
    private static final Ref SHOP = pool(A, 4);

    /** Tier1 and shop give nothing of their own. */
    private static final Estate SITE =
            empty(empty(reserves(reserves(oneSite(), WEB_A, 1000), METRO_A, 300), TIER_1), SHOP);

    private static final String WEB = "{ vm: web-a, wave: 2, to: { host: host-2, resourcePool: Tier1 } }";
    private static final String DB = "{ vm: db-a, wave: 1, to: { host: host-2, resourcePool: Tier1 } }";

    private static Estate reserves(Estate estate, Ref vm, long size) {
        return estate.change(vm, "memoryReservationMiB", size).change(vm, "cpuReservationMhz", size / 10);
    }

    private static Estate empty(Estate estate, Ref pool) {
        return estate.change(pool, "memoryUnreservedForVmMiB", 0L).change(pool, "cpuUnreservedForVmMhz", 0L);
    }

    private static List<String> pools(Run run, int number) {
        return run.loads(number, PoolLoad.class).stream()
                .map(load -> (load.pool() == null
                                ? "?"
                                : Objects.requireNonNull(load.pool()).name()) + " " + load.memoryDemandMiB() + ", "
                        + load.cpuDemandMhz())
                .toList();
    }

    private static List<String> pools(Estate estate, String... plan) {
        var run = Run.of(estate, plan);
        for (int i = 0; i < plan.length - 1; i++) {
            run.book(i);
        }
        return pools(run, plan.length - 1);
    }

    @Test
    void aPoolAsksTheOneAboveForWhatItLacks() {
        assertThat(pools(SITE, WEB))
                .as("web-a reserves in the root already, so what Tier1 borrows may be there")
                .containsExactly("Tier1 1060, 100", "Resources 0 to 1060, 0 to 100");
        assertThat(pools(SITE.change(WEB_A, "resourcePool", pool(A, 2).id()), WEB))
                .as("it comes from another root")
                .containsExactly("Tier1 1060, 100", "Resources 1060, 100");
        assertThat(pools(
                        empty(SITE, pool(A, 1))
                                .change(TIER_1, "memoryUnreservedForVmMiB", 1060L)
                                .change(TIER_1, "cpuUnreservedForVmMhz", 100L),
                        WEB))
                .as("nothing is lacking")
                .containsExactly("Tier1 1060, 100");
        assertThat(pools(empty(SITE, pool(A, 1)).change(TIER_1, "memoryUnreservedForVmMiB", 1060L), WEB))
                .as("only CPU is")
                .containsExactly("Tier1 1060, 100", "Resources 0, 0 to 100");
        assertThat(pools(SITE.change(TIER_1, "memoryExpandable", false).change(TIER_1, "cpuExpandable", false), WEB))
                .as("it borrows nothing")
                .containsExactly("Tier1 1060, 100");
    }

    @Test
    void whatIsOpenOfAPoolIsOpenOfTheOneAbove() {
        var from2 = SITE.change(WEB_A, "resourcePool", pool(A, 2).id());

        assertThat(pools(from2.without(TIER_1, "memoryExpandable"), WEB))
                .containsExactly("Tier1 1060, 100", "Resources 0 to 1060, 100");
        assertThat(pools(from2.without(TIER_1, "memoryUnreservedForVmMiB"), WEB))
                .containsExactly("Tier1 1060, 100", "Resources 0 to 1060, 100");
        assertThat(pools(from2.without(WEB_A, "cpuReservationMhz"), WEB))
                .containsExactly("Tier1 1060, at least 0", "Resources 1060, at least 0");
        var run = Run.of(from2.without(WEB_A, "cpuReservationMhz"), WEB);
        assertThat(run.loads(0, PoolLoad.class).get(1).cpuLacking())
                .containsExactly(new Lacking(WEB_A, "web-a", "cpuReservationMhz"));
    }

    @Test
    void whoLendsMayNotBeListed() {
        var cut = SITE.lose(VC_A, "resourcePools", 0);

        assertThat(pools(cut, WEB)).containsExactly("Tier1 1060, 100", "? 0, 0");
        assertThat(Run.of(cut, WEB).loads(0, PoolLoad.class).get(1).unknownPool())
                .isEqualTo(new Lacking(VC_A, "vcsa-a", "resourcePools.complete"));
        var none = SITE.without(VC_A, "resourcePools");
        var to4 = "{ vm: web-a, to: { host: host-4 } }";
        assertThat(pools(none, to4)).containsExactly("? 0, 0");
        assertThat(Run.of(none, to4)
                        .loads(0, PoolLoad.class)
                        .get(0)
                        .unknownPool()
                        .property())
                .isEqualTo("resourcePools");
        assertThat(pools(none, "{ vm: web-a, to: { host: host-2 } }"))
                .as("inside its cluster it keeps its pool")
                .isEmpty();
        assertThat(pools(SITE, "{ vm: batch-a, to: { host: host-4 } }"))
                .as("it is off")
                .isEmpty();
        assertThat(pools(SITE.without(WEB_A, "resourcePool"), "{ vm: web-a, to: { host: host-2 } }"))
                .isEmpty();
    }

    @Test
    void aPoolWithoutAParentIsARootOnlyByItsName() {
        var to4 = "{ vm: web-a, to: { host: host-4 } }";
        var root = SITE.change(pool(A, 2), "name", "Other");

        assertThat(Run.of(SITE, to4).loads(0, PoolLoad.class).get(0).memoryBorrows())
                .isFalse();
        assertThat(Run.of(root, to4).loads(0, PoolLoad.class).get(0).memoryBorrows())
                .isNull();
        assertThat(Run.of(SITE.without(TIER_1, "parent"), WEB)
                        .loads(0, PoolLoad.class)
                        .get(0)
                        .cpuBorrows())
                .isNull();
        assertThat(Run.of(SITE, WEB).loads(0, PoolLoad.class).get(0).cpuBorrows())
                .isTrue();
    }

    @Test
    void whatEarlierOnesTakeIsCountedInThePoolsAboveToo() {
        var from2 = SITE.change(WEB_A, "resourcePool", pool(A, 2).id())
                .change(DB_A, "resourcePool", pool(A, 2).id());
        var shop = DB.replace("resourcePool: Tier1", "vApp: shop");

        assertThat(pools(from2, DB, WEB)).containsExactly("Tier1 1120, 100", "Resources 1120, 100");
        assertThat(pools(from2, shop, WEB)).containsExactly("Tier1 1060, 100", "Resources 1120, 100");
        assertThat(pools(from2.change(SHOP, "parent", TIER_1.id()), shop, WEB))
                .as("shop lies in Tier1")
                .containsExactly("Tier1 1120, 100", "Resources 1120, 100");
        assertThat(pools(
                        from2.change(SHOP, "parent", TIER_1.id()),
                        shop,
                        WEB.replace("resourcePool: Tier1", "resourcePool: /CL-A1/Resources")))
                .as("over two pools")
                .containsExactly("Resources 1120, 100");
    }

    @Test
    void whatLeavesAPoolIsFreeThereInALaterWave() {
        var there = SITE.change(METRO_A, "resourcePool", TIER_1.id());
        var away = "{ vm: metro-a, id: first, wave: 1, to: { host: host-4 } }";
        var run = Run.of(there, away, WEB);

        assertThat(pools(run, 1)).startsWith("Tier1 1060, 100");
        assertThat(pools(run.booked(0), 1)).startsWith("Tier1 700, 70");
        assertThat(pools(there, away, WEB.replace("wave: 2", "wave: 1"))).startsWith("Tier1 1060, 100");
        run.ledger().forget(run.migrations().get(0));
        assertThat(pools(run, 1)).startsWith("Tier1 1060, 100");
        assertThat(pools(there, away.replace("host-4", "host-2"), WEB))
                .as("it stays in its pool")
                .startsWith("Tier1 1060, 100");
    }
}
