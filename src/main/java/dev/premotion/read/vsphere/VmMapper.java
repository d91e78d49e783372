package dev.premotion.read.vsphere;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Device;
import dev.premotion.inventory.Disk;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.FeatureRequirement;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Nic;
import dev.premotion.inventory.Origins;
import dev.premotion.inventory.PowerState;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Snapshot;
import dev.premotion.inventory.Vm;
import dev.premotion.read.EscapedName;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a VM, with its devices, of a {@code VirtualMachine}. */
final class VmMapper {

    /** The API never leaves these out, so that with them an absent property is one that is not set. */
    private static final List<String> CONFIG = List.of(
            "config.uuid", "config.template", "config.guestId", "config.files", "config.flags", "config.hardware");

    private static final List<String> RUNTIME = List.of(
            "runtime.connectionState",
            "runtime.powerState",
            "runtime.toolsInstallerMounted",
            "runtime.numMksConnections");
    private static final List<String> WHOLE =
            List.of("environmentBrowser", "guestHeartbeatStatus", "runtime.connectionState");

    private static final Map<String, PowerState> POWER = Map.of(
            "poweredOn", PowerState.POWERED_ON,
            "poweredOff", PowerState.POWERED_OFF,
            "suspended", PowerState.SUSPENDED);

    private final Estate estate;
    private final Origins origins;
    private final Beside beside;

    VmMapper(Estate estate, Origins origins, Beside beside) {
        this.beside = beside;
        this.estate = estate;
        this.origins = origins;
    }

    Vm vm(Managed source) {
        var ref = new Ref(Kind.VM, estate.id, source.id());
        var filler = new Filler<>(Vm.class, source).put("ref", ref);
        where(source, filler);
        state(source, filler);
        hardware(source, filler);
        security(source, filler);
        devices(source, ref, filler);
        var vm = filler.build();
        origins.read(ref, new ManagedOrigin(source.file(), source.place(""), vm));
        return vm;
    }

    private void where(Managed source, Filler<Vm> vm) {
        var host = estate.get(source.text("runtime.host"));
        var around = host == null ? null : estate.get(host.text("parent"));
        var folder = estate.get(source.text("parent"));
        var name = source.text("name");
        var datacenter = estate.datacenter(source);
        vm.put("name", name == null ? null : EscapedName.unescape(name))
                .text("instanceUuid", "config.instanceUuid")
                .text("biosUuid", "config.uuid")
                .put("datacenter", datacenter != null || host == null ? datacenter : estate.datacenter(host))
                .put("cluster", around == null || !around.type().equals("ClusterComputeResource") ? null : around.id())
                .text("host", "runtime.host")
                .text("resourcePool", "resourcePool")
                .put("folder", folder == null ? null : estate.path(folder))
                .text("vApp", "parentVApp")
                .put("tags", beside.rest().of(source.id()))
                .text("vmPathName", "config.files.vmPathName")
                .text("snapshotDirectory", "config.files.snapshotDirectory")
                .put("homeDatastore", datastore(source, "config.files.vmPathName"))
                .put("homeStoragePolicy", beside.policies().homes().of(source.id()))
                .put("homeStoragePolicyAssigned", beside.policies().homes().any(source.id()))
                .put("ftMetadataDatastore", datastore(source, "config.files.ftMetadataDirectory"))
                .put("metroFtEnabled", since(source, "config.metroFtEnabled", "8.0.3.0"))
                .text("metroFtHostGroup", "config.metroFtHostGroup");
    }

    /** The datastore that a path names, among those it uses. */
    private @Nullable String datastore(Managed source, String at) {
        var path = source.text(at);
        if (path == null || !path.startsWith("[") || path.indexOf(']') < 2) {
            return null;
        }
        var name = EscapedName.unescape(path.substring(1, path.indexOf(']')));
        var found = source.texts("datastore").stream()
                .filter(id -> name.equals(estate.name(id)))
                .toList();
        return found.size() == 1 ? found.get(0) : null;
    }

