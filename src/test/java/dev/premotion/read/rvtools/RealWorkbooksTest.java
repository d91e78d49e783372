package dev.premotion.read.rvtools;

import static dev.premotion.read.rvtools.Readings.cluster;
import static dev.premotion.read.rvtools.Readings.host;
import static dev.premotion.read.rvtools.Readings.notes;
import static dev.premotion.read.rvtools.Readings.vCenter;
import static dev.premotion.read.rvtools.Readings.vm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.PowerState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Exports of real estates, as people hand them on: cut down, renamed, anonymised by hand. */
class RealWorkbooksTest {

    private static final Path DATA = Path.of("..", "shared", "data", "rvtools");

    private static RvToolsExport read(String name) {
        var file = DATA.resolve(name);
        assumeTrue(Files.exists(file), () -> "skipped: " + file + " is not there");
        return RvToolsReader.export(file, name);
    }

    @Test
    void anExportOfVersion46EditedInLibreOffice() {
        var export = read("migration-planner-example1.xlsx");
        assertThat(export.rows()).isEqualTo(Map.of("vInfo", 9, "vCPU", 9, "vMemory", 9, "vDisk", 9, "vHost", 7));
        assertThat(vCenter(export).vms().size()).isEqualTo(9);
        assertThat(vCenter(export).hosts().size()).isEqualTo(7);
        assertThat(vCenter(export).version()).isEqualTo("8.0.3");
        assertThat(vCenter(export).build()).isEqualTo("24262322");
        assertThat(vCenter(export).vms().stream().filter(vm -> vm.powerState() == PowerState.POWERED_ON))
                .hasSize(3);
        assertThat(vCenter(export).vms().stream()
                        .mapToInt(vm -> vm.disks().size())
                        .sum())
                .isEqualTo(9);

        // Host names were replaced in each sheet anew, and vHost counts 183 VMs.
        assertThat(vCenter(export).vms().complete()).isFalse();
        assertThat(vCenter(export).hosts().complete()).isFalse();
        assertThat(export.counts())
                .containsExactly(
                        new StatedCount("vInfo!U:U", "disks of VMs", 7, 8, 1),
                        new StatedCount("vHost!W:W", "VMs on hosts", 183, 0, 7),
                        new StatedCount("vHost!X:X", "powered-on VMs on hosts", 77, 0, 7));

        // The names in vDisk slid down a row; the ids did not.
        assertThat(vm(export, "vm-3").ref().id()).isEqualTo("vm-105889");
        assertThat(vm(export, "vm-3").disks().items().get(0).capacityBytes()).isEqualTo(524_288L << 20);
        assertThat(vm(export, "vm-2").disks()).isEqualTo(Listing.of());
        assertThat(vm(export, "vm-8").disks().complete()).isFalse();
        assertThat(vm(export, "vm-8").minEvcMode()).isEqualTo("intel-icelake");
        assertThat(vm(export, "vm-9").ref().id()).isEqualTo("vm-111122");
        assertThat(vm(export, "vm-9").memoryMiB()).isEqualTo(40_960);
        assertThat(vm(export, "vm-9").hardwareVersion()).isNull();
        assertThat(cluster(export, "Cluster").evcEnabled()).isFalse();
        assertThat(host(export, "10.17.135.71").version()).isNull();
        assertThat(notes(export))
                .hasSize(7)
                .anyMatch(note -> note.startsWith("vDisk!A3: not the name that vInfo gives"));
    }

    @Test
    void anExportOfVersion310WithCodesForWordsAndARenamedHeader() {
        var export = read("sizing-workshop-bill-3.10.xlsx");
        assertThat(export.rows()).isEqualTo(Map.of("vInfo", 131, "vDisk", 247, "vHost", 8, "vCluster", 2));
        assertThat(export.counts())
                .containsExactly(
                        new StatedCount("vInfo!J:J", "disks of VMs", 247, 247, 0),
                        new StatedCount("vCluster!D:D", "hosts of clusters", 8, 8, 0),
                        new StatedCount("vHost!R:R", "powered-on VMs on hosts", 109, 109, 0));
        var vCenter = vCenter(export);
        assertThat(vCenter.vms().size()).isEqualTo(131);
        assertThat(vCenter.vms().complete()).isTrue();
        assertThat(vCenter.hosts().size()).isEqualTo(8);
        assertThat(vCenter.hosts().complete()).isTrue();
        assertThat(vCenter.clusters().size()).isEqualTo(2);
        assertThat(vCenter.vms().items()).allMatch(vm -> vm.disks().complete() && vm.host() != null);
        assertThat(vCenter.vms().stream().filter(vm -> Boolean.TRUE.equals(vm.template())))
                .hasSize(2);

        var rdm = vm(export, "gtappDB02").disks().stream()
                .filter(disk -> "Hard disk 2".equals(disk.label()))
                .findFirst()
                .orElseThrow();
        assertThat(rdm.raw()).isTrue();
        assertThat(rdm.rdm().compatibilityMode()).isEqualTo("physicalMode");
        assertThat(rdm.rdm().lunUuid()).isEqualTo("020010000061c5a0b0a08a830000005bd0ca7e002c494e54454c4c");
        assertThat(rdm.sharedBus()).isEqualTo("physicalSharing");
        assertThat(rdm.diskMode()).isEqualTo("independent_persistent");
        assertThat(rdm.path()).isNull();
        assertThat(rdm.sharing()).isNull();
        assertThat(vm(export, "CRMDEVVM01").disks().items().get(0).sharedBus()).isEqualTo("noSharing");
        assertThat(vCenter.vms().stream().filter(vm -> "low".equals(vm.latencySensitivity())))
                .hasSize(1);
        assertThat(vCenter.vms().stream().filter(vm -> Boolean.TRUE.equals(vm.changeTrackingEnabled())))
                .hasSize(62);

        assertThat(cluster(export, "Production Cluster").evcMode()).isEqualTo("intel-ivybridge");
        assertThat(cluster(export, "Avaya Cluster").evcMode()).isEqualTo("intel-sandybridge");
        assertThat(cluster(export, "Avaya Cluster").drsBehavior()).isEqualTo("fullyAutomated");
        assertThat(cluster(export, "Production Cluster").rules().items())
                .extracting("type")
                .containsExactly("antiAffinity", "antiAffinity");
        assertThat(host(export, "esxhost03.next.local").version()).isEqualTo("5.5.0");
        assertThat(host(export, "esxhost03.next.local").build()).isEqualTo("6480267");
        assertThat(host(export, "esxhost01.next.local").inMaintenanceMode()).isNull();
        assertThat(host(export, "esxhost01.next.local").timeSources()).isNull();
        assertThat(host(export, "esxhost01.next.local").licenseName()).isNull();
        assertThat(notes(export))
                .hasSize(2)
                .anyMatch(note -> note.startsWith("vPartition!A1: the sheet has no column VM"))
                .anyMatch(note ->
                        note.startsWith("vDisk!A5: not the name that vInfo gives to this VM ID; the id was trusted"
                                + " (113 times, such as"));
        assertThat(export.reading().origins().of(rdm.ref(), "raw"))
                .isEqualTo("sizing-workshop-bill-3.10.xlsx vDisk!F170");
    }

