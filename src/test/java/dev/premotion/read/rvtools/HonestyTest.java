package dev.premotion.read.rvtools;

import static dev.premotion.read.rvtools.Readings.cluster;
import static dev.premotion.read.rvtools.Readings.host;
import static dev.premotion.read.rvtools.Readings.notes;
import static dev.premotion.read.rvtools.Readings.vCenter;
import static dev.premotion.read.rvtools.Readings.vm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not known is absent, and no listing claims to be all there is where it may not be. */
class HonestyTest {

    @TempDir
    Path folder;

    private static Book info(Object... cells) {
        return new Book().sheet("vInfo", "VM|NICs|Disks|VM ID").row(cells);
    }

    @Test
    void sheetsThatAreNotThereLeaveTheirListingsAbsent() {
        var export = info("a", 1, 1, "vm-1").read(folder);
        var vm = vm(export, "a");
        assertThat(vm.disks()).isNull();
        assertThat(vm.nics()).isNull();
        assertThat(vm.devices()).isNull();
        assertThat(vm.snapshots()).isNull();
        assertThat(vm.toolsInstallerMounted()).isNull();
        assertThat(vm.encrypted()).isNull();
        assertThat(vm.vTpmPresent()).isNull();
        assertThat(vm.changeTrackingEnabled()).isNull();
        assertThat(vm.minEvcMode()).isNull();
        var vCenter = vCenter(export);
        assertThat(vCenter.hosts()).isNull();
        assertThat(vCenter.clusters()).isNull();
        assertThat(vCenter.datastores()).isNull();
        assertThat(vCenter.networks()).isNull();
        assertThat(vCenter.licenses()).isNull();
        assertThat(vCenter.ssoDomain()).isNull();
        assertThat(vCenter.linkedVCenters()).isNull();
        assertThat(vCenter.clock()).isNull();
        assertThat(export.reading().inventory().links().complete()).isFalse();
    }

    @Test
    void disksAndAdaptersAreAllOnlyWhereVInfoCountsAsMany() {
        var export = info("none", 0, 0, "vm-1")
                .row("fewer", 1, 2, "vm-2")
                .row("unstated", null, null, "vm-3")
                .row("unstated too", null, null, "vm-4")
                .sheet("vDisk", "VM|Disk|VM ID")
                .row("fewer", "Hard disk 1", "vm-2")
                .row("unstated too", "Hard disk 1", "vm-4")
                .sheet("vNetwork", "VM|NIC label|VM ID")
                .row("fewer", "Network adapter 1", "vm-2")
                .read(folder);
        assertThat(vm(export, "none").disks()).isEqualTo(Listing.of());
        assertThat(vm(export, "none").nics()).isEqualTo(Listing.of());
        assertThat(vm(export, "fewer").disks().complete()).isFalse();
        assertThat(vm(export, "fewer").nics().complete()).isTrue();
        assertThat(vm(export, "unstated").disks()).isEqualTo(Listing.partial(List.of()));
        assertThat(vm(export, "unstated too").disks().complete()).isTrue();
        assertThat(export.counts())
                .contains(new StatedCount("vInfo!C:C", "disks of VMs", 2, 1, 1))
                .contains(new StatedCount("vInfo!B:B", "network adapters of VMs", 1, 1, 0));
        assertThat(notes(export))
                .containsExactly(
                        "vInfo!C:C: Disks says 2 in all and 1 were read; 1 of 2 VMs have another number of rows in"
                                + " vDisk, so that their disks are not taken to be all (fewer: 2 stated, 1 read)");
    }

    @Test
    void noSnapshotRowsAreNoSnapshots() {
        var export = info("a", 0, 0, "vm-1").sheet("vSnapshot", "VM|Name|VM ID").read(folder);
        assertThat(vm(export, "a").snapshots()).isEqualTo(Listing.of());
    }

    @Test
    void aRowThatNamesNoVmMakesTheSheetIncompleteForAll() {
        var export = info("a", 0, 0, "vm-1")
                .sheet("vSnapshot", "VM|Name|VM ID")
                .row(null, "whose?", null)
                .read(folder);
        assertThat(vm(export, "a").snapshots()).isEqualTo(Listing.partial(List.of()));
        assertThat(notes(export)).containsExactly("vSnapshot!A2: a row without VM; it was left out (row 2)");
    }

