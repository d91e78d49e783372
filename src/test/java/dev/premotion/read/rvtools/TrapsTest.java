package dev.premotion.read.rvtools;

import static dev.premotion.read.rvtools.Readings.host;
import static dev.premotion.read.rvtools.Readings.notes;
import static dev.premotion.read.rvtools.Readings.vCenter;
import static dev.premotion.read.rvtools.Readings.vm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.inventory.PowerState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What real workbooks do that a reader who trusts them does not expect. */
class TrapsTest {

    @TempDir
    Path folder;

    @Test
    void columnsAreFoundByNameWithoutRegardToCaseOrBlanks() {
        var export = new Book()
                .sheet("VINFO", " memory |POWERSTATE|vm ")
                .row(1024, "PoweredOff", "a")
                .read(folder);
        assertThat(vm(export, "a").memoryMiB()).isEqualTo(1024);
        assertThat(vm(export, "a").powerState()).isEqualTo(PowerState.POWERED_OFF);
    }

    @Test
    void olderNamesOfColumnsAndSheetsAreKnown() {
        var export = new Book()
                .sheet("RVTools_tabvInfo", "VM|In Use MB|OS config|Host|VM ID|VI SDK Server|vCenter UUID")
                .row("a", 5, "Debian", "esx1", "vm-1", "vc1", "U1")
                .sheet("vDisk", "VM|Capacity MB|VM ID|vCenter UUID")
                .row("a", 7, "vm-1", "U1")
                .sheet("vHost", "Host|vCenter UUID")
                .row("esx1", "U1")
                .sheet("vSC+VMK", "Host|Device|vCenter UUID")
                .row("esx1", "vmk0", "U1")
                .read(folder);
        assertThat(vm(export, "a").usedBytes()).isEqualTo(5L << 20);
        assertThat(vm(export, "a").guestFullName()).isEqualTo("Debian");
        assertThat(vm(export, "a").ref().vCenter()).isEqualTo("u1");
        assertThat(vm(export, "a").disks().items().get(0).capacityBytes()).isEqualTo(7L << 20);
        assertThat(host(export, "esx1").vmkernelAdapters().size()).isEqualTo(1);
    }

    @Test
    void customAttributesDoNotStandInForColumnsOfTheirName() {
        var export = new Book()
                .sheet("vInfo", "VM|Path|Annotation|Host|Path|CPUs|Datacenter|Cluster|Host|VM ID|VM ID")
                .row("a", "[ds] a.vmx", "secret", "rack 7", "somewhere", 9, "DC", "C", "esx1", "wrong", "vm-1")
                .read(folder);
        assertThat(vm(export, "a").vmPathName()).isEqualTo("[ds] a.vmx");
        assertThat(vm(export, "a").host()).isEqualTo("host:esx1");
        assertThat(vm(export, "a").ref().id()).isEqualTo("vm-1");
    }

    @Test
    void numbersTruthsAndCodesMayBeTextsOrNumbers() {
        var export = new Book()
                .sheet(
                        "vInfo",
                        "VM|CPUs|Memory|Provisioned MB|Template|SRM Placeholder|Latency Sensitivity|CBT|HW version")
                .row("a", "4", "16,384", "1.234.567", true, 0, 1, "true", "vmx-13")
                .row("b", 4.0, "16 384", "1'234", "FALSE", "1", "High", "FALSE", 13)
                .sheet("vCluster", "Name|DRS default VM behavior")
                .row("C", 2)
                .sheet("vDisk", "VM|Shared Bus")
                .row("a", 2)
                .row("b", "1")
                .read(folder);
        var a = vm(export, "a");
        assertThat(a.numCpu()).isEqualTo(4);
        assertThat(a.memoryMiB()).isEqualTo(16_384);
        assertThat(a.provisionedBytes()).isEqualTo(1_234_567L << 20);
        assertThat(a.template()).isTrue();
        assertThat(a.srmPlaceholder()).isFalse();
        assertThat(a.latencySensitivity()).isEqualTo("normal");
        assertThat(a.changeTrackingEnabled()).isTrue();
        assertThat(a.hardwareVersion()).isEqualTo(13);
        assertThat(a.disks().items().get(0).sharedBus()).isEqualTo("physicalSharing");
        var b = vm(export, "b");
        assertThat(b.numCpu()).isEqualTo(4);
        assertThat(b.memoryMiB()).isEqualTo(16_384);
        assertThat(b.provisionedBytes()).isEqualTo(1_234L << 20);
        assertThat(b.template()).isFalse();
        assertThat(b.srmPlaceholder()).isTrue();
        assertThat(b.latencySensitivity()).isEqualTo("high");
        assertThat(b.changeTrackingEnabled()).isFalse();
        assertThat(b.disks().items().get(0).sharedBus()).isEqualTo("virtualSharing");
        assertThat(vCenter(export).clusters().items().get(0).drsBehavior()).isEqualTo("fullyAutomated");
        assertThat(notes(export)).isEmpty();
    }

