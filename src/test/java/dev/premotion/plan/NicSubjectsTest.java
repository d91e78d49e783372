package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.VC_B;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.cluster;
import static dev.premotion.inventory.Estates.network;
import static dev.premotion.inventory.Estates.nic;
import static dev.premotion.inventory.Estates.twoSites;
import static dev.premotion.plan.Nics.ACROSS;
import static dev.premotion.plan.Nics.INSIDE;
import static dev.premotion.plan.Nics.LEAVES;
import static dev.premotion.plan.Nics.keyed;
import static dev.premotion.plan.Nics.mapped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Network;
import dev.premotion.inventory.Nic;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.NicArrivals.Somewhere;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which subjects the adapters of web-a have, and where each may come to. */
class NicSubjectsTest {

    private static final Estate CLEAN = twoSites();
    private static final Ref NIC = nic(WEB_A, 1);
    private static final Estate NOWHERE = CLEAN.without(NIC, "network").without(NIC, "networkName");

    @Test
    void eachAdapterIsJudgedWithItsNetworksAndWhatIsNotListedOnce() {
        assertThat(made(CLEAN, INSIDE)).containsExactly("nic", "network-at-host", "network-change");
        var more = CLEAN.partial(WEB_A, "nics");
        assertThat(made(more, INSIDE))
                .containsExactly("nic", "network-at-host", "nic", "network-at-host", "network-change");
        assertThat(made(CLEAN.without(WEB_A, "nics"), INSIDE)).containsExactly("nic", "network-at-host");
        assertThat(made(CLEAN.change(WEB_A, "nics", Listing.of()), INSIDE)).isEmpty();
    }

    @Test
    void whatAPersonConfirmedInsideAClusterNeedsNoAdapterThatIsNotListed() {
        var unlisted = CLEAN.without(WEB_A, "nics");
        var nics = unlisted.change(WEB_A, "nicsConfirmed", true);
        var networks = unlisted.change(cluster(A, 1), "networksConfirmed", true);
        assertThat(made(nics, INSIDE)).containsExactly("network-at-host");
        assertThat(made(networks, INSIDE)).containsExactly("nic");
        assertThat(made(unlisted.change(WEB_A, "nicsConfirmed", false), INSIDE)).hasSize(2);
        assertThat(made(unlisted.change(cluster(A, 1), "networksConfirmed", false), INSIDE))
                .hasSize(2);
        var both =
                nics.change(cluster(A, 1), "networksConfirmed", true).change(cluster(A, 2), "networksConfirmed", true);
        assertThat(made(both, INSIDE)).isEmpty();
        assertThat(made(both, LEAVES)).as("of another cluster").containsExactly("nic", "network-at-host");
    }

    @Test
    void whereTheHostIsNotKnownOnlyTheAdapterIsJudged() {
        var hostless = CLEAN.without(VC_B, "hosts");
        assertThat(made(hostless, ACROSS)).containsExactly("nic");
        assertThat(made(hostless.without(WEB_A, "nics"), ACROSS)).containsExactly("nic");
    }

    @Test
    void anAdapterWaitsForItsOwnFactsOnly() {
        var nowhere = Nics.of(NOWHERE, LEAVES);
        assertThat(nowhere.all(NicMove.class).get(0).stays()).isFalse();
        assertThat(nowhere.all(NicMove.class).get(0).networkName()).isNull();
        assertThat(Nics.move(CLEAN, INSIDE).stays()).isTrue();
        assertThat(Nics.move(CLEAN, mapped(INSIDE, "VM-Shared")).stays()).isFalse();
        assertThat(Nics.move(CLEAN, ACROSS).networkName()).isEqualTo("VM-A");
        assertThat(Nics.change(CLEAN, ACROSS).networkName()).isEqualTo("VM-A");
        assertThat(Nics.move(CLEAN, ACROSS).source())
                .isEqualTo(CLEAN.inventory().vCenters().get(0));
        assertThat(Nics.at(CLEAN, INSIDE).own()).isNotNull();
        assertThat(Nics.at(CLEAN, mapped(INSIDE, "VM-Shared")).own()).isNull();
        assertThat(Nics.at(CLEAN, LEAVES).own()).isNull();
    }

    @Test
    void insideItsClusterOnlyAMappedAdapterArrives() {
        assertThat(arrivals(CLEAN, INSIDE).adapters()).isEmpty();
        assertThat(arrivals(CLEAN, mapped(INSIDE, "VM-Shared")).adapters()).hasSize(1);
        assertThat(arrivals(CLEAN, LEAVES).adapters()).hasSize(1);
        assertThat(arrivals(CLEAN.without(WEB_A, "host"), INSIDE).adapters())
                .as("whatever else is in doubt")
                .isEmpty();
        var unlisted = CLEAN.partial(WEB_A, "nics");
        assertThat(arrivals(unlisted, INSIDE).unlisted()).isNull();
        assertThat(arrivals(CLEAN, LEAVES).unlisted()).isNull();
        assertThat(open(arrivals(unlisted, LEAVES).unlisted())).isEqualTo("web-a: nics.complete");
        assertThat(open(arrivals(unlisted, mapped(INSIDE, "VM-Shared")).unlisted()))
                .as("another adapter may be mapped, too")
                .isEqualTo("web-a: nics.complete");
        assertThat(open(arrivals(CLEAN.without(WEB_A, "nics"), ACROSS).unlisted()))
                .isEqualTo("web-a: nics");
    }