    private void state(Managed source, Filler<Vm> vm) {
        var power = source.text("runtime.powerState");
        var question = source.has("runtime.question") ? Boolean.TRUE : none(source, "runtime.question", RUNTIME);
        vm.put("powerState", power == null ? null : POWER.get(power))
                .text("connectionState", "runtime.connectionState")
                .text("faultToleranceState", "runtime.faultToleranceState")
                .put("faultToleranceRole", ftRole(source))
                .put("faultTolerancePartner", ftPartner(source))
                .put("instantClone", instantClone(source))
                .put(
                        "replicated",
                        source.has("config.repConfig") ? Boolean.TRUE : none(source, "config.repConfig", CONFIG))
                .put("vmOpNotificationToAppEnabled", since(source, "config.vmOpNotificationToAppEnabled", "7.0.3.0"))
                .put("toolsStatus", tools(source))
                .truth("toolsInstallerMounted", "runtime.toolsInstallerMounted")
                .text("heartbeat", "guestHeartbeatStatus")
                .truth("consolidationNeeded", "runtime.consolidationNeeded")
                .put("questionPending", question)
                .put("disabledMethods", words(source, "disabledMethod"))
                .put("recentTasks", noTasks(source))
                .put("suspendedToMemory", suspendedToMemory(source))
                .put("snapshots", snapshots(source))
                .amount("usedBytes", "summary.storage.committed")
                .put("provisionedBytes", provisioned(source));
    }

    /** False where the property is known not to be set, else absent. */
    private static @Nullable Boolean none(Managed source, String path, List<String> witnesses) {
        return source.unset(path, witnesses) ? Boolean.FALSE : null;
    }

    private static @Nullable String ftRole(Managed source) {
        var role = source.count("config.ftInfo.role");
        return role == null ? null : role == 1 ? "primary" : "secondary";
    }

    /** Of the instance UUIDs of a pair the one that is not its own. */
    private static @Nullable String ftPartner(Managed source) {
        var own = source.text("config.instanceUuid");
        var others = source.texts("config.ftInfo.instanceUuids").stream()
                .filter(uuid -> !uuid.equals(own))
                .toList();
        return own == null || others.size() != 1 ? null : others.get(0);
    }

    /** A frozen parent, or a VM of a fork group. */
    private static @Nullable Boolean instantClone(Managed source) {
        if (Boolean.TRUE.equals(source.truth("runtime.instantCloneFrozen"))
                || Boolean.TRUE.equals(source.truth("runtime.quiescedForkParent"))
                || source.has("config.forkConfigInfo.childForkGroupId")
                || source.has("config.forkConfigInfo.parentForkGroupId")) {
            return true;
        }
        return source.has("config.forkConfigInfo") ? Boolean.FALSE : none(source, "config.forkConfigInfo", CONFIG);
    }

    private static @Nullable String tools(Managed source) {
        var version = source.text("guest.toolsVersionStatus2");
        var running = source.text("guest.toolsRunningStatus");
        if ("guestToolsNotInstalled".equals(version)) {
            return "toolsNotInstalled";
        }
        if (running == null || version == null) {
            return null;
        }
        if (!running.equals("guestToolsRunning")) {
            return running.equals("guestToolsNotRunning") ? "toolsNotRunning" : null;
        }
        return switch (version) {
            case "guestToolsNeedUpgrade", "guestToolsSupportedOld", "guestToolsTooOld", "guestToolsBlacklisted" ->
                "toolsOld";
            case "guestToolsCurrent", "guestToolsUnmanaged", "guestToolsSupportedNew", "guestToolsTooNew" -> "toolsOk";
            default -> null;
        };
    }

    /** Words of a property that is left out where there are none. */
    private static @Nullable Listing<String> words(Managed source, String path) {
        return source.has(path)
                ? Listing.complete(source.texts(path))
                : source.unset(path, WHOLE) ? Listing.complete(List.of()) : null;
    }

    /** Recent tasks may be over, which a reference to one does not tell; that there are none, it does. */
    private static @Nullable Listing<String> noTasks(Managed source) {
        var tasks = words(source, "recentTask");
        return tasks == null || tasks.size() > 0 ? null : tasks;
    }

    private @Nullable Boolean suspendedToMemory(Managed source) {
        var said = source.truth("runtime.suspendedToMemory");
        if (said != null || "suspended".equals(source.text("runtime.powerState"))) {
            return said != null ? said : estate.before("7.0.2.0") ? Boolean.FALSE : null;
        }
        return none(source, "runtime.suspendedToMemory", RUNTIME);
    }

    private static @Nullable Long provisioned(Managed source) {
        var committed = source.amount("summary.storage.committed");
        var uncommitted = source.amount("summary.storage.uncommitted");
        return committed == null || uncommitted == null ? null : Long.valueOf(committed + uncommitted);
    }

    private static @Nullable Listing<Snapshot> snapshots(Managed source) {
        if (!source.has("snapshot")) {
            return source.unset("snapshot", WHOLE) ? Listing.complete(List.of()) : null;
        }
        var snapshots = new ArrayList<Snapshot>();
        source.parts("snapshot.rootSnapshotList").forEach(root -> tree(source, root, snapshots));
        return Listing.complete(snapshots);
    }

