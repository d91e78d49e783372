package dev.premotion.read.rvtools;

import static dev.premotion.read.rvtools.Readings.cluster;
import static dev.premotion.read.rvtools.Readings.host;
import static dev.premotion.read.rvtools.Readings.notes;
import static dev.premotion.read.rvtools.Readings.vCenter;
import static dev.premotion.read.rvtools.Readings.vm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.PowerState;
import dev.premotion.inventory.Ref;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each sheet gives where all is well. */
class RvToolsReaderTest {

    private static final String SITE = "|VI SDK Server|VI SDK UUID";

    @TempDir
    Path folder;

    @Test
    void aVmIsReadFromItsRowsInAllSheets() {
        var export = new Book()
                .sheet(
                        "vInfo",
                        "VM|Powerstate|Template|CPUs|Memory|NICs|Disks|min Required EVC Mode Key|CBT|Folder|Provisioned MiB|"
                                + "Firmware|HW version|Path|Datacenter|Cluster|Host|VM ID|SMBIOS UUID|VM UUID" + SITE)
                .row(
                        "web",
                        "poweredOn",
                        "False",
                        4,
                        8192,
                        1,
                        1,
                        "intel-broadwell",
                        "TRUE",
                        "/DC/vm/A",
                        100,
                        "efi",
                        19,
                        "[ds1] web/web.vmx",
                        "DC",
                        "C1",
                        "esx1",
                        "vm-7",
                        "42AA",
                        "50BB",
                        "vc1",
                        "UUID-1")
                .sheet("vCPU", "VM|CPUs|Cores p/s|Overall|Reservation|VM ID" + SITE)
                .row("web", 4, 2, 310, 500, "vm-7", "vc1", "UUID-1")
                .sheet(
                        "vMemory",
                        "VM|Size MiB|Memory Reservation Locked To Max|Overhead|Consumed|Active|Reservation|VM ID"
                                + SITE)
                .row("web", 8192, "True", 90, 7000, 800, 8192, "vm-7", "vc1", "UUID-1")
                .sheet("vTools", "VM|VM Version|Tools|VM ID" + SITE)
                .row("web", 19, "toolsOld", "vm-7", "vc1", "UUID-1")
                .sheet(
                        "vDisk",
                        "VM|Disk|Disk Key|Disk UUID|Capacity MiB|Raw|Disk Mode|Sharing mode|Thin|Controller|Shared Bus|Path|VM ID"
                                + SITE)
                .row(
                        "web",
                        "Hard disk 1",
                        "2000",
                        "6000C29",
                        2,
                        "False",
                        "persistent",
                        "sharingMultiWriter",
                        "True",
                        "VMware paravirtual SCSI",
                        "physicalSharing",
                        "[ds1] web/web.vmdk",
                        "vm-7",
                        "vc1",
                        "UUID-1")
                .sheet(
                        "vNetwork",
                        "VM|NIC label|Adapter|Network|Switch|Connected|Starts Connected|Mac Address|Type|VM ID" + SITE)
                .row(
                        "web",
                        "Network adapter 2",
                        "Vmxnet3",
                        "prod",
                        "dvs",
                        "True",
                        "False",
                        "00:50:56:AA:BB:CC",
                        "assigned",
                        "vm-7",
                        "vc1",
                        "UUID-1")
                .sheet("vSnapshot", "VM|Name|Date / time|Size MiB (total)|Quiesced|VM ID" + SITE)
                .row("web", "before", 45000.5, 3, "True", "vm-7", "vc1", "UUID-1")
                .sheet("vDatastore", "Name|Type|Object ID" + SITE)
                .row("ds1", "VMFS", "datastore-3", "vc1", "UUID-1")
                .read(folder);

        var vm = vm(export, "web");
        assertThat(vm.ref()).isEqualTo(new Ref("vm", "uuid-1", "vm-7"));
        assertThat(vm.powerState()).isEqualTo(PowerState.POWERED_ON);
        assertThat(vm.template()).isFalse();
        assertThat(vm.numCpu()).isEqualTo(4);
        assertThat(vm.coresPerSocket()).isEqualTo(2);
        assertThat(vm.cpuUsageMhz()).isEqualTo(310);
        assertThat(vm.cpuReservationMhz()).isEqualTo(500);
        assertThat(vm.memoryMiB()).isEqualTo(8192);
        assertThat(vm.memoryReservationLocked()).isTrue();
        assertThat(vm.memoryReservationMiB()).isEqualTo(8192);
        assertThat(vm.memoryOverheadMiB()).isEqualTo(90);
        assertThat(vm.consumedMemoryMiB()).isEqualTo(7000);
        assertThat(vm.activeMemoryMiB()).isEqualTo(800);
        assertThat(vm.minEvcMode()).isEqualTo("intel-broadwell");
        assertThat(vm.changeTrackingEnabled()).isTrue();
        assertThat(vm.folder()).isEqualTo("/DC/vm/A");
        assertThat(vm.provisionedBytes()).isEqualTo(100L << 20);
        assertThat(vm.firmware()).isEqualTo("efi");
        assertThat(vm.hardwareVersion()).isEqualTo(19);
        assertThat(vm.toolsStatus()).isEqualTo("toolsOld");
        assertThat(vm.vmPathName()).isEqualTo("[ds1] web/web.vmx");
        assertThat(vm.homeDatastore()).isEqualTo("datastore-3");
        assertThat(vm.biosUuid()).isEqualTo("42aa");
        assertThat(vm.instanceUuid()).isEqualTo("50bb");

        var disk = vm.disks().items().get(0);
        assertThat(vm.disks().complete()).isTrue();
        assertThat(disk.ref()).isEqualTo(new Ref("disk", "uuid-1", "vm-7/2000"));
        assertThat(disk.label()).isEqualTo("Hard disk 1");
        assertThat(disk.uuid()).isEqualTo("6000C29");
        assertThat(disk.capacityBytes()).isEqualTo(2L << 20);
        assertThat(disk.raw()).isFalse();
        assertThat(disk.rdm()).isNull();
        assertThat(disk.diskMode()).isEqualTo("persistent");
        assertThat(disk.sharing()).isEqualTo("sharingMultiWriter");
        assertThat(disk.thin()).isTrue();
        assertThat(disk.controller()).isEqualTo("ParaVirtualSCSIController");
        assertThat(disk.sharedBus()).isEqualTo("physicalSharing");
        assertThat(disk.path()).isEqualTo("[ds1] web/web.vmdk");
        assertThat(disk.datastore()).isEqualTo("datastore-3");

        var nic = vm.nics().items().get(0);
        assertThat(vm.nics().complete()).isTrue();
        assertThat(nic.ref()).isEqualTo(new Ref("nic", "uuid-1", "vm-7/4001"));
        assertThat(nic.adapterType()).isEqualTo("vmxnet3");
        assertThat(nic.networkName()).isEqualTo("prod");
        assertThat(nic.switchName()).isEqualTo("dvs");
        assertThat(nic.connected()).isTrue();
        assertThat(nic.startConnected()).isFalse();
        assertThat(nic.macAddress()).isEqualTo("00:50:56:aa:bb:cc");
        assertThat(nic.addressType()).isEqualTo("assigned");

        var snapshot = vm.snapshots().items().get(0);
        assertThat(vm.snapshots().complete()).isTrue();
        assertThat(snapshot.name()).isEqualTo("before");
        assertThat(snapshot.created()).isEqualTo(Instant.parse("2023-03-15T12:00:00Z"));
        assertThat(snapshot.sizeBytes()).isEqualTo(3L << 20);
        assertThat(snapshot.quiesced()).isTrue();
        assertThat(snapshot.memory()).isNull();
    }

