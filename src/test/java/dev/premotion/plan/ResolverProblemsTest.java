package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.B;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.oneSite;
import static dev.premotion.inventory.Estates.twoSites;
import static dev.premotion.plan.Plans.one;
import static dev.premotion.plan.Plans.problem;
import static dev.premotion.plan.Plans.resolve;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Datacenter;
import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Estates;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Ref;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plan asks for that cannot be: a migration with a problem, told in a sentence with a remedy. */
class ResolverProblemsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            host: esx-01.site-a.exmple         | host      | vcsa-a has no host named "esx-01.site-a.exmple". Maybe esx-01.site-a.example, esx-02.site-a.example or esx-03.site-a.example is meant.
            host: esx-02                       | host      | vcsa-a has no host named "esx-02". Maybe esx-02.site-a.example is meant.
            host: esx-01.site-b.example        | host      | vcsa-a has no host named "esx-01.site-b.example". It is at vcsa-b: write "vcenter: vcsa-b" beside it.
            cluster: CL-B1                     | cluster   | vcsa-a has no cluster named "CL-B1". It is at vcsa-b: write "vcenter: vcsa-b" beside it.
            cluster: nothing like it           | cluster   | vcsa-a has no cluster named "nothing like it".
            datacenter: DC-C                   | datacenter| vcsa-a has no datacenter named "DC-C". Maybe DC-A is meant.
            resourcePool: Tier2                | resourcePool | vcsa-a has no resource pool named "Tier2". Maybe Tier1 is meant.
            vApp: shopp                        | vApp      | vcsa-a has no resource pool named "shopp". Maybe shop is meant.
            datastore: ds-a3                   | datastore | vcsa-a has no datastore named "ds-a3". Maybe ds-a1 or ds-a2 is meant.
            datastoreCluster: pod-x            | datastoreCluster | vcsa-a has no datastore cluster named "pod-x". Maybe pod-a is meant.
            vcenter: vcsa-c                    | vcenter   | No snapshot of a vCenter "vcsa-c" was given, only of vcsa-a and vcsa-b.
            """)
    void aDestinationThatIsNotThere(String to, String key, String message) {
        var migration = one(twoSites(), "{ vm: web-a, to: { " + to + " } }");
        assertThat(migration.problem().message()).isEqualTo(message);
        assertThat(migration.problem().requirement()).isEqualTo("PLAN-ENTRY");
        assertThat(migration.problem().place()).isEqualTo("/migrations/0/to/" + key + " (line 4)");
        assertThat(migration.candidates()).isEmpty();
        assertThat(migration.types()).isEmpty();
        assertThat(migration.vm().ref()).isEqualTo(WEB_A);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            web                            | No vCenter has a VM named "web". Maybe web-a or web-b is meant.
            { vcenter: vcsa-a, name: db }  | vcsa-a has no VM named "db". Maybe db-a is meant.
            { vcenter: vcsa-a, id: vm-99 } | vcsa-a has no VM with the id "vm-99".
            { path: /DC-A/vm/x/web-a }     | No vCenter has a VM at the path "/DC-A/vm/x/web-a". Maybe /DC-A/vm/web-a is meant.
            { id: vm-1 }                   | "vm-1" fits 2 VMs: { vcenter: vcsa-a, id: vm-1 } in /DC-A/vm and { vcenter: vcsa-b, id: vm-1 } in /DC-B/vm. Write one of these instead.
            { vcenter: x, name: web-a }    | No snapshot of a vCenter "x" was given, only of vcsa-a and vcsa-b.
            { id: vm-2, name: web-a }      | No vCenter has a VM with the id "vm-2".
            """)
    void aVmThatIsNotThereOrNotOne(String vm, String message) {
        var migration = one(twoSites(), "{ vm: " + vm + ", to: { host: esx-02.site-a.example } }");
        assertThat(migration.problem().message()).isEqualTo(message);
        assertThat(migration.vm()).isNull();
        assertThat(migration.id()).matches("m-[0-9a-f]{12}");
    }

    @Test
    void aNameInSeveralVCentersOrTwiceInOne() {
        var estate = twoSites().change(Estates.vm(B, 1), "name", "web-a");
        assertThat(problem(estate, "{ vm: web-a, to: { cluster: CL-A2 } }"))
                .isEqualTo("\"web-a\" fits 2 VMs: { vcenter: vcsa-a, id: vm-1 } in /DC-A/vm and"
                        + " { vcenter: vcsa-b, id: vm-1 } in /DC-B/vm. Write one of these instead.");
        assertThat(problem(estate, "{ vm: { vcenter: vcsa-a, name: web-a }, to: { cluster: CL-A2 } }"))
                .isEqualTo("no problem");
        var twice = oneSite().change(Estates.vm(A, 2), "name", "web-a");
        assertThat(problem(twice, "{ vm: web-a, to: { cluster: CL-A2 } }")).contains("fits 2 VMs");
    }

    /** A second datacenter with a datastore of a name that the first has too, and host 4 in it. */
    static Estate twoDatacenters() {
        var other = new Ref(Kind.DATACENTER, A, "datacenter-2");
        var estate = oneSite();
        return estate.add(Estates.VC_A, "datacenters", new Datacenter(other, "DC-2"))
                .add(
                        Estates.VC_A,
                        "datastores",
                        Draft.of(estate.get(Datastore.class, Estates.datastore(A, 1)))
                                .set("ref", new Ref(Kind.DATASTORE, A, "datastore-11"))
                                .set("datacenter", other.id())
                                .build())
                .change(Estates.host(A, 4), "datacenter", other.id())
                .change(Estates.cluster(A, 2), "datacenter", other.id());
    }

    @Test
    void theDestinationsDatacenterTellsThingsOfOneNameApart() {
        assertThat(problem(twoDatacenters(), "{ vm: web-a, to: { datastore: ds-a1 } }"))
                .isEqualTo("\"ds-a1\" is the name of 2 datastores at vcsa-a: datastore-1 (DC-A) and"
                        + " datastore-11 (DC-2). Write the id of the one meant instead of the name.");
        assertThat(one(twoDatacenters(), "{ vm: web-a, to: { cluster: CL-A2, datastore: ds-a1 } }")
                        .candidates()
                        .get(0)
                        .home()
                        .target()
                        .ref()
                        .id())
                .isEqualTo("datastore-11");
        assertThat(problem(twoDatacenters(), "{ vm: web-a, to: { datastore: datastore-11 } }"))
                .isEqualTo("no problem");
    }

    @Test
    void aMoveToAnotherDatacenterNamesDatastoreAndPool() {
        assertThat(problem(twoDatacenters(), "{ vm: web-a, to: { cluster: CL-A2 } }"))
                .isEqualTo("The move goes to another datacenter and names no datastore there. Add \"datastore\".");
        assertThat(problem(twoDatacenters(), "{ vm: web-a, to: { host: host-4, datastore: datastore-11 } }"))
                .isEqualTo("The move goes to another datacenter and names a host but no pool there."
                        + " Add \"resourcePool\", or \"cluster\" for its root pool.");
        var both = "{ vm: web-a, to: { host: host-4, cluster: CL-A2, datastore: datastore-11 } }";
        assertThat(problem(twoDatacenters(), both)).isEqualTo("no problem");
        assertThat(one(twoDatacenters(), "{ vm: web-a, to: { cluster: CL-A2 } }")
                        .problem()
                        .requirement())
                .isEqualTo("VC-SPEC-XDC-DS");
    }

    @Test
    void whereTheDatacenterIsNotKnownThatIsADoubt() {
        var estate = twoDatacenters().without(WEB_A, "datacenter").without(Estates.host(A, 1), "datacenter");
        estate = estate.without(Estates.cluster(A, 1), "datacenter");
        var migration = one(estate, "{ vm: web-a, to: { cluster: CL-A2 } }");
        assertThat(migration.problem()).isNull();
        assertThat(migration.candidates().get(0).doubts()).singleElement().satisfies(doubt -> {
            assertThat(doubt.requirement()).isEqualTo("VC-SPEC-XDC-DS");
            assertThat(doubt.thing()).isEqualTo(WEB_A);
            assertThat(doubt.property()).isEqualTo("datacenter");
        });
        var cluster = twoDatacenters().without(Estates.cluster(A, 2), "datacenter");
        assertThat(one(cluster, "{ vm: web-a, to: { cluster: CL-A2 } }")
                        .candidates()
                        .get(0)
                        .doubts())
                .singleElement()
                .satisfies(doubt -> assertThat(doubt.thing()).isEqualTo(Estates.cluster(A, 2)));
    }

    @Test
    void hostAndPoolAreOfOneComputeResource() {
        var pair = "{ vm: web-a, to: { host: esx-04.site-a.example, resourcePool: Tier1 } }";
        assertThat(problem(oneSite(), pair))
                .isEqualTo("The host esx-04.site-a.example is in CL-A2 and the pool \"Tier1\" is elsewhere."
                        + " Name a pair of one compute resource, or the host alone.");
        assertThat(problem(oneSite(), "{ vm: web-a, to: { host: esx-04.site-a.example, cluster: CL-A1 } }"))
                .contains("is in CL-A2 and the cluster CL-A1 is elsewhere");
        assertThat(problem(oneSite(), "{ vm: web-a, to: { cluster: CL-A2, resourcePool: Tier1 } }"))
                .isEqualTo("The pool \"Tier1\" is not of the cluster CL-A2. Name a pool of that cluster.");
        var alone = oneSite().change(Estates.host(A, 4), "standalone", true).without(Estates.host(A, 4), "cluster");
        assertThat(problem(alone, pair)).contains("is not in a cluster and the pool");
        assertThat(one(oneSite(), pair).problem().requirement()).isEqualTo("VC-SPEC-HOST-POOL");

        var unknown = oneSite().without(Estates.pool(A, 3), "owner");
        assertThat(one(unknown, pair).candidates().get(0).doubts())
                .extracting(Plan.Doubt::message)
                .containsExactly("To which cluster or host the pool \"Tier1\" belongs is not known.");
        assertThat(one(oneSite().without(Estates.host(A, 4), "cluster").without(Estates.host(A, 4), "standalone"), pair)
                        .candidates()
                        .get(0)
                        .doubts())
                .extracting(Plan.Doubt::property)
                .containsExactly("cluster");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            host: host-2                         | host esx-02.site-a.example | host-2    | datacenter
            host: host-1, cluster: CL-A1         | host esx-01.site-a.example | host-1    | datacenter
            cluster: CL-A1, datastore: ds-a2     | cluster CL-A1              | domain-c1 | datacenter
            resourcePool: Tier1, datastore: ds-a2| cluster CL-A1              | domain-c1 | datacenter
            """)
    void theDatacenterNamedIsThatOfTheHostClusterOrPool(String to, String what, String lacking, String property) {
        var entry = "{ vm: metro-a, to: { datacenter: DC-2, " + to + " } }";
        assertThat(problem(twoDatacenters(), entry))
                .isEqualTo(
                        "The " + what + " is in the datacenter DC-A and not in DC-2. Name one that is there, or leave"
                                + " the datacenter out.");
        assertThat(one(twoDatacenters(), entry).problem().place()).isEqualTo("/migrations/0/to/datacenter (line 4)");
        assertThat(problem(twoDatacenters(), entry.replace("DC-2", "DC-A"))).isEqualTo("no problem");

        var unknown = twoDatacenters().without(Estates.cluster(A, 1), "datacenter");
        for (int i = 1; i < 4; i++) {
            unknown = unknown.without(Estates.host(A, i), "datacenter");
        }
        assertThat(resolve(unknown, entry)
                        .migrations()
                        .get(0)
                        .candidates()
                        .get(0)
                        .doubts())
                .filteredOn(doubt ->
                        doubt.message().equals("Whether the " + what + " is in the datacenter DC-2 is not known."))
                .singleElement()
                .satisfies(doubt -> {
                    assertThat(doubt.thing().id()).isEqualTo(lacking);
                    assertThat(doubt.property()).isEqualTo(property);
                });
        var only = oneSite().without(Estates.cluster(A, 1), "datacenter").without(Estates.host(A, 2), "datacenter");
        assertThat(open(only.without(Estates.host(A, 1), "datacenter"), entry.replace("DC-2", "DC-A")))
                .as("there is no other")
                .isEmpty();
    }

    @Test
    void thePoolsOwnerOrItsHostsClusterTellTheDatacenter() {
        var pool = "{ vm: web-a, to: { datacenter: DC-2, resourcePool: resgroup-2, datastore: datastore-11 } }";
        assertThat(open(twoDatacenters().without(Estates.pool(A, 2), "owner"), pool))
                .contains("owner of Resources: Whether the pool Resources is in the datacenter DC-2 is not known.");
        var alone = twoDatacenters()
                .change(Estates.host(A, 4), "standalone", true)
                .without(Estates.host(A, 4), "cluster")
                .change(Estates.pool(A, 2), "owner", "host-4");
        assertThat(open(alone, pool)).isEmpty();
        assertThat(problem(alone, pool.replace("DC-2", "DC-A")))
                .startsWith("The host esx-04.site-a.example is in the datacenter DC-2 and not in DC-A.");
        var host = "{ vm: web-a, to: { datacenter: DC-A, host: host-4, cluster: CL-A2, datastore: ds-a2 } }";
        assertThat(problem(twoDatacenters().without(Estates.host(A, 4), "datacenter"), host))
                .startsWith("The host esx-04.site-a.example is in the datacenter DC-2 and not in DC-A.");
    }

    @Test
    void poolsOfOneNameAreToldApartByTheClusterNamed() {
        assertThat(problem(oneSite(), "{ vm: web-a, to: { resourcePool: Resources } }"))
                .isEqualTo("\"Resources\" is the name of 2 resource pools at vcsa-a: resgroup-1 (/CL-A1/Resources) and"
                        + " resgroup-2 (/CL-A2/Resources). Write the id of the one meant instead of the name.");
        assertThat(one(oneSite(), "{ vm: web-a, to: { resourcePool: Resources, cluster: CL-A2 } }")
                        .candidates()
                        .get(0)
                        .pool()
                        .ref())
                .isEqualTo(Estates.pool(A, 2));
        assertThat(problem(oneSite(), "{ vm: web-a, to: { resourcePool: /CL-A2/Resources } }"))
                .isEqualTo("no problem");
    }

    @Test
    void aRunningVmNeedsAHostWhereDrsIsOff() {
        var off = oneSite().change(Estates.cluster(A, 2), "drsEnabled", false);
        assertThat(problem(off, "{ vm: web-a, to: { cluster: CL-A2 } }"))
                .isEqualTo("DRS is off in CL-A2, so vCenter does not choose a host for a running VM. Add \"host\".");
        assertThat(one(off, "{ vm: web-a, to: { cluster: CL-A2 } }").problem().requirement())
                .isEqualTo("VC-SPEC-DRS-OFF");
        assertThat(problem(off, "{ vm: batch-a, to: { cluster: CL-A2 } }")).isEqualTo("no problem");
        assertThat(problem(off, "{ vm: web-a, to: { host: esx-04.site-a.example } }"))
                .isEqualTo("no problem");
        assertThat(problem(off, "{ vm: web-a, power: shut-down, to: { cluster: CL-A2 } }"))
                .isEqualTo("no problem");
        var unknown = oneSite().without(Estates.cluster(A, 2), "drsEnabled");
        assertThat(one(unknown, "{ vm: web-a, to: { cluster: CL-A2 } }")
                        .candidates()
                        .get(0)
                        .doubts())
                .extracting(Plan.Doubt::property)
                .containsExactly("drsEnabled");
        assertThat(one(off.without(WEB_A, "powerState"), "{ vm: web-a, to: { cluster: CL-A2 } }")
                        .candidates()
                        .get(0)
                        .doubts())
                .extracting(Plan.Doubt::property)
                .containsExactly("powerState");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            datastore: ds-b1                    | names neither a host nor a pool there; storage alone cannot change vCenter
            datacenter: DC-B, datastore: ds-b1  | names neither a host nor a pool there
            host: esx-01.site-b.example         | names no datastore there
            cluster: CL-B1                      | names no datastore there
            """)
    void aMoveToAnotherVCenterNamesHostOrPoolAndDatastore(String to, String message) {
        var migration = one(twoSites(), "{ vm: web-a, to: { vcenter: vcsa-b, " + to + " } }");
        assertThat(migration.problem().message()).contains(message);
        assertThat(migration.problem().requirement()).isEqualTo("VC-SPEC-SERVICE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            networks: { VM-A: VM-X }                       | vcsa-a has no network named "VM-X". Maybe VM-A is meant.
            nics: [ { key: 4000, portGroup: VM-X } ]       | vcsa-a has no network named "VM-X". Maybe VM-A is meant.
            nics: [ { key: 4001, portGroup: VM-A } ]       | web-a has no network adapter with the key 4001; its adapters have 4000.
            disks: [ { key: 2009, datastore: ds-a2 } ]     | web-a has no disk with the key 2009; its disks have 2000.
            disks: [ { key: 2000, datastore: ds-x } ]      | vcsa-a has no datastore named "ds-x".
            folder: Acounting                              | vcsa-a has no folder named "Acounting". Maybe Accounting is meant.
            """)
    void whatElseADestinationNames(String to, String message) {
        assertThat(problem(oneSite(), "{ vm: web-a, to: { host: esx-02.site-a.example, " + to + " } }"))
                .startsWith(message);
    }

    @Test
    void anEntryThatMovesNothing() {
        assertThat(problem(oneSite(), "{ vm: web-a, to: { networks: { VM-A: VM-Shared } } }"))
                .isEqualTo("This names no host, cluster, pool, datacenter or datastore, so nothing would move."
                        + " Name one.");
    }

    @Test
    void aMappedNetworkIsOneOfTheVCenterThatTheVmLeaves() {
        var to = "to: { host: esx-02.site-a.example, networks: { VM-X: VM-Shared } } }";
        for (var vm : List.of("vm: web-a", "select: { name: web-a }")) {
            var entry = "{ " + vm + ", " + to;
            assertThat(problem(oneSite(), entry))
                    .isEqualTo("No network of vcsa-a is named \"VM-X\". Maybe VM-A is meant.");
            assertThat(one(oneSite(), entry).problem().place()).isEqualTo("/migrations/0/to/networks (line 4)");
            assertThat(problem(oneSite(), entry.replace("VM-X", "vm-a"))).isEqualTo("no problem");
            assertThat(problem(oneSite(), entry.replace("VM-X", "VM Network")))
                    .as("one map may serve many entries")
                    .isEqualTo("no problem");
        }
    }

    @Test
    void aMappedNetworkThatIsNotListedMayBeThereOrIsNamedByAnAdapter() {
        var entry = "{ vm: web-a, to: { host: esx-02.site-a.example, networks: { VM-X: VM-Shared } } }";
        var partial = oneSite().partial(Estates.VC_A, "networks");
        assertThat(problem(partial, entry)).isEqualTo("no problem");
        assertThat(one(partial, entry).candidates())
                .allSatisfy(candidate -> assertThat(candidate.doubts())
                        .anySatisfy(doubt -> assertThat(doubt.message()).startsWith("No listed network of vcsa-a")));
        var named = partial.change(Estates.nic(Estates.WEB_A, 1), "networkName", "VM-X");
        assertThat(one(named, entry).candidates())
                .allSatisfy(candidate -> assertThat(candidate.doubts()).isEmpty());
    }

    /** VM-B is a network of vcsa-b alone, where web-b is. */
    @Test
    void aMappedNetworkThatOnlyAVmMayKnowWhichMayNotBeMeantIsADoubt() {
        var entry = "{ select: { name: 'web-*', tag: t }, to: { vcenter: vcsa-a, host: host-2, datastore: ds-a1,"
                + " networks: { VM-B: VM-Shared } } }";
        var tagged = twoSites().change(WEB_A, "tags", Listing.of("t"));
        assertThat(problem(tagged, entry)).startsWith("No network of vcsa-a is named \"VM-B\".");
        assertThat(resolve(tagged.change(Estates.vm(B, 1), "tags", Listing.of("t")), entry)
                        .migrations())
                .hasSize(2)
                .allSatisfy(migration ->
                        assertThat(migration.candidates().get(0).doubts()).isEmpty());

        assertThat(open(tagged.without(Estates.vm(B, 1), "tags"), entry))
                .containsExactly("tags of web-b: A network named \"VM-B\" is at vcsa-b, and whether web-b is taken"
                        + " from there is open.");
        assertThat(open(tagged.lose(Estates.VC_B, "vms", 0), entry))
                .contains("vms.complete of vcsa-b: A network named \"VM-B\" is at vcsa-b, and whether another VM is"
                        + " taken from there is open.");
        assertThat(open(tagged.lose(Estates.VC_B, "vms", 0).without(Estates.VC_B, "networks"), entry))
                .contains("networks of vcsa-b: No listed network of vcsa-a and vcsa-b is named \"VM-B\", and not all"
                        + " are listed.");
    }

    /** What is open about the first migration. */
    private static List<String> open(Estate estate, String entry) {
        return resolve(estate, entry).migrations().get(0).candidates().get(0).doubts().stream()
                .map(doubt -> doubt.property() + " of " + doubt.thingName() + ": " + doubt.message())
                .toList();
    }

    @Test
    void aClusterWithoutHosts() {
        var estate = oneSite().drop(Estates.VC_A, "hosts", 3);
        assertThat(problem(estate, "{ vm: web-a, to: { cluster: CL-A2 } }"))
                .isEqualTo("CL-A2 has no host. Name another destination.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cluster: CL-A3                    | No VM fits cluster CL-A3. No cluster is named "CL-A3". Maybe CL-A1 or CL-A2 is meant.
            "name: 'wbe-*'"                   | No VM has a name like "wbe-*".
            "cluster: CL-A2, name: 'web-*'"   | No VM fits cluster CL-A2, name web-*.
            vcenter: vcsa-c                   | No VM fits vcenter vcsa-c. Maybe vcsa-a is meant.
            power: 'on', name: 'batch*'       | No VM fits name batch*, power on.
            """)
    void aSelectionOfNothing(String select, String message) {
        var unquoted = select.startsWith("\"") ? select.substring(1, select.length() - 1) : select;
        assertThat(problem(oneSite(), "{ select: { " + unquoted + " }, to: { cluster: CL-A2 } }"))
                .isEqualTo(message);
    }

    @Test
    void aHostWhoseNetworksDoNotFitIsNoCandidateWhileOthersAre() {
        var host = Estates.host(B, 2);
        var twin = twoSites().change(Estates.network(B, 4), "name", "VM-B");
        for (int i = 1; i < 4; i++) {
            if (i != 2) {
                var ids = twin.get(Host.class, Estates.host(B, i)).networks().items().stream()
                        .filter(id -> !id.equals("network-4"))
                        .toArray(String[]::new);
                twin = twin.change(Estates.host(B, i), "networks", Listing.of(ids));
            }
        }
        var migration = one(
                twin,
                "{ vm: web-a, to: { vcenter: vcsa-b, cluster: CL-B1, datastore: ds-b1, networks: { VM-A: VM-B } } }");
        assertThat(migration.problem()).isNull();
        assertThat(migration.candidates())
                .extracting(candidate -> candidate.host().ref())
                .doesNotContain(host)
                .hasSize(2);
    }
}
