package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.DB_A;
import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.cluster;
import static dev.premotion.inventory.Estates.datastore;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.oneSite;
import static dev.premotion.inventory.Estates.pool;
import static dev.premotion.inventory.Estates.twoSites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Estates;
import dev.premotion.inventory.Folder;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.Plan.Candidate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which candidates a destination stands for, and what is open about them where facts are missing. */
class DestinationTest {

    private static final String DC_2 = "datacenter-2";

    /** CL-A2 with host 4 is in a second datacenter, and named as CL-A1 is. */
    private static final Estate NAMED_ALIKE =
            ResolverProblemsTest.twoDatacenters().change(cluster(A, 2), "name", "CL-A1");

    @Test
    void theDatacenterNamedTellsClustersOfOneNameApart() {
        assertThat(told(NAMED_ALIKE, "cluster: CL-A1, datacenter: DC-2, datastore: datastore-11"))
                .containsExactly("esx-04.site-a.example: both local live; pool resgroup-2; folder null;");
        assertThat(told(NAMED_ALIKE, "cluster: CL-A1, datacenter: DC-A, datastore: ds-a2"))
                .containsExactly("esx-01.site-a.example: storage local live; pool resgroup-1; folder null;");
        assertThat(told(NAMED_ALIKE, "cluster: CL-A1")).first().asString().contains("the name of 2 clusters");
        assertThat(told(
                        NAMED_ALIKE.without(cluster(A, 2), "datacenter"),
                        "cluster: CL-A1, datacenter: DC-A, datastore: ds-a2"))
                .singleElement()
                .asString()
                .startsWith("a host of CL-A1: ")
                .contains(" clusters.complete of vcsa-a");
    }

    @Test
    void clusterOrDatacenterTellHostsOfOneNameApart() {
        var estate = ResolverProblemsTest.twoDatacenters().change(host(A, 4), "name", "esx-02.site-a.example");
        var name = "host: esx-02.site-a.example";

        assertThat(told(estate, name + ", cluster: CL-A2, datastore: datastore-11"))
                .containsExactly("esx-02.site-a.example: both local live; pool resgroup-2; folder null;");
        assertThat(told(estate, name + ", cluster: CL-A1"))
                .containsExactly("esx-02.site-a.example: compute local live; pool resgroup-1; folder null;");
        assertThat(told(estate, name + ", datacenter: DC-A"))
                .containsExactly("esx-02.site-a.example: compute local live; pool resgroup-1; folder null;");
        assertThat(told(estate, name + ", datacenter: DC-2, datastore: datastore-11, resourcePool: /CL-A2/Resources"))
                .containsExactly("esx-02.site-a.example: both local live; pool resgroup-2; folder null;");
        assertThat(told(estate.without(host(A, 4), "cluster"), name + ", cluster: CL-A1"))
                .as("nobody knows whether host 4 is in CL-A1 too")
                .singleElement()
                .asString()
                .contains(" hosts.complete of vcsa-a");
        assertThat(told(estate.without(host(A, 4), "datacenter"), name + ", datacenter: DC-A"))
                .singleElement()
                .asString()
                .contains(" hosts.complete of vcsa-a");
    }

    @Test
    void aVAppIsMeantRatherThanAPoolOfItsName() {
        var estate = oneSite().change(pool(A, 3), "name", "shop");
        assertThat(told(estate, "vApp: shop")).hasSize(3).allMatch(one -> one.contains("pool resgroup-4; "));
        assertThat(told(estate.without(pool(A, 3), "vApp"), "vApp: shop"))
                .singleElement()
                .asString()
                .contains("resourcePools.complete of vcsa-a");
        assertThat(told(oneSite().without(pool(A, 4), "vApp"), "vApp: shop"))
                .hasSize(3)
                .allMatch(one -> one.contains("pool resgroup-4; ") && one.endsWith("; vApp of shop"));
    }

