package dev.premotion.rules;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.B;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.cluster;
import static dev.premotion.inventory.Estates.datastore;
import static dev.premotion.inventory.Estates.disk;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.nic;
import static dev.premotion.inventory.Estates.twoSites;
import static dev.premotion.inventory.Estates.vm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.assessment.Explained;
import dev.premotion.inventory.ClusterRule;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.Plans;
import dev.premotion.plan.Resolver;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of subjects that hang on other migrations; {@code cli.ExplainTest} has the rest. */
class ExplainerTest {

    private static final String TO_B = "{vm: {vcenter: vcsa-a, id: vm-1}, to: {vcenter: vcsa-b, ";
    private static final String TO_CLUSTER = TO_B + "cluster: CL-B1, datastore: ds-metro, networks: {VM-A: VM-B}}}";

    @Test
    void whatHasRoomIsToldOfEveryThing() {
        var explained = explain(
                twoSites().change(nic(WEB_A, 1), "reservationMbps", 100L),
                TO_B + "cluster: CL-B1, datastoreCluster: pod-b, networks: {VM-A: VM-B}}}");

        assertThat(explained.judged().verdict()).hasToString("approved");
        assertThat(told(explained, "CAP-HOST-MEM")).containsExactly("YES esx-01.site-b.example");
        assertThat(told(explained, "STOR-FREE-SPACE")).containsExactly("YES pod-b1");
        assertThat(told(explained, "CAP-HA-ADMISSION")).containsExactly("YES CL-B1");
        assertThat(told(explained, "CAP-POOL-MEM")).containsExactly("YES /CL-B1/Resources");
        assertThat(told(explained, "NET-PORTS-FULL")).containsExactly("YES VM-B");
        assertThat(told(explained, "NET-RESERVATION-POOL")).containsExactly("YES VM-B");
    }

    @Test
    void whatWasOnlyTriedIsNotToldOfAnApproval() {
        var explained = explain(nodeAtTheFirstHost(), TO_CLUSTER);

        assertThat(explained.judged().destination().name()).isEqualTo("esx-02.site-b.example");
        assertThat(told(explained, "STOR-WSFC-ONE-HOST")).containsExactly("YES web-a at esx-02.site-b.example");
        var full = explain(twoSites().change(host(B, 1), "memoryMiB", 30L), TO_CLUSTER);
        assertThat(told(full, "CAP-HOST-MEM")).containsExactly("YES esx-02.site-b.example");
    }

    @Test
    void whatIsBlockedEverywhereIsToldOfEachHost() {
        var estate = shared(nodeAtTheFirstHost(), disk(vm(B, 6), 1)) // on the third host
                .change(host(B, 2), "inMaintenanceMode", true);

        var explained = explain(estate, TO_CLUSTER);

        assertThat(explained.judged().verdict()).hasToString("blocked");
        assertThat(told(explained, "STOR-WSFC-ONE-HOST"))
                .containsExactly("NO web-a at esx-01.site-b.example", "NO web-a at esx-03.site-b.example");
    }

    @Test
    void aGroupIsToldOfItsOwnVmsOnly() {
        var rule = new ClusterRule("apart", "antiAffinity", true, false, Listing.of("vm-1", "vm-6"), null);
        var estate = twoSites().change(cluster(A, 1), "rules", Listing.of(rule));
        var plan = List.of(SettlementTest.to("vm-1", 2), SettlementTest.to("vm-2", 2));

        assertThat(groups(explain(estate, plan, 0))).isNotEmpty();
        assertThat(groups(explain(estate, plan, 1))).isEmpty();
    }

    /** web-a shares a disk with web-b, which runs on the first host of site B. */
    private static Estate nodeAtTheFirstHost() {
        var estate = twoSites()
                .change(datastore(A, 3), "clusteredVmdkSupported", true)
                .change(datastore(B, 3), "clusteredVmdkSupported", true)
                .change(WEB_A, "homeDatastore", datastore(A, 3).id())
                .change(WEB_A, "vmPathName", "[ds-metro] q/q.vmx");
        return shared(shared(estate, disk(WEB_A, 1)), disk(vm(B, 1), 1));
    }

    private static Estate shared(Estate estate, Ref disk) {
        return estate.change(disk, "sharedBus", "physicalSharing")
                .change(disk, "path", "[ds-metro] q/q.vmdk")
                .change(disk, "datastore", datastore(A, 3).id());
    }

    private static Explained explain(Estate estate, String entry) {
        return explain(estate, List.of(entry), 0);
    }

    private static Explained explain(Estate estate, List<String> entries, int which) {
        var plan = Resolver.resolve(Plans.read("", entries), estate.inventory());
        return Cases.PREFLIGHT.explain(
                plan,
                estate.inventory(),
                Cases.TODAY,
                plan.migrations().get(which).id());
    }

    private static List<String> told(Explained explained, String rule) {
        return explained.said().stream()
                .filter(said -> said.card().id().equals(rule))
                .map(said -> said.answer().truth() + " " + said.subject().name())
                .toList();
    }

    private static List<String> groups(Explained explained) {
        return explained.said().stream()
                .map(said -> said.subject().kind())
                .filter(kind -> kind.contains("group"))
                .toList();
    }
}
