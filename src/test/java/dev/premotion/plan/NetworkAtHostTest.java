package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.B;
import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.VC_B;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.cluster;
import static dev.premotion.inventory.Estates.distributedSwitch;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.network;
import static dev.premotion.inventory.Estates.nic;
import static dev.premotion.inventory.Estates.twoSites;
import static dev.premotion.plan.Nics.ACROSS;
import static dev.premotion.plan.Nics.INSIDE;
import static dev.premotion.plan.Nics.LEAVES;
import static dev.premotion.plan.Nics.TABLES;
import static dev.premotion.plan.Nics.at;
import static dev.premotion.plan.Nics.keyed;
import static dev.premotion.plan.Nics.lacking;
import static dev.premotion.plan.Nics.mapped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Ref;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a host offers the network that web-a is to be connected to, and what would tell. */
class NetworkAtHostTest {

    private static final Estate CLEAN = twoSites();
    private static final Ref NIC = nic(WEB_A, 1);
    private static final String DEVICE = "Network adapter 1 of web-a: ";

    /** The adapter is on no network that is known. */
    private static final Estate NOWHERE = CLEAN.without(NIC, "network").without(NIC, "networkName");

    @Test
    void aHostOffersWhatItsListSays() {
        assertThat(at(CLEAN, INSIDE).offered()).isTrue();
        assertThat(at(offering(CLEAN, 2, "dvportgroup-2"), INSIDE).offered()).isFalse();
        assertThat(at(CLEAN.partial(host(A, 2), "networks"), INSIDE).offered()).isTrue();
        assertThat(at(CLEAN.lose(host(A, 2), "networks", 0), INSIDE).offered()).isNull();
        assertThat(at(CLEAN.without(host(A, 2), "networks"), INSIDE).offered()).isNull();
        assertThat(at(NOWHERE, INSIDE).offered()).isNull();
    }

    @Test
    void whatAPersonSaidOfTheNetworksOfAClusterCountsInsideIt() {
        var open = CLEAN.without(host(A, 2), "networks").without(host(A, 4), "networks");
        var confirmed = open.change(cluster(A, 1), "networksConfirmed", true);
        assertThat(at(confirmed, INSIDE).offered()).isTrue();
        assertThat(at(open.change(cluster(A, 1), "networksConfirmed", false), INSIDE)
                        .offered())
                .isNull();
        assertThat(at(confirmed, LEAVES).offered()).as("another cluster").isNull();
        assertThat(at(confirmed, mapped(INSIDE, "VM-Shared")).offered())
                .as("another network")
                .isNull();
        assertThat(at(offering(confirmed, 2, "dvportgroup-2"), INSIDE).offered())
                .as("a list says more than a person")
                .isFalse();
        assertThat(at(NOWHERE.change(cluster(A, 1), "networksConfirmed", true), INSIDE)
                        .offered())
                .isTrue();
    }

    @Test
    void aNameIsNotOfferedWhereEveryNetworkOfTheHostHasAnother() {
        assertThat(at(CLEAN, ACROSS).offered()).isFalse();
        var twice = CLEAN.change(network(B, 1), "name", "VM-A").change(network(B, 2), "name", "VM-A");
        for (var open : List.of(
                twice,
                CLEAN.without(host(B, 1), "networks"),
                CLEAN.partial(host(B, 1), "networks"),
                CLEAN.without(network(B, 3), "name"),
                CLEAN.add(host(B, 1), "networks", "dvportgroup-77"),
                CLEAN.without(VC_B, "networks"))) {
            var at = at(open, ACROSS);
            assertThat(Arrays.asList(at.offered(), at.type(), at.accessible())).containsOnlyNulls();
        }
        assertThat(at(CLEAN.change(network(B, 1), "name", "vm-a"), ACROSS).offered())
                .isTrue();
    }

    @Test
    void anotherNetworkOfTheNameMayBeMeantUnlessTheAdapterStays() {
        var entry = keyed(LEAVES, "VM-Shared");
        var partial = CLEAN.partial(VC_A, "networks");
        var open = at(offering(partial, 4, "dvportgroup-1", "dvportgroup-77"), entry);
        assertThat(open.offered()).isNull();
        assertThat(open.within()).isEqualTo(" by name");
        assertThat(lacking(open, "host.networks")).containsExactly("vcsa-a: networks.complete");

        var without = at(offering(partial, 4, "dvportgroup-1"), entry);
        assertThat(without.offered()).as("all that it offers have other names").isFalse();
        assertThat(without.within()).isEmpty();
        assertThat(open.key()).isEqualTo(without.key() + " by name");
        assertThat(at(offering(partial, 4, "dvportgroup-2", "dvportgroup-77"), entry)
                        .offered())
                .isTrue();
        var stays = at(offering(partial, 4, "dvportgroup-2", "dvportgroup-77"), LEAVES);
        assertThat(stays.offered()).as("it is VM-A, listed or not").isFalse();
        assertThat(stays.within()).isEmpty();
        assertThat(lacking(stays, "host.networks")).isEmpty();
    }