    @Test
    void datesMayBeNumbersOrTextsAndThoseOf1970AreNone() {
        var book = new Book()
                .sheet("vInfo", "VM")
                .row("a")
                .sheet("vSnapshot", "VM|Date / time")
                .row("a", 45000.25)
                .row("a", "2018/10/05 12:22:47")
                .row("a", 25569)
                .row("a", "1970/01/01 00:00:00")
                .row("a", "5.10.2018");
        var export = book.read(folder);
        assertThat(vm(export, "a").snapshots().items())
                .extracting("created")
                .containsExactly(
                        Instant.parse("2023-03-15T06:00:00Z"), Instant.parse("2018-10-05T12:22:47Z"), null, null, null);
        assertThat(notes(export))
                .containsExactly("vSnapshot!B6: Date / time should be a date and time; taken as unknown ('5.10.2018')");
        assertThat(vm(book.since1904().read(folder), "a")
                        .snapshots()
                        .items()
                        .get(0)
                        .created())
                .isEqualTo(Instant.parse("2027-03-16T06:00:00Z"));
    }

    @Test
    void emptyFormattedRowsAndGapsAreNotRows() {
        var book = new Book().sheet("vInfo", "VM|CPUs").row("a", 1);
        for (int i = 3; i < 2_000; i++) {
            book.xml("<row r=\"" + i + "\" ht=\"12.75\"></row>");
        }
        book.xml("<row r=\"2000\"><c r=\"A2000\" s=\"3\"/><c r=\"B2000\" s=\"3\"/></row>");
        var export = book.skipTo(1_048_576).row("b", 2).read(folder);
        assertThat(vCenter(export).vms().items()).extracting("name").containsExactly("a", "b");
        assertThat(export.reading().origins().of(vm(export, "b").ref(), "numCpu"))
                .isEqualTo("export.xlsx vInfo!B1048576");
        assertThat(export.rows()).containsEntry("vInfo", 2);
        assertThat(notes(export)).isEmpty();
    }

    @Test
    void rowsAndCellsMayComeWithoutReferences() {
        var export = new Book()
                .withoutReferences()
                .sheet("vInfo", "VM|CPUs")
                .row("a", 1)
                .row("b", 2)
                .read(folder);
        assertThat(vCenter(export).vms().items()).extracting("numCpu").containsExactly(1, 2);
        assertThat(export.reading().origins().of(vm(export, "b").ref(), "numCpu"))
                .isEqualTo("export.xlsx vInfo!B3");
    }

    @Test
    void cellsInErrorAreUnknownAndFormulasCountByTheirResult() {
        var export = new Book()
                .sheet("vInfo", "VM|CPUs|Memory|Firmware")
                .row(
                        "a",
                        Book.raw("<c%s t=\"e\"><v>#REF!</v></c>"),
                        Book.raw("<c%s><f>1024*2</f><v>2048</v></c>"),
                        Book.raw("<c%s t=\"str\"><f>LOWER(\"EFI\")</f><v>efi</v></c>"))
                .row("b", Book.raw("<c%s><v>four</v></c>"), -1, "BIOS")
                .read(folder);
        assertThat(vm(export, "a").numCpu()).isNull();
        assertThat(vm(export, "a").memoryMiB()).isEqualTo(2048);
        assertThat(vm(export, "a").firmware()).isEqualTo("efi");
        assertThat(vm(export, "b").numCpu()).isNull();
        assertThat(vm(export, "b").memoryMiB()).isNull();
        assertThat(vm(export, "b").firmware()).isEqualTo("bios");
        assertThat(notes(export))
                .containsExactly(
                        "vInfo!B2: CPUs should be a whole number; taken as unknown (2 times, such as '#REF!', 'four')",
                        "vInfo!C3: Memory should be a whole number; taken as unknown ('-1')");
    }