    @Test
    void devicesAreNeverAll() {
        var export = info("a", 0, 0, "vm-1")
                .row("b", 0, 0, "vm-2")
                .sheet("vCD", "VM|Device Node|Connected|Starts Connected|Device Type|VM ID")
                .row("a", "CD/DVD drive 1", "True", "False", "ISO [ds1] iso/linux.iso", "vm-1")
                .row("a", "CD/DVD drive 2", "False", "True", "Remote ATAPI", "vm-1")
                .row("a", "CD/DVD drive 3", "False", "True", "ATAPI /vmfs/devices/cdrom/mpx.vmhba0:C0:T4:L0", "vm-1")
                .row("a", "CD/DVD drive 4", "False", "True", "holographic", "vm-1")
                .sheet("vUSB", "VM|Device Node|Connected|VM ID")
                .row("a", "USB 1", "True", "vm-1")
                .row("a", "USB xHCI controller", "True", "vm-1")
                .sheet("vDatastore", "Name|Object ID")
                .row("ds1", "datastore-1")
                .read(folder);
        var devices = vm(export, "a").devices();
        assertThat(devices.complete()).isFalse();
        assertThat(devices.items()).extracting("type").containsExactly("cdrom", "cdrom", "cdrom", "cdrom", "usb");
        assertThat(devices.items()).extracting("backing").containsExactly("iso", "client", "host", null, "host");
        assertThat(devices.items().get(0).file()).isEqualTo("[ds1] iso/linux.iso");
        assertThat(devices.items().get(0).datastore()).isEqualTo("datastore-1");
        assertThat(devices.items().get(4).connected()).isTrue();
        assertThat(devices.items().get(4).vmotionEnabled()).isNull();
        assertThat(devices.items()).extracting("key").doesNotHaveDuplicates();
        assertThat(vm(export, "b").devices()).isEqualTo(Listing.partial(List.of()));
        assertThat(notes(export))
                .contains("vCD!E5: a kind of device that is not known; taken as unknown (holographic)");
    }

    @Test
    void aMountedToolsInstallerIsTold() {
        var export = info("a", 0, 0, "vm-1")
                .row("b", 0, 0, "vm-2")
                .row("c", 0, 0, "vm-3")
                .sheet("vCD", "VM|Device Type|VM ID")
                .row("a", "ISO [] /usr/lib/vmware/isoimages/linux.iso", "vm-1")
                .row("b", "Remote device", "vm-2")
                .row("c", null, "vm-3")
                .read(folder);
        assertThat(vm(export, "a").toolsInstallerMounted()).isTrue();
        assertThat(vm(export, "b").toolsInstallerMounted()).isFalse();
        assertThat(vm(export, "c").toolsInstallerMounted()).isNull();
    }

    @Test
    void anEmptyBusIsSharedByNobodyOnIdeAndSataAndUnknownElsewhere() {
        var export = info("a", 0, 4, "vm-1")
                .sheet("vDisk", "VM|Disk|Controller|Shared Bus|Sharing mode|VM ID")
                .row("a", "Hard disk 1", "IDE 0", null, null, "vm-1")
                .row("a", "Hard disk 2", "AHCI", null, null, "vm-1")
                .row("a", "Hard disk 3", "NVME controller 0", null, "sharingNone", "vm-1")
                .row("a", "Hard disk 4", "LSI Logic SAS", " ", null, "vm-1")
                .read(folder);
        var disks = vm(export, "a").disks().items();
        assertThat(disks).extracting("sharedBus").containsExactly("noSharing", "noSharing", null, null);
        assertThat(disks).extracting("sharing").containsExactly("sharingNone", "sharingNone", "sharingNone", null);
        assertThat(export.reading().origins().of(disks.get(0).ref(), "sharedBus"))
                .isEqualTo("export.xlsx vDisk!D2");
    }

    @Test
    void rawDisksKeepTheirModeAndLun() {
        var export = info("a", 0, 2, "vm-1")
                .sheet("vDisk", "VM|Disk|Raw|Raw LUN ID|Raw Comp. Mode|VM ID")
                .row("a", "Hard disk 1", "True", "0200AB", "physicalMode", "vm-1")
                .row("a", "Hard disk 2", "True", null, null, "vm-1")
                .read(folder);
        var disks = vm(export, "a").disks().items();
        assertThat(disks.get(0).rdm().compatibilityMode()).isEqualTo("physicalMode");
        assertThat(disks.get(0).rdm().lunUuid()).isEqualTo("0200ab");
        assertThat(disks.get(1).raw()).isTrue();
        assertThat(disks.get(1).rdm().compatibilityMode()).isNull();
    }

