package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.B;
import static dev.premotion.inventory.Estates.DB_A;
import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.datastore;
import static dev.premotion.inventory.Estates.disk;
import static dev.premotion.inventory.Estates.linkedSites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.LedgerTest.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What storages have to take while a plan runs, in GiB. web-a and metro-a bring 20 (a disk of 16 and a swap file of 4), each
 * disk of db-a 16. ds-metro is one storage, which both sites list.
 */
class StorageAccountsTest {

    private static final long GIB = 1L << 30;
    private static final Estate SITES = linkedSites();
    private static final Ref METRO_A = datastore(A, 3);
    private static final Ref METRO_B = datastore(B, 3);

    private static final String WEB = web("datastore-2");
    private static final String DB = "{ vm: db-a, to: { disks: [ { key: 2000, datastore: datastore-2 } ] } }";

    private static String web(String to) {
        return "{ vm: web-a, wave: 2, to: { datastore: " + to + " } }";
    }

    private static String ofB(String to) {
        return "{ vm: { vcenter: vcsa-b, id: vm-1 }, wave: 2, to: { datastore: " + to + " } }";
    }

    /** GiB that come to each storage. */
    private static List<String> space(Run run, int number) {
        return run.loads(number, DatastoreLoad.class).stream()
                .map(load -> load.name() + " " + gib(load.incomingBytes()))
                .toList();
    }

    private static String gib(Sum sum) {
        return new Sum(sum.least() / GIB, sum.most() == null ? null : Long.valueOf(sum.most() / GIB)).toString();
    }

    private static List<String> space(Estate estate, String... plan) {
        var run = Run.of(estate, plan);
        for (int i = 0; i < plan.length - 1; i++) {
            run.book(i);
        }
        return space(run, plan.length - 1);
    }

    @Test
    void whatComesIsAddedUpAndForgotten() {
        var run = Run.of(SITES, DB, WEB);

        assertThat(space(run, 1)).containsExactly("ds-a2 20");
        assertThat(space(run.booked(0), 1)).containsExactly("ds-a2 36");
        run.ledger().forget(run.migrations().get(1));
        assertThat(space(run, 1)).containsExactly("ds-a2 36");
        run.ledger().forget(run.migrations().get(0));
        assertThat(space(run, 1)).containsExactly("ds-a2 20");
    }

    @Test
    void aStorageThatTwoSitesListIsOne() {
        assertThat(space(SITES, ofB("ds-metro").replace("wave: 2", "wave: 1"), web("ds-metro")))
                .containsExactly("ds-metro 40");
        assertThat(space(SITES, ofB("ds-b2").replace("wave: 2", "wave: 1"), web("ds-metro")))
                .containsExactly("ds-metro 20");
    }

    /** Without a URL, ds-metro of site A may be ds-metro of site B, and any other storage of B that is like it. */
    @Test
    void aStorageThatMayBeAnotherMayTakeWhatComesThere() {
        var open = SITES.without(METRO_A, "url");
        var first = ofB("ds-metro").replace("wave: 2", "wave: 1");
        var run = Run.of(open, first, web("ds-metro"));

        assertThat(space(run, 1)).containsExactly("ds-metro 20");
        assertThat(space(run.booked(0), 1))
                .as("it may be ds-b1 too, which web-b leaves")
                .containsExactly("ds-metro 0 to 40");
        assertThat(run.loads(1, DatastoreLoad.class).get(0).lacking("incomingBytes"))
                .containsExactly(new Lacking(METRO_B, "ds-metro", "url"));
        run.ledger().forget(run.migrations().get(0));
        assertThat(space(run, 1)).containsExactly("ds-metro 20");
    }

    @Test
    void whatLeavesAStorageMayBeFreeOnTheOther() {
        var open = SITES.without(METRO_A, "url");
        var away = "{ vm: { vcenter: vcsa-b, id: vm-6 }, wave: 1, to: { datastore: ds-b2 } }";

        assertThat(space(SITES, away, web("ds-metro"))).containsExactly("ds-metro 0 to 4");
        assertThat(space(open, away, web("ds-metro")))
                .as("it may be ds-b2 too, which metro-b comes to")
                .containsExactly("ds-metro 0 to 40");
    }

