package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.B;
import static dev.premotion.inventory.Estates.BATCH_A;
import static dev.premotion.inventory.Estates.DB_A;
import static dev.premotion.inventory.Estates.METRO_A;
import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.datastore;
import static dev.premotion.inventory.Estates.disk;
import static dev.premotion.inventory.Estates.linkedSites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.inventory.Estate;
import dev.premotion.inventory.RawDeviceMapping;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.Space.Moved;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The space that files take and free, in GiB: a disk has 40 of which 16 are used, the memory of each VM is 4. */
class FilesMovedTest {

    private static final Estate CLEAN = linkedSites();
    private static final Ref DISK = disk(WEB_A, 1);
    private static final Ref SECOND = disk(DB_A, 2);
    private static final String WEB = "{ vm: web-a, to: { datastore: datastore-2 } }";
    private static final String DB = "{ vm: db-a, to: { datastore: datastore-4 } }";
    private static final String FORMAT =
            "{ vm: batch-a, to: { disks: [ { key: 2000, datastore: datastore-2, format: %s } ] } }";
    private static final Ref BATCH = disk(BATCH_A, 1);

    /** What a disk says of itself, the space it takes, and what would tell more. */
    @ParameterizedTest
    @CsvSource({
        "true,  40, 16, false, false, 16,          ",
        "false, 40, 16, false, false, 40,          ",
        "false, 40, ,   ,      false, 40,          ",
        "false, ,   16, false, false, at least 0,  capacityBytes",
        "true,  40, ,   false, false, 0 to 40,     usedBytes",
        "true,  ,   16, false, false, 16,          ",
        "true,  ,   ,   false, false, at least 0,  capacityBytes",
        ",      40, 16, false, false, 16 to 40,    thin",
        ",      40, ,   false, false, 0 to 40,     usedBytes",
        ",      40, 40, false, false, 40,          ",
        "true,  40, 16, ,      false, 16 to 40,    linkedClone",
        "true,  40, 16, true,  false, 16 to 40,    ",
        "true,  40, 16, false, ,      0 to 40,     raw",
        "true,  ,   16, false, ,      at least 0,  raw",
        "true,  40, 16, false, true,  0,           "
    })
    void aDiskTakesWhatItUsesOrAllThatItHas(
            @Nullable Boolean thin,
            @Nullable Long capacity,
            @Nullable Long used,
            @Nullable Boolean linkedClone,
            @Nullable Boolean raw,
            String takes,
            @Nullable String asked) {
        var estate = CLEAN.change(BATCH, "thin", thin)
                .change(BATCH, "capacityBytes", Space.bytes(capacity))
                .change(BATCH, "usedBytes", Space.bytes(used))
                .change(BATCH, "linkedClone", linkedClone)
                .change(BATCH, "raw", raw);
        var moved = Space.of(estate, "{ vm: batch-a, to: { datastore: datastore-2 } }");

        assertThat(moved.comes()).containsExactly("ds-a2 " + takes);
        assertThat(moved.asks()).isEqualTo(asked);
    }

    @Test
    void whatSomebodyConfirmedOfAllDisksMakesThemFiles() {
        var open = CLEAN.without(BATCH, "raw").change(BATCH_A, "disksConfirmed", true);
        assertThat(Space.of(open, "{ vm: batch-a, to: { datastore: datastore-2 } }")
                        .comes())
                .containsExactly("ds-a2 16");
    }

    /** A format of the plan's counts, not that of the disk; of a mapping nobody knows how much of the LUN is used. */
    @ParameterizedTest
    @CsvSource({
        "thick,            false, 40,      ",
        "eager-zeroed, false, 40,      ",
        "thin,             false, 16,      ",
        "thin,             true,  0 to 40, ",
        "thick,            true,  40,      ",
        "thin,             ,      0 to 40, raw",
        "thick,            ,      40,      ",
    })
    void aFormatOfThePlanSaysWhatADiskTakes(
            String format, @Nullable Boolean raw, String takes, @Nullable String asked) {
        var estate = CLEAN.change(BATCH, "raw", raw).change(BATCH, "thin", format.equals("thin") ? null : Boolean.TRUE);
        var moved = Space.of(estate, FORMAT.formatted(format));

        assertThat(moved.comes()).containsExactly("ds-a2 " + takes);
        assertThat(moved.asks()).isEqualTo(asked);
        if (Boolean.TRUE.equals(raw)) {
            var mapping = estate.without(BATCH, "raw").change(BATCH, "rdm", new RawDeviceMapping(null, null));
            assertThat(Space.of(mapping, FORMAT.formatted(format)).comes()).containsExactly("ds-a2 " + takes);
            assertThat(Space.of(mapping, "{ vm: batch-a, to: { datastore: datastore-2 } }")
                            .comes())
                    .as("a mapping keeps its small file")
                    .containsExactly("ds-a2 0");
        }
    }

