package dev.premotion.plan;

import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.VC_B;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.disk;
import static dev.premotion.inventory.Estates.distributedSwitch;
import static dev.premotion.inventory.Estates.oneSite;
import static dev.premotion.inventory.Estates.twoSites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Estates;
import dev.premotion.inventory.VCenterCheck;
import dev.premotion.inventory.VCenterCheck.DiskPlace;
import dev.premotion.inventory.VCenterCheck.NicPlace;
import dev.premotion.plan.Relocation.Connection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What vCenter's own check is asked about a migration, and when it cannot be asked. */
class RelocationTest {

    private static final String TO_HOST_2 = "{ vm: web-a, to: { host: host-2 } }";
    private static final String TO_B =
            "{ vm: web-a, to: { vcenter: vcsa-b, host: host-1, datastore: ds-b1, networks: { VM-A: VM-B } } }";

    @Test
    void onlyWhatChangesIsAskedFor() {
        assertThat(asked(oneSite(), TO_HOST_2))
                .isEqualTo(new VCenterCheck("vm-1", null, "host-2", null, null, null, null, null, null, null));
        assertThat(asked(oneSite(), "{ vm: web-a, to: { host: host-4, folder: Accounting, datastore: ds-a2 } }"))
                .isEqualTo(new VCenterCheck(
                        "vm-1",
                        null,
                        "host-4",
                        "resgroup-2",
                        "group-v2",
                        "datastore-2",
                        Listing.of(new DiskPlace(2000, "datastore-2")),
                        null,
                        null,
                        null));
        assertThat(asked(
                        oneSite(),
                        "{ vm: db-a, to: { host: host-2, disks: [ { key: 2000, datastore: ds-a2 } ],"
                                + " networks: { VM-A: VM-Shared } } }"))
                .as("the second disk lies there already")
                .isEqualTo(new VCenterCheck(
                        "vm-2",
                        null,
                        "host-2",
                        null,
                        null,
                        null,
                        Listing.of(new DiskPlace(2000, "datastore-2")),
                        Listing.of(new NicPlace(4000, "dvportgroup-2")),
                        null,
                        null));
    }

    @Test
    void anotherVCenterIsAskedWithEverythingThere() {
        var check = asked(twoSites(), TO_B);
        assertThat(check.destination()).isEqualTo(VC_B.id());
        assertThat(check.pool()).as("the same id, and another pool").isEqualTo("resgroup-1");
        assertThat(check.folder()).isEqualTo("group-v1");
        assertThat(check.nics()).containsExactly(new NicPlace(4000, "dvportgroup-1"));
    }

    @Test
    void aConnectionNamesItsSwitchAsFarAsKnown() {
        assertThat(relocation(twoSites(), TO_B).connections())
                .extracting(Connection::switchUuid)
                .containsExactly("50 1c 00 0b");
        for (var unknown : List.of(
                twoSites().without(distributedSwitch(Estates.B), "uuid"),
                twoSites().without(VC_B, "distributedSwitches"),
                twoSites().change(VC_B, "distributedSwitches", Listing.of()))) {
            assertThat(relocation(unknown, TO_B).connections())
                    .extracting(Connection::switchUuid)
                    .containsOnlyNulls();
        }
    }

    @Test
    void whatTheInventoryLeavesOpenCannotBeAskedButMayHaveBeen() {
        for (var open : List.of(
                oneSite().without(WEB_A, "powerState"),
                oneSite().without(WEB_A, "template"),
                oneSite().partial(WEB_A, "disks"),
                oneSite().without(WEB_A, "disks"),
                oneSite().partial(WEB_A, "nics"))) {
            assertThat(asked(open, TO_HOST_2)).isNull();
            assertThat(mayHaveBeenAsked(open, TO_HOST_2)).isTrue();
        }
        var disk = oneSite().without(disk(WEB_A, 1), "datastore");
        assertThat(asked(disk, "{ vm: web-a, to: { host: host-2, datastore: ds-a1 } }"))
                .as("whether it moves is not known")
                .isNull();
        assertThat(asked(oneSite().partial(VC_A, "datastores"), "{ vm: web-a, to: { datastore: ds-new } }"))
                .as("where it goes is not known")
                .isNull();
        assertThat(asked(
                        twoSites().partial(VC_B, "networks").without(Estates.host(Estates.B, 1), "networks"),
                        TO_B.replace("VM-B", "VM-New")))
                .isNull();
        assertThat(asked(twoSites(), TO_B.replace(", networks: { VM-A: VM-B }", "")))
                .as("a network that is missing and not mapped is left to vCenter")
                .isNotNull();
        assertThat(asked(oneSite().partial(VC_A, "folders"), "{ vm: web-a, to: { host: host-2, folder: New } }"))
                .isNull();
        assertThat(asked(oneSite().without(VC_A, "folders"), "{ vm: web-a, to: { host: host-2, folder: New } }"))
                .isNull();
        assertThat(asked(oneSite().partial(VC_A, "hosts"), "{ vm: web-a, to: { host: esx-99 } }"))
                .isNull();
    }

    @Test
    void aVmIsJudgedAsItRunsNowSoAnotherPowerStateIsNotAsked() {
        for (var vm : List.of("web-a", "batch-a", "idle-a")) {
            assertThat(asked(oneSite(), "{ vm: " + vm + ", to: { host: host-3 } }"))
                    .isNotNull();
        }
        var shutDown = "{ vm: web-a, power: shut-down, to: { host: host-2 } }";
        assertThat(asked(oneSite(), shutDown)).isNull();
        assertThat(mayHaveBeenAsked(oneSite(), shutDown)).isFalse();
        var template = "{ vm: tpl-a, to: { host: host-1 } }";
        assertThat(asked(oneSite(), template)).isNull();
        assertThat(mayHaveBeenAsked(oneSite(), template)).isFalse();
    }

    private static boolean mayHaveBeenAsked(Estate estate, String entry) {
        var migration = Plans.one(estate, entry);
        return Relocation.mayHaveBeenAsked(
                migration.vm(), migration.candidates().get(0));
    }

    private static @Nullable VCenterCheck asked(Estate estate, String entry) {
        var relocation = relocation(estate, entry);
        return relocation == null ? null : relocation.asked();
    }

    private static @Nullable Relocation relocation(Estate estate, String entry) {
        var migration = Plans.one(estate, entry);
        return Relocation.of(migration, migration.candidates().get(0));
    }
}