    @Test
    void networksWithoutANameAreAskedForIt() {
        var entry = keyed(LEAVES, "VM-Shared");
        var here = offering(CLEAN, 4, "dvportgroup-1", "dvportgroup-3");
        assertThat(lacking(at(here.without(network(A, 3), "name"), entry), "host.networks"))
                .containsExactly("dvportgroup-3: name");
        assertThat(lacking(
                        at(here.without(network(A, 3), "name").partial(host(A, 4), "networks"), entry),
                        "host.networks"))
                .containsExactly("esx-04.site-a.example: networks.complete");
        assertThat(lacking(at(offering(CLEAN, 4, "dvportgroup-77"), entry), "host.networks"))
                .as("the list that says it is all is not")
                .containsExactly("vcsa-a: networks");
        assertThat(lacking(at(CLEAN.add(host(B, 1), "networks", "dvportgroup-77"), ACROSS), "host.networks"))
                .containsExactly("vcsa-b: networks");
        assertThat(lacking(at(CLEAN.without(host(B, 1), "networks"), ACROSS), "host.networks"))
                .isEmpty();
        assertThat(lacking(at(CLEAN.without(network(B, 3), "name"), ACROSS), "network.accessible"))
                .containsExactly("dvportgroup-3: name");
    }

    @Test
    void whetherANetworkWorksIsAskedOfIt() {
        var entry = keyed(LEAVES, "VM-Shared");
        var open = offering(CLEAN.partial(VC_A, "networks"), 4, "dvportgroup-2", "dvportgroup-77")
                .without(network(A, 2), "accessible");
        assertThat(at(open, entry).accessible()).isNull();
        assertThat(lacking(at(open, entry), "network.accessible")).isEmpty();
        assertThat(at(CLEAN, entry).accessible()).isTrue();
        assertThat(at(CLEAN.change(network(A, 2), "accessible", false), entry).accessible())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "true,  distributed, true",
        "true,  standard,    true",
        "true,             , true",
        "false, distributed, true",
        "     , distributed, true",
        "false, standard,    false",
        "     , standard,         ",
        "false,            ,      ",
        "     ,            ,      "
    })
    void onlyADisconnectedAdapterOnAStandardSwitchDoesWithoutIt(
            @Nullable Boolean connected, @Nullable String type, @Nullable Boolean needed) {
        var estate = set(set(CLEAN, NIC, "connected", connected), network(A, 1), "type", type);

        assertThat(at(estate, LEAVES).needed()).isEqualTo(needed);
        var shared = List.of(network(A, 1), host(A, 4), new Ref("needed", "", String.valueOf(needed)));
        assertThat(at(estate, LEAVES).refs().subList(0, 3)).isEqualTo(shared);
        assertThat(at(estate, LEAVES).refs().subList(3, needed == null ? 4 : 3))
                .as("what is open is open of one adapter")
                .isEqualTo(needed == null ? List.of(NIC) : List.of());
    }

    @Test
    void whatTellsWhetherItIsNeededIsAskedFor() {
        var off = CLEAN.change(NIC, "connected", false);
        assertThat(lacking(at(CLEAN.without(NIC, "connected"), LEAVES), "needed"))
                .containsExactly(DEVICE + "connected");
        assertThat(lacking(at(off.without(network(A, 1), "type"), LEAVES), "needed"))
                .containsExactly("VM-A: type");
        var nowhere = NOWHERE.change(NIC, "connected", false);
        assertThat(at(nowhere, LEAVES).needed()).isNull();
        assertThat(lacking(at(nowhere, LEAVES), "needed")).containsExactly(DEVICE + "network");
        assertThat(lacking(at(nowhere, INSIDE), "needed")).containsExactly("CL-A1: networksConfirmed");
        assertThat(lacking(at(nowhere, INSIDE), "host.networks")).containsExactly("CL-A1: networksConfirmed");
        assertThat(lacking(at(nowhere, LEAVES), "host.networks")).containsExactly(DEVICE + "network");
        assertThat(lacking(at(nowhere, INSIDE), "network.accessible")).containsExactly(DEVICE + "network");
        assertThat(at(nowhere, LEAVES).name()).isEqualTo("an unknown network at esx-04.site-a.example");
        assertThat(at(nowhere, LEAVES).refs()).startsWith(NIC, host(A, 4)).endsWith(NIC);
    }

    @Test
    void adaptersThatAreNotListedAreAskedOfTheVmOrItsCluster() {
        var unlisted = CLEAN.without(WEB_A, "nics");
        var leaves = at(unlisted, LEAVES);
        assertThat(leaves.refs()).containsExactly(WEB_A, host(A, 4), new Ref("needed", "", "null"), WEB_A);
        assertThat(leaves.offered()).isNull();
        assertThat(lacking(leaves, "needed")).containsExactly("web-a: nics");
        assertThat(lacking(leaves, "host.networks")).containsExactly("web-a: nics");
        assertThat(at(unlisted, INSIDE).within()).isEqualTo("domain-c1");
        for (var path : List.of("needed", "host.networks", "network.type", "switchMember")) {
            assertThat(lacking(at(unlisted, INSIDE), path)).containsExactly("CL-A1: networksConfirmed");
        }
    }

    @Test
    void whatIsNotKnownOfANetworkThatIsNotFoundIsAskedOfTheListOrThePlan() {
        var partial = CLEAN.partial(VC_B, "networks");
        for (var path : List.of("network.type", "switchMember", "distributedSwitch.version")) {
            assertThat(lacking(at(partial, ACROSS), path)).containsExactly("vcsa-b: networks.complete");
            assertThat(lacking(at(CLEAN, ACROSS), path)).containsExactly(DEVICE + "targetNetwork");
            assertThat(lacking(at(CLEAN, INSIDE), path)).isEmpty();
        }
        var nowhere = NOWHERE.partial(VC_B, "networks");
        assertThat(lacking(at(nowhere, keyed(ACROSS, "New")), "network.type"))
                .as("the plan says the name, so what the adapter leaves does not matter")
                .containsExactly("vcsa-b: networks.complete");
        assertThat(at(CLEAN, ACROSS).kind()).isEqualTo("network-at-host");
        assertThat(at(CLEAN, ACROSS).name()).isEqualTo("VM-A at esx-01.site-b.example");
        assertThat(at(CLEAN, ACROSS).refs()).startsWith(new Ref("network", B, "VM-A"), host(B, 1));
    }

    @Test
    void theHostIsAMemberOfTheSwitchOrNot() {
        var dvs = distributedSwitch(A);
        assertThat(at(CLEAN, INSIDE).switchMember()).isTrue();
        assertThat(at(CLEAN.change(dvs, "hosts", Listing.of("host-1")), INSIDE).switchMember())
                .isFalse();
        var part = CLEAN.lose(dvs, "hosts", 1);
        assertThat(at(part, INSIDE).switchMember()).isNull();
        assertThat(lacking(at(part, INSIDE), "switchMember")).containsExactly("dvs-a: hosts.complete");
        var none = CLEAN.without(network(A, 1), "distributedSwitch");
        assertThat(at(none, INSIDE).switchMember()).isNull();
        assertThat(at(none, INSIDE).likelySwitchMinimum()).isNull();
        assertThat(lacking(at(none, INSIDE), "switchMember")).containsExactly("VM-A: distributedSwitch");
        assertThat(lacking(at(CLEAN.without(VC_A, "distributedSwitches"), INSIDE), "distributedSwitch.version"))
                .containsExactly("vcsa-a: distributedSwitches");
        assertThat(lacking(at(CLEAN.without(dvs, "version"), INSIDE), "distributedSwitch.version"))
                .containsExactly("dvs-a: version");
        assertThat(at(CLEAN, INSIDE).likelySwitchMinimum()).isEqualTo(TABLES.likelyMinEsxiForSwitch("7.0.3"));
        assertThat(at(CLEAN, INSIDE).hostRelease()).isEqualTo(TABLES.esxi("7.0.3", "22348816"));
        assertThat(at(CLEAN, INSIDE).type()).isEqualTo("distributed");
    }

    private static Estate offering(Estate estate, int number, String... networks) {
        return estate.change(host(A, number), "networks", Listing.of(networks));
    }

    private static Estate set(Estate estate, Ref thing, String property, @Nullable Object value) {
        return value == null ? estate.without(thing, property) : estate.change(thing, property, value);
    }
}
