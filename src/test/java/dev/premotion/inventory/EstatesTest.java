package dev.premotion.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.premotion.answer.Listing;
import java.util.ArrayList;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class EstatesTest {

    @Test
    void theCleanEstateLeavesOutOnlyWhatItsThingsDoNotHave() {
        var absent = new TreeSet<String>();
        for (var vCenter : Estates.twoSites().inventory().vCenters()) {
            collect(vCenter, absent);
        }
        assertThat(absent)
                .as("every property that is absent somewhere in the clean estate")
                .containsExactlyInAnyOrder(
                        "Cluster.haAdmissionConfirmed",
                        "Cluster.networksConfirmed", // a person's word for what the vCenter lists
                        "Cluster.storageConfirmed",
                        "Host.addressFamily",
                        "VCenter.vCenterChecks", // nobody asked it
                        "VCenter.vmsConfirmed", // the list says itself that it is complete
                        "Vm.devicesConfirmed",
                        "Vm.disksConfirmed",
                        "Vm.nicsConfirmed",
                        "Vm.onListedHost",
                        "Datastore.remoteHost", // VMFS has no server
                        "Datastore.remotePath",
                        "Datastore.datastoreCluster", // some stand alone
                        "Device.datastore", // the CD drive has no file
                        "Device.file",
                        "Device.profile",
                        "Device.vmotionEnabled",
                        "Disk.rdm", // none is a mapping
                        "Host.cpuFeaturesConfirmed", // a person's word for what the hosts list
                        "Host.devicesConfirmed",
                        "Host.localSwapDatastore", // swap files lie with their VMs
                        "Host.mountsConfirmed",
                        "Host.vmotionLinkUp",
                        "Network.distributedSwitch", // of the standard port group
                        "Network.networkResourcePool",
                        "Network.portBinding",
                        "Nic.dvxBacked", // no SR-IOV
                        "Network.segmentId", // no NSX
                        "Network.segmentType",
                        "ResourcePool.parent", // of root pools
                        "Vm.faultTolerancePartner", // no FT
                        "Vm.faultToleranceRole",
                        "Vm.ftMetadataDatastore",
                        "Vm.metroFtHostGroup",
                        "Vm.keyId", // none is encrypted
                        "Vm.keyProvider",
                        "Vm.managedBy", // no extension
                        "Vm.minEvcMode", // of a VM that is off
                        "Vm.vApp",
                        "VmkernelAdapter.ipV6Address");
    }

    private static void collect(Record record, TreeSet<String> absent) {
        for (var property : Draft.properties(record.getClass())) {
            var value = Draft.of(record).get(property.getName());
            if (value == null) {
                absent.add(record.getClass().getSimpleName() + "." + property.getName());
            } else if (value instanceof Listing<?> listing) {
                listing.forEach(row -> {
                    if (row instanceof Record inner) {
                        collect(inner, absent);
                    }
                });
            } else if (value instanceof Record inner) {
                collect(inner, absent);
            }
        }
    }

    @Test
    void everyReferenceInTheCleanEstateLeadsToAThing() {
        for (var vCenter : Estates.twoSites().inventory().vCenters()) {
            var ids = new ArrayList<String>();
            vCenter.networks().forEach(network -> ids.add(network.ref().id()));
            vCenter.datastores().forEach(datastore -> ids.add(datastore.ref().id()));
            vCenter.hosts().forEach(host -> ids.add(host.ref().id()));
            vCenter.clusters().forEach(cluster -> ids.add(cluster.ref().id()));
            vCenter.resourcePools().forEach(pool -> ids.add(pool.ref().id()));
            vCenter.vms().forEach(vm -> {
                assertThat(ids).contains(vm.host(), vm.cluster(), vm.resourcePool(), vm.homeDatastore());
                vm.nics().forEach(nic -> assertThat(ids).contains(nic.network()));
                vm.disks().forEach(disk -> assertThat(ids).contains(disk.datastore()));
            });
            vCenter.hosts().forEach(host -> {
                assertThat(ids)
                        .contains(host.cluster())
                        .containsAll(host.networks().items());
                host.datastores().forEach(mount -> assertThat(ids).contains(mount.datastore()));
            });
        }
    }

    @Test
    void aPathLeadsIntoPartsAndRows() {
        var host = Estates.host(Estates.A, 1);
        var estate = Estates.twoSites()
                .change(host, "vmkernelAdapters[1].mtu", 1500)
                .without(host, "capability.vmotionSupported")
                .change(Estates.disk(Estates.DB_A, 2), "raw", true);

        var changed = estate.get(Host.class, host);
        assertThat(Estate.read(changed, "vmkernelAdapters[1].mtu")).isEqualTo(1500);
        assertThat(Estate.read(changed, "capability.vmotionSupported")).isNull();
        assertThat(Estate.read(estate.get(Vm.class, Estates.DB_A), "disks[1].raw"))
                .isEqualTo(true);
        assertThat(estate.get(Host.class, Estates.host(Estates.B, 1)))
                .as("the host of the same id at the other vCenter")
                .isEqualTo(Estates.twoSites().get(Host.class, Estates.host(Estates.B, 1)));
    }

    @Test
    void rowsCanBeMissingForGoodOrOnlyNotCollected() {
        var dropped = Estates.oneSite().drop(Estates.VC_A, "hosts", 0).inventory();
        var lost = Estates.oneSite().lose(Estates.VC_A, "hosts", 0).inventory();

        assertThat(dropped.vCenters().get(0).hosts().complete()).isTrue();
        assertThat(lost.vCenters().get(0).hosts().complete()).isFalse();
        assertThat(lost.vCenters().get(0).hosts().items())
                .isEqualTo(dropped.vCenters().get(0).hosts().items())
                .hasSize(3);
    }

    @Test
    void everyFactListedCanBeTakenAway() {
        var estate = Estates.twoSites();
        assertThat(estate.facts()).hasSizeGreaterThan(1000).doesNotHaveDuplicates();
        for (var fact : estate.facts()) {
            assertThat(estate.without(fact)).as("without %s", fact).isNotEqualTo(estate);
        }
    }

    @Test
    void aTypingMistakeInATestIsTold() {
        assertThatThrownBy(() -> Estates.oneSite().change(Estates.WEB_A, "numCpus", 4))
                .hasMessage("Vm has no property numCpus");
        assertThatThrownBy(() -> Estates.oneSite().change(Estates.vm(Estates.A, 99), "numCpu", 4))
                .hasMessageContaining("has no vm");
    }
}
