package dev.premotion.read.vsphere;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.FeatureRequirement;
import dev.premotion.inventory.Vm;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the virtual hardware of a {@code VirtualMachine}, and what secures it; devices stand by themselves. */
final class VmHardware {

    private final Estate estate;
    private final Managed source;

    VmHardware(Estate estate, Managed source) {
        this.estate = estate;
        this.source = source;
    }

    void fill(Filler<Vm> vm) {
        security(vm);
        var version = source.text("config.version");
        vm.truth("template", "config.template")
                .put("hardwareVersion", hardwareVersion(version))
                .text("guestId", "config.guestId")
                .text("guestFullName", "config.guestFullName")
                .text("firmware", "config.firmware")
                .count("numCpu", "config.hardware.numCPU")
                .count("coresPerSocket", "config.hardware.numCoresPerSocket")
                .amount("memoryMiB", "config.hardware.memoryMB")
                .amount("activeMemoryMiB", "summary.quickStats.guestMemoryUsage")
                .amount("consumedMemoryMiB", "summary.quickStats.hostMemoryUsage")
                .amount("cpuUsageMhz", "summary.quickStats.overallCpuUsage")
                .amount("memoryReservationMiB", "config.memoryAllocation.reservation")
                .put("memoryOverheadMiB", overhead())
                .truth("memoryReservationLocked", "config.memoryReservationLockedToMax")
                .amount("cpuReservationMhz", "config.cpuAllocation.reservation")
                .text("minEvcMode", "runtime.minRequiredEVCModeKey")
                .put("featureRequirements", requirements())
                .put("cpuAffinity", affinity("config.cpuAffinity"))
                .put("memoryAffinity", affinity("config.memoryAffinity"))
                .put("cpuFeatureMask", cpuFeatureMask())
                .put("use3dRenderer", renderer())
                .put("videoRamKiB", videoRam())
                .put("largePages1G", largePages())
                .put("npivWwns", npiv())
                .put(
                        "extensionConstraints",
                        estate.before("9.1") && source.has("config.uuid") ? Listing.complete(List.of()) : null)
                .put("latencySensitivity", latency())
                .truth("nestedHVEnabled", "config.nestedHVEnabled")
                .truth("vPMCEnabled", "config.vPMCEnabled")
                .text("swapPlacement", "config.swapPlacement")
                .truth("changeTrackingEnabled", "config.changeTrackingEnabled")
                .text("managedBy", "config.managedBy.extensionKey")
                .put("srmPlaceholder", placeholder());
    }

    private @Nullable Integer hardwareVersion(@Nullable String version) {
        if (version == null || !version.matches("vmx-\\d{1,3}")) {
            if (version != null) {
                source.odd("config.version", version, "such as vmx-19");
            }
            return null;
        }
        return Integer.valueOf(version.substring("vmx-".length()));
    }

    /** What it costs now, else what it costs when it starts; bytes, rounded up. */
    private @Nullable Long overhead() {
        var now = source.amount("runtime.memoryOverhead");
        var bytes = now != null && now > 0 ? now : source.amount("config.initialOverhead.initialMemoryReservation");
        return bytes == null ? null : Long.valueOf((bytes + (1 << 20) - 1) >> 20);
    }

    private @Nullable Listing<FeatureRequirement> requirements() {
        var needs = new ArrayList<FeatureRequirement>();
        for (var need : source.parts("runtime.featureRequirement")) {
            var key = need.text("key");
            var value = need.text("value");
            if (key == null || value == null) {
                return null;
            }
            needs.add(new FeatureRequirement(key, value));
        }
        return needs.isEmpty() ? null : Listing.complete(needs);
    }

    private @Nullable Listing<Integer> affinity(String path) {
        if (!source.has(path)) {
            return source.unset(path, VmMapper.CONFIG) ? Listing.complete(List.of()) : null;
        }
        var pinned = new ArrayList<Integer>();
        for (var number : source.parts(path + ".affinitySet")) {
            var count = number.count("");
            if (count == null || count < 0) {
                return null;
            }
            pinned.add(count);
        }
        return Listing.complete(pinned);
    }

