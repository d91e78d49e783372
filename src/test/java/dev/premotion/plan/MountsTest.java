package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.B;
import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.VC_B;
import static dev.premotion.inventory.Estates.datastore;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.twoSites;
import static dev.premotion.plan.MovedFiles.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.DatastoreMount;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a host mounts a storage: in its own vCenter by the datastore's id, in another by what the storage is. */
class MountsTest {

    private static final Estate CLEAN = twoSites();
    private static final Ref HERE = host(A, 1);
    private static final Ref THERE = host(B, 1);
    private static final Ref METRO_A = datastore(A, 3);
    private static final Ref METRO_B = datastore(B, 3);

    /** How the host mounts datastore 3, and what somebody confirmed of all its mounts. */
    @ParameterizedTest
    @CsvSource({
        "readWrite, true,  ,      true,  readWrite",
        "readOnly,  true,  true,  true,  readOnly",
        "readWrite, false, true,  false, readWrite",
        ",          ,      ,      ,      ",
        ",          ,      false, ,      ",
        ",          ,      true,  true,  readWrite"
    })
    void aMountSaysMoreThanAWordAboutAll(
            @Nullable String mode,
            @Nullable Boolean accessible,
            @Nullable Boolean confirmed,
            @Nullable Boolean mounted,
            @Nullable String accessMode) {
        for (var host : List.of(HERE, THERE)) {
            var one = CLEAN.change(host, "datastores", mounts(new DatastoreMount("datastore-3", mode, accessible)));
            var estate = confirmed == null ? one : one.change(host, "mountsConfirmed", confirmed);

            assertThat(mounted(estate, METRO_A, host)).isEqualTo(mounted);
            assertThat(accessMode(estate, METRO_A, host)).isEqualTo(accessMode);
            assertThat(listed(estate, METRO_A, host)).as("whatever its state").isTrue();
        }
    }

    @Test
    void aHostMountsWhatItsListHas() {
        assertThat(mounted(CLEAN, METRO_A, HERE)).isTrue();
        var without = CLEAN.drop(HERE, "datastores", 2);
        assertThat(mounted(without, METRO_A, HERE)).isFalse();
        assertThat(listed(without, METRO_A, HERE)).isFalse();
        assertThat(accessMode(without, METRO_A, HERE)).isNull();
        for (var open : List.of(CLEAN.lose(HERE, "datastores", 2), CLEAN.without(HERE, "datastores"))) {
            assertThat(mounted(open, METRO_A, HERE)).isNull();
            assertThat(listed(open, METRO_A, HERE)).isNull();
            assertThat(lacking(open, METRO_A, HERE))
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("host datastores");
        }
        assertThat(mounted(CLEAN.partial(HERE, "datastores"), METRO_A, HERE))
                .as("what it has is among what is known")
                .isTrue();
        assertThat(lacking(CLEAN, METRO_A, HERE)).isEmpty();
    }

    @Test
    void acrossVCentersOneUrlIsOneStorage() {
        assertThat(mounted(CLEAN, METRO_A, THERE)).isTrue();
        assertThat(mounted(CLEAN, datastore(A, 1), THERE)).as("of one id").isFalse();
        assertThat(mounted(CLEAN.drop(THERE, "datastores", 2), METRO_A, THERE)).isFalse();
        var written = CLEAN.change(METRO_B, "url", "DS:///vmfs/volumes/5F000000-00000003");
        assertThat(mounted(written, METRO_A, THERE))
                .as("whatever the case and the slash at its end")
                .isTrue();
    }