    /** A folder of the same name in the second datacenter, with a root of its own. */
    private static Estate folders() {
        var root = new Folder(new Ref(Kind.FOLDER, A, "group-v11"), "vm", DC_2, "/DC-2/vm", DC_2);
        var other = new Folder(
                new Ref(Kind.FOLDER, A, "group-v12"), "Accounting", "group-v11", "/DC-2/vm/Accounting", DC_2);
        return ResolverProblemsTest.twoDatacenters().add(VC_A, "folders", root).add(VC_A, "folders", other);
    }

    private static final String TO_DC_2 = "cluster: CL-A2, datastore: datastore-11";

    @Test
    void aVmThatLeavesItsDatacenterLandsInTheRootFolderThereUnlessTold() {
        assertThat(told(folders(), TO_DC_2)).singleElement().asString().contains("; folder /DC-2/vm;");
        assertThat(told(folders(), TO_DC_2 + ", folder: Accounting"))
                .singleElement()
                .asString()
                .contains("; folder /DC-2/vm/Accounting;");
        assertThat(told(folders(), "cluster: CL-A1, datastore: ds-a2, folder: Accounting"))
                .singleElement()
                .asString()
                .contains("; folder /DC-A/vm/Accounting;");
        assertThat(told(folders(), TO_DC_2 + ", folder: group-v2"))
                .containsExactly("problem: The folder \"group-v2\" belongs to another datacenter than the destination."
                        + " Name a VM folder of the destination's datacenter.");
        assertThat(told(folders().without(Estates.folder(A, 2), "datacenter"), TO_DC_2 + ", folder: Accounting"))
                .singleElement()
                .asString()
                .contains("; folder Accounting; folders.complete of vcsa-a");
        assertThat(told(folders().without(Estates.folder(A, 2), "datacenter"), TO_DC_2 + ", folder: group-v2"))
                .singleElement()
                .asString()
                .contains("; folder /DC-A/vm/Accounting; datacenter of Accounting");
        assertThat(told(oneSite().without(Estates.folder(A, 2), "datacenter"), "host: host-2, folder: Accounting"))
                .as("there is only one datacenter")
                .containsExactly(
                        "esx-02.site-a.example: compute local live; pool resgroup-1; folder /DC-A/vm/Accounting;");
        assertThat(told(oneSite().without(Estates.folder(A, 2), "path"), "host: host-2, folder: group-v2"))
                .singleElement()
                .asString()
                .contains("; folder group-v2;");
        assertThat(told(oneSite().partial(VC_A, "folders"), "host: host-2, folder: New"))
                .containsExactly("esx-02.site-a.example: compute local live; pool resgroup-1; folder New;"
                        + " folders.complete of vcsa-a");
    }

    @Test
    void theDatacenterOfWhatIsNamedTellsDatastoresApart() {
        var estate = ResolverProblemsTest.twoDatacenters();
        assertThat(home(estate, "cluster: CL-A2, datastore: ds-a1")).isEqualTo("datastore-11");
        assertThat(home(estate, "host: host-4, resourcePool: /CL-A2/Resources, datastore: ds-a1"))
                .isEqualTo("datastore-11");
        assertThat(home(
                        estate.without(host(A, 4), "datacenter"),
                        "host: host-4, resourcePool: /CL-A2/Resources, datastore: ds-a1"))
                .as("its cluster tells the datacenter")
                .isEqualTo("datastore-11");
        assertThat(home(estate, "resourcePool: /CL-A2/Resources, datastore: ds-a1"))
                .isEqualTo("datastore-11");
        var alone = estate.change(host(A, 4), "standalone", true)
                .without(host(A, 4), "cluster")
                .change(pool(A, 2), "owner", "host-4");
        assertThat(home(alone, "resourcePool: resgroup-2, datastore: ds-a1")).isEqualTo("datastore-11");
        assertThat(told(estate.without(datastore(A, 1), "datacenter"), "cluster: CL-A2, datastore: ds-a1"))
                .singleElement()
                .asString()
                .contains("datastores.complete of vcsa-a");
        assertThat(home(oneSite().without(datastore(A, 2), "datacenter"), "host: host-2, datastore: ds-a2"))
                .isEqualTo("datastore-2");
    }

