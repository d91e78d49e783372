package dev.premotion.read.rvtools;

import dev.premotion.inventory.Kind;
import dev.premotion.inventory.PowerState;
import java.util.Arrays;
import java.util.List;

/**
 * Every sheet and column that is read, and what it fills. Names and vocabulary as found in real exports of RVTools 3.9 to
 * 4.7. Annotations, licence keys and labels are not among them on purpose; {@code Direct Path IO} is not, since it only
 * says that an adapter could use it.
 */
final class Tables {

    private static final Form CONNECTION =
            Form.words("connected", "disconnected", "orphaned", "inaccessible", "invalid");
    private static final Form HEARTBEAT = Form.words("green", "yellow", "red", "gray");
    private static final Form FAULT_TOLERANCE =
            Form.words("notConfigured", "disabled", "enabled", "needSecondary", "starting", "running");
    private static final Form DISK_MODE = Form.words(
            "persistent", "independent_persistent", "independent_nonpersistent", "nonpersistent", "undoable", "append");
    private static final Form POWER = new Form(
            "one of poweredOn, poweredOff, suspended",
            raw -> Arrays.stream(PowerState.values())
                    .filter(state -> state.toString().equalsIgnoreCase(raw.toString()))
                    .findFirst()
                    .orElse(null));

    static final Table META_DATA = Table.of("vMetaData", Kind.VCENTER)
            .part("ref", Form.TEXT, "RVTools version")
            .fact("capturedAt", Form.TIME, "xlsx creation datetime")
            .id("name", Form.TEXT, "Server")
            .build();

    static final Table SOURCE = Table.of("vSource", Kind.VCENTER)
            .key("name", Form.TEXT, "Name")
            .fact("apiVersion", Form.TEXT, "API version")
            .part("version", Form.TEXT, "Version")
            .part("version", Form.TEXT, "Patch level")
            .fact("build", Form.TEXT, "Build")
            .part("version build", Form.TEXT, "Fullname")
            .server()
            .build();

    static final Table LICENSE = Table.of("vLicense", Kind.VCENTER)
            .within("licenses")
            .key("licenses", Form.TEXT, "Name")
            .fact("total", Form.LIMIT, "Total")
            .fact("used", Form.LIMIT, "Used")
            .part("expires", expiry(), "Expiration Date")
            .part("features", Form.TEXT, "Features")
            .server()
            .build();

    static final Table CLUSTER = Table.of("vCluster", Kind.CLUSTER)
            .key("name", Form.NAME, "Name")
            .count("hosts", Form.COUNT, "NumHosts")
            .fact("haEnabled", Form.TRUTH, "HA enabled")
            .fact("haAdmissionControlEnabled", Form.TRUTH, "AdmissionControlEnabled")
            .fact("effectiveCpuMhz", Form.SIZE, "Effective Cpu")
            .fact("effectiveMemoryMiB", Form.SIZE, "Effective Memory")
            .fact("drsEnabled", Form.TRUTH, "DRS enabled")
            .fact(
                    "drsBehavior",
                    Form.codes("manual", "partiallyAutomated", "fullyAutomated"),
                    "DRS default VM behavior")
            .id("ref", Form.TEXT, "Object ID")
            .server()
            .build();

    static final Table HOST = Table.of("vHost", Kind.HOST)
            .key("name", Form.NAME, "Host")
            .part("datacenter cluster.datacenter", Form.NAME, "Datacenter")
            .part("cluster standalone", Form.NAME, "Cluster")
            .fact("inMaintenanceMode", Form.TRUTH, "in Maintenance Mode")
            .fact("inQuarantineMode", Form.TRUTH, "in Quarantine Mode")
            .part("cpuModel cpuVendor", Form.TEXT, "CPU Model")
            .fact("cpuMhz", Form.COUNT, "Speed")
            .fact("cpuPackages", Form.COUNT, "# CPU")
            .fact("cpuCores", Form.COUNT, "# Cores")
            .fact("memoryMiB", Form.SIZE, "# Memory")
            .part("memoryUsedMiB", Form.PERCENT, "Memory usage %")
            .count("vms", Form.COUNT, "# VMs total")
            .count("vms", Form.COUNT, "# VMs")
            .part("capability.vmotionSupported", Form.TRUTH, "VMotion support")
            .part("capability.storageVMotionSupported", Form.TRUTH, "Storage VMotion support")
            .fact("evcMode cluster.evcMode cluster.evcEnabled", Form.LOWER, "Current EVC")
            .fact("maxEvcMode", Form.LOWER, "Max EVC")
            .part("licenseName", Form.TEXT, "Assigned License(s)")
            .part("version build", Form.TEXT, "ESX Version")
            .part("timeSources", Form.TEXT, "NTP Server(s)")
            .fact("vendor", Form.TEXT, "Vendor")
            .fact("model", Form.TEXT, "Model")
            .id("ref", Form.TEXT, "Object ID")
            .server()
            .build();

