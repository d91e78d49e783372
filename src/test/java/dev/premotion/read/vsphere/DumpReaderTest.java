package dev.premotion.read.vsphere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.BadInput;
import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Disk;
import dev.premotion.inventory.DiskParent;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.HostGroup;
import dev.premotion.inventory.Nic;
import dev.premotion.inventory.QualityNote;
import dev.premotion.inventory.Reading;
import dev.premotion.inventory.Vm;
import dev.premotion.read.Snapshots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dumps of govc object.save: real ones, ones that show one thing, and ones that somebody broke. */
class DumpReaderTest {

    private static final Path GLOUTON = Path.of("../shared/data/object-save/glouton/inputs/vsphere/testdata");
    private static final String TYPED = " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:type=\"";

    /** A VM as vCenter describes one, with what it never leaves out. */
    private static final String WHOLE = property("name", "a")
            + reference("environmentBrowser", "EnvironmentBrowser", "envbrowser-1")
            + property("guestHeartbeatStatus", "green")
            + struct(
                    "runtime",
                    "VirtualMachineRuntimeInfo",
                    "<host type=\"HostSystem\">host-1</host><connectionState>connected</connectionState>"
                            + "<powerState>poweredOn</powerState><toolsInstallerMounted>false</toolsInstallerMounted>"
                            + "<numMksConnections>0</numMksConnections>");

    private static final String CONFIG =
            "<version>vmx-19</version><uuid>u</uuid><template>false</template><guestId>g</guestId>"
                    + "<files><vmPathName>[ds] a/a.vmx</vmPathName></files><flags/>";

    @TempDir
    Path folder;

    @BeforeEach
    void top() {
        object(
                "ServiceInstance",
                "ServiceInstance",
                struct(
                        "content",
                        "ServiceContent",
                        "<rootFolder type=\"Folder\">group-d1</rootFolder><about><apiVersion>8.0.3.0</apiVersion>"
                                + "<instanceUuid>uuid-a</instanceUuid></about>"));
    }

    @Test
    void aDumpOfARealVCenterIsRead() {
        assumeThat(GLOUTON).as("../shared/data is not there").exists();

        var vCenter = Snapshots.read(List.of(GLOUTON.resolve("vcenter_1")), null)
                .inventory()
                .vCenters()
                .get(0);

        assertThat(vCenter.ref().id()).isEqualTo("6a6e7670-f4da-5086-a547-f901b3cdd059");
        var vm = vCenter.vms().items().get(0);
        assertThat(vm.name()).isEqualTo("DC0_C0_RP0_VM0");
        assertThat(vm.folder()).isEqualTo("/DC0/vm");
        assertThat(vm.cluster()).isEqualTo("domain-c16");
        assertThat(vm.disks().items().get(0).capacityBytes()).isEqualTo(10L << 30);
        assertThat(vm.nics().items().get(0).macAddress()).isEqualTo("00:0c:29:33:34:38");
        assertThat(vm.encrypted())
                .as("config was cut down, so that no key proves nothing")
                .isNull();
        assertThat(vm.snapshots()).as("likewise").isNull();
        assertThat(vCenter.vms().complete())
                .as("a VM that a host lists is not there")
                .isFalse();
    }

    @Test
    void severalDumpsInOneFolderAreOneEstate() {
        assumeThat(GLOUTON).as("../shared/data is not there").exists();

        var reading = Snapshots.read(List.of(GLOUTON), null);

        assertThat(reading.inventory().vCenters())
                .extracting(vCenter -> vCenter.ref().id())
                .containsExactly("file:esxi_1", "6a6e7670-f4da-5086-a547-f901b3cdd059", "file:vcenter_2");
        assertThat(reading.quality())
                .extracting(QualityNote::message)
                .anyMatch(said -> said.startsWith("this is the dump of a host alone"))
                .anyMatch(said -> said.startsWith("the dump has no ServiceInstance"));
    }

    private static String cluster(String das) {
        return property("name", "c")
                + struct(
                        "configurationEx",
                        "ClusterConfigInfoEx",
                        "<dasConfig><enabled>true</enabled>" + das
                                + "</dasConfig><drsConfig><enabled>true</enabled></drsConfig>"
                                + "<group" + TYPED + "ClusterHostGroup\"><name>left</name>"
                                + "<host type=\"HostSystem\">host-1</host></group>"
                                + "<group" + TYPED + "ClusterVmGroup\"><name>vms</name></group>");
    }