    @Test
    void aVmStaysOnItsHostWhereItIsInTheClusterOrDatacenterNamed() {
        assertThat(told(oneSite(), "cluster: CL-A1, datastore: ds-a2"))
                .containsExactly("esx-01.site-a.example: storage local live; pool resgroup-1; folder null;");
        assertThat(told(oneSite(), "datacenter: DC-A, datastore: ds-a2"))
                .containsExactly("esx-01.site-a.example: storage local live; pool resgroup-1; folder null;");
        assertThat(told(oneSite().change(WEB_A, "resourcePool", "resgroup-3"), "datastore: ds-a2"))
                .containsExactly("esx-01.site-a.example: storage local live; pool resgroup-3; folder null;");
        var other = ResolverProblemsTest.twoDatacenters();
        assertThat(told(other, "datacenter: DC-2, datastore: datastore-11"))
                .as("in another datacenter it goes to each host there")
                .containsExactly("esx-04.site-a.example: both local live; pool resgroup-2; folder null;");
    }

    @Test
    void whetherItStaysIsOpenWhereItsClusterOrDatacenterIsNotKnown() {
        var cluster = oneSite().without(WEB_A, "cluster").without(host(A, 1), "cluster");
        assertThat(told(cluster, "cluster: CL-A2"))
                .first()
                .asString()
                .startsWith("esx-04.site-a.example: compute local live; ")
                .contains("cluster of web-a");
        var datacenter = ResolverProblemsTest.twoDatacenters()
                .without(WEB_A, "datacenter")
                .without(host(A, 1), "datacenter")
                .without(cluster(A, 1), "datacenter");
        assertThat(told(datacenter, "datacenter: DC-2, datastore: datastore-11"))
                .allMatch(one -> one.contains("datacenter of web-a"));
        assertThat(told(ResolverProblemsTest.twoDatacenters().without(WEB_A, "datacenter"), TO_DC_2))
                .as("its host tells")
                .noneMatch(one -> one.contains("datacenter of"));
        assertThat(told(oneSite().without(WEB_A, "cluster"), "cluster: CL-A1, datastore: ds-a2"))
                .as("its host tells the cluster")
                .containsExactly("esx-01.site-a.example: storage local live; pool resgroup-1; folder null;");
        assertThat(told(
                        twoSites().without(WEB_A, "cluster").without(host(A, 1), "cluster"),
                        "vcenter: vcsa-b, cluster: CL-B1, datastore: ds-b1"))
                .as("another vCenter is another place")
                .hasSize(3)
                .noneMatch(one -> one.contains("cluster of"));
    }

    @Test
    void onWhichHostAVmIsMayBeOpen() {
        assertThat(told(oneSite().without(WEB_A, "host"), "host: host-2"))
                .containsExactly(
                        "esx-02.site-a.example: compute local live; pool resgroup-1; folder null;" + " host of web-a");
        assertThat(told(oneSite().without(WEB_A, "host"), "host: host-2, datastore: ds-a2"))
                .containsExactly("esx-02.site-a.example: storage local live, both local live; pool resgroup-1;"
                        + " folder null; host of web-a");
        assertThat(told(oneSite().without(WEB_A, "host"), "datastore: ds-a2"))
                .containsExactly("its host: storage local live; pool resgroup-1; folder null; host of web-a");
    }

