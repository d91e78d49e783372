package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.cluster;
import static dev.premotion.inventory.Estates.datastore;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.oneSite;
import static dev.premotion.plan.MovedFiles.asks;
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

/** What rules ask of a datastore that files come to, as host 2 sees it. */
class TargetDatastoreTest {

    private static final Estate CLEAN = oneSite();
    private static final Ref TARGET = datastore(A, 2);
    private static final Ref HOST = host(A, 2);
    private static final Ref OTHER = host(A, 1);
    private static final Ref THIRD = host(A, 3);
    private static final String ENTRY = "{ vm: web-a, to: { host: host-2, datastore: datastore-2 } }";

    @Test
    void aDatastoreSaysHowItIs() {
        var to = target(CLEAN);
        assertThat(to.kind()).isEqualTo("target-datastore");
        assertThat(to.name()).isEqualTo("ds-a2 at esx-02.site-a.example");
        assertThat(to.refs()).containsExactly(TARGET, HOST);
        assertThat(to.within()).isEmpty();
        assertThat(to.mounted()).isTrue();
        assertThat(to.listed()).isTrue();
        assertThat(to.accessible()).isTrue();
        assertThat(to.maintenanceMode()).isEqualTo("normal");
        assertThat(to.accessMode()).isEqualTo("readWrite");
        assertThat(to.volume()).isEqualTo("VMFS 6");
        assertThat(asks(to, "host.datastores")).isEmpty();
        var bad = target(CLEAN.change(TARGET, "accessible", false).drop(HOST, "datastores", 1));
        assertThat(bad.accessible()).isFalse();
        assertThat(bad.mounted()).isFalse();
        assertThat(bad.listed()).isFalse();
        assertThat(target(CLEAN.without(TARGET, "vmfsMajorVersion")).volume()).isEqualTo("VMFS");
        assertThat(target(CLEAN.without(TARGET, "type")).volume()).isEqualTo("unknown");
    }

    @Test
    void ofADatastoreThatIsNotListedNothingIsKnown() {
        var to = target(CLEAN.partial(VC_A, "datastores"), ENTRY.replace("datastore-2", "gone"));

        assertThat(to.name()).isEqualTo("an unknown datastore at esx-02.site-a.example");
        assertThat(to.refs()).containsExactly(VC_A, HOST);
        assertThat(to.mounted()).isNull();
        assertThat(to.listed()).isNull();
        assertThat(to.accessible()).isNull();
        assertThat(to.maintenanceMode()).isNull();
        assertThat(to.accessMode()).isNull();
        assertThat(to.sharedInCluster()).isNull();
        assertThat(to.volume()).isEqualTo("unknown");
        assertThat(asks(to, "datastore.accessible")).containsExactly("vcenter datastores.complete");
        assertThat(asks(to, "sharedInCluster")).containsExactly("vcenter datastores.complete");
    }

    /** File systems that the host refuses, separated by slashes ({@code +} where there may be more), and what the target is. */
    @ParameterizedTest
    @CsvSource({
        "'',            VMFS, 6, true",
        "'',            ,     ,  true",
        "VMFS,          VMFS, 6, false",
        "VMFS,          VMFS, ,  false",
        "VMFS 3/VMFS 6, VMFS, 6, false",
        "VMFS 3,        VMFS, 6, true",
        "VMFS 3,        VMFS, ,  ",
        "VMFS 3,        NFS,  ,  true",
        "VMFS 3,        ,     ,  ",
        "VMFS 3+,       VMFS, 3, false",
        "VMFS 3+,       VMFS, 6, ",
        "NFS+,          VMFS, ,  ",
        "+,             VMFS, 6, ",
        ",              VMFS, 6, "
    })
    void aHostRunsVmsOnFileSystemsThatItDoesNotRefuse(
            @Nullable String refused, @Nullable String type, @Nullable Integer version, @Nullable Boolean expected) {
        var estate = CLEAN.change(TARGET, "type", type).change(TARGET, "vmfsMajorVersion", version);
        boolean complete = refused != null && !refused.endsWith("+");
        var kinds = refused == null || refused.replace("+", "").isEmpty()
                ? List.<String>of()
                : List.of(refused.replace("+", "").split("/"));
        var to = target(
                estate.change(HOST, "unsupportedVolumes", refused == null ? null : new Listing<>(kinds, complete)));

        assertThat(to.volumeSupported()).isEqualTo(expected);
        if (expected == null) {
            assertThat(asks(to, "volumeSupported"))
                    .containsExactly(
                            !complete
                                    ? "host unsupportedVolumes"
                                    : type == null ? "datastore type" : "datastore vmfsMajorVersion");
        }
    }

