package dev.premotion.assessment;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.BATCH_A;
import static dev.premotion.inventory.Estates.DB_A;
import static dev.premotion.inventory.Estates.LINK_AB;
import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.cdrom;
import static dev.premotion.inventory.Estates.cluster;
import static dev.premotion.inventory.Estates.datastore;
import static dev.premotion.inventory.Estates.disk;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.network;
import static dev.premotion.inventory.Estates.nic;
import static dev.premotion.inventory.Estates.twoSites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.inventory.Ref;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people call the things of an estate, and in which cluster hosts and VMs are. */
class NamesTest {

    @Test
    void everythingIsCalledByItsNameAndDevicesByTheirVmsToo() {
        var names = Names.of(twoSites().inventory());

        assertThat(List.of(VC_A, cluster(A, 1), host(A, 1), datastore(A, 1), network(A, 1), WEB_A, LINK_AB))
                .extracting(names::of)
                .containsExactly(
                        "vcsa-a", "CL-A1", "esx-01.site-a.example", "ds-a1", "VM-A", "web-a", "vcsa-a and vcsa-b");
        assertThat(List.of(disk(WEB_A, 1), nic(WEB_A, 1), cdrom(WEB_A)))
                .extracting(names::of)
                .allMatch(name -> name.startsWith("web-a/"))
                .doesNotHaveDuplicates();
        assertThat(names.of(new Ref("host", A, "host-99"))).isEqualTo("host-99");
        assertThat(Names.of(twoSites().without(cluster(A, 1), "name").inventory())
                        .of(cluster(A, 1)))
                .isEqualTo("domain-c1");
    }

    @Test
    void aVmIsInTheClusterItNamesElseInThatOfItsHost() {
        var estate = twoSites()
                .without(DB_A, "cluster")
                .without(BATCH_A, "cluster")
                .without(host(A, 2), "cluster")
                .change(WEB_A, "cluster", "domain-c2");
        var clusters = Names.of(estate.inventory()).clusters();

        assertThat(clusters).containsEntry(host(A, 1), "CL-A1").containsEntry(host(A, 4), "CL-A2");
        assertThat(clusters).containsEntry(WEB_A, "CL-A2").containsEntry(DB_A, "CL-A1");
        assertThat(clusters).doesNotContainKeys(host(A, 2), BATCH_A);
    }

    @Test
    void whatIsNotCollectedHasNoName() {
        var estate = twoSites().without(VC_A, "hosts").without(VC_A, "clusters").without(WEB_A, "disks");

        assertThat(Names.of(estate.inventory()).of(host(A, 1))).isEqualTo("host-1");
    }
}