    static final Table NIC_CARD = Table.of("vNIC", Kind.HOST)
            .within("physicalNics")
            .key("host", Form.NAME, "Host")
            .key("device", Form.TEXT, "Network Device")
            .fact("linkSpeedMbps", Form.COUNT, "Speed")
            .part("fullDuplex linkSpeedMbps", Form.TEXT, "Duplex")
            .fact("switchName", Form.NAME, "Switch")
            .server()
            .build();

    static final Table SWITCH = Table.of("vSwitch", Kind.HOST)
            .within("standardSwitches")
            .key("host", Form.NAME, "Host")
            .key("name", Form.NAME, "Switch")
            .fact("freePorts", Form.COUNT, "Free Ports")
            .fact("mtu", Form.COUNT, "MTU")
            .server()
            .build();

    static final Table PORT = Table.of("vPort", Kind.NETWORK)
            .key("host", Form.NAME, "Host")
            .part("datacenter", Form.NAME, "Datacenter")
            .key("name", Form.NAME, "Port Group")
            .id("switch", Form.NAME, "Switch")
            .fact("vlan", Form.TEXT, "VLAN")
            .fact("allowPromiscuous", Form.TRUTH, "Promiscuous Mode")
            .fact("macChanges", Form.TRUTH, "Mac Changes")
            .fact("forgedTransmits", Form.TRUTH, "Forged Transmits")
            .server()
            .build();

    static final Table VMKERNEL = Table.of("vSC_VMK", Kind.HOST, "vSC+VMK")
            .within("vmkernelAdapters")
            .key("host", Form.NAME, "Host")
            .fact("portGroup", Form.NAME, "Port Group")
            .key("device", Form.TEXT, "Device")
            .fact("ipAddress", Form.TEXT, "IP Address")
            .fact("ipV6Address", Form.TEXT, "IP 6 Address")
            .fact("subnetMask", Form.TEXT, "Subnet mask")
            .fact("gateway", Form.TEXT, "Gateway")
            .fact("mtu", Form.COUNT, "MTU")
            .server()
            .build();

    static final Table DV_SWITCH = Table.of("dvSwitch", Kind.SWITCH)
            .key("name", Form.NAME, "Switch")
            .part("datacenter", Form.NAME, "Datacenter")
            .fact("vendor", Form.TEXT, "Vendor")
            .fact("version", Form.TEXT, "Version")
            .part("hosts host.networks", Form.TEXT, "Host members")
            .count("vms", Form.COUNT, "# VMs")
            .fact("maxMtu", Form.COUNT, "Max MTU")
            .id("ref", Form.TEXT, "Object ID")
            .server()
            .build();

    static final Table DV_PORT = Table.of("dvPort", Kind.NETWORK)
            .key("name", Form.NAME, "Port")
            .key("distributedSwitch", Form.NAME, "Switch")
            .fact("portBinding", Form.words("earlyBinding", "lateBinding", "ephemeral"), "Type")
            .fact("vlan", Form.TEXT, "VLAN")
            .fact("allowPromiscuous", Form.TRUTH, "Allow Promiscuous")
            .fact("macChanges", Form.TRUTH, "Mac Changes")
            .fact("forgedTransmits", Form.TRUTH, "Forged Transmits")
            .id("ref", Form.TEXT, "Object ID")
            .server()
            .build();

    static final Table DATASTORE = Table.of("vDatastore", Kind.DATASTORE)
            .key("name", Form.NAME, "Name")
            .fact("accessible", Form.TRUTH, "Accessible")
            .fact("type", Form.TEXT, "Type")
            .count("vms", Form.COUNT, "# VMs total")
            .fact("capacityBytes", Form.MIB, "Capacity MiB")
            .fact("freeSpaceBytes", Form.MIB, "Free MiB")
            .count("hosts", Form.COUNT, "# Hosts")
            .part("datacenter host.datastores", Form.TEXT, "Hosts")
            .part("datastoreCluster", Form.NAME, "Cluster name")
            .part("vmfsMajorVersion", Form.COUNT, "Major Version")
            .fact("multipleHostAccess", Form.TRUTH, "MHA")
            .fact("url", Form.TEXT, "URL")
            .id("ref", Form.TEXT, "Object ID")
            .server()
            .build();

    static final Table MULTI_PATH = Table.of("vMultiPath", Kind.HOST)
            .key("host", Form.NAME, "Host")
            .part("lunUuids", Form.TEXT, "UUID")
            .server()
            .build();

