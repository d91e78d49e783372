package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.DB_A;
import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.VC_B;
import static dev.premotion.inventory.Estates.cluster;
import static dev.premotion.inventory.Estates.datastore;
import static dev.premotion.inventory.Estates.disk;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.linkedSites;
import static dev.premotion.plan.MovedFiles.asks;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.inventory.DatastoreMount;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Ref;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which subjects the files of db-a give: its home and disk 1 lie on datastore 1, disk 2 on datastore 2. */
class FileSubjectsTest {

    private static final Estate CLEAN = linkedSites();
    private static final Ref SECOND = disk(DB_A, 2);
    private static final String COMPUTE = "{ vm: db-a, to: { host: host-2 } }";
    private static final String OUT = "{ vm: db-a, to: { host: host-4 } }";
    private static final String SECOND_ONLY =
            "{ vm: db-a, to: { host: host-2, disks: [ { key: 2001, datastore: datastore-4 } ] } }";
    private static final String ALL = "{ vm: db-a, to: { host: host-2, datastore: datastore-4 } }";
    private static final String GONE = "{ vm: db-a, to: { host: host-2, datastore: gone } }";

    @Test
    void whatStaysIsAskedOfTheDestinationAndWhatMovesOfBoth() {
        assertThat(of(CLEAN, COMPUTE))
                .containsExactly(
                        "disk db-a, Hard disk 1",
                        "disk db-a, Hard disk 2",
                        "shared-datastore ds-a1 at esx-02.site-a.example",
                        "shared-datastore ds-a1 at esx-02.site-a.example",
                        "shared-datastore ds-a2 at esx-02.site-a.example");
        assertThat(of(CLEAN, SECOND_ONLY))
                .containsExactly(
                        "disk db-a, Hard disk 1",
                        "disk db-a, Hard disk 2",
                        "shared-datastore ds-a1 at esx-02.site-a.example",
                        "shared-datastore ds-a1 at esx-02.site-a.example",
                        "target-datastore pod-a1 at esx-02.site-a.example",
                        "vm-files files of db-a",
                        "source-datastore ds-a2 at esx-01.site-a.example");
        assertThat(of(CLEAN.without(SECOND, "datastore"), ALL))
                .as("it may lie there already")
                .contains("shared-datastore pod-a1 at esx-02.site-a.example")
                .contains("source-datastore an unknown datastore at esx-01.site-a.example");
        assertThat(of(CLEAN.without(DB_A, "host"), ALL)).noneMatch(name -> name.startsWith("source"));
        assertThat(of(CLEAN.partial(VC_A, "hosts"), COMPUTE.replace("host-2", "gone")))
                .as("without a host nothing is asked of one")
                .containsExactly("disk db-a, Hard disk 1", "disk db-a, Hard disk 2");
    }

    @Test
    void disksThatAreNotListedMayStayOrLeaveAnything() {
        for (var open : List.of(
                CLEAN.without(DB_A, "disks"), CLEAN.drop(DB_A, "disks", 0).lose(DB_A, "disks", 0))) {
            assertThat(of(open, COMPUTE))
                    .containsExactly(
                            "disk db-a, other disks",
                            "shared-datastore ds-a1 at esx-02.site-a.example",
                            "shared-datastore an unknown datastore at esx-02.site-a.example");
            assertThat(of(open, ALL))
                    .containsExactly(
                            "disk db-a, other disks",
                            "target-datastore pod-a1 at esx-02.site-a.example",
                            "vm-files files of db-a",
                            "source-datastore ds-a1 at esx-01.site-a.example",
                            "source-datastore an unknown datastore at esx-01.site-a.example");
            assertThat(MovedFiles.one(open, COMPUTE, DiskMove.class).moves()).isFalse();
            assertThat(MovedFiles.one(open, ALL, DiskMove.class).moves()).isTrue();
        }
        var source = MovedFiles.all(CLEAN.without(DB_A, "disks"), ALL, SourceDatastore.class)
                .get(1);
        assertThat(asks(source, "datastore.accessible")).containsExactly("vm disks");
    }

    /** Where a datastore is not known, what names it is asked: where the file is, or what the vCenter has. */
    @Test
    void whereAFileStaysIsAskedOfTheFile() {
        assertThat(unknown(CLEAN.without(SECOND, "datastore"), OUT)).containsExactly(SECOND + " datastore");
        assertThat(unknown(CLEAN.without(DB_A, "homeDatastore"), OUT)).containsExactly(DB_A + " homeDatastore");
        assertThat(unknown(CLEAN.lose(VC_A, "datastores", 1), OUT)).containsExactly(VC_A + " datastores.complete");
        assertThat(unknown(CLEAN.drop(VC_A, "datastores", 1), OUT)).containsExactly(VC_A + " datastores.complete");
        assertThat(unknown(CLEAN.without(VC_A, "datastores"), OUT))
                .containsOnly(VC_A + " datastores")
                .hasSize(3);
    }

