package dev.premotion.plan;

import static dev.premotion.inventory.Estates.B;
import static dev.premotion.inventory.Estates.BATCH_A;
import static dev.premotion.inventory.Estates.DB_A;
import static dev.premotion.inventory.Estates.VC_B;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.folder;
import static dev.premotion.inventory.Estates.nic;
import static dev.premotion.inventory.Estates.twoSites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.reference.Tables;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What web-a meets at site B that db-a, which goes there before it, brings: its name and its address. */
class ArrivalsTest {

    private static final Tables TABLES = Tables.load();
    private static final Ref WEB = nic(WEB_A, 1);
    private static final Ref DB = nic(DB_A, 1);

    private static final String WEB_TO_B = "{ vm: { vcenter: vcsa-a, id: vm-1 }, to: { vcenter: vcsa-b, host: host-1,"
            + " datastore: ds-b1, networks: { VM-A: VM-B }, folder: group-v2 } }";
    private static final String DB_TO_B = WEB_TO_B.replace("vm-1", "vm-2");

    private static final String NAME = "name [vcsa-a]";

    private static final Estate ALIKE =
            twoSites().change(DB_A, "name", "WEB-A").change(DB, "macAddress", "00:50:56:0A:00:01");

    @Test
    void namesMeetInAFolderAndAddressesInANetworkWhateverTheirCase() {
        assertThat(Run.of(ALIKE, DB_TO_B, WEB_TO_B).book(true).met()).containsExactly(NAME, "address [WEB-A]");
        assertThat(Run.of(ALIKE, DB_TO_B, WEB_TO_B).met()).as("before it came").isEmpty();
        assertThat(Run.of(twoSites(), DB_TO_B, WEB_TO_B).book(true).met()).isEmpty();
        assertThat(Run.of(named(), DB_TO_B.replace("group-v2", "group-v1"), WEB_TO_B)
                        .book(true)
                        .met())
                .as("another folder")
                .isEmpty();
        assertThat(Run.of(addressed(), DB_TO_B.replace("VM-A: VM-B", "VM-A: VM-Shared"), WEB_TO_B)
                        .book(true)
                        .met())
                .as("another network")
                .isEmpty();
    }

    @Test
    void withinAVCenterNothingArrives() {
        var db = "{ vm: { vcenter: vcsa-a, id: vm-2 }, to: { host: host-2 } }";
        assertThat(Run.of(ALIKE, db, WEB_TO_B).book(true).met()).isEmpty();
        assertThat(Run.of(ALIKE, DB_TO_B, db.replace("vm-2", "vm-1")).book(true).met())
                .isEmpty();
    }

    @Test
    void whatMayComeMayBeMet() {
        assertThat(Run.of(named(), DB_TO_B, WEB_TO_B).book(false).met())
                .containsExactly("name none or more: toolsInstallerMounted of db-a");
        assertThat(Run.of(addressed(), DB_TO_B, WEB_TO_B).book(false).met())
                .containsExactly("address none or more: toolsInstallerMounted of db-a");
        var run = Run.of(named(), DB_TO_B, WEB_TO_B).book(false);
        run.arrivals.forget(run.migrations.get(1));
        assertThat(run.met()).hasSize(1);
        run.arrivals.forget(run.migrations.get(0));
        assertThat(run.met()).isEmpty();
        var address = Run.of(addressed(), DB_TO_B, WEB_TO_B).book(true);
        address.arrivals.forget(address.migrations.get(0));
        assertThat(address.met()).isEmpty();
    }

    @Test
    void whereToAVmOrAnAdapterComesMayBeOpen() {
        var open = named().without(folder(B, 2), "path");
        var other = DB_TO_B.replace("group-v2", "Accounting");
        assertThat(Run.of(open, other, WEB_TO_B.replace("group-v2", "/DC-B/vm"))
                        .book(true)
                        .met())
                .as("the folder of db-a")
                .containsExactly("name none or more: folder of WEB-A");
        assertThat(Run.of(open, DB_TO_B.replace("group-v2", "/DC-B/vm"), WEB_TO_B.replace("group-v2", "Accounting"))
                        .book(true)
                        .met())
                .as("its own folder")
                .containsExactly("name none or more: folder of web-a");
        var networks = addressed().partial(VC_B, "networks");
        assertThat(Run.of(networks, DB_TO_B.replace("VM-A: VM-B", "VM-A: New"), WEB_TO_B)
                        .book(true)
                        .met())
                .containsExactly("address none or more: network of Network adapter 1 of db-a");
        assertThat(Run.of(networks, DB_TO_B, WEB_TO_B.replace("VM-A: VM-B", "VM-A: New"))
                        .book(true)
                        .met())
                .containsExactly("address none or more: network of Network adapter 1 of web-a");
    }

    @Test
    void anAddressThatNobodyKnowsMayBeAnother() {
        assertThat(Run.of(twoSites().without(DB, "macAddress"), DB_TO_B, WEB_TO_B)
                        .book(true)
                        .met())
                .containsExactly("address none or more: macAddress of Network adapter 1 of db-a");
        assertThat(Run.of(ALIKE.without(WEB, "macAddress").without(WEB_A, "name"), DB_TO_B, WEB_TO_B)
                        .book(true)
                        .met())
                .as("what it brings itself is asked for elsewhere")
                .isEmpty();
        assertThat(Run.of(ALIKE.without(DB_A, "name"), DB_TO_B, WEB_TO_B)
                        .book(true)
                        .met())
                .singleElement()
                .asString()
                .startsWith("address [");
    }

    @Test
    void oneThatSurelyMeetsItIsEnoughToTell() {
        var run = Run.of(named().change(BATCH_A, "name", "web-A"), DB_TO_B, DB_TO_B.replace("vm-2", "vm-3"), WEB_TO_B);
        run.book(true).book(1, false);
        assertThat(run.met()).containsExactly("name [vcsa-a] or more: toolsInstallerMounted of db-a");
    }

    private static Estate named() {
        return twoSites().change(DB_A, "name", "WEB-A");
    }

    private static Estate addressed() {
        return twoSites().change(DB, "macAddress", "00:50:56:0A:00:01");
    }

    /** The last migration of a plan arrives. */
    private record Run(Arrivals arrivals, List<Migration> migrations) {

        static Run of(Estate estate, String... entries) {
            return new Run(new Arrivals(TABLES), Plans.resolve(estate, entries).migrations());
        }

        Run book(boolean sure) {
            return book(0, sure);
        }

        Run book(int number, boolean sure) {
            var one = migrations.get(number);
            var open = sure ? null : new Lacking(DB_A, "db-a", "toolsInstallerMounted");
            arrivals.book(one.candidates().get(0), new Booking(one, number, 1, sure, open));
            return this;
        }

        List<String> met() {
            var last = migrations.get(migrations.size() - 1);
            var told = new ArrayList<String>();
            for (var subject : arrivals.meet(last, last.candidates().get(0))) {
                if (subject instanceof NameArrival name) {
                    told.add("name " + told(name.others(), name.lacking("others")));
                } else if (subject instanceof MacArrival mac) {
                    told.add("address " + told(mac.others(), mac.lacking("others")));
                }
            }
            return told;
        }

        private static String told(Listing<String> others, List<Lacking> lacking) {
            return (others.size() == 0 ? "none" : others.items().toString())
                    + (others.complete() ? "" : " or more")
                    + String.join(
                            "",
                            lacking.stream()
                                    .map(one -> ": " + one.property() + " of " + one.thingName())
                                    .toList());
        }
    }
}
