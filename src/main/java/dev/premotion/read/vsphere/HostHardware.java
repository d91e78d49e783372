package dev.premotion.read.vsphere;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.FeatureCapability;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.HostCapability;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells the hardware of a {@code HostSystem}, what it can do and how it is. */
final class HostHardware {

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
    private final Managed source;
    private final @Nullable Integer maxHardwareVersion;

    /** @param maxHardwareVersion highest virtual hardware version that it runs; absent where unknown */
    HostHardware(Estate estate, Managed source, @Nullable Integer maxHardwareVersion) {
        this.estate = estate;
        this.source = source;
        this.maxHardwareVersion = maxHardwareVersion;
    }

    void fill(Filler<Host> host) {
        var model = source.text("summary.hardware.cpuModel");
        var memory = source.mebibytes("hardware.memorySize");
        host.put("cpuModel", model == null ? null : model.replaceAll("\\s+", " "))
                .put("cpuVendor", vendor(model))
                .count("cpuMhz", "summary.hardware.cpuMhz")
                .count("cpuPackages", "summary.hardware.numCpuPkgs")
                .count("cpuCores", "summary.hardware.numCpuCores")
                .count("cpuThreads", "summary.hardware.numCpuThreads")
                .put("memoryMiB", memory != null ? memory : source.mebibytes("summary.hardware.memorySize"))
                .amount("memoryUsedMiB", "summary.quickStats.overallMemoryUsage")
                .text("evcMode", "summary.currentEVCModeKey")
                .text("maxEvcMode", "summary.maxEVCModeKey")
                .put("evcGraphicsMode", evcGraphicsMode())
                .put("featureCapabilities", features())
                .put("capability", capability())
                .put("gpuProfiles", gpuProfiles())
                .put("sharedGraphics", sharedGraphics())
                .put("faultToleranceVersion", faultTolerance())
                .put("componentFailure", componentFailure());
    }

    /** Sensors are green, yellow or red; a host without any sensor says nothing of its health. */
    private @Nullable Boolean componentFailure() {
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

    private @Nullable String faultTolerance() {
        for (var version : source.parts("summary.config.featureVersion")) {
            if ("faultTolerance".equals(version.text("key"))) {
                return version.text("value");
            }
        }
        return null;
    }

    /** A host without any GPU leaves the property out. */
    private @Nullable Boolean sharedGraphics() {
        if (source.parts("config.graphicsInfo").isEmpty()) {
            return source.unset("config.graphicsInfo", HostMapper.CONFIG) ? Boolean.FALSE : null;
        }
        return source.parts("config.graphicsInfo").stream().anyMatch(gpu -> "shared".equals(gpu.text("graphicsType")));
    }

    /** Unset where none is in force, as always before 7.0 U1. */
    private @Nullable String evcGraphicsMode() {
        var path = "summary.currentEVCGraphicsModeKey";
        var mode = source.text(path);
        boolean none = estate.before("7.0.1.0") || source.unset(path, SUMMARY);
        return mode != null ? mode : none ? "none" : null;
    }

    private @Nullable String vendor(@Nullable String model) {
        String said = null;
        for (var each : source.parts("hardware.cpuPkg")) {
            said = said == null ? each.text("vendor") : said;
        }
        var words = ((said == null ? "" : said) + " " + (model == null ? "" : model)).toLowerCase(Locale.ROOT);
        return words.contains("intel") ? "intel" : words.contains("amd") ? "amd" : null;
    }

    /** After the masks of EVC where the host says so, else as its CPU has them. */
    private @Nullable Listing<FeatureCapability> features() {
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

    private @Nullable HostCapability capability() {
        if (!source.has("capability")) {
            return null;
        }
        var part = new Part(source, "capability", Objects.requireNonNull(source.find("capability")));
        var capability = new Filler<>(HostCapability.class, part);
        FLAGS.forEach(flag -> capability.truth(flag, flag));
        return capability
                .put("maxSupportedVcpus", positive(part.count("maxSupportedVcpus")))
                .put("maxRunningVms", positive(part.count("maxRunningVMs")))
                .put("maxNumDisksSVMotion", disksOfOneMove(part))
                .put("maxHostRunningVms", positive(part.count("maxHostRunningVms")))
                .put("maxHostSupportedVcpus", positive(part.count("maxHostSupportedVcpus")))
                .amount("maxSupportedVmMemoryMiB", "maxSupportedVmMemory")
                .put("maxHardwareVersion", maxHardwareVersion)
                .build();
    }

    /** A host that gives no number takes 64 disks (API). What it gives no flag of was cut down, and tells nothing. */
    private static @Nullable Integer disksOfOneMove(Part capability) {
        var said = positive(capability.count("maxNumDisksSVMotion"));
        return said == null && capability.has("vmotionSupported") && !capability.has("maxNumDisksSVMotion")
                ? Integer.valueOf(64)
                : said;
    }

    private static @Nullable Integer positive(@Nullable Integer number) {
        return number == null || number <= 0 ? null : number;
    }

    /** Profiles that migrate live; a host without such hardware leaves the property out. */
    private @Nullable Listing<String> gpuProfiles() {
        var profiles = new ArrayList<String>();
        for (var profile : source.parts("config.sharedGpuCapabilities")) {
            var name = profile.text("vgpu");
            if (name != null && Boolean.TRUE.equals(profile.truth("migrateSupported"))) {
                profiles.add(name);
            }
        }
        boolean said = !source.parts("config.sharedGpuCapabilities").isEmpty()
                || estate.knows("6.7") && source.unset("config.sharedGpuCapabilities", HostMapper.CONFIG);
        return said ? Listing.complete(profiles) : null;
    }
}