    @Test
    void aSheetWithAWrongFirstHeaderIsToldAndLeftOutAndTheOthersAreRead() {
        var export = new Book()
                .sheet("vInfo", "VM|VM ID")
                .row("a", "vm-1")
                .sheet("vPartition", "NEXT Data Center|Disk")
                .row("a", "C:\\")
                .sheet("vDisk", "NEXT Data Center|Disk|VM ID")
                .row("a", "Hard disk 1", "vm-1")
                .read(folder);
        assertThat(vm(export, "a").disks()).isNull();
        assertThat(notes(export))
                .containsExactlyInAnyOrder(
                        "vPartition!A1: the sheet has no column VM; it was left out, and what it would tell is unknown\n"
                                + "Maybe the header was changed: it should be 'VM' as RVTools writes it",
                        "vDisk!A1: the sheet has no column VM; it was left out, and what it would tell is unknown\n"
                                + "Maybe the header was changed: it should be 'VM' as RVTools writes it");
    }

    @Test
    void aTitleAboveTheHeaderIsPassedOver() {
        var export = new Book()
                .sheet("vInfo")
                .row("Export of June")
                .row()
                .row("VM", "CPUs")
                .row("a", 3)
                .read(folder);
        assertThat(vm(export, "a").numCpu()).isEqualTo(3);
        assertThat(export.reading().origins().of(vm(export, "a").ref(), "numCpu"))
                .isEqualTo("export.xlsx vInfo!B4");
    }

    @Test
    void vmsAreTheirIdsNotTheirNames() {
        var export = new Book()
                .sheet("vInfo", "VM|CPUs|Disks|VM ID")
                .row("twin", 1, 1, "vm-1")
                .row("twin", 2, 1, "vm-2")
                .row("twin", 3, 1, "vm-2")
                .sheet("vDisk", "VM|Disk|VM ID")
                .row("twin", "Hard disk 1", "vm-2")
                .row("renamed", "Hard disk 1", "vm-1")
                .read(folder);
        assertThat(vCenter(export).vms().items()).extracting("numCpu").containsExactly(1, 2);
        assertThat(vCenter(export).vms().items())
                .allMatch(vm -> vm.disks().size() == 1 && vm.disks().complete());
        assertThat(notes(export))
                .containsExactly(
                        "vInfo!D4: the same VM a second time; the row was left out (twin)",
                        "vDisk!A3: not the name that vInfo gives to this VM ID; the id was trusted (renamed instead of twin)");
    }

    @Test
    void namesThatRepeatWithoutIdsCannotBeToldApart() {
        var export = new Book()
                .sheet("vInfo", "VM|CPUs|Disks")
                .row("twin", 1, 1)
                .row("twin", 2, 1)
                .row("single", 4, 1)
                .sheet("vDisk", "VM|Disk")
                .row("twin", "Hard disk 1")
                .row("single", "Hard disk 1")
                .sheet("vSnapshot", "VM|Name")
                .row("twin", "s")
                .read(folder);
        var vms = vCenter(export).vms().items();
        assertThat(vms).extracting(vm -> vm.ref().id()).containsExactly("vm:twin", "vm:twin#2", "vm:single");
        assertThat(vms.get(0).disks().complete()).isFalse();
        assertThat(vms.get(0).snapshots().complete()).isFalse();
        assertThat(vms.get(2).disks().complete()).isTrue();
        assertThat(vms.get(2).snapshots().complete()).isTrue();
        assertThat(notes(export))
                .contains("vDisk!A2: several VMs have this name and no VM ID tells which is meant; the row was left out"
                        + " (twin)");
    }

    @Test
    void anIdThatVInfoLacksIsTakenFromADetailSheet() {
        var export = new Book()
                .sheet("vInfo", "VM|VM ID")
                .row("a", null)
                .sheet("vMemory", "VM|Size MiB|VM ID")
                .row("a", 10, "vm-5")
                .sheet("vDisk", "VM|Disk|VM ID")
                .row("a", "Hard disk 1", "vm-5")
                .read(folder);
        assertThat(vm(export, "a").ref().id()).isEqualTo("vm-5");
        assertThat(vm(export, "a").memoryMiB()).isEqualTo(10);
        assertThat(vm(export, "a").disks().items().get(0).ref().id()).isEqualTo("vm-5/-1");
    }