    private static String option(String key, int value) {
        return "<option><key>" + key + "</key><value xmlns:x=\"http://www.w3.org/2001/XMLSchema\"" + TYPED
                + "x:string\">" + value + "</value></option>";
    }

    /** The defaults are those of the documents: four VMs and eight vCPUs with Fault Tolerance on a host. */
    @Test
    void theLimitsOfFaultToleranceAreThoseOfTheOptionsOrTheirDefaults() {
        object("ClusterComputeResource", "domain-c1", cluster(""));
        object(
                "ClusterComputeResource",
                "domain-c2",
                cluster(option("das.maxFtVmsPerHost", 2) + option("das.maxftvcpusperhost", 0)));
        object("ClusterComputeResource", "domain-c3", property("name", "c"));

        var clusters = read().inventory().vCenters().get(0).clusters().items();

        assertThat(clusters)
                .extracting(Cluster::maxFtVmsPerHost, Cluster::maxFtVcpusPerHost)
                .containsExactly(tuple(4, 8), tuple(2, 0), tuple(null, null));
        assertThat(clusters.get(0).hostGroups().items()).containsExactly(new HostGroup("left", Listing.of("host-1")));
        assertThat(clusters.get(2).hostGroups()).isNull();
    }

    @Test
    void aHostSaysHowManyVmsItTakesAndWhetherItsClockFollowsATimeServer() {
        object(
                "HostSystem",
                "host-1",
                property("name", "h")
                        + struct(
                                "capability",
                                "HostCapability",
                                "<maxHostRunningVms>640</maxHostRunningVms><maxHostSupportedVcpus>4096</maxHostSupportedVcpus>"
                                        + "<eightPlusHostVmfsSharedAccessSupported>true</eightPlusHostVmfsSharedAccessSupported>")
                        + struct(
                                "config",
                                "HostConfigInfo",
                                "<dateTimeInfo><serviceSync>false</serviceSync></dateTimeInfo>")
                        + struct(
                                "summary",
                                "HostListSummary",
                                "<hardware><vendor>v</vendor></hardware><quickStats><uptime>1</uptime></quickStats>"));
        object("HostSystem", "host-2", property("name", "i"));

        var hosts = read().inventory().vCenters().get(0).hosts().items();

        assertThat(hosts.get(0).capability().maxHostRunningVms()).isEqualTo(640);
        assertThat(hosts.get(0).capability().maxHostSupportedVcpus()).isEqualTo(4096);
        assertThat(hosts.get(0).capability().eightPlusHostVmfsSharedAccessSupported())
                .isTrue();
        assertThat(hosts.get(0).timeSynchronized()).isFalse();
        assertThat(hosts.get(0).evcGraphicsMode())
                .as("the summary is there and names none")
                .isEqualTo("none");
        assertThat(hosts.get(1).evcGraphicsMode()).isNull();
        assertThat(hosts.get(1).timeSynchronized()).isNull();
    }

    /** 64 is what the API says of a host that gives no number. */
    @Test
    void howManyDisksALiveMoveTakesIsKnownOfAHostThatGivesNoNumber() {
        var whole = "<vmotionSupported>true</vmotionSupported>";
        var number = "<maxNumDisksSVMotion>32</maxNumDisksSVMotion>";
        object("HostSystem", "host-1", struct("capability", "HostCapability", whole));
        object("HostSystem", "host-2", struct("capability", "HostCapability", whole + number));
        object("HostSystem", "host-3", struct("capability", "HostCapability", "<datastorePrincipalSupported/>"));

        assertThat(read().inventory().vCenters().get(0).hosts().items())
                .extracting(host -> host.capability().maxNumDisksSVMotion())
                .containsExactly(64, 32, null);
    }

