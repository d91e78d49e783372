package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.B;
import static dev.premotion.inventory.Estates.DB_A;
import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.VC_B;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.datastore;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.oneSite;
import static dev.premotion.inventory.Estates.pool;
import static dev.premotion.inventory.Estates.twoSites;
import static dev.premotion.plan.Plans.candidate;
import static dev.premotion.plan.Plans.one;
import static dev.premotion.plan.Plans.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.Plan.Doubt;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a name stands for, above all where the inventory does not list everything. */
class LookupTest {

    private static final String TO_HOST_2 = "{ vm: web-a, to: { host: esx-02.site-a.example } }";
    private static final String TO_DS_A2 = "{ vm: web-a, to: { datastore: ds-a2 } }";

    private static List<Doubt> doubts(Estate estate, String entry) {
        return candidate(estate, entry).doubts();
    }

    @Test
    void inAPartialListAnotherThingMayHaveTheNameButNotTheId() {
        var estate = oneSite().partial(VC_A, "hosts");
        assertThat(doubts(estate, TO_HOST_2)).singleElement().satisfies(doubt -> {
            assertThat(doubt.requirement()).isEqualTo("PLAN-ENTRY");
            assertThat(doubt.thing()).isEqualTo(VC_A);
            assertThat(doubt.property()).isEqualTo("hosts.complete");
            assertThat(doubt.message())
                    .isEqualTo("The snapshot of vcsa-a may not list every host with its name,"
                            + " so another host may be named \"esx-02.site-a.example\" too.");
        });
        assertThat(doubts(estate, "{ vm: web-a, to: { host: host-2 } }")).isEmpty();
    }

    @Test
    void aStoragePolicyIsOneThatTheDestinationLists() {
        var whole = "{ vm: web-a, to: { datastore: ds-a2, storagePolicy: VM defualt } }";
        var one = "{ vm: web-a, to: { datastore: ds-a2, disks: [ { key: 2000, storagePolicy: Gold } ] } }";
        assertThat(problem(oneSite(), whole))
                .isEqualTo("vcsa-a has no storage policy named \"VM defualt\". Maybe VM default is meant.");
        assertThat(problem(oneSite(), one)).isEqualTo("vcsa-a has no storage policy named \"Gold\".");
        assertThat(one(oneSite(), one).problem().place()).isEqualTo("/migrations/0/to/disks (line 4)");
        assertThat(doubts(oneSite().without(VC_A, "storagePolicies"), whole))
                .extracting(Doubt::message)
                .containsExactly("The snapshot of vcsa-a lists no storage policies, so whether there is one named"
                        + " \"VM defualt\" is open.");
        assertThat(doubts(oneSite().partial(VC_A, "storagePolicies"), whole))
                .extracting(Doubt::property)
                .containsExactly("storagePolicies.complete");
        assertThat(doubts(
                        oneSite().partial(VC_A, "storagePolicies"),
                        "{ vm: web-a, to: { datastore: ds-a2, storagePolicy: VM default } }"))
                .as("there is no other of the same name")
                .isEmpty();
    }

    @Test
    void aStoragePolicyIsLookedForWhereTheVmGoes() {
        var estate = twoSites().change(VC_B, "storagePolicies", Listing.of("Silver"));
        var toB = "{ vm: web-a, to: { vcenter: vcsa-b, host: host-1, datastore: ds-b1, storagePolicy: ";
        assertThat(problem(estate, toB + "VM default } }"))
                .isEqualTo("vcsa-b has no storage policy named \"VM default\".");
        assertThat(problem(estate, toB + "Silver } }")).isEqualTo("no problem");
    }

    @Test
    void aThingWithoutANameMayHaveEachName() {
        assertThat(doubts(oneSite().without(host(A, 3), "name"), TO_HOST_2))
                .extracting(Doubt::property)
                .containsExactly("hosts.complete");
        assertThat(doubts(oneSite().without(host(A, 1), "name"), TO_HOST_2))
                .as("also one that is listed before it")
                .extracting(Doubt::property)
                .containsExactly("hosts.complete");
    }

