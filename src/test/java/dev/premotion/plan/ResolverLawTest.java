package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.B;
import static dev.premotion.inventory.Estates.linkedSites;
import static dev.premotion.inventory.Estates.oneSite;
import static dev.premotion.inventory.Estates.twoSites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Datacenter;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Estates;
import dev.premotion.inventory.Folder;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Network;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.plan.Plan.Migration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The law as far as names go: taking a fact, a collection, or a row of a collection that is then marked partial away never
 * turns an entry that cannot be carried out into one that looks as if it could.
 */
class ResolverLawTest {

    private static final Estate ONE = oneSite();
    private static final Estate TWO = twoSites();
    private static final Estate LINKED = linkedSites();

    /** Made once for each estate. */
    private static final Map<Estate, List<Poorer>> POORER = new IdentityHashMap<>();

    static Stream<Arguments> impossibleEntries() {
        var toB = "to: { vcenter: vcsa-b, host: esx-01.site-b.example, datastore: ds-b1";
        return Stream.of(
                entry(TWO, "{ vm: web-x, to: { cluster: CL-A2 } }"),
                entry(TWO, "{ vm: { vcenter: vcsa-a, id: vm-9 }, to: { cluster: CL-A2 } }"),
                entry(twoSites().change(Estates.vm(B, 1), "name", "web-a"), "{ vm: web-a, to: { cluster: CL-A2 } }"),
                entry(oneSite().change(Estates.vm(A, 2), "name", "web-a"), "{ vm: web-a, to: { cluster: CL-A2 } }"),
                entry(ONE, "{ vm: web-a, to: { host: esx-09 } }"),
                entry(ONE, "{ vm: web-a, to: { cluster: CL-A9 } }"),
                entry(ONE, "{ vm: web-a, to: { datacenter: DC-9, host: esx-02.site-a.example } }"),
                entry(ONE, "{ vm: web-a, to: { datastore: ds-a9 } }"),
                entry(ONE, "{ vm: web-a, to: { datastoreCluster: pod-9 } }"),
                entry(ONE, "{ vm: web-a, to: { datastore: ds-a2, storagePolicy: Gold } }"),
                entry(ONE, "{ vm: web-a, to: { resourcePool: Tier9 } }"),
                entry(ONE, "{ vm: web-a, to: { resourcePool: Resources } }"),
                entry(ONE, "{ vm: web-a, to: { vApp: Tier1 } }"),
                entry(ONE, "{ vm: web-a, to: { host: esx-02.site-a.example, folder: none } }"),
                entry(ONE, "{ vm: web-a, to: { host: esx-02.site-a.example, networks: { VM-A: VM-9 } } }"),
                entry(ONE, "{ vm: web-a, to: { host: esx-02.site-a.example, networks: { VM-9: VM-Shared } } }"),
                entry(ONE, "{ select: { name: '*' }, to: { cluster: CL-A2, networks: { VM-9: VM-Shared } } }"),
                entry(ONE, "{ vm: web-a, to: { host: esx-02.site-a.example, nics: [ { key: 9, portGroup: VM-A } ] } }"),
                entry(ONE, "{ vm: web-a, to: { disks: [ { key: 9, datastore: ds-a2 } ] } }"),
                entry(ONE, "{ vm: web-a, to: { host: esx-04.site-a.example, resourcePool: Tier1 } }"),
                entry(ONE, "{ vm: web-a, to: { host: esx-04.site-a.example, cluster: CL-A1 } }"),
                entry(ONE, "{ vm: web-a, to: { cluster: CL-A2, resourcePool: Tier1 } }"),
                entry(
                        oneSite().change(Estates.cluster(A, 2), "drsEnabled", false),
                        "{ vm: web-a, to: { cluster: CL-A2 } }"),
                entry(oneSite().drop(Estates.VC_A, "hosts", 3), "{ vm: web-a, to: { cluster: CL-A2 } }"),
                entry(TWO, "{ vm: web-a, to: { vcenter: vcsa-b, datastore: ds-b1 } }"),
                entry(TWO, "{ vm: web-a, to: { vcenter: vcsa-b, host: esx-01.site-b.example } }"),
                entry(
                        twoSites().change(Estates.network(B, 4), "name", "VM-B"),
                        "{ vm: web-a, " + toB + ", networks: { VM-A: VM-B } } }"),
                entry(
                        twoSites().change(Estates.VC_B, "name", "vcsa-a"),
                        "{ vm: { vcenter: vcsa-a, name: web-a }, to: { cluster: CL-A2 } }"),
                entry(
                        twoSites()
                                .add(Estates.VC_B, "folders", otherFolder())
                                .add(
                                        Estates.VC_B,
                                        "datacenters",
                                        new Datacenter(new Ref(Kind.DATACENTER, B, "datacenter-9"), "DC-9")),
                        "{ vm: web-a, " + toB + ", folder: Elsewhere } }"),
                entry(twoDatacenters(), "{ vm: web-a, to: { cluster: CL-A2 } }"),
                entry(twoDatacenters(), "{ vm: web-a, to: { host: host-4, datastore: ds-a1 } }"),
                entry(twoDatacenters(), "{ vm: web-a, to: { datacenter: DC-2, host: host-2 } }"),
                entry(twoDatacenters(), "{ vm: web-a, to: { datacenter: DC-2, host: host-2, cluster: CL-A1 } }"),
                entry(twoDatacenters(), "{ vm: web-a, to: { datacenter: DC-2, resourcePool: Tier1 } }"),
                entry(
                        twoDatacenters()
                                .change(Estates.datastore(A, 1), "name", "ds-x")
                                .change(Estates.datastore(A, 2), "name", "ds-x"),
                        "{ vm: web-a, to: { cluster: CL-A2, datastore: ds-x } }"),
                entry(
                        twoDatacenters()
                                .change(Estates.host(A, 1), "name", "h")
                                .change(Estates.host(A, 2), "name", "h"),
                        "{ vm: metro-a, to: { datacenter: DC-2, host: h, datastore: ds-a1 } }"),
                entry(
                        TWO,
                        "{ vm: web-a, " + toB + ", nics: [ { key: 4000, switch: dvs-b, portGroup: VM Network } ] } }"),
                entry(TWO, "{ vm: web-a, " + toB + ", networks: { dvportgroup-99: VM-B } } }"),
                entry(TWO, "{ select: { name: 'web-x*' }, to: { cluster: CL-A2 } }"),
                entry(TWO, "{ select: { tag: none }, to: { cluster: CL-A2 } }"));
    }