    /** Memory that a pool has left is not read: versions differ in its unit. */
    static final Table POOL = Table.of("vRP", Kind.POOL)
            .key("name", Form.NAME, "Resource Pool name")
            .part("path owner", Form.TEXT, "Resource Pool path")
            .fact("cpuReservationMhz", Form.SIZE, "CPU reservation")
            .fact("cpuExpandable", Form.TRUTH, "CPU expandableReservation")
            .fact("cpuUnreservedForVmMhz", Form.SIZE, "CPU unreservedForVm")
            .fact("memoryReservationMiB", Form.SIZE, "Mem reservation")
            .fact("memoryExpandable", Form.TRUTH, "Mem expandableReservation")
            .id("ref", Form.TEXT, "Object ID")
            .server()
            .build();

    static final Table INFO = Table.of("vInfo", Kind.VM)
            .key("name", Form.NAME, "VM")
            .fact("powerState", POWER, "Powerstate")
            .fact("template", Form.TRUTH, "Template")
            .fact("srmPlaceholder", Form.TRUTH, "SRM Placeholder")
            .fact("connectionState", CONNECTION, "Connection state")
            .fact("heartbeat", HEARTBEAT, "Heartbeat")
            .fact("consolidationNeeded", Form.TRUTH, "Consolidation Needed")
            .fact("suspendedToMemory", Form.TRUTH, "Suspended To Memory")
            .fact("numCpu", Form.COUNT, "CPUs")
            .fact("memoryMiB", Form.SIZE, "Memory")
            .fact("activeMemoryMiB", Form.SIZE, "Active Memory")
            .count("nics", Form.COUNT, "NICs")
            .count("disks", Form.COUNT, "Disks")
            .fact("minEvcMode", Form.LOWER, "min Required EVC Mode Key")
            .fact("latencySensitivity", Form.codes("low", "normal", "medium", "high"), "Latency Sensitivity")
            .fact("changeTrackingEnabled", Form.TRUTH, "CBT")
            .whenEmpty(false, "CPUs")
            .part("resourcePool", Form.TEXT, "Resource pool")
            .fact("folder", Form.NAME, "Folder")
            .fact("vApp", Form.NAME, "vApp")
            .fact("faultToleranceState", FAULT_TOLERANCE, "FT State")
            .fact("faultToleranceRole", Form.words("primary", "secondary"), "FT Role")
            .fact("provisionedBytes", Form.MIB, "Provisioned MiB")
            .fact("usedBytes", Form.MIB, "In Use MiB")
            .part("cluster.rules.type", Form.TEXT, "Cluster rule(s)")
            .part("cluster.rules.name cluster.rules.vms", Form.TEXT, "Cluster rule name(s)")
            .fact("firmware", Form.words("bios", "efi"), "Firmware")
            .fact("hardwareVersion", Form.HARDWARE, "HW version")
            .part("vmPathName homeDatastore", Form.NAME, "Path")
            .customAttributes()
            .part("datacenter", Form.NAME, "Datacenter")
            .part("cluster", Form.NAME, "Cluster")
            .part("host", Form.NAME, "Host")
            .fact("guestFullName", Form.TEXT, "OS according to the configuration file", "OS config", "OS")
            .fact("guestFullName", Form.TEXT, "OS according to the VMware Tools", "OS Tools")
            .fact("biosUuid", Form.LOWER, "SMBIOS UUID")
            .part("instanceUuid biosUuid", Form.LOWER, "VM UUID")
            .part("vCenter.version vCenter.build", Form.TEXT, "VI SDK Server type")
            .part("vCenter.apiVersion", Form.TEXT, "VI SDK API Version")
            .vm()
            .build();

    static final Table CPU = Table.of("vCPU", Kind.VM)
            .key("ref", Form.NAME, "VM")
            .again("numCpu", Form.COUNT, "CPUs")
            .fact("coresPerSocket", Form.COUNT, "Cores p/s")
            .fact("cpuUsageMhz", Form.SIZE, "Overall")
            .fact("cpuReservationMhz", Form.SIZE, "Reservation")
            .vm()
            .build();

    static final Table MEMORY = Table.of("vMemory", Kind.VM)
            .key("ref", Form.NAME, "VM")
            .again("memoryMiB", Form.SIZE, "Size MiB")
            .fact("memoryReservationLocked", Form.TRUTH, "Memory Reservation Locked To Max")
            .fact("memoryOverheadMiB", Form.SIZE, "Overhead")
            .fact("consumedMemoryMiB", Form.SIZE, "Consumed")
            .fact("activeMemoryMiB", Form.SIZE, "Active")
            .fact("memoryReservationMiB", Form.SIZE, "Reservation")
            .vm()
            .build();