    @Test
    void anotherPoolOnTheSameHostIsAMoveToo() {
        assertThat(told(oneSite(), "host: host-1, resourcePool: Tier1"))
                .containsExactly("esx-01.site-a.example: compute local live; pool resgroup-3; folder null;");
        assertThat(told(oneSite(), "host: host-1, resourcePool: /CL-A1/Resources"))
                .containsExactly("excluded: already there: esx-01.site-a.example, ds-a1");
        assertThat(told(
                        oneSite().without(WEB_A, "resourcePool"),
                        "host: host-1, resourcePool: Tier1, datastore: ds-a2"))
                .as("nobody knows in which pool it is")
                .containsExactly("esx-01.site-a.example: storage local live, both local live; pool resgroup-3;"
                        + " folder null;");
        assertThat(told(oneSite().partial(VC_A, "resourcePools"), "host: host-1, resourcePool: New, datastore: ds-a2"))
                .containsExactly("esx-01.site-a.example: storage local live, both local live; pool null;"
                        + " folder null; resourcePools.complete of vcsa-a");
    }

    @Test
    void withoutAPoolNamedAVmKeepsItsOwnInItsClusterAndJoinsTheRootElsewhere() {
        var estate = oneSite().change(WEB_A, "resourcePool", "resgroup-3");
        assertThat(told(estate, "host: host-2")).singleElement().asString().contains("; pool resgroup-3;");
        assertThat(told(estate, "host: host-4")).singleElement().asString().contains("; pool resgroup-2;");
        assertThat(told(estate, "host: host-2, resourcePool: /CL-A1/Resources"))
                .singleElement()
                .asString()
                .contains("; pool resgroup-1;");
        assertThat(told(
                        twoSites().change(WEB_A, "resourcePool", "resgroup-3"),
                        "vcenter: vcsa-b, host: host-2, datastore: ds-b1"))
                .as("the same id in another vCenter")
                .singleElement()
                .asString()
                .contains("; pool resgroup-1;");
        var alone = oneSite().change(host(A, 4), "standalone", true).without(host(A, 4), "cluster");
        assertThat(told(alone.change(pool(A, 2), "owner", "host-4"), "host: host-4"))
                .singleElement()
                .asString()
                .contains("; pool resgroup-2;");
        assertThat(told(alone, "host: host-4")).singleElement().asString().contains("; pool null;");
        assertThat(told(oneSite().without(pool(A, 2), "owner"), "host: host-4"))
                .as("which root is whose is open")
                .singleElement()
                .asString()
                .contains("; pool null;");
        assertThat(told(oneSite().partial(VC_A, "resourcePools"), "host: host-4"))
                .singleElement()
                .asString()
                .contains("; pool null;");
        assertThat(told(
                        oneSite()
                                .without(pool(A, 3), "parent")
                                .without(pool(A, 4), "parent")
                                .change(WEB_A, "host", "host-4")
                                .change(WEB_A, "cluster", "domain-c2"),
                        "host: host-2"))
                .as("where parents are not told, the root is known by its name")
                .singleElement()
                .asString()
                .contains("; pool resgroup-1;");
    }

    @Test
    void aHostThatIsNotListedIsACandidateOfItsOwn() {
        var partial = oneSite().lose(VC_A, "hosts", 3);
        assertThat(told(partial, "cluster: CL-A2"))
                .containsExactly(
                        "a host of CL-A2: compute local live; pool null; folder null; hosts.complete of vcsa-a");
        assertThat(told(
                        partial.change(WEB_A, "host", "host-9").change(WEB_A, "cluster", "domain-c2"),
                        "cluster: CL-A1"))
                .hasSize(4)
                .last()
                .asString()
                .startsWith("another host of CL-A1: compute local live; ");
        assertThat(told(oneSite().partial(VC_A, "clusters"), "cluster: CL-A9"))
                .singleElement()
                .asString()
                .startsWith("a host of CL-A9: compute local live; ")
                .contains("clusters.complete of vcsa-a");
        assertThat(told(oneSite().partial(VC_A, "resourcePools"), "resourcePool: New, datastore: ds-a2"))
                .singleElement()
                .asString()
                .startsWith("a host of New: storage local live, both local live; ");
        assertThat(told(oneSite().partial(VC_A, "resourcePools"), "vApp: New"))
                .singleElement()
                .asString()
                .startsWith("a host of New: ");
        assertThat(told(oneSite().partial(VC_A, "datacenters"), "datacenter: DC-9"))
                .singleElement()
                .asString()
                .startsWith("a host of DC-9: compute local live; ");
        assertThat(told(oneSite().partial(VC_A, "hosts"), "host: esx-99.site-a.example"))
                .containsExactly("esx-99.site-a.example: compute local live; pool null; folder null;"
                        + " hosts.complete of vcsa-a");
        assertThat(told(oneSite().without(host(A, 1), "name").partial(VC_A, "hosts"), "host: esx-99, datastore: ds-a2"))
                .as("its own host has no name, so it may be the one")
                .singleElement()
                .asString()
                .startsWith("esx-99: storage local live, both local live; ");
    }