    private static void tree(Managed source, Part node, List<Snapshot> into) {
        into.add(new Filler<>(Snapshot.class, node)
                .text("name", "name")
                .put("created", node.time("createTime"))
                .put("memory", memory(source, node.text("snapshot")))
                .truth("quiesced", "quiesced")
                .build());
        node.parts("childSnapshotList").forEach(child -> tree(source, child, into));
    }

    /** {@code memoryKey} is -1 where a snapshot holds no memory. */
    private static @Nullable Boolean memory(Managed source, @Nullable String snapshot) {
        for (var layout : source.parts("layoutEx.snapshot")) {
            var key = layout.number("memoryKey");
            if (snapshot != null && snapshot.equals(layout.text("key")) && key != null) {
                return key >= 0;
            }
        }
        return null;
    }

    private void hardware(Managed source, Filler<Vm> vm) {
        var version = source.text("config.version");
        vm.truth("template", "config.template")
                .put("hardwareVersion", hardwareVersion(source, version))
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
                .put("memoryOverheadMiB", overhead(source))
                .truth("memoryReservationLocked", "config.memoryReservationLockedToMax")
                .amount("cpuReservationMhz", "config.cpuAllocation.reservation")
                .text("minEvcMode", "runtime.minRequiredEVCModeKey")
                .put("featureRequirements", requirements(source))
                .put("cpuAffinity", affinity(source, "config.cpuAffinity"))
                .put("memoryAffinity", affinity(source, "config.memoryAffinity"))
                .put("cpuFeatureMask", cpuFeatureMask(source))
                .put("use3dRenderer", renderer(source))
                .put("videoRamKiB", videoRam(source))
                .put("largePages1G", largePages(source))
                .put("npivWwns", npiv(source))
                .put(
                        "extensionConstraints",
                        estate.before("9.1") && source.has("config.uuid") ? Listing.complete(List.of()) : null)
                .put("latencySensitivity", latency(source))
                .truth("nestedHVEnabled", "config.nestedHVEnabled")
                .truth("vPMCEnabled", "config.vPMCEnabled")
                .text("swapPlacement", "config.swapPlacement")
                .truth("changeTrackingEnabled", "config.changeTrackingEnabled")
                .text("managedBy", "config.managedBy.extensionKey")
                .put("srmPlaceholder", placeholder(source));
    }

    private static @Nullable Integer hardwareVersion(Managed source, @Nullable String version) {
        if (version == null || !version.matches("vmx-\\d{1,3}")) {
            if (version != null) {
                source.odd("config.version", version, "such as vmx-19");
            }
            return null;
        }
        return Integer.valueOf(version.substring("vmx-".length()));
    }

    /** What it costs now, else what it costs when it starts; bytes, rounded up. */
    private static @Nullable Long overhead(Managed source) {
        var now = source.amount("runtime.memoryOverhead");
        var bytes = now != null && now > 0 ? now : source.amount("config.initialOverhead.initialMemoryReservation");
        return bytes == null ? null : Long.valueOf((bytes + (1 << 20) - 1) >> 20);
    }