    @Test
    void anAdapterMayComeElsewhereWhereItsNetworkIsOpen() {
        assertThat(only(CLEAN, LEAVES)).isNull();
        assertThat(only(CLEAN, mapped(ACROSS, "VM-B"))).isNull();
        var named = only(CLEAN.partial(VC_B, "networks"), keyed(ACROSS, "New"));
        assertThat(open(named)).isEqualTo("vcsa-b: networks.complete");
        assertThat(named.name()).isEqualTo("New");
        var nowhere = only(NOWHERE, LEAVES);
        assertThat(open(nowhere)).isEqualTo("Network adapter 1 of web-a: network");
        assertThat(nowhere.name()).isNull();
        var doubted = only(CLEAN.without(WEB_A, "host"), LEAVES);
        assertThat(open(doubted)).isEqualTo("web-a: host");
        assertThat(doubted.not()).isEqualTo(CLEAN.get(Network.class, network(A, 1)));
        var none = only(CLEAN, ACROSS);
        assertThat(none.open()).as("nobody knows what to ask").isNull();
    }

    @Test
    void whatIsSomewhereMayBeOnAnyNetworkOfTheNameInItsVCenter() {
        assertThat(mayBe(CLEAN, "vm-a", 0, 1)).isTrue();
        assertThat(mayBe(CLEAN, "VM-A", 0, 2)).isFalse();
        assertThat(mayBe(CLEAN.without(network(A, 2), "name"), "VM-A", 0, 2)).isTrue();
        assertThat(mayBe(CLEAN, null, 0, 2)).isTrue();
        assertThat(mayBe(CLEAN, null, 2, 2)).as("that is counted already").isFalse();
        assertThat(mayBe(CLEAN, null, 1, 2)).isTrue();
        var there = new Somewhere(CLEAN.inventory().vCenters().get(1), null, null, null);
        assertThat(there.mayBe(CLEAN.get(Network.class, network(A, 1)))).isFalse();
        assertThat(there.has(CLEAN.get(Network.class, network(A, 1)))).isFalse();
    }

    @Test
    void oneThatIsNotListedMayBeAny() {
        var second = CLEAN.get(Network.class, network(A, 2)).ref();
        assertThat(somewhere(CLEAN, "VM-Shared", 0)
                        .mayBeOneOf(network -> network.ref().equals(second)))
                .isTrue();
        assertThat(somewhere(CLEAN, "VM-A", 0)
                        .mayBeOneOf(network -> network.ref().equals(second)))
                .isFalse();
        assertThat(somewhere(CLEAN, "VM-Shared", 0).mayBeOneOf(network -> false))
                .isFalse();
        assertThat(somewhere(CLEAN.partial(VC_A, "networks"), "VM-A", 0).mayBeOneOf(network -> false))
                .isTrue();
        assertThat(new Somewhere(
                                Draft.of(CLEAN.inventory().vCenters().get(0))
                                        .set("networks", null)
                                        .build(),
                                "VM-A",
                                null,
                                null)
                        .mayBeOneOf(network -> false))
                .isTrue();
    }

    @Test
    void whatIsAdriftIsBetweenNothingAndAllOfIt() {
        assertThat(arrivals(CLEAN, LEAVES).adrift(nic -> Amount.exactly(5))).isEmpty();
        assertThat(arrivals(NOWHERE, LEAVES).adrift(nic -> Amount.exactly(5)))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.amount().least()).isZero();
                    assertThat(one.amount().most()).isEqualTo(5);
                });
        assertThat(arrivals(CLEAN.without(WEB_A, "nics"), LEAVES).adrift(nic -> Amount.exactly(5)))
                .singleElement()
                .satisfies(one -> assertThat(one.amount().most()).isNull());
        var sure = arrivals(CLEAN, LEAVES).adapters().get(0);
        assertThat(sure.atTarget(Amount.exactly(5))).isEqualTo(Amount.exactly(5));
        var doubted = arrivals(CLEAN.without(WEB_A, "host"), LEAVES).adapters().get(0);
        assertThat(doubted.atTarget(Amount.exactly(5)).least()).isZero();
        assertThat(doubted.nic().nic()).isEqualTo(CLEAN.get(Nic.class, NIC));
    }

    private static List<String> made(Estate estate, String entry) {
        return Nics.of(estate, entry).subjects().stream().map(Subject::kind).toList();
    }

    private static NicArrivals arrivals(Estate estate, String entry) {
        var migration = Plans.one(estate, entry);
        return NicArrivals.of(migration, migration.candidates().get(0));
    }

    private static Somewhere only(Estate estate, String entry) {
        return arrivals(estate, entry).adapters().get(0).elsewhere();
    }

    private static String open(@Nullable Somewhere where) {
        var open = where == null ? null : where.open();
        return open == null ? "nothing" : open.thingName() + ": " + open.property();
    }

    private static boolean mayBe(Estate estate, @Nullable String name, int not, int number) {
        return somewhere(estate, name, not).mayBe(estate.get(Network.class, network(A, number)));
    }

    private static Somewhere somewhere(Estate estate, @Nullable String name, int not) {
        var counted = not == 0 ? null : estate.get(Network.class, network(A, not));
        return new Somewhere(estate.inventory().vCenters().get(0), name, counted, null);
    }
}