    @Test
    void evcIsOffOnlyWhereEachHostOfTheClusterSaysSo() {
        var export = new Book()
                .sheet("vHost", "Host|Datacenter|Cluster|Current EVC|Max EVC")
                .row("off1", "DC", "off", null, "intel-skylake")
                .row("off2", "DC", "off", null, "intel-skylake")
                .row("on1", "DC", "on", "intel-haswell", "intel-skylake")
                .row("on2", "DC", "on", null, "intel-skylake")
                .row("mixed1", "DC", "mixed", "intel-haswell", "intel-skylake")
                .row("mixed2", "DC", "mixed", "intel-skylake", "intel-skylake")
                .row("silent1", "DC", "silent", null, "intel-skylake")
                .row("silent2", "DC", "silent", null, null)
                .row("blanked", "DC", "blanked", " ", "intel-skylake")
                .read(folder);
        assertThat(cluster(export, "off").evcEnabled()).isFalse();
        assertThat(cluster(export, "off").evcMode()).isNull();
        assertThat(export.reading().origins().of(cluster(export, "off").ref(), "evcEnabled"))
                .isEqualTo("export.xlsx vHost!D2");
        assertThat(cluster(export, "on").evcEnabled()).isTrue();
        assertThat(cluster(export, "on").evcMode()).isEqualTo("intel-haswell");
        assertThat(cluster(export, "mixed").evcEnabled()).isTrue();
        assertThat(cluster(export, "mixed").evcMode()).isNull();
        assertThat(cluster(export, "silent").evcEnabled()).isNull();
        assertThat(cluster(export, "blanked").evcEnabled()).isNull();
        assertThat(host(export, "on2").evcMode()).isNull();
        assertThat(notes(export))
                .contains("vHost!D6: hosts of one cluster have different EVC modes; the cluster's is taken as unknown"
                        + " (mixed: intel-haswell, intel-skylake)");
    }

    @Test
    void withoutAColumnNothingIsSaidOfEvcStandaloneOrMaintenance() {
        var export = new Book()
                .sheet("vHost", "Host|Max EVC")
                .row("esx1", "intel-skylake")
                .read(folder);
        var host = host(export, "esx1");
        assertThat(host.standalone()).isNull();
        assertThat(host.inMaintenanceMode()).isNull();
        assertThat(host.connectionState()).isNull();
        assertThat(host.capability()).isNull();
        assertThat(host.timeSources()).isNull();
        assertThat(host.vmotionAdapter()).isNull();
    }

    @Test
    void aHostWithAnEmptyClusterStandsAlone() {
        var export = new Book()
                .sheet("vHost", "Host|Datacenter|Cluster")
                .row("alone", "DC", null)
                .row("blanked", "DC", " ")
                .read(folder);
        assertThat(host(export, "alone").standalone()).isTrue();
        assertThat(host(export, "blanked").standalone()).isNull();
    }

    @Test
    void changeTrackingIsOffWhereAReadVmLeavesItEmpty() {
        var export = new Book()
                .sheet("vInfo", "VM|CPUs|CBT")
                .row("off", 2, null)
                .row("unread", null, null)
                .row("blanked", 2, " ")
                .read(folder);
        assertThat(vm(export, "off").changeTrackingEnabled()).isFalse();
        assertThat(vm(export, "unread").changeTrackingEnabled()).isNull();
        assertThat(vm(export, "blanked").changeTrackingEnabled()).isNull();
    }

    @Test
    void vmkernelAdaptersTellNoServices() {
        var export = new Book()
                .sheet("vHost", "Host")
                .row("esx1")
                .row("gone")
                .sheet("vSC_VMK", "Host|Port Group|Device")
                .row("esx1", "vMotion", "vmk1")
                .read(folder);
        var adapter = host(export, "esx1").vmkernelAdapters().items().get(0);
        assertThat(adapter.services()).isNull();
        assertThat(adapter.netStack()).isNull();
        assertThat(host(export, "esx1").vmotionAdapter()).isNull();
        assertThat(host(export, "gone").vmkernelAdapters()).isNull();
    }

