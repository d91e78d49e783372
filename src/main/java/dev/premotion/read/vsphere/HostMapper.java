package dev.premotion.read.vsphere;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.DatastoreMount;
import dev.premotion.inventory.FeatureCapability;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.HostCapability;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a host of a {@code HostSystem}. */
final class HostMapper {

    /** A host that answers has all of these; without them the rest may not have been read either. */
    private static final List<String> CONFIG = List.of(
            "config.product.build", "config.network.pnic", "config.storageDevice.scsiLun", "config.dateTimeInfo");

    /** Likewise of its summary. */
    private static final List<String> SUMMARY = List.of("summary.hardware", "summary.quickStats");

    private static final List<String> FLAGS = List.of(
            "vmotionSupported",
            "storageVMotionSupported",
            "vmotionWithStorageVMotionSupported",
            "vmotionAcrossNetworkSupported",
            "suspendedRelocateSupported",
            "encryptedVMotionSupported",
            "snapshotRelayoutSupported",
            "unsharedSwapVMotionSupported",
            "remoteDeviceVMotionSupported",
            "nestedHVSupported",
            "vPMCSupported",
            "cryptoSupported",
            "pMemSupported",
            "restrictedSnapshotRelocateSupported",
            "deltaDiskBackingsSupported",
            "localSwapDatastoreSupported",
            "smpFtSupported",
            "eightPlusHostVmfsSharedAccessSupported");

    private final Estate estate;
    private final Extras extras;

    HostMapper(Estate estate, Extras extras) {
        this.estate = estate;
        this.extras = extras;
    }

    Host host(Managed source) {
        var host = new Filler<>(Host.class, source)
                .put("ref", new Ref(Kind.HOST, estate.id, source.id()))
                .put("name", estate.name(source.id()))
                .put("datacenter", estate.datacenter(source));
        place(source, host);
        product(source, host);
        hardware(source, host);
        state(source, host);
        var networking = new HostNetworking(estate, source);
        host.put("vmkernelAdapters", networking.adapters())
                .put("physicalNics", networking.physicalNics())
                .put("standardSwitches", networking.standardSwitches())
                .put("managementIp", networking.managementIp())
                .put("provisioningAdapter", networking.provisioning())
                .truth("vmotionAdapter", "summary.config.vmotionEnabled")
                .put("datastores", mounts(source))
                .put("networks", source.has("network") ? Listing.complete(source.texts("network")) : null)
                .put("lunUuids", luns(source))
                .put("capability", capability(source))
                .put("timeSources", timeSources(source))
                .truth("timeSynchronized", "config.dateTimeInfo.serviceSync")
                .put("gpuProfiles", gpuProfiles(source))
                .put("tags", extras.beside().rest().of(source.id()))
                .put("licenseName", extras.licenses().get(source.id()));
        more(source, host);
        return host.build();
    }

    private void more(Managed source, Filler<Host> host) {
        var swap = source.text("config.localSwapDatastore");
        host.text("haState", "runtime.dasHostState.state")
                .put("localSwapDatastore", swap)
                .put(
                        "localSwap",
                        swap != null
                                ? Boolean.TRUE
                                : source.unset("config.localSwapDatastore", CONFIG) ? Boolean.FALSE : null)
                .put("ioFilters", ioFilters(source))
                .put("faultToleranceVersion", faultTolerance(source))
                .put("sharedGraphics", sharedGraphics(source))
                .put("componentFailure", componentFailure(source))
                .put("replicationAgent", replicationAgent(source));
        var offer = extras.offers().get(source.id());
        if (offer != null) {
            host.put("deviceTypes", Listing.complete(offer.deviceTypes()))
                    .put("adapterTypes", Listing.complete(offer.adapterTypes()))
                    .put("rdmModes", Listing.complete(offer.rdmModes()))
                    .put("guests", Listing.complete(offer.guests()))
                    .put("unsupportedVolumes", Listing.complete(offer.unsupportedVolumes()))
                    .put("wakeOnLanSupported", offer.wakeOnLan())
                    .put("maxVideoRamKiB", offer.videoRamKiB());
        }
    }

    /** By id, as disks name them. */
    private static @Nullable Listing<String> ioFilters(Managed source) {
        if (source.parts("config.ioFilterInfo").isEmpty()) {
            return source.unset("config.ioFilterInfo", CONFIG) ? Listing.complete(List.of()) : null;
        }
        var filters = source.parts("config.ioFilterInfo").stream()
                .map(filter -> filter.text("id"))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return Listing.complete(filters);
    }