    @Test
    void whereAFileGoesIsAskedOfTheDestination() {
        var partial = CLEAN.partial(VC_A, "datastores");
        var unplaced = partial.without(SECOND, "datastore").without(DB_A, "homeDatastore");
        for (var open : List.of(partial, unplaced)) {
            assertThat(MovedFiles.all(open, GONE, TargetDatastore.class))
                    .hasSize(3)
                    .allSatisfy(to -> assertThat(asks(to, "mounted")).containsExactly("vcenter datastores.complete"));
        }
        var toB = "{ vm: db-a, to: { vcenter: vcsa-b, host: host-1, datastore: gone, networks: { VM-A: VM-B } } }";
        var across = CLEAN.partial(VC_B, "datastores").without(SECOND, "datastore");
        assertThat(MovedFiles.all(across, toB, TargetDatastore.class))
                .hasSize(3)
                .allSatisfy(to -> assertThat(to.lacking("mounted"))
                        .containsExactly(new Lacking(VC_B, "vcsa-b", "datastores.complete")));
        assertThat(unknown(across, toB))
                .containsOnly(VC_B + " datastores.complete")
                .hasSize(3);
    }

    @Test
    void aDatastoreThatFilesLeaveIsReadByTheHostTheVmIsOn() {
        var from = MovedFiles.all(CLEAN, SECOND_ONLY, SourceDatastore.class).get(0);
        assertThat(from.kind()).isEqualTo("source-datastore");
        assertThat(from.refs()).containsExactly(datastore(A, 2), host(A, 1));
        assertThat(from.mounted()).isTrue();
        assertThat(from.listed()).isTrue();
        assertThat(from.accessible()).isTrue();
        assertThat(asks(from, "datastore.accessible")).isEmpty();
        var broken = CLEAN.drop(host(A, 1), "datastores", 1).change(datastore(A, 2), "accessible", false);
        var lost = MovedFiles.all(broken, SECOND_ONLY, SourceDatastore.class).get(0);
        assertThat(lost.mounted()).isFalse();
        assertThat(lost.listed()).isFalse();
        assertThat(lost.accessible()).isFalse();
        var unknown = MovedFiles.all(CLEAN.lose(VC_A, "datastores", 1), SECOND_ONLY, SourceDatastore.class)
                .get(0);
        assertThat(unknown.name()).isEqualTo("an unknown datastore at esx-01.site-a.example");
        assertThat(unknown.refs()).containsExactly(VC_A, host(A, 1));
        assertThat(unknown.mounted()).isNull();
        assertThat(unknown.listed()).isNull();
        assertThat(unknown.accessible()).isNull();
        assertThat(asks(unknown, "datastore.accessible")).containsExactly("vcenter datastores.complete");
    }

    @Test
    void whatIsConfirmedOfAClusterHoldsForWhatStaysInIt() {
        var open = CLEAN.without(host(A, 2), "datastores").without(datastore(A, 1), "accessible");
        var asked = staying(open, COMPUTE);
        assertThat(asked.kind()).isEqualTo("shared-datastore");
        assertThat(asked.within()).isEqualTo(cluster(A, 1).id());
        assertThat(asked.mounted()).isNull();
        assertThat(asked.listed()).isNull();
        assertThat(asked.accessible()).isNull();
        assertThat(asked.accessMode()).isNull();
        assertThat(asks(asked, "host.datastores")).containsExactly("cluster storageConfirmed");
        assertThat(staying(open.change(cluster(A, 1), "storageConfirmed", false), COMPUTE)
                        .mounted())
                .isNull();
        var confirmed = open.change(cluster(A, 1), "storageConfirmed", true);
        assertThat(staying(confirmed, COMPUTE).mounted()).isTrue();
        assertThat(staying(confirmed, COMPUTE).listed()).isTrue();
        assertThat(staying(confirmed, COMPUTE).accessible()).isTrue();
        assertThat(staying(confirmed, COMPUTE).accessMode()).isEqualTo("readWrite");
        var elsewhere = staying(confirmed.without(host(A, 4), "datastores"), OUT);
        assertThat(elsewhere.within()).isEmpty();
        assertThat(elsewhere.mounted()).as("it leaves the cluster").isNull();
        assertThat(elsewhere.accessible()).isNull();
        assertThat(asks(elsewhere, "host.datastores")).containsExactly("host datastores");
        assertThat(asks(elsewhere, "datastore.accessible")).isEmpty();
    }

    @Test
    void whatTheSnapshotSaysCountsMoreThanWhatIsConfirmedOfTheCluster() {
        var confirmed = CLEAN.change(cluster(A, 1), "storageConfirmed", true);
        var dropped = confirmed.drop(host(A, 2), "datastores", 0).change(datastore(A, 1), "accessible", false);
        assertThat(staying(dropped, COMPUTE).mounted()).isFalse();
        assertThat(staying(dropped, COMPUTE).listed()).isFalse();
        assertThat(staying(dropped, COMPUTE).accessible()).isFalse();
        var mount = new DatastoreMount("datastore-1", "readOnly", true);
        var readOnly = confirmed.drop(host(A, 2), "datastores", 0).add(host(A, 2), "datastores", mount);
        assertThat(staying(readOnly, COMPUTE).accessMode()).isEqualTo("readOnly");
    }

    private static StayingDatastore staying(Estate estate, String entry) {
        return MovedFiles.all(estate, entry, StayingDatastore.class).get(0);
    }

    /** What names each datastore that stays and is not known. */
    private static List<String> unknown(Estate estate, String entry) {
        return MovedFiles.all(estate, entry, StayingDatastore.class).stream()
                .filter(one -> one.datastore() == null)
                .flatMap(one -> one.lacking("mounted").stream())
                .map(lacks -> lacks.thing() + " " + lacks.property())
                .toList();
    }

    /** Kind and name of each subject. */
    private static List<String> of(Estate estate, String entry) {
        return MovedFiles.all(estate, entry, Subject.class).stream()
                .map(subject -> subject.kind() + " " + subject.name())
                .toList();
    }
}