    @Test
    void hostsAndClustersAreRead() {
        var export = new Book()
                .sheet(
                        "vCluster",
                        "Name|NumHosts|HA enabled|AdmissionControlEnabled|DRS enabled|DRS default VM behavior|Object ID"
                                + SITE)
                .row("C1", 1, "True", "False", "True", "partiallyAutomated", "domain-c8", "vc1", "UUID-1")
                .sheet(
                        "vHost",
                        "Host|Datacenter|Cluster|in Maintenance Mode|in Quarantine Mode|CPU Model|Speed|# CPU|# Cores|# Memory|"
                                + "Memory usage %|VMotion support|Storage VMotion support|Current EVC|Max EVC|Assigned License(s)|"
                                + "ESX Version|NTP Server(s)|Vendor|Model|Object ID" + SITE)
                .row(
                        "esx1",
                        "DC",
                        "C1",
                        "True",
                        "False",
                        "AMD EPYC 7543 32-Core Processor",
                        2800,
                        2,
                        64,
                        1000,
                        25,
                        "True",
                        "False",
                        "amd-zen",
                        "amd-zen3",
                        "vSphere 8 Enterprise Plus (AAAAA-BBBBB-CCCCC-DDDDD-EEEEE)",
                        "VMware ESXi 8.0.3 build-24585383",
                        "ntp1, ntp2",
                        "Dell Inc.",
                        "R7525",
                        "host-9",
                        "vc1",
                        "UUID-1")
                .read(folder);

        var cluster = cluster(export, "C1");
        assertThat(cluster.ref().id()).isEqualTo("domain-c8");
        assertThat(cluster.haEnabled()).isTrue();
        assertThat(cluster.haAdmissionControlEnabled()).isFalse();
        assertThat(cluster.drsEnabled()).isTrue();
        assertThat(cluster.drsBehavior()).isEqualTo("partiallyAutomated");
        assertThat(cluster.evcEnabled()).isTrue();
        assertThat(cluster.evcMode()).isEqualTo("amd-zen");
        assertThat(cluster.datacenter()).isEqualTo(host(export, "esx1").datacenter());

        var host = host(export, "esx1");
        assertThat(host.ref().id()).isEqualTo("host-9");
        assertThat(host.cluster()).isEqualTo("domain-c8");
        assertThat(host.standalone()).isFalse();
        assertThat(host.inMaintenanceMode()).isTrue();
        assertThat(host.inQuarantineMode()).isFalse();
        assertThat(host.cpuVendor()).isEqualTo("amd");
        assertThat(host.cpuMhz()).isEqualTo(2800);
        assertThat(host.cpuPackages()).isEqualTo(2);
        assertThat(host.cpuCores()).isEqualTo(64);
        assertThat(host.memoryMiB()).isEqualTo(1000);
        assertThat(host.memoryUsedMiB()).isEqualTo(250);
        assertThat(host.capability().vmotionSupported()).isTrue();
        assertThat(host.capability().storageVMotionSupported()).isFalse();
        assertThat(host.evcMode()).isEqualTo("amd-zen");
        assertThat(host.maxEvcMode()).isEqualTo("amd-zen3");
        assertThat(host.licenseName()).isEqualTo("vSphere 8 Enterprise Plus");
        assertThat(host.version()).isEqualTo("8.0.3");
        assertThat(host.build()).isEqualTo("24585383");
        assertThat(host.timeSources()).isEqualTo(Listing.of("ntp1", "ntp2"));
        assertThat(host.vendor()).isEqualTo("Dell Inc.");
        assertThat(vCenter(export).hosts().complete()).isTrue();
        assertThat(vCenter(export).clusters().complete()).isTrue();
        assertThat(vCenter(export).vms()).isNull();
        assertThat(notes(export))
                .containsExactly("vInfo: there is no vInfo that can be read, so that nothing is known of any VM");
    }

