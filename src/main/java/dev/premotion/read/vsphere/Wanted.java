package dev.premotion.read.vsphere;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The property paths that the mapper reads: what is asked of a live vCenter, and all that is kept of a dump. A path that came
 * with a later version of the API bears it, since an older vCenter refuses the whole question for one path it does not know.
 * Versions: vSphere API reference, "since" of each property.
 */
final class Wanted {

    /** Everything else of the inventory, in the order it is asked for; VMs come last, since they refer to all of it. */
    static final List<String> INFRASTRUCTURE = List.of(
            "Datacenter",
            "Folder",
            "StoragePod",
            "ComputeResource",
            "ClusterComputeResource",
            "HostSystem",
            "ResourcePool",
            "VirtualApp",
            "Datastore",
            "Network",
            "OpaqueNetwork",
            "DistributedVirtualPortgroup",
            "DistributedVirtualSwitch");

    static final String VM = "VirtualMachine";

    private static final Map<String, List<Path>> PATHS = paths();

    /**
     * A path.
     *
     * @param path property path
     * @param since first version of the API that has it; empty where 6.5 had it
     */
    private record Path(String path, String since) {}

    private Wanted() {}

    /** Whether anything of a type is read. */
    static boolean has(String type) {
        return PATHS.containsKey(plain(type));
    }

    /** What is asked of an API of a version. */
    static List<String> paths(String type, String apiVersion) {
        return PATHS.getOrDefault(plain(type), List.of()).stream()
                .filter(path -> path.since.isEmpty() || Versions.atLeast(apiVersion, path.since))
                .map(Path::path)
                .toList();
    }

    /** How much of a path is read. */
    enum Use {
        ALL,
        PARTS,
        NOTHING
    }

    /** How much is read of what stands at a path of an object. */
    static Use use(String type, String path) {
        var use = Use.NOTHING;
        for (var wanted : PATHS.getOrDefault(plain(type), List.of())) {
            if (path.equals(wanted.path) || path.startsWith(wanted.path + ".")) {
                return Use.ALL;
            }
            if (wanted.path.startsWith(path + ".")) {
                use = Use.PARTS;
            }
        }
        return use;
    }

    /** The concrete classes of switches are read like their base. */
    private static String plain(String type) {
        return type.equals("VmwareDistributedVirtualSwitch") ? "DistributedVirtualSwitch" : type;
    }

    private static Map<String, List<Path>> paths() {
        var paths = new LinkedHashMap<String, List<Path>>();
        paths.put("ServiceInstance", list("content.about content.rootFolder serverClock"));
        paths.put("OptionManager", list("setting"));
        paths.put("LicenseManager", list("licenses"));
        paths.put("CryptoManagerKmip", list("kmipServers"));
        paths.put("Datacenter", list("name parent datastore network"));
        paths.put("Folder", list("name parent childType childEntity"));
        paths.put("StoragePod", list("name parent childEntity podStorageDrsEntry"));
        var compute = "name parent host resourcePool datastore network";
        paths.put("ComputeResource", list(compute + " environmentBrowser"));
        paths.put("ClusterComputeResource", list(compute + " environmentBrowser configurationEx summary"));
        paths.put(
                "HostSystem",
                list(
                        "name parent vm datastore network runtime.connectionState runtime.powerState"
                                + " runtime.inMaintenanceMode runtime.inQuarantineMode runtime.cryptoState"
                                + " summary.hardware summary.quickStats summary.maxEVCModeKey summary.currentEVCModeKey"
                                + " summary.config.vmotionEnabled hardware.cpuPkg hardware.memorySize capability"
                                + " config.product config.maskedFeatureCapability config.featureCapability"
                                + " config.virtualNicManagerInfo config.network.vnic config.network.vswitch"
                                + " config.network.portgroup config.network.proxySwitch config.network.pnic"
                                + " config.network.netStackInstance config.storageDevice.scsiLun config.dateTimeInfo"
                                + " runtime.dasHostState runtime.vFlashResourceRuntimeInfo summary.config.featureVersion config.localSwapDatastore"
                                + " config.ioFilterInfo config.graphicsInfo config.service runtime.healthSystemRuntime"
                                + " config.firewall.ruleset config.firewall.defaultPolicy",
                        "config.sharedGpuCapabilities 6.7",
                        "summary.currentEVCGraphicsModeKey 7.0.1.0"));
        var pool = "name parent owner config runtime resourcePool vm";
        paths.put("ResourcePool", list(pool));
        paths.put("VirtualApp", list(pool + " parentVApp"));
        paths.put("Datastore", list("name parent summary info host capability"));
        paths.put("Network", list("name parent summary host"));
        paths.put("OpaqueNetwork", list("name parent summary host"));
        paths.put("DistributedVirtualPortgroup", list("name parent key summary config host"));
        paths.put("DistributedVirtualSwitch", list("name parent uuid config portgroup runtime"));
        paths.put(VM, vm());
        return paths;
    }

    private static List<Path> vm() {
        return list(
                "name parent parentVApp disabledMethod recentTask environmentBrowser resourcePool datastore network"
                        + " guestHeartbeatStatus guest.toolsVersionStatus2 guest.toolsRunningStatus snapshot layoutEx"
                        + " summary.storage summary.quickStats"
                        + " runtime.host runtime.powerState runtime.connectionState runtime.question"
                        + " runtime.toolsInstallerMounted runtime.numMksConnections runtime.faultToleranceState"
                        + " runtime.featureRequirement runtime.minRequiredEVCModeKey runtime.consolidationNeeded"
                        + " runtime.memoryOverhead"
                        + " config.uuid config.instanceUuid config.template config.version config.guestId"
                        + " config.guestFullName config.firmware config.files config.flags config.hardware"
                        + " config.cpuAffinity config.memoryAffinity config.cpuAllocation config.memoryAllocation"
                        + " config.memoryReservationLockedToMax config.initialOverhead config.latencySensitivity"
                        + " config.swapPlacement config.ftInfo config.changeTrackingEnabled config.managedBy"
                        + " config.nestedHVEnabled config.vPMCEnabled config.keyId config.migrateEncryption"
                        + " config.cpuFeatureMask config.npivNodeWorldWideName config.npivPortWorldWideName"
                        + " config.forkConfigInfo config.repConfig config.extraConfig runtime.quiescedForkParent",
                "runtime.instantCloneFrozen 6.7",
                "config.vmOpNotificationToAppEnabled 7.0.3.0",
                "runtime.cryptoState 6.7",
                "runtime.suspendedToMemory 7.0.2.0",
                "summary.config.tpmPresent 6.7",
                "config.sgxInfo 7.0.0.0",
                "config.sevEnabled 7.0.1.0",
                "config.metroFtEnabled 8.0.3.0",
                "config.metroFtHostGroup 8.0.3.0",
                "config.sevSnpEnabled 9.0.0.0",
                "config.tdxEnabled 9.0.0.0");
    }

    private static List<Path> list(String always, String... later) {
        var paths = new ArrayList<Path>();
        for (var path : always.split(" ")) {
            paths.add(new Path(path, ""));
        }
        for (var path : later) {
            var words = path.split(" ");
            paths.add(new Path(words[0], words[1]));
        }
        return List.copyOf(paths);
    }
}