    /** Sensors are green, yellow or red; a host without any sensor says nothing of its health. */
    private static @Nullable Boolean componentFailure(Managed source) {
        var at = "runtime.healthSystemRuntime.";
        var states = new ArrayList<String>();
        for (var sensor : source.parts(at + "systemHealthInfo.numericSensorInfo")) {
            states.add(String.valueOf(sensor.text("healthState.key")));
        }
        for (var kind : List.of("memoryStatusInfo", "cpuStatusInfo", "storageStatusInfo")) {
            for (var element : source.parts(at + "hardwareStatusInfo." + kind)) {
                states.add(String.valueOf(element.text("status.key")));
            }
        }
        if (states.stream().anyMatch("red"::equalsIgnoreCase)) {
            return true;
        }
        boolean known = !states.isEmpty() && states.stream().noneMatch(state -> state.matches("(?i)null|unknown"));
        return known ? Boolean.FALSE : null;
    }

    /**
     * The agent of host-based replication is the package {@code vmware-hbr-agent}. That its service bears the same name is
     * not documented, so that only the presence of one tells anything.
     */
    private static @Nullable Boolean replicationAgent(Managed source) {
        return source.parts("config.service.service").stream()
                        .map(service -> service.text("key"))
                        .anyMatch(key -> key != null && key.startsWith("hbr"))
                ? Boolean.TRUE
                : null;
    }

    private static @Nullable String faultTolerance(Managed source) {
        for (var version : source.parts("summary.config.featureVersion")) {
            if ("faultTolerance".equals(version.text("key"))) {
                return version.text("value");
            }
        }
        return null;
    }

    /** A host without any GPU leaves the property out. */
    private static @Nullable Boolean sharedGraphics(Managed source) {
        if (source.parts("config.graphicsInfo").isEmpty()) {
            return source.unset("config.graphicsInfo", CONFIG) ? Boolean.FALSE : null;
        }
        return source.parts("config.graphicsInfo").stream().anyMatch(gpu -> "shared".equals(gpu.text("graphicsType")));
    }

    private void place(Managed source, Filler<Host> host) {
        var around = source.kind("parent");
        if (around.equals("ClusterComputeResource")) {
            host.text("cluster", "parent").put("standalone", false);
        } else if (around.equals("ComputeResource")) {
            host.put("standalone", true);
        }
    }

    private void product(Managed source, Filler<Host> host) {
        host.text("version", "config.product.version")
                .text("build", "config.product.build")
                .text("vendor", "summary.hardware.vendor")
                .text("model", "summary.hardware.model");
    }

    private void hardware(Managed source, Filler<Host> host) {
        var model = source.text("summary.hardware.cpuModel");
        var memory = source.mebibytes("hardware.memorySize");
        host.put("cpuModel", model == null ? null : model.replaceAll("\\s+", " "))
                .put("cpuVendor", vendor(source, model))
                .count("cpuMhz", "summary.hardware.cpuMhz")
                .count("cpuPackages", "summary.hardware.numCpuPkgs")
                .count("cpuCores", "summary.hardware.numCpuCores")
                .count("cpuThreads", "summary.hardware.numCpuThreads")
                .put("memoryMiB", memory != null ? memory : source.mebibytes("summary.hardware.memorySize"))
                .amount("memoryUsedMiB", "summary.quickStats.overallMemoryUsage")
                .text("evcMode", "summary.currentEVCModeKey")
                .text("maxEvcMode", "summary.maxEVCModeKey")
                .put("evcGraphicsMode", evcGraphicsMode(source))
                .put("featureCapabilities", features(source));
    }

    /** Unset where none is in force, as always before 7.0 U1. */
    private @Nullable String evcGraphicsMode(Managed source) {
        var path = "summary.currentEVCGraphicsModeKey";
        var mode = source.text(path);
        boolean none = estate.before("7.0.1.0") || source.unset(path, SUMMARY);
        return mode != null ? mode : none ? "none" : null;
    }

    private static @Nullable String vendor(Managed source, @Nullable String model) {
        String said = null;
        for (var each : source.parts("hardware.cpuPkg")) {
            said = said == null ? each.text("vendor") : said;
        }
        var words = ((said == null ? "" : said) + " " + (model == null ? "" : model)).toLowerCase(Locale.ROOT);
        return words.contains("intel") ? "intel" : words.contains("amd") ? "amd" : null;
    }

    private void state(Managed source, Filler<Host> host) {
        var quarantine = source.truth("runtime.inQuarantineMode");
        host.text("connectionState", "runtime.connectionState")
                .put("powerState", power(source))
                .truth("inMaintenanceMode", "runtime.inMaintenanceMode")
                .put("inQuarantineMode", quarantine != null || !estate.before("6.5") ? quarantine : Boolean.FALSE)
                .text("cryptoState", "runtime.cryptoState");
    }

