package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.BATCH_A;
import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.VC_B;
import static dev.premotion.inventory.Estates.datastore;
import static dev.premotion.inventory.Estates.disk;
import static dev.premotion.inventory.Estates.linkedSites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VsanPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of a vSAN datastore 16 GiB take: as often as their storage policy says, and an eighth more on vSAN ESA. */
class SpaceFactorsTest {

    private static final Ref TARGET = datastore(A, 2);
    private static final Ref DISK = disk(BATCH_A, 1);
    private static final String ENTRY = "{ vm: batch-a, to: { datastore: datastore-2 } }";
    private static final Estate CLEAN = linkedSites()
            .change(
                    VC_A,
                    "vsanPolicies",
                    Listing.of(new VsanPolicy("VM default", null), new VsanPolicy("Mirrored", 2.0)))
            .change(VC_A, "storagePolicies", Listing.of("VM default", "Mirrored"))
            .change(DISK, "storagePolicy", "Mirrored");

    /** What somebody says of the datastore, the policy's factor, and the GiB that come. */
    @ParameterizedTest
    @CsvSource({
        "VMFS, ,    2.0, 16,          ",
        "VMFS, 3.0, 2.0, 16,          ",
        "vsan, ,    2.0, 32 to 36,    datastore spaceFactor",
        "VSAN, ,    2.0, 32 to 36,    datastore spaceFactor",
        "vsan, 2.0, 2.0, 32,          ",
        "vsan, 2.2, 2.0, 35,          ",
        "vsan, 2.262, 2.0, 36,        ",
        "vsan, 1.5, 2.0, 24 to 36,    datastore spaceFactor",
        "vsan, 3.0, 2.0, 32 to 48,    datastore spaceFactor",
        "vsan, 3.0, ,    48,          ",
        "vsan, 1.0, ,    16,          ",
        "vsan, ,    ,    at least 16, datastore spaceFactor",
        "vsan, 0.5, ,    at least 16, datastore spaceFactor",
        "vsan, 0.5, 2.0, at least 16, datastore spaceFactor",
        ",     2.0, 2.0, at least 16, datastore type"
    })
    void eachByteCountsAsOftenAsItIsStored(
            @Nullable String type, @Nullable Double told, @Nullable Double asked, String takes, @Nullable String fact) {
        var estate = CLEAN.change(TARGET, "type", type)
                .change(TARGET, "spaceFactor", told)
                .change(VC_A, "vsanPolicies", Listing.of(new VsanPolicy("Mirrored", asked)));

        assertThat(Space.of(estate, ENTRY).comes()).containsExactly("ds-a2 " + takes);
        assertThat(Space.of(estate, ENTRY).fact()).isEqualTo(fact);
    }

    @Test
    void aFileWithoutAPolicyTakesTheDatastoresDefault() {
        var vsan = vsan(CLEAN);
        var none = vsan.without(DISK, "storagePolicy").change(DISK, "storagePolicyAssigned", false);
        assertThat(comes(none.change(TARGET, "defaultStoragePolicy", "Mirrored")))
                .isEqualTo("ds-a2 32 to 36");
        assertThat(comes(none.change(TARGET, "defaultStoragePolicy", "other"))).isEqualTo("ds-a2 at least 16");
        assertThat(comes(none.without(TARGET, "defaultStoragePolicy"))).isEqualTo("ds-a2 at least 16");
        var open = vsan.without(DISK, "storagePolicy").change(TARGET, "defaultStoragePolicy", "Mirrored");
        assertThat(comes(open)).as("it may have another").isEqualTo("ds-a2 at least 16");
    }

    @Test
    void thePlansPolicyCountsAndEachVCenterHasItsOwn() {
        var vsan = vsan(CLEAN).change(DISK, "storagePolicy", "VM default");
        assertThat(comes(vsan)).as("its factor is not known").isEqualTo("ds-a2 at least 16");
        assertThat(Space.of(vsan, "{ vm: batch-a, to: { datastore: datastore-2, storagePolicy: Mirrored } }")
                        .comes())
                .containsExactly("ds-a2 32 to 36");
        assertThat(comes(vsan(CLEAN).without(VC_A, "vsanPolicies")))
                .as("that of the other vCenter says nothing")
                .isEqualTo("ds-a2 at least 16");
        assertThat(comes(vsan(CLEAN).without(VC_B, "vsanPolicies"))).isEqualTo("ds-a2 32 to 36");
    }

    @Test
    void nothingTakesNothingWhateverThePolicy() {
        var raw = vsan(CLEAN).change(DISK, "raw", true).without(DISK, "storagePolicy");

        assertThat(Space.of(raw, ENTRY).comes()).containsExactly("ds-a2 0");
    }

    @Test
    void whatIsOpenOfTheFilesIsAskedFirst() {
        var used = vsan(CLEAN).without(DISK, "usedBytes");
        assertThat(Space.of(used, ENTRY).comes()).containsExactly("ds-a2 0 to 90");
        assertThat(Space.of(used, ENTRY).fact()).isEqualTo("disk usedBytes");
        var capacity = used.without(DISK, "capacityBytes");
        assertThat(Space.of(capacity, ENTRY).comes()).containsExactly("ds-a2 at least 0");
        assertThat(Space.of(capacity, ENTRY).fact()).isEqualTo("disk capacityBytes");
    }

    /** A vSAN that deduplicates or compresses frees no more than it took, and nobody says whether it does. */
    @Test
    void whatVsanFreesMayBeNextToNothing() {
        var own = datastore(A, 1);
        assertThat(Space.of(CLEAN, ENTRY).goes()).containsExactly("ds-a1 16");
        assertThat(Space.of(CLEAN.change(own, "type", "vsan").change(own, "spaceFactor", 2.0), ENTRY)
                        .goes())
                .containsExactly("ds-a1 0 to 32");
        assertThat(Space.of(CLEAN.change(own, "type", "vsan").without(own, "spaceFactor"), ENTRY)
                        .goes())
                .containsExactly("ds-a1 0 to 36");
        var unknown = CLEAN.without(own, "type");
        assertThat(Space.of(unknown, ENTRY).goes()).containsExactly("ds-a1 at least 0");
        assertThat(Space.freed(unknown, ENTRY)).isEqualTo("datastore type");
        assertThat(Space.freed(CLEAN.change(own, "type", "vsan").change(own, "spaceFactor", 2.0), ENTRY))
                .isNull();
        assertThat(Space.freed(CLEAN, ENTRY)).isNull();
    }

    private static Estate vsan(Estate estate) {
        return estate.change(TARGET, "type", "vsan").without(TARGET, "spaceFactor");
    }

    private static String comes(Estate estate) {
        return Space.of(estate, ENTRY).comes().get(0);
    }
}