    @Test
    void whatIsLeftOfTheFlashOfAHostIsReadInMiB() {
        var states = "<connectionState>connected</connectionState><powerState>poweredOn</powerState>";
        var flash = "<vFlashResourceRuntimeInfo><usage>1</usage><freeForVmCache>3221225472</freeForVmCache>"
                + "</vFlashResourceRuntimeInfo>";
        object("HostSystem", "host-1", struct("runtime", "HostRuntimeInfo", states + flash));
        object("HostSystem", "host-2", struct("runtime", "HostRuntimeInfo", states));
        object("HostSystem", "host-3", property("name", "cut down"));

        assertThat(read().inventory().vCenters().get(0).hosts().items())
                .extracting(Host::vFlashFreeMiB)
                .containsExactly(3072L, 0L, null);
    }

    @Test
    void theCacheInFlashOfADiskIsRead() {
        var flash = "<vFlashCacheConfigInfo><reservationInMB>512</reservationInMB></vFlashCacheConfigInfo>";
        devices(
                device("VirtualDisk", 2000, "<capacityInKB>1024</capacityInKB>" + flash),
                device("VirtualDisk", 2001, "<capacityInKB>1024</capacityInKB>"),
                device("VirtualDisk", 2002, ""));

        assertThat(vm().disks().items()).extracting(Disk::vFlashCacheMiB).containsExactly(512L, 0L, null);
    }

    @Test
    void whetherADatastoreTakesClusteredDisksIsRead() {
        var clustered = "<clusteredVmdkSupported>true</clusteredVmdkSupported>";
        object("Datastore", "datastore-1", struct("capability", "DatastoreCapability", clustered));
        object("Datastore", "datastore-2", struct("capability", "DatastoreCapability", ""));

        assertThat(read().inventory().vCenters().get(0).datastores().items())
                .extracting(Datastore::clusteredVmdkSupported)
                .containsExactly(true, null);
    }

    @Test
    void whatIsNotSetIsKnownOnlyWhereTheObjectIsWhole() {
        object("VirtualMachine", "vm-1", WHOLE + struct("config", "VirtualMachineConfigInfo", CONFIG + "<hardware/>"));
        object("VirtualMachine", "vm-2", WHOLE + struct("config", "VirtualMachineConfigInfo", "<hardware/>"));

        var vms = read().inventory().vCenters().get(0).vms().items();

        assertThat(vms.get(0).encrypted()).isFalse();
        assertThat(vms.get(0).cpuAffinity().items()).isEmpty();
        assertThat(vms.get(0).snapshots().items()).isEmpty();
        assertThat(vms.get(0).questionPending()).isFalse();
        assertThat(vms.get(0).sevEnabled()).as("8.0 says it where it is so").isNull();
        assertThat(vms.get(0).tdxEnabled()).as("8.0 does not know it").isFalse();
        assertThat(vms.get(0).metroFtEnabled())
                .as("8.0.3 knows it, and says it where it is so")
                .isNull();
        assertThat(vms.get(1).encrypted()).isNull();
        assertThat(vms.get(1).cpuAffinity()).isNull();
    }

    @Test
    void aRefusedPropertyIsUnknown() {
        object(
                "VirtualMachine",
                "vm-1",
                WHOLE + struct("config", "VirtualMachineConfigInfo", CONFIG + "<hardware/>")
                        + "<missingSet><path>config.keyId</path><fault><fault" + TYPED
                        + "NoPermission\"/></fault></missingSet>");

        assertThat(vm().encrypted()).isNull();
    }