    @Test
    void networksOfHostsAndVmsAreJoined() {
        var export = new Book()
                .sheet("vHost", "Host|Datacenter|Cluster|Object ID")
                .row("esx1", "DC", "C", "host-1")
                .row("esx2", "DC", "C", "host-2")
                .sheet("vSC_VMK", "Host|Port Group|Device|IP Address|IP 6 Address|Subnet mask|Gateway|MTU")
                .row("esx1", "Management", "vmk0", "10.0.0.1", null, "255.255.255.0", "10.0.0.254", 1500)
                .sheet("vNIC", "Host|Network Device|Speed|Duplex|Switch")
                .row("esx1", "vmnic0", 10000, "True", "vSwitch0")
                .row("esx1", "vmnic1", null, "Link is down!", "dvs")
                .sheet("vSwitch", "Host|Switch|Free Ports|MTU")
                .row("esx1", "vSwitch0", 120, 1500)
                .row("esx1", "vSwitch1", 120, 9000)
                .sheet("vPort", "Host|Datacenter|Port Group|Switch|VLAN|Promiscuous Mode")
                .row("esx1", "DC", "Management", "vSwitch0", 10, "False")
                .row("esx2", "DC", "Management", "vSwitch0", 10, "False")
                .row("esx1", "DC", "lab", "vSwitch1", "0", "True")
                .sheet("dvSwitch", "Switch|Datacenter|Vendor|Version|Host members|Max MTU|Object ID")
                .row("dvs", "DC", "VMware, Inc.", "7.0.3", "esx1,esx2", 9000, "dvs-5")
                .sheet("dvPort", "Port|Switch|Type|VLAN|Object ID")
                .row("prod", "dvs", "ephemeral", 20, "dvportgroup-6")
                .sheet("vInfo", "VM|NICs|Datacenter|Host")
                .row("a", 2, "DC", "esx1")
                .sheet("vNetwork", "VM|NIC label|Network|Switch|Datacenter")
                .row("a", "Network adapter 1", "prod", "dvs", "DC")
                .row("a", "Network adapter 2", "Management", "vSwitch0", "DC")
                .read(folder);

        var host = host(export, "esx1");
        assertThat(host.networks()).isEqualTo(Listing.of("pg:Management", "pg:lab", "dvportgroup-6"));
        assertThat(host(export, "esx2").networks()).isEqualTo(Listing.of("pg:Management", "dvportgroup-6"));
        assertThat(host.physicalNics().items().get(0).linkSpeedMbps()).isEqualTo(10000);
        assertThat(host.physicalNics().items().get(0).fullDuplex()).isTrue();
        assertThat(host.physicalNics().items().get(1).linkSpeedMbps()).isZero();
        assertThat(host.standardSwitches().items().get(0).uplinks()).isEqualTo(Listing.of("vmnic0"));
        assertThat(host.standardSwitches().items().get(1).uplinks()).isEqualTo(Listing.of());
        var adapter = host.vmkernelAdapters().items().get(0);
        assertThat(adapter.device()).isEqualTo("vmk0");
        assertThat(adapter.ipAddress()).isEqualTo("10.0.0.1");
        assertThat(adapter.gateway()).isEqualTo("10.0.0.254");
        assertThat(adapter.mtu()).isEqualTo(1500);

        var networks = vCenter(export).networks();
        assertThat(networks.complete()).isTrue();
        assertThat(networks.items()).extracting("name").containsExactly("Management", "lab", "prod");
        assertThat(networks.items()).extracting("vlan").containsExactly("10", "0", "20");
        assertThat(networks.items().get(2).portBinding()).isEqualTo("ephemeral");
        assertThat(networks.items().get(2).distributedSwitch()).isEqualTo("dvs-5");
        var made = vCenter(export).distributedSwitches().items().get(0);
        assertThat(made.hosts()).isEqualTo(Listing.of("host-1", "host-2"));
        assertThat(made.version()).isEqualTo("7.0.3");
        assertThat(made.vendor()).isEqualTo("VMware, Inc.");
        assertThat(made.maxMtu()).isEqualTo(9000);
        assertThat(vm(export, "a").nics().items())
                .extracting("network")
                .containsExactly("dvportgroup-6", "pg:Management");
        assertThat(notes(export)).isEmpty();
    }