    @Test
    void whatAPartialListDoesNotHaveMayBeThereAllTheSame() {
        var partial = doubts(oneSite().lose(VC_A, "hosts", 1), TO_HOST_2);
        assertThat(partial)
                .extracting(Doubt::message)
                .containsExactly("The snapshot of vcsa-a may not list every host with its name,"
                        + " so whether there is one named \"esx-02.site-a.example\" is open.");
        var absent = doubts(oneSite().without(VC_A, "datastores"), TO_DS_A2);
        assertThat(absent).singleElement().satisfies(doubt -> {
            assertThat(doubt.property()).isEqualTo("datastores");
            assertThat(doubt.message())
                    .isEqualTo("The snapshot of vcsa-a lists no datastores,"
                            + " so whether there is one named \"ds-a2\" is open.");
        });
    }

    /** Both clusters have a root pool of this name. */
    private static final String POOL_AND_HOST =
            "{ vm: web-a, to: { resourcePool: Resources, host: esx-04.site-a.example } }";

    @Test
    void ofThingsOfOneNameTheOneWhoseWhereaboutsFitIsMeant() {
        assertThat(candidate(oneSite(), POOL_AND_HOST).pool().ref()).isEqualTo(pool(A, 2));
        var alone = oneSite().change(host(A, 4), "standalone", true).without(host(A, 4), "cluster");
        assertThat(problem(alone, POOL_AND_HOST))
                .as("none is of that host")
                .startsWith("\"Resources\" is the name of 2 resource pools at vcsa-a");
    }

    @Test
    void whichOfTwoIsMeantIsOpenWhereOneDoesNotSayWhereItIs() {
        var open = oneSite().without(pool(A, 2), "owner");
        assertThat(doubts(open, POOL_AND_HOST))
                .extracting(Doubt::message)
                .as("pool 1 is of another cluster, and pool 2 may be")
                .containsExactly(
                        "The snapshot of vcsa-a does not tell enough of the 2 resource pools named \"Resources\", so"
                                + " which is meant is open.",
                        "To which cluster or host the pool \"Resources\" belongs is not known.");
        var both = open.without(pool(A, 1), "owner");
        assertThat(doubts(both, POOL_AND_HOST))
                .extracting(Doubt::message)
                .containsExactly(
                        "The snapshot of vcsa-a does not tell enough of the 2 resource pools named \"Resources\", so"
                                + " which is meant is open.");
        var one = oneSite().without(pool(A, 1), "owner");
        assertThat(doubts(one, POOL_AND_HOST))
                .extracting(Doubt::message)
                .as("pool 2 is of the cluster, and so may be pool 1")
                .contains("The snapshot of vcsa-a does not tell enough of the 2 resource pools named \"Resources\", so"
                        + " which is meant is open.");
        var third = both.change(pool(A, 3), "name", "Resources").change(pool(A, 3), "owner", "domain-c2");
        var sure = third.change(pool(A, 4), "name", "Resources").change(pool(A, 4), "owner", "domain-c2");
        assertThat(problem(sure, POOL_AND_HOST))
                .as("two of the cluster for sure")
                .startsWith("\"Resources\" is the name of 4 resource pools at vcsa-a");
    }

    @Test
    void theOneLeftOverOfSeveralMayNotBeMeantWhereItDoesNotSayWhereItIs() {
        var entry = "{ vm: web-a, to: { datacenter: DC-2, datastore: ds-x } }";
        var estate = ResolverProblemsTest.twoDatacenters()
                .change(datastore(A, 1), "name", "ds-x")
                .change(datastore(A, 2), "name", "ds-x");
        assertThat(problem(estate, entry)).startsWith("\"ds-x\" is the name of 2 datastores at vcsa-a");
        assertThat(doubts(estate.without(datastore(A, 2), "datacenter"), entry))
                .extracting(Doubt::message)
                .containsExactly("The snapshot of vcsa-a does not tell enough of the 2 datastores named \"ds-x\", so"
                        + " which is meant is open.");
        assertThat(doubts(estate.change(datastore(A, 2), "datacenter", "datacenter-2"), entry))
                .isEmpty();
    }

