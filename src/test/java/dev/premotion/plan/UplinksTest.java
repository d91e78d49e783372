package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.distributedSwitch;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.network;
import static dev.premotion.inventory.Estates.oneSite;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.DistributedSwitch;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Network;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.StandardSwitch;
import dev.premotion.inventory.VCenter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether a switch has no uplink at host 1: vmnic0 is that of vSwitch0, vmnic1 that of the distributed switch dvs-a. */
class UplinksTest {

    private static final Estate CLEAN = oneSite();
    private static final Ref HOST = host(A, 1);
    private static final int DISTRIBUTED = 1;
    private static final int STANDARD = 4;
    private static final StandardSwitch INTERNAL = new StandardSwitch("vSwitch1", Listing.of(), 10, 1500);

    @Test
    void aStandardSwitchHasTheUplinksThatItLists() {
        assertThat(standard(CLEAN, "vSwitch0")).isFalse();
        var two = CLEAN.add(HOST, "standardSwitches", INTERNAL);
        assertThat(standard(two, "vSwitch1")).isTrue();
        assertThat(standard(two, "vSwitch0")).isFalse();
        assertThat(standard(two.partial(HOST, "standardSwitches"), "vSwitch1"))
                .as("the one that is meant is listed")
                .isTrue();
        var perhaps = CLEAN.change(HOST, "standardSwitches[0].uplinks", Listing.partial(List.of()));
        for (var open : List.of(
                perhaps,
                CLEAN.without(HOST, "standardSwitches[0].uplinks"),
                CLEAN.without(HOST, "standardSwitches"),
                CLEAN.change(HOST, "standardSwitches[0].name", "other"))) {
            assertThat(standard(open, "vSwitch0")).isNull();
        }
        var some = CLEAN.change(HOST, "standardSwitches[0].uplinks", Listing.partial(List.of("vmnic0")));
        assertThat(standard(some, "vSwitch0")).isFalse();
    }

    @Test
    void whereNobodySaysWhichSwitchItIsAllHaveToAgree() {
        assertThat(standard(CLEAN, null)).isFalse();
        var two = CLEAN.add(HOST, "standardSwitches", INTERNAL);
        assertThat(standard(two, null)).isNull();
        assertThat(standard(two.drop(HOST, "standardSwitches", 0), null)).isTrue();
        assertThat(standard(two.lose(HOST, "standardSwitches", 0), null)).isNull();
        assertThat(standard(CLEAN.partial(HOST, "standardSwitches"), null)).isNull();
        assertThat(standard(CLEAN.change(HOST, "standardSwitches", Listing.of()), null))
                .as("it stands on none that is listed")
                .isNull();
        assertThat(standard(two.without(HOST, "standardSwitches[0].uplinks"), null))
                .isNull();
    }

    @Test
    void aDistributedSwitchHasNoneWhereEveryPhysicalNicIsOfAnotherSwitchThatIsKnown() {
        assertThat(distributed(CLEAN)).isFalse();
        assertThat(distributed(CLEAN.partial(HOST, "physicalNics"))).isFalse();
        var away = CLEAN.change(HOST, "physicalNics[1].switchName", "vSwitch0");
        assertThat(distributed(away)).isTrue();
        assertThat(distributed(CLEAN.change(HOST, "physicalNics", Listing.of())))
                .isTrue();
        var second = Draft.of(CLEAN.get(DistributedSwitch.class, distributedSwitch(A)))
                .set("ref", new Ref("switch", A, "dvs-2"))
                .set("name", "dvs-x")
                .build();
        var other = CLEAN.change(HOST, "physicalNics[1].switchName", "dvs-x");
        assertThat(distributed(other.add(VC_A, "distributedSwitches", second))).isTrue();
        for (var open : List.of(
                other,
                CLEAN.without(HOST, "physicalNics[1].switchName"),
                away.partial(HOST, "physicalNics"),
                away.without(HOST, "physicalNics"),
                away.without(HOST, "standardSwitches"),
                away.without(network(A, 1), "distributedSwitch"),
                away.without(distributedSwitch(A), "name"),
                away.without(VC_A, "distributedSwitches"))) {
            assertThat(distributed(open)).isNull();
        }
    }

    @Test
    void otherNetworksHaveSwitchesThatNobodySees() {
        var opaque = CLEAN.change(network(A, 1), "type", "opaque");
        assertThat(distributed(opaque)).isNull();
        assertThat(lacking(opaque, DISTRIBUTED)).isEmpty();
        var untold = CLEAN.without(network(A, 1), "type");
        assertThat(distributed(untold)).isNull();
        assertThat(lacking(untold, DISTRIBUTED)).containsExactly("VM-A: type");
        assertThat(Uplinks.isolated(hostOf(CLEAN), null, null, CLEAN.get(VCenter.class, VC_A)))
                .isNull();
    }

    @Test
    void whatTellsItIsAskedFor() {
        assertThat(lacking(CLEAN, STANDARD)).isEmpty();
        assertThat(lacking(CLEAN.without(HOST, "standardSwitches"), STANDARD))
                .containsExactly("esx-01.site-a.example: standardSwitches");
        assertThat(lacking(CLEAN.partial(HOST, "standardSwitches"), STANDARD))
                .containsExactly("esx-01.site-a.example: standardSwitches.complete");
        assertThat(lacking(CLEAN, DISTRIBUTED)).isEmpty();
        assertThat(lacking(
                        CLEAN.without(HOST, "physicalNics").without(network(A, 1), "distributedSwitch"), DISTRIBUTED))
                .containsExactly("VM-A: distributedSwitch", "esx-01.site-a.example: physicalNics");
        assertThat(lacking(CLEAN.without(VC_A, "distributedSwitches"), DISTRIBUTED))
                .containsExactly("vcsa-a: distributedSwitches");
        assertThat(lacking(CLEAN.partial(VC_A, "distributedSwitches"), DISTRIBUTED))
                .as("the one that is meant is listed")
                .isEmpty();
    }

    private static @Nullable Boolean standard(Estate estate, @Nullable String switchName) {
        return Uplinks.isolated(
                hostOf(estate), networkOf(estate, STANDARD), switchName, estate.get(VCenter.class, VC_A));
    }

    private static @Nullable Boolean distributed(Estate estate) {
        return Uplinks.isolated(hostOf(estate), networkOf(estate, DISTRIBUTED), null, estate.get(VCenter.class, VC_A));
    }

    private static List<String> lacking(Estate estate, int number) {
        return Nics.told(Uplinks.lacking(hostOf(estate), networkOf(estate, number), estate.get(VCenter.class, VC_A)));
    }

    private static Host hostOf(Estate estate) {
        return estate.get(Host.class, HOST);
    }

    private static Network networkOf(Estate estate, int number) {
        return estate.get(Network.class, network(A, number));
    }
}
