package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.B;
import static dev.premotion.inventory.Estates.DB_A;
import static dev.premotion.inventory.Estates.METRO_A;
import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.VC_B;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.disk;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.twoSites;
import static dev.premotion.inventory.Estates.vm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.PowerState;
import dev.premotion.inventory.RawDeviceMapping;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.Plan.Migration;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which nodes a node meets: web-a, on host 1, shares a disk over a physical bus with db-a, on host 3. */
class BusPartnersTest {

    private static final Ref WEB = disk(WEB_A, 1);
    private static final Ref DB = disk(DB_A, 1);
    private static final Estate NODES = quorum(quorum(twoSites(), WEB), DB).change(DB_A, "host", "host-3");

    private static final String WEB_TO_3 = "{ vm: { vcenter: vcsa-a, id: vm-1 }, wave: 2, to: { host: host-3 } }";
    private static final String WEB_TO_2 = WEB_TO_3.replace("host-3", "host-2");
    private static final String DB_TO_2 = "{ vm: { vcenter: vcsa-a, id: vm-2 }, wave: 1, to: { host: host-2 } }";

    @Test
    void aNodeMeetsThoseThatRunAtTheHost() {
        assertThat(met(NODES, WEB_TO_3)).containsExactly("files [db-a]", "mappings none");
        assertThat(met(NODES, WEB_TO_2)).containsExactly("files none", "mappings none");
        assertThat(met(NODES.change(DB_A, "powerState", PowerState.POWERED_OFF), WEB_TO_3))
                .containsExactly("files none", "mappings none");
        assertThat(met(NODES.without(DB_A, "powerState"), WEB_TO_3))
                .first()
                .isEqualTo("files none or more: powerState of db-a");
    }

    @Test
    void whoSharesNothingOrStaysOnItsHostMeetsNobody() {
        assertThat(met(twoSites(), WEB_TO_3)).isEmpty();
        assertThat(met(NODES, WEB_TO_3.replace("host: host-3", "datastore: ds-a2")))
                .isEmpty();
        assertThat(met(NODES.partial(VC_A, "hosts"), WEB_TO_3.replace("host-3", "esx-99")))
                .as("a host that is not listed has doubts of its own")
                .isEmpty();
    }

    @Test
    void mappingsAreToldApartFromFiles() {
        var mapped = mapped(mapped(NODES, WEB), DB);
        assertThat(met(mapped, WEB_TO_3)).containsExactly("files none", "mappings [db-a]");
        assertThat(met(NODES.without(WEB, "raw"), WEB_TO_3))
                .as("it may be either")
                .containsExactly(
                        "files none or more: raw of Hard disk 1 of web-a",
                        "mappings none or more: raw of Hard disk 1 of web-a");
    }

    @Test
    void whereANodeIsMayBeOpen() {
        var unplaced = NODES.without(DB_A, "host");
        var open = "files none or more: host of db-a";
        assertThat(met(unplaced, WEB_TO_3)).first().isEqualTo(open);
        assertThat(met(unplaced.without(DB_A, "cluster"), WEB_TO_3)).first().isEqualTo(open);
        assertThat(met(unplaced.change(DB_A, "cluster", "domain-c2"), WEB_TO_3))
                .first()
                .isEqualTo("files none");
        assertThat(met(unplaced.change(host(A, 3), "standalone", true).without(host(A, 3), "cluster"), WEB_TO_3))
                .as("a node in a cluster is not on a host without one")
                .first()
                .isEqualTo("files none");
        assertThat(met(unplaced.without(host(A, 3), "cluster"), WEB_TO_3))
                .first()
                .isEqualTo(open);
        assertThat(met(NODES.partial(VC_A, "vms"), WEB_TO_2))
                .first()
                .isEqualTo("files none or more: vmsConfirmed of vcsa-a");
        assertThat(met(NODES.partial(VC_B, "vms"), WEB_TO_2))
                .as("those of another vCenter run on its hosts")
                .first()
                .isEqualTo("files none");
    }