    @Test
    void hostsThatDoNotSayWhereTheyAreMayBelongToTheDestination() {
        var cluster = oneSite().without(host(A, 3), "cluster");
        assertThat(told(cluster, "cluster: CL-A2"))
                .extracting(one -> one.substring(0, one.indexOf(':')))
                .containsExactly("esx-04.site-a.example", "another host of CL-A2");
        assertThat(told(cluster.change(host(A, 3), "standalone", true), "cluster: CL-A2"))
                .hasSize(1);
        var datacenter = ResolverProblemsTest.twoDatacenters().without(host(A, 3), "datacenter");
        assertThat(told(datacenter, "datacenter: DC-2, datastore: datastore-11"))
                .extracting(one -> one.substring(0, one.indexOf(':')))
                .containsExactly("esx-04.site-a.example", "another host of DC-2");
        assertThat(told(
                        ResolverProblemsTest.twoDatacenters().drop(VC_A, "hosts", 3),
                        "datacenter: DC-2, datastore: datastore-11"))
                .containsExactly("problem: DC-2 has no host. Name another destination.");
    }

    @Test
    void candidatesAreSortedByName() {
        var estate = oneSite()
                .change(host(A, 1), "name", "esx-z")
                .change(WEB_A, "host", "host-4")
                .change(WEB_A, "cluster", "domain-c2");
        assertThat(told(estate, "cluster: CL-A1"))
                .extracting(one -> one.substring(0, one.indexOf(':')))
                .containsExactly("esx-02.site-a.example", "esx-03.site-a.example", "esx-z");
    }

    @Test
    void aDatastoreThatIsNotListedMayBelongToADatastoreCluster() {
        var to = "host: host-2, datastoreCluster: pod-a";
        assertThat(stores(oneSite().change(datastore(A, 4), "name", "pod-z"), to))
                .containsExactly("pod-a2", "pod-z");
        assertThat(stores(oneSite().partial(VC_A, "datastores"), to))
                .containsExactly("pod-a1", "pod-a2", "another datastore of pod-a");
        assertThat(told(oneSite().partial(VC_A, "datastores"), to).get(2)).endsWith("; datastores.complete of vcsa-a");
        assertThat(stores(
                        oneSite()
                                .without(datastore(A, 4), "datastoreCluster")
                                .without(datastore(A, 5), "datastoreCluster"),
                        to))
                .containsExactly("a datastore of pod-a");
        assertThat(stores(oneSite().partial(VC_A, "datastoreClusters"), "datastoreCluster: pod-x"))
                .containsExactly("a datastore of pod-x");
    }