    private static Folder otherFolder() {
        return new Folder(new Ref(Kind.FOLDER, B, "group-v9"), "Elsewhere", "x", "/DC-C/vm/Elsewhere", "datacenter-9");
    }

    private static Estate twoDatacenters() {
        var other = new Ref(Kind.DATACENTER, A, "datacenter-2");
        return oneSite()
                .add(Estates.VC_A, "datacenters", new Datacenter(other, "DC-2"))
                .change(Estates.host(A, 4), "datacenter", other.id())
                .change(Estates.cluster(A, 2), "datacenter", other.id());
    }

    private static Arguments entry(Estate estate, String entry) {
        return Arguments.of(entry, estate);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("impossibleEntries")
    void whatCannotBeDoneNeverLooksDoable(String entry, Estate estate) {
        var plan = Plans.read(entry);
        assertThat(open(plan, estate)).as("the whole estate").isEmpty();
        for (var poorer : poorer(estate)) {
            assertThat(open(plan, poorer.estate))
                    .as("without %s", poorer.without)
                    .isEmpty();
        }
    }

    /** Migrations with a candidate that nothing of the plan speaks against. */
    private static List<Migration> open(PlanDocument plan, Estate estate) {
        return Resolver.resolve(plan, estate.inventory()).migrations().stream()
                .filter(m -> m.problem() == null && m.excluded() == null)
                .filter(m -> m.candidates().stream()
                        .anyMatch(candidate -> candidate.doubts().isEmpty()))
                .toList();
    }

    private record Poorer(String without, Estate estate) {}

    /** The estate without each fact and collection, and with each row of each collection lost. */
    private static List<Poorer> poorer(Estate estate) {
        return POORER.computeIfAbsent(estate, ResolverLawTest::makePoorer);
    }

    private static List<Poorer> makePoorer(Estate estate) {
        var all = new ArrayList<Poorer>();
        for (var fact : estate.facts()) {
            if (fact.path().contains("[")) {
                continue; // parts of hosts that names do not hang on
            }
            all.add(new Poorer(fact.toString(), estate.without(fact)));
            if (Estate.read(estate.get(Record.class, fact.thing()), fact.path()) instanceof Listing<?> rows) {
                for (int i = 0; i < rows.size(); i++) {
                    all.add(new Poorer(fact + " row " + i, estate.lose(fact.thing(), fact.path(), i)));
                }
            }
        }
        return all;
    }

    static Stream<Arguments> goodEntries() {
        var toB = "to: { vcenter: vcsa-b, host: esx-01.site-b.example";
        return Stream.of(
                entry(ONE, "{ vm: web-a, to: { host: esx-02.site-a.example } }"),
                entry(ONE, "{ vm: db-a, to: { datastore: ds-a1 } }"),
                entry(ONE, "{ vm: db-a, to: { disks: [ { key: 2001, datastore: ds-a1 } ] } }"),
                entry(ONE, "{ vm: idle-a, to: { host: esx-01.site-a.example, datastore: ds-a2 } }"),
                entry(ONE, "{ vm: tpl-a, to: { host: esx-01.site-a.example } }"),
                entry(ONE, "{ vm: web-a, power: suspend, to: { resourcePool: Tier1 } }"),
                entry(TWO, "{ vm: web-a, " + toB + ", datastore: ds-b1, networks: { VM-A: VM-B } } }"),
                entry(TWO, "{ vm: metro-a, " + toB + ", datastore: ds-metro } }"),
                entry(LINKED, "{ vm: metro-a, " + toB + ", datastore: ds-metro } }"),
                entry(LINKED, "{ vm: db-a, " + toB + ", datastoreCluster: pod-b } }"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goodEntries")
    void fewerFactsNeverLeaveFewerKindsNorAnUnknownHostWithoutADoubt(String entry, Estate estate) {
        var plan = Plans.read(entry);
        var before = Resolver.resolve(plan, estate.inventory()).migrations().get(0);
        assertThat(open(plan, estate)).hasSize(1);
        for (var poorer : poorer(estate)) {
            var after = Resolver.resolve(plan, poorer.estate.inventory())
                    .migrations()
                    .get(0);
            if (after.problem() == null && after.excluded() == null) {
                assertThat(after.types()).as("without %s", poorer.without).containsAll(before.types());
                assertThat(after.candidates())
                        .as("candidates without %s", poorer.without)
                        .isNotEmpty()
                        .noneMatch(c -> (c.host() == null || after.source() == null)
                                && c.doubts().isEmpty());
            }
        }
    }

    @Test
    void whatIsNotCollectedIsADoubtThatSaysWhatToGive() {
        var hosts = oneSite().without(Estates.VC_A, "hosts");
        var migration = Plans.one(hosts, "{ vm: web-a, to: { host: esx-02.site-a.example } }");
        assertThat(migration.problem()).isNull();
        assertThat(migration.candidates().get(0).host()).isNull();
        assertThat(migration.candidates().get(0).name()).isEqualTo("esx-02.site-a.example");
        assertThat(migration.candidates().get(0).doubts())
                .extracting(Plan.Doubt::thing, Plan.Doubt::property, Plan.Doubt::message)
                .contains(org.assertj.core.groups.Tuple.tuple(
                        Estates.VC_A,
                        "hosts",
                        "The snapshot of vcsa-a lists no hosts, so whether there is one named"
                                + " \"esx-02.site-a.example\" is open."));
        var partial = oneSite().partial(Estates.VC_A, "datastores");
        var store = Plans.candidate(partial, "{ vm: web-a, to: { datastore: ds-x } }");
        assertThat(store.home().target()).isNull();
        assertThat(store.home().targetName()).isEqualTo("ds-x");
        assertThat(store.doubts()).extracting(Plan.Doubt::property).containsExactly("datastores.complete");
        var twice = Plans.candidate(partial, "{ vm: web-a, to: { datastore: ds-a2 } }");
        assertThat(twice.home().target()).isNotNull();
        assertThat(twice.doubts())
                .extracting(Plan.Doubt::message)
                .containsExactly("The snapshot of vcsa-a may not list every datastore with its name, so another"
                        + " datastore may be named \"ds-a2\" too.");
        assertThat(Plans.candidate(partial, "{ vm: web-a, to: { datastore: datastore-2 } }")
                        .doubts())
                .as("an id names one for good")
                .isEmpty();
    }

    @Test
    void aPartlyKnownClusterKeepsAnUnknownHostInMind() {
        var estate = twoSites().without(Estates.host(B, 3), "cluster").without(Estates.host(B, 3), "standalone");
        var entry = "{ vm: web-a, to: { vcenter: vcsa-b, cluster: CL-B1, datastore: ds-b1 } }";
        assertThat(Plans.one(estate, entry).candidates())
                .extracting(Plan.Candidate::name)
                .containsExactly("esx-01.site-b.example", "esx-02.site-b.example", "another host of CL-B1");
    }

    @Test
    void aVmOfWhichNobodyCanTellWhetherItIsMeantIsInWithADoubt() {
        var estate =
                oneSite().change(Estates.WEB_A, "tags", Listing.of("tier-1")).without(Estates.DB_A, "tags");
        var plan = Plans.resolve(estate, "{ select: { tag: tier-1 }, to: { cluster: CL-A2 } }");
        assertThat(plan.migrations()).extracting(Migration::name).containsExactly("web-a", "db-a");
        assertThat(plan.migrations().get(0).candidates().get(0).doubts()).isEmpty();
        assertThat(plan.migrations().get(1).candidates().get(0).doubts())
                .extracting(Plan.Doubt::message)
                .containsExactly("The snapshot does not tell the tags of db-a, so whether it is selected is open.");
        var excluded =
                Plans.resolve(estate, "{ select: { name: 'd*' }, exclude: { tag: old }, to: { cluster: CL-A2 } }");
        assertThat(excluded.migrations().get(0).candidates().get(0).doubts()).hasSize(1);
        var none = Plans.one(
                estate.without(Estates.WEB_A, "tags"),
                "{ select: { tag: tier-1, name: '*b-a' }, to: { cluster: CL-A2 } }");
        assertThat(none.problem().message()).startsWith("Whether any VM is selected is open.");
    }

    @Test
    void networksOfAHostThatAreAllNamedAreEnough() {
        var estate = twoSites().partial(Estates.VC_B, "networks");
        var toB = "to: { vcenter: vcsa-b, host: esx-01.site-b.example, datastore: ds-b1, networks: { VM-A: VM-B } } }";
        assertThat(Plans.candidate(estate, "{ vm: web-a, " + toB).doubts()).isEmpty();
        var lost = twoSites().lose(Estates.VC_B, "networks", 3);
        assertThat(Plans.candidate(lost, "{ vm: web-a, " + toB).doubts())
                .extracting(Plan.Doubt::thing)
                .containsExactly(Estates.VC_B);
        assertThat(lost.get(VCenter.class, Estates.VC_B).networks().items())
                .extracting(Network::name)
                .doesNotContain("VM Network");
    }
}
