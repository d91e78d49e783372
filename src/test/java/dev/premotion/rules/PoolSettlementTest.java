package dev.premotion.rules;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.B;
import static dev.premotion.inventory.Estates.DB_A;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.pool;
import static dev.premotion.inventory.Estates.twoSites;
import static dev.premotion.inventory.Estates.vm;
import static dev.premotion.rules.SettlementTest.verdicts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Ref;
import org.junit.jupiter.api.Test;

/** What migrations leave each other of resource pools. Each running VM of the clean estate reserves 60 MiB, its overhead. */
class PoolSettlementTest {

    private static final Ref ROOT = pool(B, 1);
    private static final Ref TIER_1 = pool(B, 3);

    private static final String WEB = into("web-a", "resourcePool: Tier1");
    private static final String DB = into("db-a", "resourcePool: Tier1");

    /** Tier1 gives 100 MiB and borrows nothing. */
    private static final Estate FIXED = tier1(100, false);

    private static Estate tier1(long memoryMiB, boolean expandable) {
        return twoSites()
                .change(TIER_1, "memoryUnreservedForVmMiB", memoryMiB)
                .change(TIER_1, "memoryExpandable", expandable);
    }

    @Test
    void thoseThatComeFirstHaveWhatAPoolGives() {
        assertThat(verdicts(FIXED, WEB, DB)).containsExactly("approved", "blocked");
        assertThat(verdicts(tier1(120, false), WEB, DB)).containsExactly("approved", "approved");
        assertThat(verdicts(tier1(119, false), WEB, DB)).containsExactly("approved", "blocked");
    }

    @Test
    void whatAPoolLacksItBorrowsFromTheOneAboveAndNoMore() {
        assertThat(verdicts(tier1(120, true).change(ROOT, "memoryUnreservedForVmMiB", 20L), WEB, DB))
                .as("100 of its own and 20 of the root")
                .containsExactly("approved", "approved");
        assertThat(verdicts(tier1(119, true).change(ROOT, "memoryUnreservedForVmMiB", 19L), WEB, DB))
                .containsExactly("approved", "blocked");
        assertThat(verdicts(tier1(60, true).change(ROOT, "memoryUnreservedForVmMiB", 60L), WEB, DB))
                .as("what it has is what it may borrow, which is not there twice")
                .containsExactly("approved", "blocked");
    }

    @Test
    void poolsBesideEachOtherBorrowFromOne() {
        var estate = tier1(0, true)
                .change(pool(B, 4), "memoryUnreservedForVmMiB", 0L)
                .change(pool(B, 4), "memoryExpandable", true);
        var other = into("db-a", "vApp: shop");

        assertThat(verdicts(estate.change(ROOT, "memoryUnreservedForVmMiB", 120L), WEB, other))
                .containsExactly("approved", "approved");
        assertThat(verdicts(estate.change(ROOT, "memoryUnreservedForVmMiB", 119L), WEB, other))
                .containsExactly("approved", "blocked");
    }

    /** Both may borrow the same of the root, of which nobody knows how much there is. */
    @Test
    void whatMayBeLentTwiceIsLentToTheFirst() {
        var estate = tier1(100, true)
                .change(pool(B, 4), "memoryUnreservedForVmMiB", 100L)
                .change(pool(B, 4), "memoryExpandable", true);
        var other = into("db-a", "vApp: shop");

        assertThat(verdicts(estate.change(ROOT, "memoryUnreservedForVmMiB", 100L), WEB, other))
                .containsExactly("approved", "blocked");
        assertThat(verdicts(estate.without(ROOT, "memoryUnreservedForVmMiB"), WEB, other))
                .containsExactly("approved", "undetermined");
        assertThat(verdicts(estate.without(ROOT, "memoryUnreservedForVmMiB"), WEB, into("db-a", "resourcePool: Tier1")))
                .containsExactly("approved", "undetermined");
    }

    @Test
    void whatIsTakenOfAnotherClusterOrSiteIsNotBorrowedHere() {
        var estate = tier1(100, true).without(ROOT, "memoryUnreservedForVmMiB");
        var elsewhere = "{vm: {vcenter: vcsa-a, id: vm-2}, to: {vcenter: vcsa-a, host: host-2, resourcePool: shop}}";
        var otherCluster = "{vm: {vcenter: vcsa-b, id: vm-2}, to: {vcenter: vcsa-b, host: host-4}}";

        assertThat(verdicts(estate, elsewhere, WEB)).containsExactly("approved", "approved");
        assertThat(verdicts(estate, otherCluster, WEB)).containsExactly("approved", "approved");
        assertThat(verdicts(estate, into("db-a", "vApp: shop"), WEB)).containsExactly("approved", "undetermined");
    }

