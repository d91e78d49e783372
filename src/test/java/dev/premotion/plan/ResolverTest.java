package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.B;
import static dev.premotion.inventory.Estates.DB_A;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.linkedSites;
import static dev.premotion.inventory.Estates.oneSite;
import static dev.premotion.inventory.Estates.twoSites;
import static dev.premotion.plan.Plans.candidate;
import static dev.premotion.plan.Plans.one;
import static dev.premotion.plan.Plans.problem;
import static dev.premotion.plan.Plans.resolve;
import static dev.premotion.plan.Plans.types;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Estates;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.plan.PlanDocument.Initiator;
import dev.premotion.plan.PlanDocument.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolverTest {

    private static final String TO_B = "to: { vcenter: vcsa-b, host: esx-01.site-b.example, datastore: ds-b1";

    @Test
    void aNamedHostIsTheOnlyCandidate() {
        var migration = one(oneSite(), "{ vm: web-a, to: { host: esx-02.site-a.example } }");

        assertThat(migration.problem()).isNull();
        assertThat(migration.vm().ref()).isEqualTo(WEB_A);
        assertThat(migration.source().label()).isEqualTo("esx-01.site-a.example");
        assertThat(migration.sourceCluster().name()).isEqualTo("CL-A1");
        assertThat(migration.route()).isNull();
        assertThat(migration.types()).hasToString("[compute local live]");
        var candidate = migration.candidates().get(0);
        assertThat(candidate.host().ref()).isEqualTo(Estates.host(A, 2));
        assertThat(candidate.cluster().ref()).isEqualTo(Estates.cluster(A, 1));
        assertThat(candidate.pool().ref()).as("it stays in its pool").isEqualTo(Estates.pool(A, 1));
        assertThat(candidate.folder()).isNull();
        assertThat(candidate.home().target().label()).isEqualTo("ds-a1");
        assertThat(candidate.home().moves()).isFalse();
        assertThat(candidate.disks())
                .singleElement()
                .satisfies(disk -> assertThat(disk.moves()).isFalse());
        assertThat(candidate.nics()).singleElement().satisfies(nic -> {
            assertThat(nic.target().ref()).isEqualTo(Estates.network(A, 1));
            assertThat(nic.mapped()).isFalse();
        });
        assertThat(candidate.doubts()).isEmpty();
    }

    @Test
    void aNamedClusterGivesEachOfItsHostsByName() {
        var migration = one(oneSite(), "{ vm: web-a, to: { cluster: CL-A2 } }");
        assertThat(migration.candidates()).extracting(Candidate::name).containsExactly("esx-04.site-a.example");
        assertThat(migration.candidates().get(0).pool().ref()).isEqualTo(Estates.pool(A, 2));

        var across = one(twoSites(), "{ vm: web-a, to: { vcenter: vcsa-b, cluster: CL-B1, datastore: ds-b1 } }");
        assertThat(across.candidates())
                .extracting(Candidate::name)
                .containsExactly("esx-01.site-b.example", "esx-02.site-b.example", "esx-03.site-b.example");
    }

    @Test
    void aPoolOrVAppGivesTheHostsOfItsOwner() {
        assertThat(one(oneSite(), "{ vm: web-a, to: { resourcePool: Tier1 } }").candidates())
                .hasSize(3)
                .allSatisfy(candidate -> assertThat(candidate.pool().ref()).isEqualTo(Estates.pool(A, 3)));
        assertThat(one(oneSite(), "{ vm: web-a, to: { vApp: shop } }").candidates())
                .hasSize(3);
        assertThat(problem(oneSite(), "{ vm: web-a, to: { vApp: Tier1 } }"))
                .isEqualTo("\"Tier1\" is a resource pool, not a vApp. Write it as \"resourcePool\".");
    }

    @Test
    void aDatastoreClusterGivesEachOfItsDatastores() {
        var migration = one(oneSite(), "{ vm: db-a, to: { host: esx-02.site-a.example, datastoreCluster: pod-a } }");
        assertThat(migration.candidates())
                .extracting(candidate -> candidate.home().target().label())
                .containsExactly("pod-a1", "pod-a2");
        assertThat(migration.types()).hasToString("[both local live]");
    }

    @Test
    void aDatacenterGivesAllItsHosts() {
        var estate = oneSite().without(Estates.vm(A, 1), "datacenter").without(Estates.host(A, 1), "datacenter");
        assertThat(one(estate, "{ vm: db-a, to: { datacenter: DC-A } }").excluded())
                .isEqualTo("already there: esx-01.site-a.example, ds-a1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            web-a   | host: esx-02.site-a.example                     | compute local live
            web-a   | datastore: ds-a2                                | storage local live
            web-a   | host: esx-02.site-a.example, datastore: ds-a2   | both local live
            web-a   | host: esx-01.site-a.example, datastore: ds-a2   | storage local live
            web-a   | host: esx-02.site-a.example, datastore: ds-a1   | compute local live
            db-a    | disks: [ { key: 2001, datastore: ds-a1 } ]      | storage local live
            db-a    | datastore: ds-a1                                | storage local live
            batch-a | host: esx-01.site-a.example                     | compute local off
            idle-a  | host: esx-01.site-a.example                     | compute local suspended
            tpl-a   | host: esx-01.site-a.example                     | compute local off
            web-a   | resourcePool: Tier1                             | compute local live
            web-a   | cluster: CL-A1, datastore: ds-a2               | storage local live
            """)
    void theKindFollowsFromWhatChanges(String vm, String to, String expected) {
        assertThat(types(oneSite(), "{ vm: " + vm + ", to: { " + to + " } }")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            web-a   | shut-down | off
            web-a   | suspend   | suspended
            batch-a | suspend   | off
            idle-a  | shut-down | off
            idle-a  | suspend   | suspended
            tpl-a   | suspend   | off
            """)
    void thePlannedPowerCounts(String vm, String power, String expected) {
        var entry = "{ vm: " + vm + ", power: " + power + ", to: { host: esx-03.site-a.example } }";
        assertThat(types(oneSite(), entry)).isEqualTo("compute local " + expected);
    }

    @Test
    void anUnknownPowerStateLeavesAllOpen() {
        var estate = oneSite().without(WEB_A, "powerState");
        var to = ", to: { host: esx-03.site-a.example } }";
        assertThat(types(estate, "{ vm: web-a" + to))
                .isEqualTo("compute local live, compute local suspended, compute local off");
        assertThat(types(estate, "{ vm: web-a, power: suspend" + to))
                .isEqualTo("compute local suspended, compute local off");
        assertThat(types(estate, "{ vm: web-a, power: shut-down" + to)).isEqualTo("compute local off");
    }

    @Test
    void howFarAMoveGoesFollowsFromTheSsoDomains() {
        var entry = "{ vm: web-a, " + TO_B + " } }";
        assertThat(types(twoSites(), entry)).isEqualTo("both advanced live");
        assertThat(types(linkedSites(), entry)).isEqualTo("both linked live");
        var unknown = twoSites()
                .without(Estates.LINK_AB, "sameSsoDomain")
                .without(Estates.VC_A, "stsCertificate")
                .without(Estates.VC_A, "ssoDomain")
                .without(Estates.VC_A, "linkedVCenters");
        assertThat(types(unknown, entry)).isEqualTo("both linked live, both advanced live");
        assertThat(types(unknown, "{ vm: web-a, method: linked, " + TO_B + " } }"))
                .isEqualTo("both linked live");
        assertThat(types(linkedSites(), "{ vm: web-a, method: advanced, " + TO_B + " } }"))
                .isEqualTo("both advanced live");
    }

    @Test
    void theRouteSaysMethodAndInitiator() {
        var route = one(twoSites(), "{ vm: web-a, method: advanced, initiator: destination, " + TO_B + " } }")
                .route();
        assertThat(route).isEqualTo(new Plan.Route(Method.ADVANCED, Initiator.DESTINATION));
    }

    @Test
    void acrossVCentersTheUrlTellsWhetherFilesMove() {
        var entry = "{ vm: metro-a, to: { vcenter: vcsa-b, host: esx-01.site-b.example, datastore: ds-metro } }";
        var migration = one(linkedSites(), entry);
        assertThat(migration.types()).hasToString("[compute linked live]");
        var home = migration.candidates().get(0).home();
        assertThat(home.moves()).isFalse();
        assertThat(home.source().ref()).isEqualTo(Estates.datastore(A, 3));
        assertThat(home.target().ref()).isEqualTo(Estates.datastore(B, 3));

        var unknown = linkedSites().without(Estates.datastore(B, 3), "url");
        assertThat(types(unknown, entry)).isEqualTo("compute linked live, both linked live");
        assertThat(candidate(unknown, entry).home().moves()).isNull();

        var nfs = linkedSites()
                .change(Estates.datastore(A, 3), "remoteHost", "nas")
                .change(Estates.datastore(A, 3), "remotePath", "/vol/1")
                .change(Estates.datastore(B, 3), "remoteHost", "nas")
                .change(Estates.datastore(B, 3), "remotePath", "/vol/1")
                .change(Estates.datastore(B, 3), "url", "ds:///vmfs/volumes/another/");
        assertThat(types(nfs, entry)).as("one export, mounted twice").isEqualTo("compute linked live");
    }

    @Test
    void disksGoWhereTheyAreToldElseWhereTheVmGoes() {
        var candidate = candidate(
                oneSite().change(Estates.VC_A, "storagePolicies", Listing.of("Gold", "Fast")),
                "{ vm: db-a, to: { datastore: ds-metro, storagePolicy: gold,"
                        + " disks: [ { key: 2000, datastore: ds-a2, format: thick, storagePolicy: Fast } ] } }");
        assertThat(candidate.home().target().label()).isEqualTo("ds-metro");
        assertThat(candidate.home().storagePolicy()).isEqualTo("Gold");
        assertThat(candidate.disks())
                .extracting(
                        disk -> disk.disk().key(),
                        disk -> disk.source().label(),
                        disk -> disk.target().label(),
                        Plan.DiskTarget::format,
                        Plan.DiskTarget::storagePolicy)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2000, "ds-a1", "ds-a2", "thick", "Fast"),
                        org.assertj.core.groups.Tuple.tuple(2001, "ds-a2", "ds-metro", null, "Gold"));
    }

    @Test
    void disksThatAreNotListedMayMove() {
        var estate = oneSite().without(DB_A, "disks");
        var entry = "{ vm: db-a, to: { host: esx-02.site-a.example, datastore: ds-a1 } }";
        assertThat(types(oneSite(), entry)).isEqualTo("both local live");
        assertThat(types(estate, entry)).isEqualTo("compute local live, both local live");
        assertThat(candidate(estate, entry).disksComplete()).isFalse();
        assertThat(types(estate, "{ vm: db-a, to: { host: esx-02.site-a.example } }"))
                .as("without a datastore nothing moves")
                .isEqualTo("compute local live");
    }

    @Test
    void networksAreMappedByKeyThenByNameThenByTheSameName() {
        var to = ", to: { vcenter: vcsa-b, host: esx-01.site-b.example, datastore: ds-b1";
        var byName = candidate(twoSites(), "{ vm: web-a" + to + ", networks: { VM-A: VM-B } } }")
                .nics()
                .get(0);
        assertThat(byName.target().ref()).isEqualTo(Estates.network(B, 1));
        assertThat(byName.mapped()).isTrue();
        var byKey = candidate(
                        twoSites(),
                        "{ vm: web-a" + to
                                + ", networks: { VM-A: VM-B }, nics: [ { key: 4000, portGroup: VM Network } ] } }")
                .nics()
                .get(0);
        assertThat(byKey.target().ref()).isEqualTo(Estates.network(B, 4));
        var same =
                candidate(linkedSites(), "{ vm: metro-a" + to + " } }").nics().get(0);
        assertThat(same.target().ref()).isEqualTo(Estates.network(B, 2));
        assertThat(same.targetName()).isEqualTo("VM-Shared");
        assertThat(same.mapped()).isFalse();
        var none = one(twoSites(), "{ vm: web-a" + to + " } }");
        assertThat(none.problem()).as("the rules tell a missing network").isNull();
        assertThat(none.candidates().get(0).nics().get(0).target()).isNull();
        assertThat(none.candidates().get(0).nics().get(0).targetName()).isEqualTo("VM-A");
    }

    @Test
    void theSwitchTellsNetworksOfOneNameApart() {
        var estate = twoSites().change(Estates.network(B, 4), "name", "VM-B");
        var to = "{ vm: web-a, " + TO_B + ", nics: [ { key: 4000, portGroup: VM-B";
        assertThat(problem(estate, to + " } ] } }"))
                .isEqualTo("\"VM-B\" is the name of 2 networks at esx-01.site-b.example: dvportgroup-1 (DC-B) and"
                        + " network-4 (DC-B). Name the switch under \"nics\", or write the id instead of the name.");
        assertThat(candidate(estate, to + ", switch: dvs-b } ] } }")
                        .nics()
                        .get(0)
                        .target()
                        .ref())
                .isEqualTo(Estates.network(B, 1));
        assertThat(candidate(estate, to + ", switch: vSwitch0 } ] } }")
                        .nics()
                        .get(0)
                        .target()
                        .ref())
                .isEqualTo(Estates.network(B, 4));
    }

    @Test
    void aMoveToAnotherVCenterLandsInTheRootFolderUnlessTold() {
        assertThat(candidate(twoSites(), "{ vm: web-a, " + TO_B + " } }").folder())
                .isEqualTo("/DC-B/vm");
        assertThat(candidate(twoSites(), "{ vm: web-a, " + TO_B + ", folder: Accounting } }")
                        .folder())
                .isEqualTo("/DC-B/vm/Accounting");
        assertThat(candidate(twoSites(), "{ vm: web-a, " + TO_B + ", folder: dc-b/VM/accounting } }")
                        .folder())
                .isEqualTo("/DC-B/vm/Accounting");
    }

    @Test
    void thingsCanBeNamedByTheirIds() {
        var migration = one(
                twoSites(),
                "{ vm: { vcenter: " + A + ", id: vm-1 }, to: { vcenter: " + B
                        + ", host: host-2, datastore: datastore-2 } }");
        assertThat(migration.candidates().get(0).host().ref()).isEqualTo(Estates.host(B, 2));
        assertThat(migration.candidates().get(0).home().target().ref()).isEqualTo(Estates.datastore(B, 2));
        assertThat(one(twoSites(), "{ vm: { path: /DC-A/vm/web-a }, to: { datastore: ds-a2 } }")
                        .vm()
                        .ref())
                .isEqualTo(WEB_A);
        assertThat(one(twoSites(), "{ vm: WEB-A, to: { datastore: DS-A2 } }")
                        .vm()
                        .ref())
                .as("case is no matter where one thing fits")
                .isEqualTo(WEB_A);
    }

    @Test
    void whatIsAlreadyThereIsExcluded() {
        assertThat(one(oneSite(), "{ vm: web-a, to: { host: esx-01.site-a.example, datastore: ds-a1 } }")
                        .excluded())
                .isEqualTo("already there: esx-01.site-a.example, ds-a1");
        assertThat(one(oneSite(), "{ vm: web-a, to: { cluster: CL-A1 } }").excluded())
                .startsWith("already there");
        assertThat(one(oneSite(), "{ vm: web-a, to: { datastoreCluster: pod-a } }")
                        .excluded())
                .isNull();
        assertThat(one(oneSite().without(WEB_A, "host"), "{ vm: web-a, to: { host: esx-01.site-a.example } }")
                        .excluded())
                .as("nobody knows")
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vCLS (3)                                  | agent VM of vSphere Cluster Services
            vCLS-1a2b3c4d-0000-4000-8000-00000000000f | agent VM of vSphere Cluster Services
            vCLS                                      | agent VM of vSphere Cluster Services
            """)
    void agentVmsOfTheClusterServicesAreNotForMoving(String name, String reason) {
        var estate = oneSite().change(WEB_A, "name", name);
        var migration = one(estate, "{ vm: '" + name + "', to: { host: esx-02.site-a.example } }");
        assertThat(migration.excluded()).contains(reason);
        assertThat(migration.problem()).isNull();
    }

    @Test
    void otherVmsThatAreNotForMoving() {
        var entry = "{ vm: web-a, to: { host: esx-02.site-a.example } }";
        assertThat(one(oneSite().change(WEB_A, "srmPlaceholder", true), entry).excluded())
                .contains("placeholder of Site Recovery Manager");
        assertThat(one(oneSite().change(WEB_A, "faultToleranceRole", "secondary"), entry)
                        .excluded())
                .contains("secondary of a Fault Tolerance pair");
        assertThat(one(oneSite().change(WEB_A, "faultToleranceRole", "primary"), entry)
                        .excluded())
                .isNull();
        var managed = oneSite().change(WEB_A, "name", "vCLS of somebody");
        assertThat(one(managed, entry.replace("web-a", "vCLS of somebody")).excluded())
                .as("only a name")
                .isNull();
        assertThat(one(
                                managed.change(WEB_A, "managedBy", "com.vmware.vim.eam"),
                                entry.replace("web-a", "vCLS of somebody"))
                        .excluded())
                .isNotNull();
    }

    @Test
    void migrationsRunByWaveThenAsWrittenButAfterWhatTheyWaitFor() {
        var to = ", to: { host: esx-03.site-a.example }";
        var plan = resolve(
                oneSite(),
                "{ id: late, vm: web-a" + to + ", wave: 2 }",
                "{ id: waits, vm: db-a" + to + ", after: [first] }",
                "{ id: first, vm: batch-a" + to + ", together: [with] }",
                "{ id: with, vm: idle-a" + to + " }");
        assertThat(plan.migrations()).extracting(Migration::id).containsExactly("first", "with", "waits", "late");
        assertThat(plan.migrations().get(2).after()).containsExactly("first");
        assertThat(plan.migrations().get(0).together()).containsExactly("with");
    }

    @Test
    void idsStayTheSameFromRunToRunAndWhateverElseThePlanMoves() {
        var to = ", to: { host: esx-03.site-a.example } }";
        var one = resolve(oneSite(), "{ vm: web-a" + to, "{ select: { name: d* }, id: dbs" + to);
        var other = resolve(oneSite(), "{ select: { name: d* }, id: dbs" + to, "{ vm: web-a" + to);
        assertThat(one.migrations().stream().map(Migration::id).sorted())
                .isEqualTo(
                        other.migrations().stream().map(Migration::id).sorted().toList())
                .allMatch(id -> id.matches("(m|dbs)-[0-9a-f]{12}"));
    }

    @Test
    void aVmThatTwoEntriesMoveIsAProblemOfTheLaterOne() {
        var plan = resolve(
                oneSite(),
                "{ vm: web-a, to: { host: esx-02.site-a.example }, wave: 2 }",
                "{ select: { name: 'web-*' }, to: { host: esx-03.site-a.example } }");
        assertThat(plan.migrations().get(1).problem()).as("the earlier entry").isNull();
        assertThat(plan.migrations().get(0).problem().message())
                .isEqualTo("web-a is moved by the entry at /migrations/0 (line 4) already."
                        + " Leave it out of one of the two.");
        assertThat(plan.migrations()).extracting(Migration::id).doesNotHaveDuplicates();
    }

    @Test
    void aVmThatAnEarlierEntryMayMoveIsADoubtOfTheLaterOne() {
        var estate = oneSite().change(DB_A, "tags", Listing.of("moved")).without(WEB_A, "tags");
        var maybe = "{ select: { tag: moved }, to: { host: esx-02.site-a.example } }";
        var plan = resolve(
                estate,
                maybe,
                "{ vm: web-a, to: { host: esx-03.site-a.example } }",
                "{ vm: web-a, to: { host: esx-04.site-a.example } }");
        assertThat(plan.migrations()).extracting(Migration::name).containsExactly("web-a", "db-a", "web-a", "web-a");
        var second = plan.migrations().get(2);
        assertThat(second.problem()).isNull();
        assertThat(second.candidates().get(0).doubts())
                .containsExactly(new Plan.Doubt(
                        "PLAN-ENTRY",
                        WEB_A,
                        "web-a",
                        "tags",
                        "Whether the entry at /migrations/0 (line 4) moves web-a already is open."));
        assertThat(plan.migrations().get(3).problem().message())
                .as("the second entry surely means it")
                .startsWith("web-a is moved by the entry at /migrations/1 (line 5) already.");
        assertThat(resolve(estate, maybe, maybe).migrations().get(2).candidates())
                .as("neither may mean it")
                .allSatisfy(candidate -> assertThat(candidate.doubts()).hasSize(2));
        assertThat(resolve(
                                estate.without(DB_A, "tags"),
                                "{ select: { name: 'w*', tag: moved }, wave: 2, to: { host: esx-02.site-a.example } }",
                                "{ vm: web-a, wave: 1, to: { host: esx-03.site-a.example } }")
                        .migrations()
                        .get(0)
                        .candidates())
                .as("of a selection that may mean none, too, though it runs later")
                .allSatisfy(candidate -> assertThat(candidate.doubts()).hasSize(1));
    }

    @Test
    void resolvingTwiceGivesTheSame() {
        var document = Plans.read("{ select: { name: '*' }, " + TO_B + " } }");
        assertThat(Resolver.resolve(document, twoSites().inventory()))
                .isEqualTo(Resolver.resolve(document, twoSites().inventory()));
    }
}