    /** The swap file may not have lain where the home does. */
    @Test
    void whatLeavesFreesItsPlace() {
        assertThat(Space.of(CLEAN, WEB).goes()).containsExactly("ds-a1 16 to 20");
        assertThat(Space.of(CLEAN, DB).comes()).containsExactly("pod-a1 36");
        assertThat(Space.of(CLEAN, DB).goes()).containsExactly("ds-a1 16 to 20", "ds-a2 16");
        var one = Space.of(CLEAN, "{ vm: db-a, to: { disks: [ { key: 2001, datastore: datastore-4 } ] } }");
        assertThat(one.comes()).containsExactly("pod-a1 16");
        assertThat(one.goes()).containsExactly("ds-a2 16");
        var unknown = Space.of(CLEAN.without(SECOND, "datastore"), DB);
        assertThat(unknown.comes()).as("it may lie there").containsExactly("pod-a1 20 to 36");
        assertThat(unknown.fact()).isEqualTo("disk datastore");
        assertThat(unknown.goes()).as("it may use the file of the other").containsExactly("ds-a1 0 to 20");
        var home = Space.of(CLEAN.without(DB_A, "homeDatastore"), DB);
        assertThat(home.comes()).containsExactly("pod-a1 32 to 36");
        assertThat(home.fact()).isEqualTo("vm homeDatastore");
        assertThat(Space.of(CLEAN, "{ vm: web-a, to: { host: host-2 } }")).isEqualTo(Moved.NOTHING);
    }

    @Test
    void whatMayBeOneStorageMayStay() {
        var entry = "{ vm: metro-a, to: { vcenter: vcsa-b, host: host-1, datastore: ds-metro } }";
        assertThat(Space.of(CLEAN, entry)).isEqualTo(Moved.NOTHING);
        var own = Space.of(CLEAN.without(datastore(A, 3), "url"), entry);
        assertThat(own.comes()).containsExactly("ds-metro 0 to 20");
        assertThat(own.lacking()).isEqualTo(new Lacking(datastore(A, 3), "ds-metro", "url"));
        var there = Space.of(CLEAN.without(datastore(B, 3), "url"), entry);
        assertThat(there.comes()).containsExactly("ds-metro 0 to 20");
        assertThat(there.lacking()).isEqualTo(new Lacking(datastore(B, 3), "ds-metro", "url"));
        assertThat(there.goes()).isEmpty();
    }

    @Test
    void whatGoesToADatastoreThatIsNotListedIsAdrift() {
        var entry = "{ vm: web-a, to: { datastore: gone } }";
        var partial = CLEAN.partial(VC_A, "datastores");
        var moved = Space.of(partial, entry);
        assertThat(moved.comes()).isEmpty();
        assertThat(moved.adrift()).containsExactly("gone 0 to 16", "gone 0 to 4");
        assertThat(moved.fact()).as("where it lies now does not tell").isNull();
        assertThat(moved.goes()).containsExactly("ds-a1 16 to 20");
        var unplaced = Space.of(partial.without(DISK, "datastore"), entry);
        assertThat(unplaced.adrift()).containsExactly("gone 0 to 16", "gone 0 to 4");
        assertThat(unplaced.fact()).isEqualTo("disk datastore");
    }

    @Test
    void disksThatAreNotListedTakeWhoKnowsHowMuch() {
        var entry = "{ vm: web-a, to: { datastore: datastore-2 } }";
        var partial = Space.of(CLEAN.partial(WEB_A, "disks"), entry);
        assertThat(partial.comes()).containsExactly("ds-a2 at least 20");
        assertThat(partial.fact()).isEqualTo("vm disks.complete");
        assertThat(partial.goes()).as("one may use the file that is listed").containsExactly("ds-a1 at least 0");
        var none = Space.of(CLEAN.without(WEB_A, "disks"), entry);
        assertThat(none.comes()).containsExactly("ds-a2 at least 4");
        assertThat(none.fact()).isEqualTo("vm disks");
        var listed = Space.of(
                CLEAN.partial(DB_A, "disks"), "{ vm: db-a, to: { disks: [ { key: 2001, datastore: datastore-4 } ] } }");
        assertThat(listed.comes()).containsExactly("pod-a1 16");
        assertThat(listed.adrift()).as("the plan may name one").containsExactly(" at least 0");
        assertThat(Space.of(CLEAN.partial(WEB_A, "disks"), "{ vm: web-a, to: { host: host-2 } }"))
                .isEqualTo(Moved.NOTHING);
        assertThat(Space.of(CLEAN.partial(METRO_A, "disks"), "{ vm: metro-a, to: { host: host-2 } }"))
                .isEqualTo(Moved.NOTHING);
    }
}