    @Test
    void datastoresAndTheirMountsAreRead() {
        var export = new Book()
                .sheet("vHost", "Host|Datacenter|Object ID")
                .row("esx1", "DC", "host-1")
                .row("esx2", "DC", "host-2")
                .sheet(
                        "vDatastore",
                        "Name|Accessible|Type|Capacity MiB|Free MiB|# Hosts|Hosts|Cluster name|Major Version|MHA|URL|Object ID")
                .row(
                        "san",
                        "True",
                        "VMFS",
                        1000,
                        400,
                        2,
                        "esx1, esx2",
                        "gold",
                        6,
                        "True",
                        "ds:///vmfs/volumes/5c-1/",
                        "datastore-1")
                .row(
                        "nas",
                        "False",
                        "NFS",
                        2000,
                        500,
                        1,
                        "esx2",
                        null,
                        0,
                        "False",
                        "ds:///vmfs/volumes/nas/",
                        "datastore-2")
                .sheet("vMultiPath", "Host|UUID")
                .row("esx1", "0200A0")
                .read(folder);

        var san = vCenter(export).datastores().items().get(0);
        assertThat(san.ref().id()).isEqualTo("datastore-1");
        assertThat(san.accessible()).isTrue();
        assertThat(san.capacityBytes()).isEqualTo(1000L << 20);
        assertThat(san.freeSpaceBytes()).isEqualTo(400L << 20);
        assertThat(san.vmfsMajorVersion()).isEqualTo(6);
        assertThat(san.multipleHostAccess()).isTrue();
        assertThat(san.url()).isEqualTo("ds:///vmfs/volumes/5c-1/");
        assertThat(san.datacenter()).isEqualTo("datacenter:DC");
        assertThat(san.datastoreCluster()).isEqualTo("datastore-cluster:gold");
        assertThat(vCenter(export).datastoreClusters().items())
                .extracting("name")
                .containsExactly("gold");
        assertThat(vCenter(export).datastores().items().get(1).vmfsMajorVersion())
                .isNull();
        assertThat(host(export, "esx1").datastores().items())
                .extracting("datastore")
                .containsExactly("datastore-1");
        assertThat(host(export, "esx2").datastores().items())
                .extracting("datastore")
                .containsExactly("datastore-1", "datastore-2");
        assertThat(host(export, "esx2").datastores().complete()).isTrue();
        assertThat(host(export, "esx1").lunUuids()).isEqualTo(Listing.partial(java.util.List.of("0200a0")));
        assertThat(host(export, "esx2").lunUuids()).isNull();
    }