    @Test
    void rowsOfVmsThatVInfoDoesNotListAreToldOnceForEachSheet() {
        var book = new Book().sheet("vInfo", "VM|VM ID").row("a", "vm-1").sheet("vTools", "VM|Tools|VM ID");
        book.row("a", "toolsOk", "vm-1");
        for (int i = 2; i < 90; i++) {
            book.row("off-" + i, "toolsNotRunning", "vm-" + i);
        }
        var export = book.read(folder);
        assertThat(vm(export, "a").toolsStatus()).isEqualTo("toolsOk");
        assertThat(vCenter(export).vms().complete()).isFalse();
        assertThat(notes(export))
                .containsExactly(
                        "vTools!A3: a row of a VM that vInfo does not list; it was left out, and vInfo is not taken"
                                + " to list all VMs (88 times, such as off-2, off-3, off-4)");
    }

    @Test
    void severalVCentersInOneWorkbookStayApart() {
        var export = new Book()
                .sheet("vInfo", "VM|Host|VM ID|VI SDK Server|VI SDK UUID")
                .row("a", "esx1", "vm-1", "vc1", "U1")
                .row("b", "esx1", "vm-1", "vc2", "U2")
                .sheet("vHost", "Host|CPU Model|VI SDK Server|VI SDK UUID")
                .row("esx1", "Intel", "vc1", "U1")
                .row("esx1", "AMD", "vc2", "U2")
                .sheet("vDisk", "VM|Disk|VM ID|VI SDK Server|VI SDK UUID")
                .row("b", "Hard disk 1", "vm-1", "vc2", "U2")
                .read(folder);
        var vCenters = export.reading().inventory().vCenters();
        assertThat(vCenters).extracting("name").containsExactly("vc1", "vc2");
        assertThat(vCenters.get(0).vms().items()).extracting("name").containsExactly("a");
        assertThat(vCenters.get(1).vms().items().get(0).disks().size()).isEqualTo(1);
        assertThat(vCenters.get(1).hosts().items()).extracting("cpuVendor").containsExactly("amd");
    }

    @Test
    void aWorkbookWithoutVCenterColumnsIsOneVCenterNamedAfterServerOrFile() {
        var book = new Book().sheet("vInfo", "VM|VI SDK UUID").row("a", " ").row("b", null);
        assertThat(vCenter(book.read(folder)).ref().id()).isEqualTo("file:export.xlsx");
        assertThat(vCenter(book.read(folder)).vms().size()).isEqualTo(2);
        book.sheet("vMetaData", "RVTools version|Server").row("4.7.1", "vc9");
        assertThat(vCenter(book.read(folder)).ref().id()).isEqualTo("server:vc9");
        assertThat(vCenter(book.read(folder)).name()).isEqualTo("vc9");
        book.sheet("vHost", "Host|VI SDK UUID").row("esx1", "U1");
        assertThat(vCenter(book.read(folder)).ref().id()).isEqualTo("u1");
    }

    @Test
    void vmUuidIsTheSmbiosOneBeforeVersion431() {
        var columns = "VM|VM UUID";
        var old = new Book()
                .sheet("vInfo", columns)
                .row("a", "42aa")
                .sheet("vMetaData", "RVTools version")
                .row("4.2.2");
        assertThat(vm(old.read(folder), "a").biosUuid()).isEqualTo("42aa");
        assertThat(vm(old.read(folder), "a").instanceUuid()).isNull();
        var newer = new Book()
                .sheet("vInfo", columns)
                .row("a", "50aa")
                .sheet("vMetaData", "RVTools version")
                .row("4.3.1");
        assertThat(vm(newer.read(folder), "a").instanceUuid()).isEqualTo("50aa");
        var unknown = new Book().sheet("vInfo", columns).row("a", "50aa").read(folder);
        assertThat(vm(unknown, "a").instanceUuid()).isNull();
        assertThat(vm(unknown, "a").biosUuid()).isNull();
    }

    @Test
    void escapedNamesAreReadAsPeopleKnowThem() {
        var export = new Book()
                .sheet("vInfo", "VM|Host|VM ID")
                .row("a%2fb %25 c%5cd", "esx1", "vm-1")
                .row("100%", "esx1", "vm-2")
                .sheet("vDatastore", "Name")
                .row("ds%2f1")
                .sheet("vDisk", "VM|Path|VM ID")
                .row("a%2fb %25 c%5cd", "[ds%2f1] a.vmdk", "vm-1")
                .read(folder);
        assertThat(vCenter(export).vms().items()).extracting("name").containsExactly("a/b % c\\d", "100%");
        assertThat(vm(export, "a/b % c\\d").disks().items().get(0).datastore()).isEqualTo("datastore:ds/1");
        assertThat(notes(export)).noneMatch(note -> note.contains("datastore"));
    }