    @Test
    void devicesAreToldApartByTypeAndBacking() {
        devices(
                device(
                        "VirtualPCIPassthrough",
                        1,
                        backing(
                                "VirtualPCIPassthroughVmiopBackingInfo",
                                "<vgpu>grid_a100-10c</vgpu><migrateSupported>true</migrateSupported>")),
                device("VirtualPCIPassthrough", 2, backing("VirtualPCIPassthroughDynamicBackingInfo", "")),
                device("VirtualPCIPassthrough", 3, backing("VirtualPCIPassthroughDeviceBackingInfo", "<id>0</id>")),
                device("VirtualUSB", 4, backing("VirtualUSBRemoteHostBackingInfo", "")),
                device("VirtualUSB", 5, backing("VirtualUSBRemoteClientBackingInfo", "")),
                device(
                        "VirtualSerialPort",
                        6,
                        backing("VirtualSerialPortFileBackingInfo", "<fileName>[ds] a/s.txt</fileName>")),
                device(
                        "VirtualCdrom",
                        7,
                        backing(
                                        "VirtualCdromIsoBackingInfo",
                                        "<fileName>[iso] x.iso</fileName><datastore type=\"Datastore\">datastore-9</datastore>")
                                + "<connectable><connected>true</connected><startConnected>false</startConnected></connectable>"),
                device("VirtualTPM", 8, ""),
                device("VirtualMachineVideoCard", 9, ""),
                device("VirtualSriovEthernetCard", 10, "<macAddress>00:50:56:AA:BB:CC</macAddress>"),
                device(
                        "VirtualSriovEthernetCard",
                        11,
                        "<macAddress>00:50:56:AA:BB:CD</macAddress><dvxBackingInfo><deviceClass>x</deviceClass></dvxBackingInfo>"));

        var vm = vm();

        assertThat(vm.devices().items())
                .extracting(device ->
                        device.key() + " " + device.type() + " " + device.backing() + " " + device.vmotionEnabled())
                .containsExactly(
                        "1 vgpu null true",
                        "2 pciPassthrough dynamic null",
                        "3 pciPassthrough host null",
                        "4 usb host true",
                        "5 usb client null",
                        "6 serial file null",
                        "7 cdrom iso null",
                        "8 tpm null null");
        assertThat(vm.devices().items().get(0).profile()).isEqualTo("grid_a100-10c");
        assertThat(vm.devices().items().get(6).datastore()).isEqualTo("datastore-9");
        assertThat(vm.devices().items().get(6).connected()).isTrue();
        assertThat(vm.vTpmPresent()).isTrue();
        assertThat(vm.nics().items().get(0).adapterType()).isEqualTo("sriov");
        assertThat(vm.nics().items().get(0).macAddress()).isEqualTo("00:50:56:aa:bb:cc");
        assertThat(vm.nics().items()).extracting(Nic::dvxBacked).containsExactly(false, true);
    }

    @Test
    void mappingsSharingAndClonesAreSeenOnDisks() {
        devices(
                device("VirtualLsiLogicSASController", 1000, "<sharedBus>physicalSharing</sharedBus>"),
                device("VirtualNVMEController", 1001, "<deviceInfo><label>NVME controller 0</label></deviceInfo>"),
                device(
                        "VirtualDisk",
                        2000,
                        "<controllerKey>1000</controllerKey><capacityInKB>1024</capacityInKB>"
                                + backing(
                                        "VirtualDiskRawDiskMappingVer1BackingInfo",
                                        "<lunUuid>0200</lunUuid><compatibilityMode>physicalMode</compatibilityMode>")),
                device(
                        "VirtualDisk",
                        2001,
                        "<controllerKey>1001</controllerKey>"
                                + backing(
                                        "VirtualDiskFlatVer2BackingInfo",
                                        "<fileName>[ds] a/a-1.vmdk</fileName><sharing>sharingMultiWriter</sharing>"
                                                + "<parent><fileName>[ds2] base/base-1.vmdk</fileName><datastore type=\"Datastore\">datastore-8</datastore>"
                                                + "<parent><fileName>[ds] base/base.vmdk</fileName></parent></parent>")),
                device(
                        "VirtualDisk",
                        2002,
                        "<controllerKey>1000</controllerKey>"
                                + backing(
                                        "VirtualDiskFlatVer2BackingInfo",
                                        "<fileName>[ds] a/a-2.vmdk</fileName>"
                                                + "<parent><fileName>[ds] a/a.vmdk</fileName></parent>")));

        var disks = vm().disks().items();

        assertThat(disks.get(0).raw()).isTrue();
        assertThat(disks.get(0).rdm().compatibilityMode()).isEqualTo("physicalMode");
        assertThat(disks.get(0).sharedBus()).isEqualTo("physicalSharing");
        assertThat(disks.get(0).capacityBytes()).isEqualTo(1 << 20);
        assertThat(disks.get(1).linkedClone()).isTrue();
        assertThat(disks.get(1).parents())
                .isEqualTo(Listing.of(
                        new DiskParent("[ds2] base/base-1.vmdk", "datastore-8"),
                        new DiskParent("[ds] base/base.vmdk", null)));
        assertThat(disks.get(0).parents()).isEqualTo(Listing.of());
        assertThat(disks.get(1).sharing()).isEqualTo("sharingMultiWriter");
        assertThat(disks.get(1).sharedBus()).as("8.0.3 knows shared NVMe").isNull();
        assertThat(disks.get(1).controller()).isEqualTo("VirtualNVMEController");
        assertThat(disks)
                .extracting(disk -> disk.backing() + " " + disk.deltaDiskFormat())
                .containsExactly("rawDeviceMapping none", "flat null", "flat null");
        assertThat(disks.get(2).linkedClone()).as("a snapshot of its own").isFalse();
    }