    @Test
    void theVCenterItselfIsRead() {
        var export = new Book()
                .sheet("vMetaData", "RVTools major version|RVTools version|xlsx creation datetime|Server")
                .row("4.6", "4.6.1.3", "2024/06/01 10:00:00", "vc1")
                .sheet("vSource", "Name|API version|Version|Patch level|Build|Fullname" + SITE)
                .row(
                        "VMware vCenter Server",
                        "8.0.3.0",
                        "8.0.3",
                        100,
                        24091160,
                        "VMware vCenter Server 8.0.3 build-24091160",
                        "vc1",
                        "UUID-1")
                .sheet("vLicense", "Name|Key|Total|Used|Expiration Date|Features" + SITE)
                .row(
                        "vSphere 8 Enterprise Plus",
                        "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE",
                        64,
                        32,
                        "Never",
                        "vMotion, DRS",
                        "vc1",
                        "UUID-1")
                .row("vCenter Server 8 Standard", "AAAAA-BBBBB-CCCCC-DDDDD-EEEEF", 1, 1, 46111, null, "vc1", "UUID-1")
                .sheet(
                        "vRP",
                        "Resource Pool name|Resource Pool path|CPU reservation|Mem reservation|Mem expandableReservation|Object ID"
                                + SITE)
                .row("gold", "/DC/C1/Resources/gold", 100, 200, "True", "resgroup-4", "vc1", "UUID-1")
                .sheet("vInfo", "VM|Resource pool|VM ID" + SITE)
                .row("a", "/DC/C1/Resources/gold", "vm-1", "vc1", "UUID-1")
                .read(folder);

        var vCenter = vCenter(export);
        assertThat(vCenter.ref()).isEqualTo(new Ref("vcenter", "uuid-1", "uuid-1"));
        assertThat(vCenter.name()).isEqualTo("vc1");
        assertThat(vCenter.version()).isEqualTo("8.0.3.00100");
        assertThat(vCenter.build()).isEqualTo("24091160");
        assertThat(vCenter.apiVersion()).isEqualTo("8.0.3.0");
        assertThat(vCenter.capturedAt()).isEqualTo(Instant.parse("2024-06-01T10:00:00Z"));
        assertThat(export.reading().files().get(0).capturedAt()).isEqualTo(vCenter.capturedAt());
        var licenses = vCenter.licenses().items();
        assertThat(licenses.get(0).name()).isEqualTo("vSphere 8 Enterprise Plus");
        assertThat(licenses.get(0).total()).isEqualTo(64);
        assertThat(licenses.get(0).used()).isEqualTo(32);
        assertThat(licenses.get(0).expires()).isNull();
        assertThat(licenses.get(0).features()).isEqualTo(Listing.partial(java.util.List.of("vMotion", "DRS")));
        assertThat(licenses.get(1).expires()).isEqualTo(Instant.parse("2026-03-30T00:00:00Z"));
        var pool = vCenter.resourcePools().items().get(0);
        assertThat(pool.ref().id()).isEqualTo("resgroup-4");
        assertThat(pool.cpuReservationMhz()).isEqualTo(100);
        assertThat(pool.memoryReservationMiB()).isEqualTo(200);
        assertThat(pool.memoryExpandable()).isTrue();
        assertThat(vm(export, "a").resourcePool()).isEqualTo("resgroup-4");
        assertThat(notes(export))
                .containsExactly(
                        "vMetaData!C2: the times in a workbook bear no time zone; they were taken as UTC, which may"
                                + " be off by some hours");
    }