    private static @Nullable Listing<FeatureRequirement> requirements(Managed source) {
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

    private static @Nullable Listing<Integer> affinity(Managed source, String path) {
        if (!source.has(path)) {
            return source.unset(path, CONFIG) ? Listing.complete(List.of()) : null;
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
    private static @Nullable Listing<String> cpuFeatureMask(Managed source) {
        if (source.parts("config.cpuFeatureMask").isEmpty()) {
            return source.unset("config.cpuFeatureMask", CONFIG) ? Listing.complete(List.of()) : null;
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

    private static @Nullable String renderer(Managed source) {
        for (var device : source.parts("config.hardware.device")) {
            if (device.type().equals("VirtualMachineVideoCard")) {
                return Boolean.FALSE.equals(device.truth("enable3DSupport")) ? "none" : device.text("use3dRenderer");
            }
        }
        return null;
    }

    private static @Nullable Integer videoRam(Managed source) {
        for (var device : source.parts("config.hardware.device")) {
            if (device.type().equals("VirtualMachineVideoCard")) {
                return device.count("videoRamSizeInKB");
            }
        }
        return null;
    }

    /** Of the advanced settings only this one is looked at: they may hold secrets. */
    private static @Nullable Boolean largePages(Managed source) {
        var settings = source.parts("config.extraConfig");
        for (var setting : settings) {
            if ("sched.mem.lpage.enable1GPage".equals(setting.text("key"))) {
                return "TRUE".equalsIgnoreCase(setting.text("value"));
            }
        }
        return settings.isEmpty() ? null : Boolean.FALSE;
    }

    /** World-wide names are numbers of 64 bits, known in hex. */
    private static @Nullable Listing<String> npiv(Managed source) {
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
        boolean none = source.unset("config.npivNodeWorldWideName", CONFIG)
                && source.unset("config.npivPortWorldWideName", CONFIG);
        return !names.isEmpty() || none ? Listing.complete(names) : null;
    }

    private static @Nullable String latency(Managed source) {
        var level = source.text("config.latencySensitivity.level");
        return "custom".equals(level) ? null : level;
    }

    /** Site Recovery Manager marks its placeholders by extension and type. */
    private static @Nullable Boolean placeholder(Managed source) {
        var type = source.text("config.managedBy.type");
        var extension = source.text("config.managedBy.extensionKey");
        if (type != null && extension != null) {
            return extension.startsWith("com.vmware.vcDr") && type.equals("placeholderVm");
        }
        return none(source, "config.managedBy", CONFIG);
    }

    private void security(Managed source, Filler<Vm> vm) {
        boolean key = source.has("config.keyId");
        var state = source.has("runtime.cryptoState");
        vm.put("encrypted", key || state ? Boolean.TRUE : none(source, "config.keyId", CONFIG))
                .text("keyProvider", "config.keyId.providerId.id")
                .text("keyId", "config.keyId.keyId")
                .text("migrateEncryption", "config.migrateEncryption")
                .put("vTpmPresent", vTpm(source))
                .put("sevEnabled", since(source, "config.sevEnabled", "7.0.1.0"))
                .put("sevSnpEnabled", since(source, "config.sevSnpEnabled", "9.0.0.0"))
                .put("tdxEnabled", since(source, "config.tdxEnabled", "9.0.0.0"))
                .put("sgxEpcBytes", sgx(source));
    }

    /** A switch that an older API does not know is off there; a newer one says it. */
    private @Nullable Boolean since(Managed source, String path, String version) {
        var said = source.truth(path);
        return said != null || !estate.before(version) ? said : none(source, path, CONFIG);
    }

    private static @Nullable Boolean vTpm(Managed source) {
        var devices = source.parts("config.hardware.device");
        var said = source.truth("summary.config.tpmPresent");
        if (devices.stream().anyMatch(device -> device.type().equals("VirtualTPM"))) {
            return true;
        }
        return said != null || devices.isEmpty() ? said : Boolean.FALSE;
    }

    private static @Nullable Long sgx(Managed source) {
        var bytes = source.amount("config.sgxInfo.epcSize");
        return bytes != null || !source.unset("config.sgxInfo", CONFIG) ? bytes : Long.valueOf(0);
    }

    private void devices(Managed source, Ref ref, Filler<Vm> vm) {
        var devices = source.parts("config.hardware.device");
        if (devices.isEmpty()) {
            return; // even a VM that was given nothing has its controllers
        }
        var mapper = new DeviceMapper(estate, ref, source, devices, beside);
        var host = source.text("runtime.host");
        var disks = new ArrayList<@Nullable Disk>();
        var nics = new ArrayList<@Nullable Nic>();
        var others = new ArrayList<Device>();
        for (var device : devices) {
            if (DeviceMapper.isDisk(device)) {
                disks.add(mapper.disk(device));
            } else if (DeviceMapper.isNic(device)) {
                nics.add(mapper.nic(device, host));
            } else {
                var other = mapper.device(device);
                if (other != null) {
                    others.add(other);
                }
            }
        }
        boolean typed = devices.stream().noneMatch(device -> device.type().isEmpty() || !device.has("key"));
        vm.put("disks", listing(source, disks, typed))
                .put("nics", listing(source, nics, typed))
                .put("devices", listing(source, new ArrayList<@Nullable Device>(others), typed));
    }

    private <T extends Record> Listing<T> listing(Managed source, List<@Nullable T> made, boolean complete) {
        var kept = new ArrayList<T>();
        for (var thing : made) {
            if (thing != null) {
                kept.add(thing);
                var ref = (Ref) Objects.requireNonNull(Draft.value(thing, "ref"));
                origins.read(ref, new ManagedOrigin(source.file(), source.place(""), thing));
            }
        }
        return new Listing<>(kept, complete && kept.size() == made.size());
    }
}