    @Test
    void aHostsNetworkingHangsTogether() {
        object("HostSystem", "host-1", property("name", "esx1") + struct("config", "HostConfigInfo", """
                                <product><version>8.0.3</version><build>24585383</build></product>
                                <network>
                                  <vswitch><name>vSwitch0</name><pnic>key-vim.host.PhysicalNic-vmnic0</pnic><numPortsAvailable>90</numPortsAvailable></vswitch>
                                  <portgroup><spec><name>vMotion</name><vswitchName>vSwitch0</vswitchName></spec></portgroup>
                                  <pnic><key>key-vim.host.PhysicalNic-vmnic0</key><device>vmnic0</device><pci>0</pci></pnic>
                                  <pnic><key>key-vim.host.PhysicalNic-vmnic1</key><device>vmnic1</device><pci>1</pci><linkSpeed><speedMb>10000</speedMb><duplex>true</duplex></linkSpeed></pnic>
                                  <vnic><device>vmk1</device><key>key-vim.host.VirtualNic-vmk1</key><portgroup>vMotion</portgroup>
                                    <spec><ip><ipAddress>10.0.0.1</ipAddress></ip><netStackInstanceKey>vmotion</netStackInstanceKey><mtu>9000</mtu></spec></vnic>
                                  <netStackInstance><key>vmotion</key><ipRouteConfig><defaultGateway>10.0.0.254</defaultGateway></ipRouteConfig></netStackInstance>
                                </network>
                                <virtualNicManagerInfo><netConfig><nicType>vmotion</nicType>
                                  <candidateVnic><device>vmk1</device><key>vmotion.key-vim.host.VirtualNic-vmk1</key></candidateVnic>
                                  <selectedVnic>vmotion.key-vim.host.VirtualNic-vmk1</selectedVnic></netConfig></virtualNicManagerInfo>
                                """));

        var host = read().inventory().vCenters().get(0).hosts().items().get(0);

        var adapter = host.vmkernelAdapters().items().get(0);
        assertThat(adapter.services().items()).containsExactly("vmotion");
        assertThat(adapter.gateway()).isEqualTo("10.0.0.254");
        assertThat(adapter.uplinks().items()).containsExactly("vmnic0");
        assertThat(host.physicalNics().items().get(0).linkSpeedMbps())
                .as("no link")
                .isZero();
        assertThat(host.physicalNics().items().get(0).switchName()).isEqualTo("vSwitch0");
        assertThat(host.physicalNics().items().get(1).linkSpeedMbps()).isEqualTo(10_000);
    }

    @Test
    void aFirewallTellsItsClosedRulesetsUnlessItLetsAllPass() {
        var firewall =
                "<firewall><defaultPolicy><incomingBlocked>%s</incomingBlocked><outgoingBlocked>%s</outgoingBlocked></defaultPolicy>"
                        + "<ruleset><key>NFC</key><label>NFC</label><enabled>true</enabled></ruleset>"
                        + "<ruleset><key>vMotion</key><label>vMotion</label><enabled>false</enabled></ruleset></firewall>";
        object(
                "HostSystem",
                "host-1",
                property("name", "a") + struct("config", "HostConfigInfo", firewall.formatted(true, true)));
        object(
                "HostSystem",
                "host-2",
                property("name", "b") + struct("config", "HostConfigInfo", firewall.formatted(false, true)));
        object("HostSystem", "host-3", property("name", "c") + struct("config", "HostConfigInfo", ""));
        object(
                "HostSystem",
                "host-4",
                property("name", "d") + struct("config", "HostConfigInfo", firewall.formatted(false, false)));

        var hosts = read().inventory().vCenters().get(0).hosts().items();

        assertThat(hosts.get(0).closedFirewallRulesets()).isEqualTo(Listing.of("vMotion"));
        assertThat(hosts.get(1).closedFirewallRulesets()).isNull();
        assertThat(hosts.get(2).closedFirewallRulesets()).isNull();
        assertThat(hosts.get(3).closedFirewallRulesets()).isEqualTo(Listing.of());
    }