    @Test
    void affinityRulesAreGatheredFromTheVmsThatNameThem() {
        var export = new Book()
                .sheet("vInfo", "VM|Cluster rule(s)|Cluster rule name(s)|Datacenter|Cluster|VM ID")
                .row("a", "Anti Affinity", "keep apart", "DC", "C1", "vm-1")
                .row("b", "Anti Affinity, Affinity", "keep apart, stay together", "DC", "C1", "vm-2")
                .row("c", null, null, "DC", "C1", "vm-3")
                .read(folder);

        var rules = cluster(export, "C1").rules();
        assertThat(rules.complete()).isFalse();
        assertThat(rules.items()).extracting("name").containsExactly("keep apart", "stay together");
        assertThat(rules.items()).extracting("type").containsExactly("antiAffinity", "affinity");
        assertThat(rules.items().get(0).vms()).isEqualTo(Listing.partial(java.util.List.of("vm-1", "vm-2")));
        assertThat(rules.items().get(0).enabled()).isNull();
    }

    @Test
    void everyFactTellsItsCell() {
        var export = new Book()
                .sheet("vInfo", "VM|NICs|owner|CPUs|Host|VM ID")
                .row("a", 0, "x", 2, "esx1", "vm-1")
                .row("b", 0, "x", null, "esx1", "vm-2")
                .sheet("vCPU", "CPUs|Cores p/s|VM|VM ID")
                .row(4, 1, "b", "vm-2")
                .sheet("vDisk", "VM|Disk|Raw|VM ID")
                .row("b", "Hard disk 1", "True", "vm-2")
                .read(folder);

        var origins = export.reading().origins();
        var a = vm(export, "a").ref();
        var b = vm(export, "b").ref();
        assertThat(origins.of(a, "numCpu")).isEqualTo("export.xlsx vInfo!D2");
        assertThat(origins.of(b, "numCpu")).isEqualTo("export.xlsx vCPU!A2");
        assertThat(origins.of(b, "coresPerSocket")).isEqualTo("export.xlsx vCPU!B2");
        assertThat(origins.of(a, "name")).isEqualTo("export.xlsx vInfo!A2");
        assertThat(origins.of(a, "host")).isEqualTo("export.xlsx vInfo!E2");
        assertThat(origins.of(a, "disks")).isEqualTo("export.xlsx vDisk");
        assertThat(origins.of(vm(export, "b").disks().items().get(0).ref(), "raw"))
                .isEqualTo("export.xlsx vDisk!C2");
        assertThat(origins.of(a, "memoryMiB")).isNull();
        assertThat(origins.of(a, "encrypted")).isNull();
        assertThat(Sheet.letters(25)).isEqualTo("Z");
        assertThat(Sheet.letters(26)).isEqualTo("AA");
        assertThat(Sheet.letters(701)).isEqualTo("ZZ");
        assertThat(Sheet.letters(702)).isEqualTo("AAA");
    }
}