    @Test
    void aHostThatRefusesNothingRunsVmsOnWhateverItIs() {
        var partial = CLEAN.partial(VC_A, "datastores");
        var gone = ENTRY.replace("datastore-2", "gone");

        assertThat(target(partial, gone).volumeSupported()).isTrue();
        assertThat(target(partial.change(HOST, "unsupportedVolumes", Listing.of("VMFS 3")), gone)
                        .volumeSupported())
                .isNull();
    }

    @Test
    void haMattersWhereTheClusterOfTheHostHasIt() {
        assertThat(target(CLEAN).haEnabled()).isTrue();
        assertThat(target(CLEAN.change(cluster(A, 1), "haEnabled", false)).haEnabled())
                .isFalse();
        var open = target(CLEAN.without(cluster(A, 1), "haEnabled"));
        assertThat(open.haEnabled()).isNull();
        assertThat(asks(open, "haEnabled")).containsExactly("cluster haEnabled");
        var nowhere = target(CLEAN.without(HOST, "cluster"));
        assertThat(nowhere.haEnabled()).isNull();
        assertThat(asks(nowhere, "haEnabled")).containsExactly("host cluster");
        assertThat(target(CLEAN.without(HOST, "cluster").change(HOST, "standalone", true))
                        .haEnabled())
                .isFalse();
    }

    @Test
    void anotherHostOfTheClusterCanRestartTheVmWhereItMountsTheDatastore() {
        assertThat(target(CLEAN).sharedInCluster()).isTrue();
        assertThat(target(none(CLEAN, OTHER)).sharedInCluster())
                .as("host 3 does")
                .isTrue();
        var none = none(none(CLEAN, OTHER), THIRD);
        assertThat(target(none).sharedInCluster())
                .as("host 4 is in another cluster")
                .isFalse();
        assertThat(target(none.without(HOST, "cluster")).sharedInCluster()).isNull();
        var unlisted = none.without(VC_A, "hosts").get(VCenter.class, VC_A);
        var alone = new TargetDatastore(none.get(Datastore.class, TARGET), none.get(Host.class, HOST), unlisted, null);
        assertThat(alone.sharedInCluster()).isNull();
        assertThat(asks(alone, "sharedInCluster")).containsExactly("vcenter hosts");
    }

    @Test
    void whoElseMountsItIsAskedOfHostsThatMayBeInTheCluster() {
        var none = none(none(CLEAN, OTHER), THIRD);
        asksSharing(none.partial(VC_A, "hosts"), "vcenter hosts.complete");
        asksSharing(none.without(OTHER, "datastores"), "host datastores");
        asksSharing(
                none.without(OTHER, "datastores").without(THIRD, "datastores"), "host datastores", "host datastores");
        var silent = new DatastoreMount("datastore-2", "readWrite", null);
        asksSharing(none.change(THIRD, "datastores", Listing.of(silent)), "host mountsConfirmed");
        asksSharing(none.without(host(A, 4), "cluster"), "host cluster");
        var elsewhere = none.without(host(A, 4), "cluster").without(host(A, 4), "datastores");
        asksSharing(elsewhere, "host datastores");
        assertThat(target(elsewhere.change(host(A, 4), "standalone", true)).sharedInCluster())
                .as("a host that is in no cluster restarts nothing")
                .isFalse();
        var other = none.change(THIRD, "datastores", Listing.of(new DatastoreMount("datastore-2", "readWrite", false)));
        assertThat(target(other).sharedInCluster()).as("it does not reach it").isFalse();
    }

    private static void asksSharing(Estate estate, String... facts) {
        assertThat(target(estate).sharedInCluster()).isNull();
        assertThat(asks(target(estate), "sharedInCluster")).containsExactly(facts);
    }

    /** The same where a host mounts nothing. */
    private static Estate none(Estate estate, Ref host) {
        return estate.change(host, "datastores", Listing.of());
    }

    private static TargetDatastore target(Estate estate) {
        return target(estate, ENTRY);
    }

    private static TargetDatastore target(Estate estate, String entry) {
        return MovedFiles.all(estate, entry, TargetDatastore.class).get(0);
    }
}