    @Test
    void acrossVCentersOneExportIsOneStorage() {
        var export = CLEAN;
        for (var one : List.of(METRO_A, METRO_B)) {
            export = export.change(one, "remoteHost", "nas.example").change(one, "remotePath", "/metro");
        }
        assertThat(mounted(export.change(METRO_B, "url", "ds:///vmfs/volumes/other/"), METRO_A, THERE))
                .isTrue();
        assertThat(mounted(export.without(METRO_B, "url"), METRO_A, THERE)).isTrue();
        var other = export.change(METRO_B, "remotePath", "/other");
        assertThat(mounted(other.without(METRO_B, "url"), METRO_A, THERE)).isNull();
        assertThat(mounted(other.change(METRO_B, "url", "ds:///vmfs/volumes/other/"), METRO_A, THERE))
                .isFalse();
    }

    @Test
    void whatTellsWhichStorageItIsIsAskedAcrossVCenters() {
        var own = CLEAN.without(METRO_A, "url");
        assertThat(mounted(own, METRO_A, THERE)).isNull();
        assertThat(lacking(own, METRO_A, THERE)).containsExactly("datastore url");
        assertThat(Mounts.lacking(own.get(Datastore.class, METRO_A), get(own, THERE), own.get(VCenter.class, VC_B)))
                .extracting(Lacking::thing)
                .containsExactly(METRO_A);
        var others = CLEAN.without(METRO_B, "url");
        assertThat(mounted(others, METRO_A, THERE)).isNull();
        assertThat(Mounts.lacking(
                        others.get(Datastore.class, METRO_A), get(others, THERE), others.get(VCenter.class, VC_B)))
                .containsExactly(new Lacking(METRO_B, "ds-metro", "url"));
        var unlisted = CLEAN.without(VC_B, "datastores");
        assertThat(mounted(unlisted, METRO_A, THERE)).isNull();
        assertThat(lacking(unlisted, METRO_A, THERE)).containsExactly("vcenter datastores");
        assertThat(lacking(CLEAN.without(THERE, "datastores"), METRO_A, THERE)).containsExactly("host datastores");
        assertThat(lacking(CLEAN, METRO_A, THERE)).isEmpty();
    }

    @Test
    void whatNobodyListsGoesByWhatWouldNameIt() {
        var host = get(CLEAN, HERE);
        assertThat(Mounts.name(CLEAN.get(Datastore.class, METRO_A), host))
                .isEqualTo("ds-metro at esx-01.site-a.example");
        assertThat(Mounts.name(null, host)).isEqualTo("an unknown datastore at esx-01.site-a.example");
        assertThat(Mounts.refs(CLEAN.get(Datastore.class, METRO_A), host, null)).containsExactly(METRO_A, HERE);
        assertThat(Mounts.refs(null, host, new Lacking(VC_A, "vcsa-a", "datastores")))
                .containsExactly(VC_A, HERE);
        assertThat(Mounts.refs(null, host, null)).containsExactly(HERE, HERE);
    }

    private static Listing<DatastoreMount> mounts(DatastoreMount third) {
        return Listing.of(new DatastoreMount("datastore-1", "readWrite", true), third);
    }

    private static @Nullable Boolean mounted(Estate estate, Ref datastore, Ref host) {
        return Mounts.mounted(estate.get(Datastore.class, datastore), get(estate, host), at(estate, host));
    }

    private static @Nullable Boolean listed(Estate estate, Ref datastore, Ref host) {
        return Mounts.listed(estate.get(Datastore.class, datastore), get(estate, host), at(estate, host));
    }

    private static @Nullable String accessMode(Estate estate, Ref datastore, Ref host) {
        return Mounts.accessMode(estate.get(Datastore.class, datastore), get(estate, host), at(estate, host));
    }

    private static List<String> lacking(Estate estate, Ref datastore, Ref host) {
        return told(Mounts.lacking(estate.get(Datastore.class, datastore), get(estate, host), at(estate, host)));
    }

    private static Host get(Estate estate, Ref host) {
        return estate.get(Host.class, host);
    }

    private static VCenter at(Estate estate, Ref host) {
        return estate.get(VCenter.class, host.equals(HERE) ? VC_A : VC_B);
    }
}