    @Test
    void anExactNameGoesBeforeOneInOtherLetters() {
        var estate = oneSite().change(datastore(A, 1), "name", "DS-A2");
        assertThat(candidate(estate, TO_DS_A2).home().target().ref()).isEqualTo(datastore(A, 2));
        assertThat(problem(estate, "{ vm: web-a, to: { datastore: Ds-A2 } }"))
                .contains("\"Ds-A2\" is the name of 2 datastores");
    }

    @Test
    void aNameAndAnIdOrPathOfOneThingAreOne() {
        assertThat(problem(oneSite().change(WEB_A, "name", "vm-1"), TO_DS_A2.replace("web-a", "vm-1")))
                .isEqualTo("no problem");
        assertThat(problem(
                        oneSite().change(pool(A, 3), "name", "/CL-A1/Resources/Tier1"),
                        "{ vm: web-a, to: { resourcePool: /CL-A1/Resources/Tier1 } }"))
                .isEqualTo("no problem");
        assertThat(one(oneSite().change(WEB_A, "name", "vm-2"), TO_DS_A2.replace("web-a", "vm-2"))
                        .vm()
                        .ref())
                .as("a name is no id")
                .isEqualTo(WEB_A);
    }

    @Test
    void thingsOfOneNameAreToldWithWhereTheyAreAsFarAsKnown() {
        var estate =
                oneSite().change(host(A, 4), "name", "esx-02.site-a.example").without(host(A, 4), "cluster");
        assertThat(problem(estate, TO_HOST_2)).contains(" 2 hosts at vcsa-a: host-2 (CL-A1) and host-4. Write");
    }

    @Test
    void aHostWithoutANameIsToldByItsId() {
        assertThat(candidate(oneSite().without(host(A, 2), "name"), "{ vm: web-a, to: { host: host-2 } }")
                        .name())
                .isEqualTo("host-2");
        assertThat(problem(oneSite().without(host(A, 2), "name").partial(VC_A, "vms"), TO_HOST_2))
                .isEqualTo("no problem");
    }

    @Test
    void vCentersOfOneNameAreToldByTheirUuids() {
        var estate = twoSites().change(VC_B, "name", "vcsa-a");
        assertThat(problem(estate, "{ vm: { vcenter: vcsa-a, name: web-a }, to: { datastore: ds-a2 } }"))
                .isEqualTo("\"vcsa-a\" is the name of 2 vCenters: write the instance UUID instead, " + A + " or " + B
                        + ".");
        assertThat(problem(estate, "{ vm: { vcenter: " + A + ", name: web-a }, to: { datastore: ds-a2 } }"))
                .isEqualTo("no problem");
    }

