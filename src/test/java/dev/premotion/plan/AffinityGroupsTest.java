package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.B;
import static dev.premotion.inventory.Estates.BATCH_A;
import static dev.premotion.inventory.Estates.DB_A;
import static dev.premotion.inventory.Estates.METRO_A;
import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.cluster;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.twoSites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.ClusterRule;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.PowerState;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.AffinityGroups.Move;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether a DRS rule is kept where a plan leaves its VMs: web-a and db-a start on host 1, metro-a on host 3. */
class AffinityGroupsTest {

    private static final String APART = "antiAffinity";
    private static final Estate WEB_METRO = ruled(APART, Listing.of("vm-1", "vm-6"));

    @Test
    void vmsThatAreToBeApartMayNotMeet() {
        assertThat(told(WEB_METRO, Map.of(WEB_A, to(3))))
                .containsExactly("false of vm-1: web-a on esx-03.site-a.example, metro-a on esx-03.site-a.example");
        assertThat(told(WEB_METRO, Map.of(WEB_A, to(2))))
                .containsExactly("true of vm-1: web-a on esx-02.site-a.example, metro-a on esx-03.site-a.example");
        assertThat(told(WEB_METRO, Map.of(WEB_A, to(3), METRO_A, to(1))))
                .containsExactly(
                        "true of vm-1, vm-6: web-a on esx-03.site-a.example, metro-a on esx-01.site-a.example");
    }

    @Test
    void vmsThatAreToBeTogetherMayNotPart() {
        var together = ruled("affinity", Listing.of("vm-1", "vm-2"));
        assertThat(told(together, Map.of(WEB_A, to(2))))
                .singleElement()
                .asString()
                .startsWith("false of vm-1: ");
        assertThat(told(together, Map.of(WEB_A, to(2), DB_A, to(2))))
                .singleElement()
                .asString()
                .startsWith("true of vm-1, vm-2: ");
    }

    @Test
    void aRuleOfWhichNoVmMovesAndOneOfVmsAndHostsAreNoMatter() {
        assertThat(told(WEB_METRO, Map.of(DB_A, to(3)))).isEmpty();
        assertThat(told(ruled("vmHostAffinity", Listing.of("vm-1", "vm-6")), Map.of(WEB_A, to(3))))
                .isEmpty();
        assertThat(told(ruled(null, Listing.of("vm-1", "vm-6")), Map.of(WEB_A, to(3))))
                .isEmpty();
        assertThat(told(ruled(APART, null), Map.of(WEB_A, to(3)))).isEmpty();
        assertThat(told(twoSites().without(cluster(A, 1), "rules"), Map.of(WEB_A, to(3))))
                .isEmpty();
        assertThat(told(WEB_METRO.without(VC_A, "vms"), Map.of(WEB_A, to(3)))).isEmpty();
    }

    @Test
    void whetherAMoveHappensOrWhereToMayBeOpen() {
        var open = "null of vm-1: metro-a on esx-03.site-a.example; host of web-a";
        assertThat(told(WEB_METRO, Map.of(WEB_A, new Move(at(A, 3), false)))).containsExactly(open);
        assertThat(told(WEB_METRO, Map.of(WEB_A, new Move(at(A, 4), false)))).containsExactly(open);
        assertThat(told(WEB_METRO, Map.of(WEB_A, new Move(null, true)))).containsExactly(open);
        var nameless = new Move(WEB_METRO.without(host(A, 4), "cluster").get(Host.class, host(A, 4)), true);
        assertThat(told(WEB_METRO, Map.of(WEB_A, nameless)))
                .as("nobody knows whether it leaves the cluster")
                .containsExactly(open);
    }

    @Test
    void whoDoesNotRunOrLeavesTheClusterIsBoundNoMore() {
        for (var state : List.of(PowerState.POWERED_OFF, PowerState.SUSPENDED)) {
            assertThat(told(WEB_METRO.change(METRO_A, "powerState", state), Map.of(WEB_A, to(3))))
                    .containsExactly("true of vm-1: web-a on esx-03.site-a.example");
        }
        assertThat(told(ruled(APART, Listing.of("vm-1", "vm-3")), Map.of(BATCH_A, to(1))))
                .containsExactly("true of vm-3: web-a on esx-01.site-a.example");
        assertThat(told(WEB_METRO, Map.of(WEB_A, to(4))))
                .containsExactly("true of vm-1: metro-a on esx-03.site-a.example");
        assertThat(told(WEB_METRO, Map.of(WEB_A, new Move(at(B, 3), true))))
                .as("the cluster there has the same id")
                .containsExactly("true of vm-1: metro-a on esx-03.site-a.example");
    }

    @Test
    void whatTheSnapshotDoesNotSayOfTheOthersIsOpen() {
        assertThat(told(WEB_METRO.without(METRO_A, "powerState"), Map.of(WEB_A, to(3))))
                .containsExactly("null of vm-1: web-a on esx-03.site-a.example; powerState of metro-a");
        assertThat(told(WEB_METRO.without(METRO_A, "host"), Map.of(WEB_A, to(3))))
                .containsExactly("null of vm-1: web-a on esx-03.site-a.example; host of metro-a");
        assertThat(told(ruled(APART, Listing.of("vm-1", "vm-99")), Map.of(WEB_A, to(3))))
                .containsExactly("null of vm-1: web-a on esx-03.site-a.example; vmsConfirmed of vcsa-a");
        var partial = ruled(APART, Listing.partial(List.of("vm-1", "vm-6")));
        assertThat(told(partial, Map.of(WEB_A, to(2))))
                .singleElement()
                .asString()
                .endsWith("; rules of CL-A1");
        assertThat(told(partial, Map.of(WEB_A, to(3))))
                .as("who else is in it does not matter any more")
                .singleElement()
                .asString()
                .startsWith("false of vm-1: ");
    }

    @Test
    void aHostThatIsNotListedIsCalledByItsId() {
        assertThat(told(WEB_METRO.lose(VC_A, "hosts", 2), Map.of(WEB_A, to(2))))
                .containsExactly("true of vm-1: web-a on esx-02.site-a.example, metro-a on host-3");
        assertThat(told(WEB_METRO.without(VC_A, "hosts"), Map.of(WEB_A, to(3))))
                .containsExactly("false of vm-1: web-a on host-3, metro-a on host-3");
    }

    private static Estate ruled(@Nullable String type, @Nullable Listing<String> vms) {
        var rule = new ClusterRule("keep", type, true, true, vms, null);
        return twoSites().change(cluster(A, 1), "rules", Listing.of(rule));
    }

    private static Move to(int host) {
        return new Move(at(A, host), true);
    }

    private static Host at(String vCenter, int number) {
        return twoSites().get(Host.class, host(vCenter, number));
    }

    private static List<String> told(Estate estate, Map<Ref, Move> moves) {
        return AffinityGroups.of(estate.inventory(), moves).stream()
                .map(moved -> moved.group().kept() + " of "
                        + String.join(", ", moved.vms().stream().map(Ref::id).toList()) + ": "
                        + String.join(", ", moved.group().places())
                        + String.join(
                                "",
                                moved.group().lacking().stream()
                                        .map(one -> "; " + one.property() + " of " + one.thingName())
                                        .toList()))
                .toList();
    }
}
