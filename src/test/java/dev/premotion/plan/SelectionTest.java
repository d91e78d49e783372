package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.BATCH_A;
import static dev.premotion.inventory.Estates.DB_A;
import static dev.premotion.inventory.Estates.METRO_A;
import static dev.premotion.inventory.Estates.VC_B;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.cluster;
import static dev.premotion.inventory.Estates.disk;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.oneSite;
import static dev.premotion.inventory.Estates.pool;
import static dev.premotion.inventory.Estates.twoSites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.Plan.Migration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which VMs a selection means, by each of its words, and what an open question does to it. */
class SelectionTest {

    /** web-a is tagged and in a folder and pool of its own, batch-a on ds-a2 and VM-Shared, db-a alone in CL-A2. */
    private static final Estate SITE = oneSite()
            .change(WEB_A, "tags", Listing.of("tier-1", "pci"))
            .change(WEB_A, "folder", "/DC-A/vm/Accounting")
            .change(WEB_A, "resourcePool", pool(A, 3).id())
            .change(BATCH_A, "homeDatastore", "datastore-2")
            .change(disk(BATCH_A, 1), "datastore", "datastore-2")
            .change(nic(BATCH_A), "networkName", "VM-Shared")
            .change(DB_A, "host", host(A, 4).id())
            .change(DB_A, "cluster", cluster(A, 2).id());

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "name: '*-a'                         | web-a, db-a, batch-a, idle-a, tpl-a, metro-a",
                "name: d*                            | db-a",
                "power: on                           | web-a, db-a, metro-a",
                "power: off                          | batch-a, tpl-a",
                "power: suspended                    | idle-a",
                "cluster: CL-A2                      | db-a",
                "cluster: 'CL-A?', name: '?e*'       | web-a, metro-a",
                "datacenter: DC-A, name: idle-a      | idle-a",
                "host: esx-03*                       | metro-a",
                "resourcePool: Tier1                 | web-a",
                "resourcePool: '*/Tier1'             | web-a",
                "folder: Accounting                  | web-a",
                "folder: /DC-A/vm/Acc*               | web-a",
                "tag: pci                            | web-a",
                "tag: 'tier-?'                       | web-a",
                "datastore: ds-a2                    | db-a, batch-a",
                "datastore: ds-metro                 | metro-a",
                "vcenter: vcsa-a, name: web-a        | web-a",
                "vcenter: 'aaaaaaaa-*', name: web-a  | web-a",
                "power: on, host: esx-01*, tag: pci  | web-a",
            })
    void eachWordNarrowsIt(String select, String vms) {
        assertThat(selected(SITE, select)).containsExactlyInAnyOrder(vms.split(", "));
        assertThat(doubts(SITE, select)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "folder: vm/*",
                "folder: DC-A",
                "resourcePool: Tier",
                "tag: tier",
                "datastore: ds-a9",
                "host: esx-01",
                "datacenter: DC-B",
                "vcenter: vcsa-b, name: web-a",
                "network: VM-9",
            })
    void whatFitsNoVmSelectsNone(String select) {
        assertThat(selected(SITE, select)).isEmpty();
    }

    @Test
    void aNetworkIsThatOfAnyAdapter() {
        var all = selected(SITE, "network: VM-A");
        var other = SITE.change(nic(WEB_A), "networkName", "VM-Other");

        assertThat(all).contains("web-a");
        assertThat(selected(other, "network: VM-Other")).containsExactly("web-a");
        assertThat(selected(other, "network: VM-A")).doesNotContain("web-a").hasSize(all.size() - 1);
    }

    /** Without the fact nobody knows whether it is meant, so it is in with a doubt that says which fact would tell. */
    @ParameterizedTest(name = "{0} without {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "tag: pci                  | tags            | tags",
                "folder: Accounting        | folder          | folder",
                "resourcePool: Tier1       | resourcePool    | resourcePool",
                "host: 'esx-01*'           | host            | host",
                "power: on                 | powerState      | powerState",
                "network: VM-A             | nics            | nics",
                "datastore: ds-a1          | disks           | disks",
                "datastore: ds-a1          | homeDatastore   | disks",
            })
    void whatIsNotToldIsADoubt(String select, String lost, String property) {
        var poorer = SITE.without(BATCH_A, lost);

        assertThat(selected(SITE, select)).contains("web-a").doesNotContain("batch-a");
        assertThat(selected(poorer, select)).contains("web-a", "batch-a");
        assertThat(doubts(poorer, select)).containsOnly(property);
    }

    @Test
    void whereNoVmIsSurelyMeantNoneIsTaken() {
        var migration = resolved(SITE.without(WEB_A, "tags"), "tag: pci").get(0);

        assertThat(migration.problem().message()).startsWith("Whether any VM is selected is open.");
    }

    @Test
    void aListThatMayLackSomethingSettlesOnlyWhatItShows() {
        var partial = SITE.partial(WEB_A, "tags");

        assertThat(selected(partial, "tag: pci")).containsExactly("web-a");
        assertThat(doubts(partial, "tag: pci")).isEmpty();
        assertThat(resolved(partial, "tag: other").get(0).problem().message())
                .startsWith("Whether any VM is selected is open.");
    }

    @Test
    void aKnownNoCountsMoreThanAnOpenQuestion() {
        var open = SITE.without(WEB_A, "tags");

        assertThat(selected(open, "tag: pci, name: db-a")).isEmpty();
        assertThat(selected(open, "tag: pci, power: off, name: web-a")).isEmpty();
    }

    @Test
    void aHostThatStandsAloneIsInNoCluster() {
        var unknown = SITE.without(host(A, 3), "cluster").without(METRO_A, "cluster");
        var alone = unknown.change(host(A, 3), "standalone", true);
        var perhaps = unknown.without(host(A, 3), "standalone");

        assertThat(selected(alone, "cluster: '*'")).doesNotContain("metro-a").contains("web-a");
        assertThat(doubts(alone, "cluster: '*'")).isEmpty();
        assertThat(selected(perhaps, "cluster: '*'")).contains("metro-a");
        assertThat(doubts(perhaps, "cluster: '*'")).containsOnly("cluster");
    }

    @Test
    void aVCenterNarrowsASelectionOfSeveral() {
        assertThat(names(Plans.resolve(twoSites(), "{ select: { name: 'web-*' }, to: { cluster: CL-A2 } }")
                        .migrations()))
                .containsExactly("web-a", "web-b");
        assertThat(names(Plans.resolve(
                                twoSites(), "{ select: { name: 'web-*', vcenter: vcsa-a }, to: { cluster: CL-A2 } }")
                        .migrations()))
                .containsExactly("web-a");
    }

    /** What fits nothing is told in the words of the plan, from the place inwards, so that it can be found again. */
    @Test
    void aProblemRepeatsTheWholeSelection() {
        var select = "power: on, tag: t, network: n, datastore: d, name: x, folder: f, resourcePool: p, host: h,"
                + " cluster: c, datacenter: dc, vcenter: vcsa-a";

        assertThat(problem(SITE, select))
                .startsWith("No VM fits vcenter vcsa-a, datacenter dc, cluster c, host h, resourcePool p, folder f,"
                        + " name x, datastore d, network n, tag t, power on. No datacenter is named \"dc\".");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            value = {
                "vcenter: vcsa-aa                    | Maybe vcsa-a is meant.",
                "datacenter: DC-X, cluster: CL-X     | No datacenter is named \"DC-X\". Maybe DC-A is meant.",
                "cluster: CL-A3, host: esx-0         | No cluster is named \"CL-A3\". Maybe CL-A1 or CL-A2 is meant.",
                "host: 'esx-09.site-a.example*'      | No host has a name like \"esx-09.site-a.example*\". Maybe esx-01.site-a.example",
                "datastore: ds-a7, network: VM-X     | No datastore is named \"ds-a7\". Maybe ds-a1 or ds-a2 is meant.",
                "network: VM-X, name: wex-a          | No network is named \"VM-X\". Maybe VM-A is meant.",
                "cluster: CL-A1, name: wex-a         | No VM is named \"wex-a\". Maybe web-a is meant.",
            })
    void theFirstWordThatFitsNothingIsNamedWithWhatIsLikeIt(String select, String maybe) {
        assertThat(problem(SITE, select)).contains(". " + maybe);
    }

    @Test
    void wordsThatFitOnlyEachOnItsOwnAreNotSaidToBeWrong() {
        assertThat(problem(SITE, "cluster: CL-A1, name: db-a")).isEqualTo("No VM fits cluster CL-A1, name db-a.");
    }

    @Test
    void whereTheSnapshotListsNoVmsTheProblemSaysSo() {
        var without = twoSites().without(VC_B, "vms");

        assertThat(problem(without, "name: nothing-*"))
                .endsWith(" The snapshot of vcsa-b lists no VMs.")
                .doesNotContain("vcsa-a");
        assertThat(problem(without, "name: nothing-*, vcenter: vcsa-a")).doesNotContain("lists no VMs");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "name: web-a                    | web-b",
                "tag: none                      | web-a, web-b",
                "vcenter: vcsa-b                | web-a",
                "vcenter: vcsa-b, name: web-a   | web-a, web-b",
            })
    void whatIsExcludedIsLeftOut(String exclude, String vms) {
        var plan = Plans.resolve(
                twoSites(), "{ select: { name: 'web-*' }, exclude: { " + exclude + " }, to: { cluster: CL-A2 } }");

        assertThat(names(plan.migrations())).containsExactly(vms.split(", "));
        assertThat(plan.migrations())
                .allSatisfy(migration -> assertThat(migration.candidates())
                        .allSatisfy(candidate -> assertThat(candidate.doubts())
                                .extracting(Plan.Doubt::message)
                                .noneMatch(message -> message.contains("excluded"))));
    }

    @Test
    void whetherAVmIsExcludedMayBeOpen() {
        var entry = "{ select: { name: 'web-*' }, exclude: { tag: pci }, to: { host: esx-02.site-a.example } }";
        var migration = Plans.one(SITE.without(WEB_A, "tags"), entry);

        assertThat(migration.candidates().get(0).doubts())
                .extracting(Plan.Doubt::message)
                .containsExactly("The snapshot does not tell the tags of web-a, so whether it is excluded is open.");
        assertThat(Plans.one(SITE, "{ select: { name: 'web-*' }, exclude: { tag: x }, to: { host: host-2 } }")
                        .candidates()
                        .get(0)
                        .doubts())
                .isEmpty();
    }

    @Test
    void ofSeveralOpenQuestionsTheFirstIsNamed() {
        var open = SITE.without(BATCH_A, "tags").without(BATCH_A, "folder").change(WEB_A, "tags", Listing.of("x"));

        assertThat(problem(open.without(WEB_A, "folder"), "folder: Accounting, tag: pci"))
                .isEqualTo("Whether any VM is selected is open. The snapshot does not tell the folder of batch-a, so"
                        + " whether it is selected is open.");
    }

    private static String problem(Estate estate, String select) {
        return resolved(estate, select).get(0).problem().message();
    }

    private static Ref nic(Ref vm) {
        return oneSite().get(Vm.class, vm).nics().items().get(0).ref();
    }

    private static List<Migration> resolved(Estate estate, String select) {
        return Plans.resolve(estate, "{ select: { " + select + " }, to: { host: esx-02.site-a.example } }")
                .migrations();
    }

    private static List<String> selected(Estate estate, String select) {
        return resolved(estate, select).stream()
                .filter(migration -> migration.problem() == null)
                .map(Migration::name)
                .toList();
    }

    private static List<String> names(List<Migration> migrations) {
        return migrations.stream().map(Migration::name).toList();
    }

    private static List<String> doubts(Estate estate, String select) {
        return resolved(estate, select).stream()
                .flatMap(migration -> migration.candidates().stream())
                .flatMap(candidate -> candidate.doubts().stream())
                .map(Plan.Doubt::property)
                .toList();
    }
}