    @Test
    void networksOfAHostAreAllOnlyWithBothKindsOfSwitches() {
        var book = new Book()
                .sheet("vHost", "Host")
                .row("esx1")
                .sheet("vPort", "Host|Port Group|Switch")
                .row("esx1", "prod", "vSwitch0");
        assertThat(host(book.read(folder), "esx1").networks()).isEqualTo(Listing.partial(List.of("pg:prod")));
        assertThat(vCenter(book.read(folder)).networks().complete()).isFalse();
        book.sheet("dvPort", "Port|Switch").sheet("dvSwitch", "Switch|Host members");
        assertThat(host(book.read(folder), "esx1").networks()).isEqualTo(Listing.of("pg:prod"));
        book.sheet("vInfo", "VM|NICs").row("a", 1);
        book.sheet("vNetwork", "VM|Network|Switch").row("a", "an NSX segment", "nsx.LogicalSwitch");
        var export = book.read(folder);
        assertThat(host(export, "esx1").networks().complete()).isFalse();
        assertThat(vCenter(export).networks().complete()).isFalse();
        assertThat(vm(export, "a").nics().items().get(0).network()).isNull();
        assertThat(vm(export, "a").nics().items().get(0).networkName()).isEqualTo("an NSX segment");
    }

    @Test
    void mountsAreNotAllWhereHostsAreMissingFromTheList() {
        var book = new Book().sheet("vHost", "Host").row("esx1").sheet("vDatastore", "Name|# Hosts|Hosts");
        assertThat(host(book.row("ds1", 1, "esx1").read(folder), "esx1")
                        .datastores()
                        .complete())
                .isTrue();
        assertThat(host(book.row("ds2", 3, "esx1, esx9").read(folder), "esx1")
                        .datastores()
                        .complete())
                .isFalse();
    }

    @Test
    void aHostThatVHostDoesNotListIsUnknownAndHostsAreNotAll() {
        var export = new Book()
                .sheet("vHost", "Host|Cluster")
                .row("esx1", "C")
                .sheet("vInfo", "VM|Host")
                .row("a", "esx1")
                .row("b", "esx2")
                .read(folder);
        assertThat(vm(export, "a").host()).isEqualTo("host:esx1");
        assertThat(vm(export, "b").host()).isNull();
        assertThat(vCenter(export).hosts().size()).isEqualTo(1);
        assertThat(vCenter(export).hosts().complete()).isFalse();
        assertThat(notes(export)).containsExactly("vInfo!B3: a host that vHost does not list; taken as unknown (esx2)");
    }

    @Test
    void hostsKnownOnlyByNameAreListedAsNotAll() {
        var export = new Book()
                .sheet("vInfo", "VM|Datacenter|Cluster|Host")
                .row("a", "DC", "C", "esx1")
                .row("b", "DC", "C", "esx1")
                .read(folder);
        assertThat(vCenter(export).hosts().items()).extracting("name").containsExactly("esx1");
        assertThat(vCenter(export).hosts().complete()).isFalse();
        assertThat(host(export, "esx1").cluster()).isEqualTo("cluster:DC/C");
        assertThat(host(export, "esx1").datastores()).isNull();
    }

    @Test
    void countsOfHostsShowWhatAFilteredSheetLeavesOut() {
        var export = new Book()
                .sheet("vCluster", "Name|NumHosts")
                .row("C", 3)
                .sheet("vHost", "Host|Cluster|# VMs total|# VMs")
                .row("esx1", "C", 3, 1)
                .row("esx2", "C", 1, 1)
                .sheet("vInfo", "VM|Powerstate|Template|Host")
                .row("a", "poweredOn", "False", "esx1")
                .row("b", "poweredOff", "False", "esx1")
                .row("t", "poweredOff", "True", "esx2")
                .row("c", "poweredOn", "False", "esx2")
                .read(folder);
        assertThat(vCenter(export).hosts().complete()).isFalse();
        assertThat(vCenter(export).vms().complete()).isFalse();
        assertThat(export.counts())
                .containsExactly(
                        new StatedCount("vCluster!B:B", "hosts of clusters", 3, 2, 1),
                        new StatedCount("vHost!C:C", "VMs on hosts", 4, 4, 1),
                        new StatedCount("vHost!D:D", "powered-on VMs on hosts", 2, 2, 0));
    }

    @Test
    void whatTwoSheetsSayDifferentlyIsNoted() {
        var export = new Book()
                .sheet("vInfo", "VM|CPUs|Memory")
                .row("a", 2, 1024)
                .sheet("vCPU", "VM|CPUs")
                .row("a", 4)
                .sheet("vMemory", "VM|Size MiB")
                .row("a", 1024)
                .read(folder);
        assertThat(vm(export, "a").numCpu()).isEqualTo(2);
        assertThat(notes(export))
                .containsExactly(
                        "vCPU!B2: CPUs differs from what an earlier sheet says, which was kept (4 instead of 2)");
    }
}