    static final Table TOOLS = Table.of("vTools", Kind.VM)
            .key("ref", Form.NAME, "VM")
            .again("hardwareVersion", Form.HARDWARE, "VM Version")
            .fact("toolsStatus", Form.words("toolsOk", "toolsOld", "toolsNotRunning", "toolsNotInstalled"), "Tools")
            .fact("heartbeat", HEARTBEAT, "Heartbeat status")
            .vm()
            .build();

    static final Table DISK = Table.of("vDisk", Kind.DISK)
            .key("ref", Form.NAME, "VM")
            .fact("label", Form.TEXT, "Disk")
            .part("key", Form.COUNT, "Disk Key")
            .fact("uuid", Form.TEXT, "Disk UUID")
            .part("path datastore", Form.NAME, "Disk Path")
            .fact("capacityBytes", Form.MIB, "Capacity MiB")
            .fact("raw", Form.TRUTH, "Raw")
            .fact("diskMode", DISK_MODE, "Disk Mode")
            .fact("sharing", Form.words("sharingNone", "sharingMultiWriter"), "Sharing mode")
            .fact("thin", Form.TRUTH, "Thin")
            .fact("eagerlyScrub", Form.TRUTH, "Eagerly Scrub")
            .fact("controller", Form.CONTROLLER, "Controller")
            .fact("sharedBus", Form.codes("noSharing", "virtualSharing", "physicalSharing"), "Shared Bus")
            .part("path datastore", Form.NAME, "Path")
            .part("rdm.lunUuid", Form.LOWER, "Raw LUN ID")
            .part("rdm.compatibilityMode", Form.words("physicalMode", "virtualMode"), "Raw Comp. Mode")
            .vm()
            .build();

    static final Table NETWORK = Table.of("vNetwork", Kind.NIC)
            .key("ref", Form.NAME, "VM")
            .fact("label", Form.TEXT, "NIC label")
            .fact("adapterType", Form.LOWER, "Adapter")
            .fact("networkName", Form.NAME, "Network")
            .fact("switchName", Form.NAME, "Switch")
            .fact("connected", Form.TRUTH, "Connected")
            .fact("startConnected", Form.TRUTH, "Starts Connected")
            .fact("macAddress", Form.MAC, "Mac Address")
            .fact("addressType", Form.words("manual", "generated", "assigned"), "Type")
            .customAttributes()
            .part("network", Form.NAME, "Datacenter")
            .vm()
            .build();

    static final Table CD = drive("vCD");

    /** Until RVTools 4.0; gone since 4.1.2. */
    static final Table FLOPPY = drive("vFloppy");

    static final Table USB = Table.of("vUSB", Kind.DEVICE)
            .key("ref", Form.NAME, "VM")
            .fact("label", Form.TEXT, "Device Node")
            .fact("connected", Form.TRUTH, "Connected")
            .vm()
            .build();

    static final Table SNAPSHOT = Table.of("vSnapshot", Kind.VM)
            .within("snapshots")
            .key("ref", Form.NAME, "VM")
            .fact("name", Form.TEXT, "Name")
            .fact("created", Form.TIME, "Date / time")
            .fact("sizeBytes", Form.MIB, "Size MiB (total)")
            .fact("quiesced", Form.TRUTH, "Quiesced")
            .vm()
            .build();

    /** Nothing in them decides a migration, but a broken header is told. */
    static final Table PARTITION =
            Table.of("vPartition", Kind.VM).key("ref", Form.NAME, "VM").build();

    /** All sheets, in the order they are read: a thing is known before it is referred to. */
    static final List<Table> ALL = List.of(
            META_DATA,
            SOURCE,
            LICENSE,
            CLUSTER,
            HOST,
            NIC_CARD,
            SWITCH,
            PORT,
            VMKERNEL,
            DV_SWITCH,
            DV_PORT,
            DATASTORE,
            MULTI_PATH,
            POOL,
            INFO,
            CPU,
            MEMORY,
            TOOLS,
            DISK,
            NETWORK,
            CD,
            FLOPPY,
            USB,
            SNAPSHOT,
            PARTITION);

    private Tables() {}

    private static Table drive(String sheet) {
        return Table.of(sheet, Kind.DEVICE)
                .key("ref", Form.NAME, "VM")
                .fact("label", Form.TEXT, "Device Node")
                .fact("connected", Form.TRUTH, "Connected")
                .fact("startConnected", Form.TRUTH, "Starts Connected")
                .part("backing file datastore vm.toolsInstallerMounted", Form.TEXT, "Device Type")
                .vm()
                .build();
    }

    private static Form expiry() {
        return new Form(
                "a date or Never",
                raw -> "never".equalsIgnoreCase(raw.toString())
                        ? Form.UNSET
                        : Form.TIME.reading().apply(raw));
    }
}