    @Test
    void anExportOfVersion39WithMostColumnsTakenOut() {
        var export = read("sizing-workshop-3.9-cut.xlsx");
        assertThat(export.rows()).isEqualTo(Map.of("vInfo", 805, "vHost", 34));
        var vCenter = vCenter(export);
        assertThat(vCenter.vms().size()).isEqualTo(805);
        assertThat(vCenter.hosts().size()).isEqualTo(34);
        assertThat(vCenter.vms().stream().filter(vm -> vm.powerState() == PowerState.POWERED_ON))
                .hasSize(763);
        assertThat(vCenter.vms().stream().filter(vm -> Boolean.TRUE.equals(vm.template())))
                .hasSize(10);
        assertThat(vCenter.hosts().items()).allMatch(host -> "6.0.0".equals(host.version()));
        assertThat(vCenter.clusters().items())
                .extracting("name")
                .containsExactly("Cluster1", "Cluster2", "Mgmt", "DMZ");
        assertThat(vCenter.vms().items()).allMatch(vm -> vm.disks() == null && vm.connectionState() == null);
        assertThat(vCenter.vms().items().get(0).ref().id()).isEqualTo("vm:wadfs1");

        // Most hosts bear another name in vHost than in vInfo.
        assertThat(vCenter.vms().stream().filter(vm -> vm.host() != null)).hasSize(51);
        assertThat(export.counts())
                .containsExactly(new StatedCount("vHost!R:R", "powered-on VMs on hosts", 735, 50, 27));
        assertThat(vCenter.hosts().complete()).isFalse();
        assertThat(vCenter.vms().complete()).isFalse();
    }

    @Test
    void headersThatNoVersionWritesAreToldAndGiveNoFacts() {
        var export = read("invented-headers.xlsx");
        assertThat(notes(export))
                .anyMatch(note -> note.startsWith("vCluster!A1: the sheet has no column Name"))
                .anyMatch(note -> note.startsWith("vPort!A1: the sheet has no column Host"))
                .anyMatch(note -> note.startsWith("dvPort!A1: the sheet has no column Port"))
                .anyMatch(note -> note.startsWith("vCD!C2: a kind of device that is not known"))
                .anyMatch(note -> note.startsWith("vUSB!B2: a controller, which is no device"));
        assertThat(export.reading().quality())
                .anyMatch(note -> note.place().equals("vHost")
                        && note.message().startsWith("columns that are not there: Datacenter, Cluster"));
        assertThat(vCenter(export).networks()).isNull();
        assertThat(vCenter(export).vms().items())
                .hasSize(3)
                .allMatch(vm -> vm.connectionState() == null && vm.hardwareVersion() == null && vm.template() == null)
                .allMatch(vm -> vm.disks().stream().allMatch(disk -> disk.raw() == null && disk.sharedBus() == null))
                .allMatch(vm -> vm.devices().stream().allMatch(device -> device.backing() == null));
        assertThat(vCenter(export).hosts().items())
                .allMatch(host -> host.networks() == null && host.datastores() == null && host.cluster() == null);
    }

    @Test
    void theSameWorkbookGivesTheSameReadingTwice() {
        var one = read("sizing-workshop-bill-3.10.xlsx");
        var two = read("sizing-workshop-bill-3.10.xlsx");
        assertThat(one.reading().inventory()).isEqualTo(two.reading().inventory());
        assertThat(one.reading().quality()).isEqualTo(two.reading().quality());
        assertThat(one.reading().files()).isEqualTo(two.reading().files());
        assertThat(one.counts()).isEqualTo(two.counts());
    }
}