    @Test
    void aHostOfTheSameIdInAnotherVCenterIsAnother() {
        var there = disk(vm(B, 6), 1);
        var metro = NODES.change(disk(vm(A, 6), 1), "sharedBus", "physicalSharing")
                .change(there, "sharedBus", "physicalSharing");
        for (var one : List.of(disk(vm(A, 6), 1), there)) {
            metro = metro.change(one, "path", "[ds-metro] quorum/quorum.vmdk");
        }
        assertThat(met(metro, "{ vm: { vcenter: vcsa-a, id: vm-6 }, to: { host: host-2 } }"))
                .first()
                .isEqualTo("files none");
        assertThat(met(
                        metro.change(vm(B, 6), "host", "host-2"),
                        "{ vm: { vcenter: vcsa-a, id: vm-6 }, to: { host: host-2 } }"))
                .first()
                .isEqualTo("files none");
        assertThat(
                        met(
                                metro.change(vm(B, 6), "host", "host-2"),
                                "{ vm: { vcenter: vcsa-a, id: vm-6 }, to: { vcenter: vcsa-b, host: host-2, datastore: ds-metro } }"))
                .first()
                .asString()
                .startsWith("files [");
    }

    @Test
    void whoLeavesIsThereUntilItsMigrationIsSurelyComplete() {
        assertThat(Run.of(NODES, DB_TO_2, WEB_TO_3).book(true).met())
                .as("gone in an earlier wave")
                .first()
                .isEqualTo("files none");
        assertThat(Run.of(NODES, DB_TO_2.replace("wave: 1", "wave: 2"), WEB_TO_3)
                        .book(true)
                        .met())
                .first()
                .isEqualTo("files [db-a]");
        assertThat(Run.of(NODES, DB_TO_2, WEB_TO_2).book(true).met())
                .as("it has come where web-a goes")
                .first()
                .isEqualTo("files [db-a]");
        assertThat(Run.of(NODES, DB_TO_2.replace("wave: 1", "wave: 2"), WEB_TO_2)
                        .book(true)
                        .met())
                .as("and may come first where they start in one wave")
                .first()
                .isEqualTo("files [db-a]");
        assertThat(Run.of(NODES, DB_TO_2.replace("host: host-2", "datastore: ds-a2"), WEB_TO_3)
                        .book(true)
                        .met())
                .as("only its files move")
                .first()
                .isEqualTo("files [db-a]");
    }

    @Test
    void whetherOneLeavesOrComesMayBeOpen() {
        var open = "files none or more: toolsInstallerMounted of db-a";
        assertThat(Run.of(NODES, DB_TO_2, WEB_TO_3).book(false).met()).first().isEqualTo(open);
        assertThat(Run.of(NODES, DB_TO_2, WEB_TO_2).book(false).met()).first().isEqualTo(open);
        assertThat(Run.of(NODES, DB_TO_2.replace("wave: 1", "wave: 2"), WEB_TO_3)
                        .book(false)
                        .met())
                .as("it is there when web-a comes, whether it goes or not")
                .first()
                .isEqualTo("files [db-a]");
        assertThat(Run.of(NODES, DB_TO_2.replace("host-2", "host-4"), WEB_TO_2)
                        .book(false)
                        .met())
                .as("neither here before nor afterwards")
                .first()
                .isEqualTo("files none");
        var run = Run.of(NODES, DB_TO_2, WEB_TO_3).book(true);
        run.partners.forget(run.migrations.get(1));
        assertThat(run.met()).first().isEqualTo("files none");
        run.partners.forget(run.migrations.get(0));
        assertThat(run.met()).first().isEqualTo("files [db-a]");
    }

    @Test
    void whomOneOfTwoEntriesMayBringIsThereNeitherForSureNorSurelyNot() {
        var estate = NODES.change(METRO_A, "tags", Listing.of("moved")).without(DB_A, "tags");
        var either = "{ select: { name: '*-a', tag: moved }, to: { host: host-2 } }";
        var run = Run.of(estate, either, DB_TO_2.replace("host-2", "host-4"), WEB_TO_2);
        run.book(false).book(2, false);
        assertThat(run.met()).first().isEqualTo("files none or more: toolsInstallerMounted of db-a");
        run.partners.forget(run.migrations.get(0));
        assertThat(run.met()).first().isEqualTo("files none");
    }