    @Test
    void aVCenterWithoutANameMayHaveTheNameButNotTheUuid() {
        var estate = twoSites().without(VC_B, "name");
        assertThat(doubts(estate, "{ vm: { vcenter: vcsa-a, name: web-a }, to: { datastore: ds-a2 } }"))
                .singleElement()
                .satisfies(doubt -> {
                    assertThat(doubt.thing()).isEqualTo(VC_B);
                    assertThat(doubt.property()).isEqualTo("name");
                    assertThat(doubt.message())
                            .isEqualTo("The name of the vCenter " + B + " is not known, so it may be \"vcsa-a\" too.");
                });
        assertThat(doubts(estate, "{ vm: { vcenter: " + A + ", name: web-a }, to: { datastore: ds-a2 } }"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { vcenter: vcsa-a, id: vm-1, path: /DC-A/vm/web-a } | vm-1
            { id: vm-1, path: /DC-B/vm/web-b }                  | vm-1
            { id: vm-1, name: WEB-B }                           | vm-1
            { path: dc-b/VM/web-b, name: web-b }                | vm-1
            """)
    void everythingThatIsWrittenOfAVmCounts(String vm, String id) {
        var found = one(twoSites(), "{ vm: " + vm + ", to: { host: host-2, datastore: datastore-2 } }");
        var vCenter = vm.contains("vcsa-a") ? A : B;
        assertThat(found.vm().ref()).isEqualTo(new Ref(Kind.VM, vCenter, id));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { id: vm-1, path: /DC-A/vm/db-a }      | No vCenter has a VM with the id "vm-1".
            { path: /DC-A/vm/web-a, name: db-a }   | No vCenter has a VM at the path "/DC-A/vm/web-a".
            { vcenter: vcsa-a, id: vm-1, name: db-a }  | vcsa-a has no VM with the id "vm-1".
            { id: vm-1, path: /DC-A/vm/web-a, name: web-b } | No vCenter has a VM with the id "vm-1".
            """)
    void aVmThatFitsOnlyPartOfWhatIsWrittenIsNotMeant(String vm, String message) {
        assertThat(problem(twoSites(), "{ vm: " + vm + ", to: { datastore: ds-a2 } }"))
                .startsWith(message);
    }

    @Test
    void whereVmsMayNotBeListedAnotherMayBeMeant() {
        var estate = twoSites().lose(VC_B, "vms", 0);
        assertThat(doubts(estate, TO_DS_A2)).singleElement().satisfies(doubt -> {
            assertThat(doubt.requirement()).isEqualTo("PLAN-ENTRY");
            assertThat(doubt.thing()).isEqualTo(VC_B);
            assertThat(doubt.thingName()).isEqualTo("vcsa-b");
            assertThat(doubt.property()).isEqualTo("vms.complete");
            assertThat(doubt.message())
                    .isEqualTo("The snapshot of vcsa-b may not list every VM with its name, so another may be"
                            + " \"web-a\" too; vcenter and id name one for good.");
        });
        assertThat(doubts(estate, TO_DS_A2.replace("web-a", "{ id: vm-1 }")))
                .as("an id is of one vCenter")
                .extracting(Doubt::thing)
                .containsExactly(VC_B);
        assertThat(doubts(estate, TO_DS_A2.replace("web-a", "{ vcenter: vcsa-a, name: web-a }")))
                .isEmpty();
        var own = twoSites().partial(VC_A, "vms");
        assertThat(doubts(own, TO_DS_A2)).extracting(Doubt::thing).containsExactly(VC_A);
        assertThat(doubts(own, TO_DS_A2.replace("web-a", "{ vcenter: vcsa-a, id: vm-1 }")))
                .isEmpty();
    }

    @Test
    void aVmThatIsNotListedMayBeThereAllTheSame() {
        var problem = one(twoSites().lose(VC_B, "vms", 0), TO_DS_A2.replace("web-a", "web-b"))
                .problem();
        assertThat(problem.message())
                .isEqualTo("No vCenter has a VM named \"web-b\". Maybe web-a is meant."
                        + " The snapshot of vcsa-b may not list every VM.");
        assertThat(problem.open().thing()).isEqualTo(VC_B);
        assertThat(problem.open().thingName()).isEqualTo("vcsa-b");
        assertThat(problem.open().property()).isEqualTo("vms.complete");
        assertThat(one(twoSites(), TO_DS_A2.replace("web-a", "web-c")).problem().open())
                .as("every VM is listed")
                .isNull();
    }

    @Test
    void pathsAreSuggestedForPathsAlone() {
        assertThat(problem(oneSite(), TO_DS_A2.replace("web-a", "{ path: /DC-A/vm/web-aa }")))
                .isEqualTo("vcsa-a has no VM at the path \"/DC-A/vm/web-aa\". Maybe /DC-A/vm/web-a is meant.");
        assertThat(problem(oneSite().without(WEB_A, "folder"), TO_DS_A2.replace("web-a", "{ path: /DC-A/vm/web-a }")))
                .startsWith("vcsa-a has no VM at the path \"/DC-A/vm/web-a\".")
                .doesNotContain("null");
    }

    @Test
    void vmsOfOneNameAreToldWithTheirFoldersAsFarAsKnown() {
        var twice = oneSite().change(DB_A, "name", "web-a").without(WEB_A, "folder");
        assertThat(problem(twice, TO_DS_A2))
                .isEqualTo("\"web-a\" fits 2 VMs: { vcenter: vcsa-a, id: vm-1 } and"
                        + " { vcenter: vcsa-a, id: vm-2 } in /DC-A/vm. Write one of these instead.");
        assertThat(problem(
                        twice.change(WEB_A, "folder", "/DC-A/vm"),
                        TO_DS_A2.replace("web-a", "{ path: /DC-A/vm/web-a }")))
                .startsWith("\"/DC-A/vm/web-a\" fits 2 VMs");
    }
}