    @Test
    void theFullerOfTwoThatMayBeOneCounts() {
        var open = SITES.without(METRO_A, "url").change(METRO_A, "freeSpaceBytes", 100 * GIB);

        assertThat(space(open.change(METRO_B, "freeSpaceBytes", 70 * GIB), web("ds-metro")))
                .containsExactly("ds-metro 20 to 50");
        assertThat(space(open.change(METRO_B, "freeSpaceBytes", 100 * GIB), web("ds-metro")))
                .containsExactly("ds-metro 20");
        var unknown = Run.of(open.without(METRO_B, "freeSpaceBytes"), web("ds-metro"));
        assertThat(space(unknown, 0)).containsExactly("ds-metro at least 20");
        assertThat(unknown.loads(0, DatastoreLoad.class).get(0).lacking("incomingBytes"))
                .containsExactly(new Lacking(METRO_A, "ds-metro", "url"));
        assertThat(Run.of(open.without(METRO_B, "url").without(METRO_B, "freeSpaceBytes"), ofB("ds-metro"))
                        .loads(0, DatastoreLoad.class)
                        .get(0)
                        .incomingBytes()
                        .exact())
                .as("its own free space is not known, which the rule asks")
                .isTrue();
    }

    /** The list that may lack datastores lacks ds-a2. */
    @Test
    void whatGoesToADatastoreThatIsNotListedMayGoToAnyThatMayBeIt() {
        var cut = SITES.lose(VC_A, "datastores", 1);
        var first = DB.replace("datastore-2", "ds-a2");
        var to = web("datastore-4");

        assertThat(space(cut, first, to)).as("pod-a1 has another name").containsExactly("pod-a1 20");
        var nameless = cut.without(datastore(A, 4), "name");
        assertThat(space(nameless, first, to)).containsExactly("datastore-4 20 to 36");
        var run = Run.of(nameless, first, to);
        assertThat(space(run, 1)).containsExactly("datastore-4 20");
        assertThat(space(run.booked(0), 1)).as("asked about before").containsExactly("datastore-4 20 to 36");
        run.ledger().forget(run.migrations().get(1));
        assertThat(space(run, 1)).containsExactly("datastore-4 20 to 36");
        run.ledger().forget(run.migrations().get(0));
        assertThat(space(run, 1)).containsExactly("datastore-4 20");
        var unasked = Run.of(nameless, first, to).booked(0);
        unasked.ledger().forget(unasked.migrations().get(0));
        assertThat(space(unasked, 1)).containsExactly("datastore-4 20");
        var kept = Run.of(nameless, first, to).booked(0);
        kept.ledger().forget(kept.migrations().get(1));
        assertThat(space(kept, 1)).containsExactly("datastore-4 20 to 36");
    }

    @Test
    void whatGoesToADatastoreThatIsNotListedMayGoToOneThatOnlyOthersList() {
        var cut = SITES.lose(VC_A, "datastores", 1);
        var first = DB.replace("datastore-2", "ds-a2");

        assertThat(space(cut, first, ofB("ds-b2"))).containsExactly("ds-b2 20 to 36");
        assertThat(space(cut, first, ofB("ds-metro")))
                .as("site A lists it by another name")
                .containsExactly("ds-metro 20");
        var nameless = SITES.without(datastore(A, 2), "name").without(datastore(A, 2), "url");
        assertThat(space(nameless, first, ofB("ds-metro")))
                .as("its own list is whole")
                .containsExactly("ds-metro 20");
        assertThat(space(nameless, first, ofB("ds-b2")))
                .as("the one without a name may be ds-b2, and the one that is meant")
                .containsExactly("ds-b2 20 to 36");
    }

    @Test
    void theListThatLacksItTellsHowMuchComesWhereNothingElseWould() {
        var cut = SITES.lose(VC_A, "datastores", 1).without(datastore(A, 4), "name");
        var first = DB.replace("datastore-2", "ds-a2");
        var load = Run.of(cut, first, web("datastore-4"))
                .booked(0)
                .loads(1, DatastoreLoad.class)
                .get(0);

        assertThat(load.lacking("incomingBytes")).extracting(Lacking::property).isNotEmpty();
        var used = Run.of(cut.without(disk(DB_A, 1), "usedBytes"), first, web("datastore-4"))
                .booked(0)
                .loads(1, DatastoreLoad.class)
                .get(0);
        assertThat(used.incomingBytes().most()).isEqualTo(60 * GIB);
        assertThat(Run.of(SITES.without(WEB_A, "memoryMiB"), WEB)
                        .loads(0, DatastoreLoad.class)
                        .get(0)
                        .lacking("incomingBytes"))
                .extracting(Lacking::property)
                .containsExactly("memoryMiB");
    }
}
