package dev.premotion.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.PhysicalNic;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VmkernelAdapter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostNetworksTest {
    private static VmkernelAdapter adapter(String device, String service, String... uplinks) {
        return new Draft<>(VmkernelAdapter.class)
                .set("device", device)
                .set("services", new Listing<>(List.of(service), true))
                .set("uplinks", new Listing<>(List.of(uplinks), true))
                .build();
    }

    private static Host host(List<VmkernelAdapter> adapters, int... mbps) {
        var nics = new ArrayList<PhysicalNic>();
        for (int i = 0; i < mbps.length; i++) {
            nics.add(new Draft<>(PhysicalNic.class)
                    .set("device", "vmnic" + i)
                    .set("linkSpeedMbps", mbps[i])
                    .build());
        }
        return new Draft<>(Host.class)
                .set("ref", new Ref("host", "vc", "host-1"))
                .set("vmkernelAdapters", new Listing<>(adapters, true))
                .set("physicalNics", new Listing<>(nics, true))
                .build();
    }

    @Test
    void twoAdaptersOnTwoUplinksAddUpAndTheSlowerDecidesTheSlots() {
        var two = List.of(adapter("vmk1", "vmotion", "vmnic0"), adapter("vmk2", "vmotion", "vmnic1"));
        var networks = HostNetworks.of(host(two, 10_000, 1000), "vmotion");
        assertThat(networks.total()).isEqualTo(11_000);
        assertThat(networks.slowest()).isEqualTo(1000);
    }

    @Test
    void anUplinkCountsOnceAndOneThatIsDownNotAtAll() {
        var two = List.of(adapter("vmk1", "vmotion", "vmnic0"), adapter("vmk2", "vmotion", "vmnic0"));
        assertThat(HostNetworks.of(host(two, 10_000), "vmotion").total()).isEqualTo(10_000);
        var teamed =
                List.of(adapter("vmk1", "vmotion", "vmnic0", "vmnic1"), adapter("vmk2", "vmotion", "vmnic0", "vmnic1"));
        assertThat(HostNetworks.of(host(teamed, 25_000, 25_000), "vmotion").total())
                .isEqualTo(50_000);
        assertThat(HostNetworks.of(host(teamed, 0, 25_000), "vmotion").total()).isEqualTo(25_000);
    }

    @Test
    void whatIsNotListedIsNotKnown() {
        assertThat(HostNetworks.of(host(List.of(), 10_000), "vmotion").known()).isFalse();
        var other = List.of(adapter("vmk0", "management", "vmnic0"));
        assertThat(HostNetworks.of(host(other, 10_000), "vmotion").known()).isFalse();
        Host bare = new Draft<>(Host.class)
                .set("ref", new Ref("host", "vc", "host-1"))
                .build();
        assertThat(HostNetworks.of(bare, "vmotion").known()).isFalse();
    }
}