    /** The registers in which some bit is not left to the guest. */
    private @Nullable Listing<String> cpuFeatureMask() {
        if (source.parts("config.cpuFeatureMask").isEmpty()) {
            return source.unset("config.cpuFeatureMask", VmMapper.CONFIG) ? Listing.complete(List.of()) : null;
        }
        var masks = new ArrayList<String>();
        for (var level : source.parts("config.cpuFeatureMask")) {
            for (var register : List.of("eax", "ebx", "ecx", "edx")) {
                var mask = level.text(register);
                if (mask != null && !mask.matches("[-:]*")) {
                    masks.add(level.text("level") + " " + register + " " + mask);
                }
            }
        }
        return Listing.complete(masks);
    }

    private @Nullable String renderer() {
        for (var device : source.parts("config.hardware.device")) {
            if (device.type().equals("VirtualMachineVideoCard")) {
                return Boolean.FALSE.equals(device.truth("enable3DSupport")) ? "none" : device.text("use3dRenderer");
            }
        }
        return null;
    }

    private @Nullable Integer videoRam() {
        for (var device : source.parts("config.hardware.device")) {
            if (device.type().equals("VirtualMachineVideoCard")) {
                return device.count("videoRamSizeInKB");
            }
        }
        return null;
    }

    /** Of the advanced settings only this one is looked at: they may hold secrets. */
    private @Nullable Boolean largePages() {
        var settings = source.parts("config.extraConfig");
        for (var setting : settings) {
            if ("sched.mem.lpage.enable1GPage".equals(setting.text("key"))) {
                return "TRUE".equalsIgnoreCase(setting.text("value"));
            }
        }
        return settings.isEmpty() ? null : Boolean.FALSE;
    }

    /** World-wide names are numbers of 64 bits, known in hex. */
    private @Nullable Listing<String> npiv() {
        var names = new ArrayList<String>();
        for (var path : List.of("config.npivNodeWorldWideName", "config.npivPortWorldWideName")) {
            for (var part : source.parts(path)) {
                var number = part.number("");
                if (number == null) {
                    return null;
                }
                names.add(HexFormat.of().toHexDigits(number));
            }
        }
        boolean none = source.unset("config.npivNodeWorldWideName", VmMapper.CONFIG)
                && source.unset("config.npivPortWorldWideName", VmMapper.CONFIG);
        return !names.isEmpty() || none ? Listing.complete(names) : null;
    }

    private @Nullable String latency() {
        var level = source.text("config.latencySensitivity.level");
        return "custom".equals(level) ? null : level;
    }

    /** Site Recovery Manager marks its placeholders by extension and type. */
    private @Nullable Boolean placeholder() {
        var type = source.text("config.managedBy.type");
        var extension = source.text("config.managedBy.extensionKey");
        if (type != null && extension != null) {
            return extension.startsWith("com.vmware.vcDr") && type.equals("placeholderVm");
        }
        return source.none("config.managedBy", VmMapper.CONFIG);
    }

    private void security(Filler<Vm> vm) {
        boolean key = source.has("config.keyId");
        var state = source.has("runtime.cryptoState");
        vm.put("encrypted", key || state ? Boolean.TRUE : source.none("config.keyId", VmMapper.CONFIG))
                .text("keyProvider", "config.keyId.providerId.id")
                .text("keyId", "config.keyId.keyId")
                .text("migrateEncryption", "config.migrateEncryption")
                .put("vTpmPresent", vTpm())
                .put("sevEnabled", estate.since(source, "config.sevEnabled", "7.0.1.0", VmMapper.CONFIG))
                .put("sevSnpEnabled", estate.since(source, "config.sevSnpEnabled", "9.0.0.0", VmMapper.CONFIG))
                .put("tdxEnabled", estate.since(source, "config.tdxEnabled", "9.0.0.0", VmMapper.CONFIG))
                .put("sgxEpcBytes", sgx());
    }

    private @Nullable Boolean vTpm() {
        var devices = source.parts("config.hardware.device");
        var said = source.truth("summary.config.tpmPresent");
        if (devices.stream().anyMatch(device -> device.type().equals("VirtualTPM"))) {
            return true;
        }
        return said != null || devices.isEmpty() ? said : Boolean.FALSE;
    }

    private @Nullable Long sgx() {
        var bytes = source.amount("config.sgxInfo.epcSize");
        return bytes != null || !source.unset("config.sgxInfo", VmMapper.CONFIG) ? bytes : Long.valueOf(0);
    }
}