    @Test
    void licenceKeysAndAnnotationsAreNotRead() {
        var export = new Book()
                .sheet("vInfo", "VM|Annotation")
                .row("a", "root password hunter2")
                .sheet("vHost", "Host|Assigned License(s)")
                .row("esx1", "ABCDE-12345-FGHIJ-67890-KLMNO")
                .row("esx2", "vSphere 7 Standard [ABCDE-12345-FGHIJ-67890-KLMNO]")
                .sheet("vLicense", "Name|Key|Labels|Total")
                .row("vSphere 7 Standard", "ABCDE-12345-FGHIJ-67890-KLMNO", "client X", "many")
                .read(folder);
        assertThat(host(export, "esx1").licenseName()).isNull();
        assertThat(host(export, "esx2").licenseName()).isEqualTo("vSphere 7 Standard");
        var everything = vCenter(export).vms() + " " + vCenter(export).hosts() + " "
                + vCenter(export).licenses() + " " + export.reading().quality();
        assertThat(everything).doesNotContain("hunter2", "ABCDE", "client X");
    }

    @Test
    void directPathIoOfAnAdapterIsNoPassthrough() {
        var book = new Book().sheet("vInfo", "VM|NICs").row("a", 1);
        book.sheet("vNetwork", "VM|Adapter|Direct Path IO").row("a", "Vmxnet3", "True");
        var with = vm(book.read(folder), "a");
        assertThat(with.nics().items().get(0).adapterType()).isEqualTo("vmxnet3");
        assertThat(with.devices()).isNull();
    }

    @Test
    void clustersOfOneNameInSeveralDatacentersAreToldApartByTheirHosts() {
        var export = new Book()
                .sheet("vCluster", "Name|DRS enabled|Object ID")
                .row("C", "True", "domain-c1")
                .row("C", "False", "domain-c2")
                .sheet("vHost", "Host|Datacenter|Cluster")
                .row("esx1", "north", "C")
                .row("esx2", "south", "C")
                .read(folder);
        assertThat(host(export, "esx1").cluster()).isEqualTo("cluster:north/C");
        assertThat(host(export, "esx2").cluster()).isEqualTo("cluster:south/C");
        assertThat(vCenter(export).clusters().items()).hasSize(2).allMatch(cluster -> cluster.drsEnabled() == null);
        assertThat(notes(export)).anyMatch(note -> note.startsWith("vCluster: clusters of one name"));
    }

    @Test
    void portGroupsOfOneNameAreOneNetworkForEachDatacenter() {
        var export = new Book()
                .sheet("vPort", "Host|Datacenter|Port Group|Switch|VLAN")
                .row("esx1", "north", "lab", "vSwitch0", 5)
                .row("esx2", "north", "lab", "vSwitch0", 6)
                .row("esx3", "south", "lab", "vSwitch0", 7)
                .read(folder);
        assertThat(vCenter(export).networks().items())
                .extracting(network -> network.ref().id())
                .containsExactly("pg:north/lab", "pg:south/lab");
        assertThat(vCenter(export).networks().items()).extracting("vlan").containsExactly(null, "7");
        assertThat(notes(export))
                .contains(
                        "vPort!A1: hosts disagree about settings of a port group, which are taken as unknown (lab: vlan)");
    }

    @Test
    void aWorkbookSavedByAnotherProgramReadsTheSame() throws IOException {
        var columns = "VM|Powerstate|CPUs|Memory|Template|VM ID";
        var ours = new Book()
                .sheet("vInfo", columns)
                .row("a", "poweredOn", 2, 4096, "True", "vm-1")
                .read(folder);
        var file = folder.resolve("poi.xlsx");
        try (var workbook = new XSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            var sheet = workbook.createSheet("vInfo");
            var header = sheet.createRow(0);
            int at = 0;
            for (var name : columns.split("\\|", -1)) {
                header.createCell(at++).setCellValue(name);
            }
            var row = sheet.createRow(1);
            row.createCell(0).setCellValue("a");
            row.createCell(1).setCellValue("poweredOn");
            row.createCell(2).setCellFormula("1+1");
            row.createCell(3).setCellValue(4096);
            row.createCell(4).setCellValue(true);
            Cell id = row.createCell(5);
            id.setCellValue("vm-1");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.write(out);
        }
        var theirs = RvToolsReader.export(file, "export.xlsx");
        assertThat(theirs.reading().inventory().vCenters().get(0).vms())
                .isEqualTo(ours.reading().inventory().vCenters().get(0).vms());
    }
}