    /** A host that is disconnected has a power state of {@code unknown}. */
    private static @Nullable String power(Managed source) {
        var state = source.text("runtime.powerState");
        return "unknown".equals(state) ? null : state;
    }

    /** After the masks of EVC where the host says so, else as its CPU has them. */
    private static @Nullable Listing<FeatureCapability> features(Managed source) {
        var path = source.parts("config.maskedFeatureCapability").isEmpty()
                ? "config.featureCapability"
                : "config.maskedFeatureCapability";
        var features = new ArrayList<FeatureCapability>();
        boolean complete = true;
        for (var feature : source.parts(path)) {
            var key = feature.text("key");
            var value = feature.text("value");
            complete &= key != null && value != null;
            if (key != null && value != null) {
                features.add(new FeatureCapability(key, value));
            }
        }
        return features.isEmpty() ? null : new Listing<>(features, complete);
    }

    private @Nullable Listing<DatastoreMount> mounts(Managed source) {
        if (!source.has("datastore")) {
            return null;
        }
        var mounts = new ArrayList<DatastoreMount>();
        for (var id : source.texts("datastore")) {
            mounts.add(mount(source.id(), id));
        }
        return Listing.complete(mounts);
    }

    private DatastoreMount mount(String host, String id) {
        var datastore = estate.get(id);
        for (var mount : datastore == null ? List.<Part>of() : datastore.parts("host")) {
            if (host.equals(mount.text("key"))) {
                var mounted = mount.truth("mountInfo.mounted");
                return new Filler<>(DatastoreMount.class, mount)
                        .put("datastore", id)
                        .text("accessMode", "mountInfo.accessMode")
                        .put(
                                "accessible",
                                Boolean.FALSE.equals(mounted) ? Boolean.FALSE : mount.truth("mountInfo.accessible"))
                        .build();
            }
        }
        return new DatastoreMount(id, null, null);
    }

    private static @Nullable Listing<String> luns(Managed source) {
        if (!source.has("config.storageDevice.scsiLun")) {
            return null;
        }
        var uuids = new ArrayList<String>();
        boolean complete = true;
        for (var lun : source.parts("config.storageDevice.scsiLun")) {
            var uuid = lun.text("uuid");
            complete &= uuid != null;
            if (uuid != null) {
                uuids.add(uuid);
            }
        }
        return new Listing<>(uuids, complete);
    }

    private @Nullable HostCapability capability(Managed source) {
        if (!source.has("capability")) {
            return null;
        }
        var part = new Part(source, "capability", Objects.requireNonNull(source.find("capability")));
        var capability = new Filler<>(HostCapability.class, part);
        FLAGS.forEach(flag -> capability.truth(flag, flag));
        return capability
                .put("maxSupportedVcpus", positive(part.count("maxSupportedVcpus")))
                .put("maxRunningVms", positive(part.count("maxRunningVMs")))
                .put("maxNumDisksSVMotion", positive(part.count("maxNumDisksSVMotion")))
                .put("maxHostRunningVms", positive(part.count("maxHostRunningVms")))
                .put("maxHostSupportedVcpus", positive(part.count("maxHostSupportedVcpus")))
                .amount("maxSupportedVmMemoryMiB", "maxSupportedVmMemory")
                .put("maxHardwareVersion", extras.hardwareVersions().get(source.id()))
                .build();
    }

    private static @Nullable Integer positive(@Nullable Integer number) {
        return number == null || number <= 0 ? null : number;
    }

    private static @Nullable Listing<String> timeSources(Managed source) {
        return source.has("config.dateTimeInfo.ntpConfig")
                ? Listing.complete(source.texts("config.dateTimeInfo.ntpConfig.server"))
                : null;
    }

    /** Profiles that migrate live; a host without such hardware leaves the property out. */
    private @Nullable Listing<String> gpuProfiles(Managed source) {
        var profiles = new ArrayList<String>();
        for (var profile : source.parts("config.sharedGpuCapabilities")) {
            var name = profile.text("vgpu");
            if (name != null && Boolean.TRUE.equals(profile.truth("migrateSupported"))) {
                profiles.add(name);
            }
        }
        boolean said = !source.parts("config.sharedGpuCapabilities").isEmpty()
                || estate.knows("6.7") && source.unset("config.sharedGpuCapabilities", CONFIG);
        return said ? Listing.complete(profiles) : null;
    }
}