    @Test
    void originsNameFileObjectAndPath() {
        object("VirtualMachine", "vm-1", WHOLE);
        var reading = read();

        assertThat(reading.origins().of(vm(reading).ref(), "powerState"))
                .isEqualTo(folder + "/0001-VirtualMachine-vm-1.xml VirtualMachine vm-1 runtime.powerState");
        assertThat(reading.origins().of(vm(reading).ref(), "firmware")).isNull();
    }

    @Test
    void entitiesAndDocumentTypesAreRefused() {
        file(
                "0001-VirtualMachine-vm-1.xml",
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><ObjectContent>"
                        + "<obj type=\"VirtualMachine\">vm-1</obj>" + property("name", "&a;") + "</ObjectContent>");
        file(
                "0002-VirtualMachine-vm-2.xml",
                "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"" + "&a;".repeat(1_000) + "\">]>"
                        + "<ObjectContent><obj type=\"VirtualMachine\">vm-2</obj>" + property("name", "&b;")
                        + "</ObjectContent>");
        object("VirtualMachine", "vm-3", property("name", "c"));

        var reading = read();

        assertThat(reading.inventory().vCenters().get(0).vms().items())
                .extracting(Vm::name)
                .containsExactly("c");
        assertThat(reading.inventory().vCenters().get(0).vms().complete()).isFalse();
        assertThat(reading.quality().toString())
                .contains("the file cannot be read")
                .doesNotContain("root:");
    }

    @Test
    void brokenFilesAreToldAndTheOthersRead() throws IOException {
        file("0001-VirtualMachine-vm-1.xml", "<ObjectContent><obj type=\"VirtualMachine\">vm-1</obj><propSet><name>na");
        file("0002-VirtualMachine-vm-2.xml", "");
        file("0003-VirtualMachine-vm-3.xml", "<ObjectContent>" + "<a>".repeat(100_000) + "</ObjectContent>");
        Files.write(folder.resolve("0004-VirtualMachine-vm-4.xml"), new byte[] {0, 1, 2, (byte) 0xFF});
        file("0005-VirtualMachine-vm-5.xml", "<html/>");
        file("0006-VirtualMachine-vm-6.xml", "<ObjectContent><obj type=\"HostSystem\">host-6</obj></ObjectContent>");
        object("VirtualMachine", "vm-7", property("name", "g"));

        var reading = read();

        assertThat(reading.inventory().vCenters().get(0).vms().items())
                .extracting(Vm::name)
                .containsExactly("g");
        assertThat(reading.quality())
                .extracting(QualityNote::message)
                .anyMatch(said -> said.contains("nested more than"))
                .anyMatch(said -> said.contains("it begins with <html>"))
                .anyMatch(said -> said.contains("holds another object"))
                .allMatch(said -> !said.contains("Exception"));
    }

    @Test
    void valuesOfWrongTypesAreUnknownAndTold() {
        object(
                "VirtualMachine",
                "vm-1",
                property("name", "a")
                        + struct(
                                "runtime",
                                "VirtualMachineRuntimeInfo",
                                "<connectionState>sleeping</connectionState><toolsInstallerMounted>perhaps</toolsInstallerMounted>")
                        + struct(
                                "config",
                                "VirtualMachineConfigInfo",
                                "<version>vmx-banana</version><hardware><numCPU>two</numCPU><memoryMB>99999999999999999999</memoryMB></hardware>"));

        var reading = read();
        var vm = vm(reading);

        assertThat(vm.connectionState()).isNull();
        assertThat(vm.toolsInstallerMounted()).isNull();
        assertThat(vm.hardwareVersion()).isNull();
        assertThat(vm.numCpu()).isNull();
        assertThat(vm.memoryMiB()).isNull();
        assertThat(reading.quality())
                .extracting(QualityNote::message)
                .anyMatch(said -> said.equals("numCPU is not a whole number; it stays unknown (two)"))
                .anyMatch(said -> said.startsWith("connectionState is not one of connected, "));
    }