    @Test
    void whatIsNotKnownOfAPoolIsOpenOnlyWhereItDecides() {
        var unknown = FIXED.without(TIER_1, "memoryExpandable");

        assertThat(verdicts(unknown.change(ROOT, "memoryUnreservedForVmMiB", 1000L), WEB))
                .as("it gives enough itself")
                .containsExactly("approved");
        assertThat(verdicts(unknown.change(ROOT, "memoryUnreservedForVmMiB", 1000L), WEB, DB))
                .containsExactly("approved", "undetermined");
        assertThat(verdicts(FIXED.without(TIER_1, "memoryUnreservedForVmMiB"), WEB))
                .containsExactly("undetermined");
        assertThat(verdicts(tier1(100, true).without(ROOT, "memoryUnreservedForVmMiB"), WEB, DB))
                .containsExactly("approved", "undetermined");
    }

    @Test
    void whatLeavesAPoolIsFreeInTheNextWave() {
        var estate = tier1(0, false).change(vm(B, 1), "resourcePool", TIER_1.id());
        var leaves = "{vm: web-b, wave: 1, to: {vcenter: vcsa-b, host: esx-02.site-b.example, resourcePool: shop}}";

        assertThat(verdicts(estate, leaves, WEB)).containsExactly("approved", "blocked");
        assertThat(verdicts(estate, leaves, WEB.replace("to:", "wave: 2, to:")))
                .containsExactly("approved", "approved");
    }

    @Test
    void whoDoesNotRunTakesNothing() {
        var blocked = FIXED.change(WEB_A, "toolsInstallerMounted", true);
        var together = DB.replace("{vm:", "{id: db, vm:");

        assertThat(verdicts(blocked, WEB, DB)).containsExactly("blocked", "approved");
        assertThat(verdicts(
                        blocked,
                        together,
                        WEB.replace("to:", "together: [db], to:"),
                        into("metro-a", "resourcePool: Tier1")))
                .as("a group that does not run gives its room back")
                .containsExactly("blocked", "blocked", "approved");
    }

    @Test
    void whoMayNotRunMayTakeItsPart() {
        assertThat(verdicts(FIXED.without(WEB_A, "toolsInstallerMounted"), WEB, DB))
                .containsExactly("undetermined", "undetermined");
    }

    @Test
    void whoStaysInItsPoolAsksNothingOfIt() {
        var estate = twoSites()
                .change(pool(A, 1), "memoryUnreservedForVmMiB", 0L)
                .change(pool(A, 1), "cpuUnreservedForVmMhz", 0L);

        assertThat(verdicts(estate, SettlementTest.to("web-a", 2), SettlementTest.to("db-a", 3)))
                .containsExactly("approved", "approved");
    }

    @Test
    void cpuIsCountedAsMemoryIs() {
        var estate = twoSites()
                .change(WEB_A, "cpuReservationMhz", 500L)
                .change(DB_A, "cpuReservationMhz", 500L)
                .change(TIER_1, "cpuUnreservedForVmMhz", 900L)
                .change(TIER_1, "cpuExpandable", false);

        assertThat(verdicts(estate, WEB, DB)).containsExactly("approved", "blocked");
        assertThat(verdicts(estate.change(TIER_1, "cpuUnreservedForVmMhz", 1000L), WEB, DB))
                .containsExactly("approved", "approved");
        var lends = estate.change(TIER_1, "cpuExpandable", true).change(TIER_1, "cpuUnreservedForVmMhz", 1000L);
        assertThat(verdicts(lends.change(ROOT, "cpuUnreservedForVmMhz", 1000L), WEB, DB))
                .containsExactly("approved", "approved");
        assertThat(verdicts(lends.change(ROOT, "cpuUnreservedForVmMhz", 999L), WEB, DB))
                .as("one of its own")
                .containsExactly("approved", "approved");
        var less = lends.change(TIER_1, "cpuUnreservedForVmMhz", 999L);
        assertThat(verdicts(less.change(ROOT, "cpuUnreservedForVmMhz", 999L), WEB, DB))
                .containsExactly("approved", "blocked");
    }

    private static String into(String vm, String pool) {
        return "{vm: " + vm + ", to: {vcenter: vcsa-b, host: esx-01.site-b.example, " + pool
                + ", datastore: ds-b1, networks: {VM-A: VM-B}}}";
    }
}