    @Test
    void whatTheOtherSharesMayBeOpen() {
        assertThat(met(NODES.without(DB, "sharedBus"), WEB_TO_3))
                .first()
                .isEqualTo("files none or more: sharedBus of Hard disk 1 of db-a");
        assertThat(met(NODES.change(DB, "sharedBus", "noSharing"), WEB_TO_3))
                .as("a bus of its own")
                .first()
                .isEqualTo("files none");
        assertThat(met(NODES.without(DB, "path"), WEB_TO_3))
                .first()
                .isEqualTo("files none or more: path of Hard disk 1 of db-a");
        var unlisted = NODES.change(DB, "path", "[ds-a1] db-a/db-a.vmdk").partial(DB_A, "disks");
        assertThat(met(unlisted, WEB_TO_3)).first().isEqualTo("files none or more: disksConfirmed of db-a");
        assertThat(met(NODES.without(DB_A, "disks"), WEB_TO_3))
                .first()
                .isEqualTo("files none or more: disksConfirmed of db-a");
    }

    @Test
    void aWordThatTheDisksAreOrdinarySettlesWhatNoDiskContradicts() {
        var unlisted = NODES.change(DB, "path", "[ds-a1] db-a/db-a.vmdk")
                .partial(DB_A, "disks")
                .change(DB_A, "disksConfirmed", true);
        assertThat(met(unlisted, WEB_TO_3)).first().isEqualTo("files none");
        assertThat(met(unlisted.without(DB, "sharedBus"), WEB_TO_3)).first().isEqualTo("files none");
        assertThat(met(NODES.without(DB, "sharedBus").change(DB_A, "disksConfirmed", true), WEB_TO_3))
                .as("the very file")
                .first()
                .isEqualTo("files none or more: sharedBus of Hard disk 1 of db-a");
        assertThat(met(NODES.change(DB_A, "disksConfirmed", true), WEB_TO_3))
                .first()
                .isEqualTo("files [db-a]");
    }

    private static Estate quorum(Estate estate, Ref disk) {
        return estate.change(disk, "sharedBus", "physicalSharing").change(disk, "path", "[ds-a1] quorum/quorum.vmdk");
    }

    private static Estate mapped(Estate estate, Ref disk) {
        return estate.change(disk, "raw", true).change(disk, "rdm", new RawDeviceMapping("physicalMode", "60a0"));
    }

    private static List<String> met(Estate estate, String entry) {
        return Run.of(estate, entry).met();
    }

    /** The last migration of a plan comes to its host. */
    private record Run(BusPartners partners, List<Migration> migrations) {

        static Run of(Estate estate, String... entries) {
            return new Run(
                    new BusPartners(estate.inventory()),
                    Plans.resolve(estate, entries).migrations());
        }

        Run book(boolean sure) {
            return book(0, sure);
        }

        Run book(int index, boolean sure) {
            var first = migrations.get(index);
            var open = sure ? null : new Lacking(DB_A, "db-a", "toolsInstallerMounted");
            partners.book(first.candidates().get(0), new Booking(first, 0, wave(first), sure, open));
            return this;
        }

        List<String> met() {
            var last = migrations.get(migrations.size() - 1);
            return partners.meet(last, last.candidates().get(0), new When(wave(last), new BitSet())).stream()
                    .map(NodeArrival.class::cast)
                    .flatMap(node ->
                            List.of("files " + told(node.onFiles()), "mappings " + told(node.onMappings())).stream())
                    .toList();
        }

        private static int wave(Migration migration) {
            return migration.wave() == null ? 1 : migration.wave();
        }

        private static String told(NodeArrival.Met met) {
            var names = met.names();
            return (names.size() == 0 ? "none" : names.items().toString())
                    + (names.complete() ? "" : " or more")
                    + String.join(
                            "",
                            met.open().stream()
                                    .map(one -> ": " + one.property() + " of " + one.thingName())
                                    .toList());
        }
    }
}