    @Test
    void aFolderOfNothingOfUseIsOneClearError() throws IOException {
        Files.delete(folder.resolve("0000-ServiceInstance-ServiceInstance.xml"));
        file("0000-ServiceInstance-ServiceInstance.xml", "rubbish");

        assertThatThrownBy(this::read)
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no managed object could be read in this dump")
                .hasMessageContaining("\nMaybe ");
    }

    @Test
    void howAClusterAdmitsIsReadUnlessSomebodySetWhatAVmCounts() {
        cluster("domain-c1", "ClusterFailoverResourcesAdmissionControlPolicy", "");
        cluster("domain-c2", "ClusterFailoverLevelAdmissionControlPolicy", "");
        cluster("domain-c3", "ClusterFailoverLevelAdmissionControlPolicy", "das.slotMemInMB");
        cluster("domain-c4", "ClusterFailoverResourcesAdmissionControlPolicy", "das.vmCpuMinMHz");

        var clusters = read().inventory().vCenters().get(0).clusters().items();

        assertThat(clusters)
                .extracting(Cluster::haAdmissionControlPolicy)
                .containsExactly("percentage", "slots", "fixedSlots", null);
        assertThat(clusters.get(0).failoverCpuPercent()).isEqualTo(30);
        assertThat(clusters.get(0).failoverMemoryPercent()).isEqualTo(40);
        assertThat(clusters.get(1).failoverLevel()).isEqualTo(2);
        assertThat(clusters.get(0).effectiveCpuMhz()).isEqualTo(81_316);
        assertThat(clusters.get(0).effectiveMemoryMiB()).isEqualTo(505_751);
    }

    private void cluster(String id, String policy, String option) {
        var options = option.isEmpty()
                ? ""
                : "<option><key>" + option + "</key><value" + TYPED + "xsd:string\">64</value></option>";
        var das = "<dasConfig><enabled>true</enabled><admissionControlPolicy" + TYPED + policy
                + "\"><failoverLevel>2</failoverLevel><cpuFailoverResourcesPercent>30</cpuFailoverResourcesPercent>"
                + "<memoryFailoverResourcesPercent>40</memoryFailoverResourcesPercent></admissionControlPolicy>"
                + "<admissionControlEnabled>true</admissionControlEnabled>" + options + "</dasConfig>";
        object(
                "ClusterComputeResource",
                id,
                property("name", id)
                        + struct("configurationEx", "ClusterConfigInfoEx", das)
                        + struct(
                                "summary",
                                "ClusterComputeResourceSummary",
                                "<effectiveCpu>81316</effectiveCpu><effectiveMemory>505751</effectiveMemory>"));
    }

    private Reading read() {
        return Snapshots.read(List.of(folder), null);
    }

    private Vm vm() {
        return vm(read());
    }

    private static Vm vm(Reading reading) {
        return reading.inventory().vCenters().get(0).vms().items().get(0);
    }

    private void devices(String... devices) {
        object(
                "VirtualMachine",
                "vm-1",
                WHOLE
                        + struct(
                                "config",
                                "VirtualMachineConfigInfo",
                                CONFIG + "<hardware>" + String.join("", devices) + "</hardware>"));
    }

    private static String device(String type, int key, String inside) {
        return "<device" + TYPED + type + "\"><key>" + key + "</key>" + inside + "</device>";
    }

    private static String backing(String type, String inside) {
        return "<backing" + TYPED + type + "\">" + inside + "</backing>";
    }

    private static String property(String name, String text) {
        return "<propSet><name>" + name + "</name><val" + TYPED + "xsd:string\">" + text + "</val></propSet>";
    }

    private static String reference(String name, String type, String id) {
        return "<propSet><name>" + name + "</name><val" + TYPED + "ManagedObjectReference\" type=\"" + type + "\">" + id
                + "</val></propSet>";
    }

    private static String struct(String name, String type, String inside) {
        return "<propSet><name>" + name + "</name><val" + TYPED + type + "\">" + inside + "</val></propSet>";
    }

    private void object(String type, String id, String inside) {
        int number = type.equals("ServiceInstance") ? 0 : Integer.parseInt(id.replaceAll("\\D", ""));
        file(
                "%04d-%s-%s.xml".formatted(number, type, id),
                "<ObjectContent><obj type=\"" + type + "\">" + id + "</obj>" + inside + "</ObjectContent>");
    }

    private void file(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