    @Test
    void whereARunningVmNeedsDrsIsToldForPoolsToo() {
        var off = oneSite().change(cluster(A, 1), "drsEnabled", false);
        assertThat(told(off, "resourcePool: Tier1"))
                .containsExactly("problem: DRS is off in CL-A1, so vCenter does not choose a host for a running VM."
                        + " Add \"host\".");
        assertThat(told(off, "cluster: CL-A1, datastore: ds-a2"))
                .as("it stays on its host")
                .containsExactly("esx-01.site-a.example: storage local live; pool resgroup-1; folder null;");
        var alone = off.change(host(A, 4), "standalone", true)
                .without(host(A, 4), "cluster")
                .change(pool(A, 2), "owner", "host-4");
        assertThat(told(alone, "resourcePool: resgroup-2"))
                .as("a stand-alone host is the only one")
                .containsExactly("esx-04.site-a.example: compute local live; pool resgroup-2; folder null;");
    }

    @Test
    void aSecondEntryAboutAVmHasAnIdOfItsOwn() {
        var to = ", to: { host: host-2 } }";
        assertThat(Plans.resolve(oneSite(), "{ vm: web-a" + to, "{ vm: web-a" + to, "{ vm: web-a" + to)
                        .migrations())
                .extracting(migration -> migration.id().replaceFirst("^m-[0-9a-f]{12}", "m"))
                .containsExactly("m", "m-2", "m-3");
    }

    @Test
    void aVmThatIsNotForMovingIsNoProblemOfTheSecondEntryEither() {
        var entry = "{ vm: web-a, to: { host: host-2 } }";
        assertThat(Plans.resolve(oneSite().change(WEB_A, "srmPlaceholder", true), entry, entry)
                        .migrations())
                .allSatisfy(migration -> {
                    assertThat(migration.excluded()).isNotNull();
                    assertThat(migration.problem()).isNull();
                });
    }

    @Test
    void agentVmsAreKnownByNameAndWhoManagesThem() {
        var named = oneSite().change(DB_A, "name", "vCLS-new");
        assertThat(Plans.one(named.without(DB_A, "managedBy"), "{ vm: vCLS-new, to: { host: host-2 } }")
                        .excluded())
                .as("who manages it is not known")
                .isNotNull();
        assertThat(Plans.one(named.change(DB_A, "managedBy", "com.example"), "{ vm: vCLS-new, to: { host: host-2 } }")
                        .excluded())
                .isNull();
        assertThat(Plans.one(oneSite().without(DB_A, "name"), "{ vm: { id: vm-2 }, to: { host: host-2 } }")
                        .excluded())
                .isNull();
        assertThat(Plans.one(
                                oneSite().change(DB_A, "managedBy", "com.vmware.vim.eam"),
                                "{ vm: db-a, to: { host: host-2 } }")
                        .excluded())
                .as("other VMs of the agent manager")
                .isNull();
    }

    private static String home(Estate estate, String to) {
        return Plans.candidate(estate, "{ vm: web-a, to: { " + to + " } }")
                .home()
                .target()
                .ref()
                .id();
    }

    private static List<String> stores(Estate estate, String to) {
        return Plans.one(estate, "{ vm: web-a, to: { " + to + " } }").candidates().stream()
                .map(candidate -> candidate.home().targetName())
                .toList();
    }

    /** What becomes of web-a: a problem, a reason why it is left out, or its candidates with what is open. */
    private static List<String> told(Estate estate, String to) {
        var migration = Plans.one(estate, "{ vm: web-a, to: { " + to + " } }");
        if (migration.problem() != null) {
            return List.of("problem: " + migration.problem().message());
        }
        if (migration.excluded() != null) {
            return List.of("excluded: " + migration.excluded());
        }
        return migration.candidates().stream().map(DestinationTest::told).toList();
    }

    private static String told(Candidate candidate) {
        var pool = candidate.pool() == null ? null : candidate.pool().ref().id();
        var doubts = candidate.doubts().stream()
                .map(doubt -> " " + doubt.property() + " of " + doubt.thingName())
                .collect(Collectors.joining(","));
        return candidate.name() + ": " + Plans.words(candidate.types()) + "; pool " + pool + "; folder "
                + candidate.folder() + ";" + doubts;
    }
}
