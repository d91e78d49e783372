package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.FeatureRequirement;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.PowerState;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import dev.premotion.reference.EvcMode;
import dev.premotion.reference.Release;
import dev.premotion.reference.Tables;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A VM at one possible destination host.
 *
 * @param source the host it runs on; absent where the inventory does not say
 * @param sources the hosts it may run on: that one, or those of its cluster where somebody confirmed that it is on one of
 *     them; empty where nobody knows
 * @param cluster the destination's cluster
 */
public record VmArrival(
        Vm vm,
        @Nullable Host source,
        List<Host> sources,
        Host host,
        @Nullable Cluster cluster,
        Tables tables) implements Subject {

    @Override
    public String kind() {
        return "vm-at-host";
    }

    @Override
    public String name() {
        return vm.label() + " at " + host.label();
    }

    @Override
    public List<Ref> refs() {
        return List.of(vm.ref(), host.ref());
    }

    @Override
    public List<Lacking> lacking(String path) {
        switch (path) {
            case "linkedClone":
                return Lacking.of(vm, "disks");
            case "foreignMacAddresses":
                return Lacking.of(vm, "nics");
            case "unofferedAdapterTypes":
                return List.of(new Lacking(vm.ref(), vm.label(), "nicsConfirmed"));
            case "wakeOnLan":
                return vm.nics() == null
                        ? Lacking.of(vm, "nics")
                        : vm.nics().stream()
                                .flatMap(nic -> Lacking.ofDevice(nic, vm, "wakeOnLanEnabled").stream())
                                .toList();
            case "maxCoresPerSocket":
                return Lacking.of(host, "version", "build");
            case "host.physicalNics":
                return HostFacts.vmotionLacking(host, true);
            case "vGpu":
                return Lacking.of(vm, "devices");
            case "cpuReservationPerVcpuMhz":
                return Lacking.of(vm, "cpuReservationMhz", "numCpu");
            case "leavesDatacenter":
                return Stream.of(source, host)
                        .filter(Objects::nonNull)
                        .flatMap(one -> Lacking.of(one, "datacenter").stream())
                        .toList();
            default:
                break;
        }
        var running = vm.powerState() != null && vm.powerState() != PowerState.POWERED_OFF;
        if (path.equals("host.cluster")
                || path.startsWith("source.")
                || path.equals("vm.hardwareVersion") && running && sources.isEmpty()) {
            if (sources.isEmpty()) {
                return List.of(unplaced());
            }
            if (path.equals("host.cluster")) {
                return Stream.concat(sources.stream(), Stream.of(host))
                        .flatMap(one -> Lacking.of(one, "cluster").stream())
                        .toList();
            }
        }
        if (path.startsWith("host.capability.") || path.equals("source.capability.encryptedVMotionSupported")) {
            var at = path.startsWith("host.") || source == null ? host : source;
            return Lacking.of(at, "version", "build");
        }
        if (path.equals("host.version")) {
            return Lacking.of(host, "version", "build");
        }
        if (path.equals("memorySnapshot")) {
            return List.of(Snapshots.lacking(vm));
        }
        return path.startsWith("cluster.") && cluster == null && host.cluster() != null
                ? List.of(new Lacking(
                        Ref.vCenter(host.ref().vCenter()), "the vCenter of " + host.label(), "clusters.complete"))
                : List.of();
    }

    /** The EVC mode for graphics where it runs now. */
    public @Nullable String sourceEvcGraphicsMode() {
        return agreed(Host::evcGraphicsMode);
    }

    /** Whether one of its disks builds on a disk of another VM. */
    public @Nullable Boolean linkedClone() {
        return VmFacts.linkedClone(vm);
    }

    /** Whether the host opens a file that eight other hosts have open: it says so, or is of a release that does. */
    public @Nullable Boolean sharedByMany() {
        var capability = host.capability();
        if (capability != null && capability.eightPlusHostVmfsSharedAccessSupported() != null) {
            return capability.eightPlusHostVmfsSharedAccessSupported();
        }
        var first = tables.minimum("eightHosts.esxi");
        return first == null || release() == null || !Boolean.TRUE.equals(first.atMost(release())) ? null : true;
    }

    public @Nullable Release release() {
        return tables.esxi(host.version(), host.build());
    }

    /** Whether its home files are encrypted, as they are with a virtual TPM. */
    public @Nullable Boolean encrypted() {
        return Encryption.of(vm);
    }

    /** What would tell where it runs: one answer for the cluster, where that lists its hosts. */
    private Lacking unplaced() {
        return new Lacking(vm.ref(), vm.label(), vm.cluster() == null ? "host" : "onListedHost");
    }

    /** Whether the destination is in another cluster, or in none where the source is in one. */
    public @Nullable Boolean leavesCluster() {
        return agreed(this::leavesCluster);
    }

    /** What is so of every host it may run on; absent where they differ, or where that is not known of one. */
    private <T> @Nullable T agreed(Function<Host, @Nullable T> question) {
        @Nullable T told = null;
        for (var one : sources) {
            var answer = question.apply(one);
            if (answer == null || told != null && !told.equals(answer)) {
                return null;
            }
            told = answer;
        }
        return told;
    }

    private @Nullable Boolean leavesCluster(Host source) {
        if (!source.ref().vCenter().equals(host.ref().vCenter())) {
            return true;
        }
        if (source.ref().equals(host.ref())) {
            return false;
        }
        if (Boolean.TRUE.equals(source.standalone()) || Boolean.TRUE.equals(host.standalone())) {
            return true;
        }
        return source.cluster() == null || host.cluster() == null
                ? null
                : !source.cluster().equals(host.cluster());
    }

    public @Nullable EvcMode minEvcMode() {
        return tables.evc(vm.minEvcMode());
    }

    public @Nullable Boolean evcEnabled() {
        return HostFacts.evcEnabled(host, cluster);
    }

    /** Name of the destination's cluster. */
    public @Nullable String clusterName() {
        return cluster == null ? null : cluster.name();
    }

    public @Nullable EvcMode clusterEvcMode() {
        return cluster == null ? null : tables.evc(cluster.evcMode());
    }

    public @Nullable EvcMode hostMaxEvcMode() {
        return HostFacts.maxEvcMode(host, tables);
    }

    public @Nullable String sourceCpuVendor() {
        return agreed(this::vendor);
    }

    public @Nullable String hostCpuVendor() {
        return vendor(host);
    }

    private @Nullable String vendor(Host at) {
        return at.cpuVendor() != null ? at.cpuVendor() : model(at);
    }

    private @Nullable String model(Host at) {
        var cpu = tables.cpu(at.cpuModel());
        return cpu == null ? null : cpu.vendor();
    }

    /** Features the VM needs and the host is known to lack, by their keys. */
    public List<String> missingFeatures() {
        var needs = vm.featureRequirements();
        var offered = Features.of(host.featureCapabilities());
        return needs == null
                ? List.of()
                : needs.stream()
                        .filter(need -> Boolean.FALSE.equals(Features.meets(need, offered)))
                        .map(FeatureRequirement::key)
                        .toList();
    }

    /** Highest virtual hardware version the host runs: what it says itself, else what its release is known to run. */
    public @Nullable Integer maxHardwareVersion() {
        return maxHardwareVersion(host);
    }

    private @Nullable Integer maxHardwareVersion(Host at) {
        var capability = at.capability();
        return capability != null && capability.maxHardwareVersion() != null
                ? capability.maxHardwareVersion()
                : tables.maxHardwareVersion(tables.esxi(at.version(), at.build()));
    }

    /**
     * What the host says itself. A release's maximum only refuses: a host may support less than its release, so that what is
     * within it is not known to be supported.
     */
    public @Nullable Integer maxSupportedVcpus() {
        var capability = host.capability();
        if (capability != null && capability.maxSupportedVcpus() != null) {
            return capability.maxSupportedVcpus();
        }
        var newest = tables.hardware(maxHardwareVersion());
        return newest == null || newest.maxVcpus() == null || vm.numCpu() == null || vm.numCpu() <= newest.maxVcpus()
                ? null
                : newest.maxVcpus();
    }

    /** Cores of one socket that the newest hardware version of its release takes. */
    public @Nullable Integer maxCoresPerSocket() {
        var newest = tables.hardware(maxHardwareVersion());
        return newest == null ? null : newest.maxCoresPerSocket();
    }

    /** CPU that each vCPU reserves, MHz, rounded up. */
    public @Nullable Long cpuReservationPerVcpuMhz() {
        return vm.cpuReservationMhz() == null || vm.numCpu() == null || vm.numCpu() == 0
                ? null
                : Long.valueOf((vm.cpuReservationMhz() + vm.numCpu() - 1) / vm.numCpu());
    }

    public @Nullable Boolean vPMCSupported() {
        var capability = host.capability();
        return capability == null ? null : capability.vPMCSupported();
    }

    /** Whether the guest is a 64-bit one, by its identifier. */
    public @Nullable Boolean guest64Bit() {
        return vm.guestId() == null ? null : vm.guestId().contains("64");
    }

    /** Whether the host's CPU runs 64-bit code: it says so itself, or it is of a generation with an EVC mode, all of which do. */
    public @Nullable Boolean longMode() {
        var features = Features.of(host.featureCapabilities());
        var own = Features.meets(LONG_MODE, features);
        if (own != null && features != null && (own || features.values().containsKey("cpuid.lm"))) {
            return own;
        }
        return tables.evcOfCpu(host.cpuModel()) != null || tables.evc(host.maxEvcMode()) != null ? Boolean.TRUE : null;
    }

    private static final FeatureRequirement LONG_MODE = new FeatureRequirement("cpuid.LM", "Bool:Min:1");

    public @Nullable EvcMode perVmEvcMode() {
        return tables.evc(vm.perVmEvcMode());
    }

    /** Whether it has an EVC mode of its own; a snapshot says {@code none} where it has not. */
    public @Nullable Boolean perVmEvc() {
        return vm.perVmEvcMode() == null ? null : !vm.perVmEvcMode().equals("none");
    }

    /** Whether some adapter's guest wants to be woken by wake-on-LAN. */
    public @Nullable Boolean wakeOnLan() {
        return VmFacts.wakeOnLan(vm);
    }

    /** MAC addresses, set by hand, that are outside of VMware's range; partial where some are not known. */
    public @Nullable Listing<String> foreignMacAddresses() {
        return VmFacts.foreignMacAddresses(vm);
    }

    /** Whether it has a vGPU. */
    public @Nullable Boolean vGpu() {
        return VmFacts.vGpu(vm);
    }

    /** Speed of the fastest uplink behind a vMotion adapter of the host, Mbit/s. */
    public @Nullable Integer vmotionLinkMbps() {
        return HostFacts.vmotionLinkMbps(host);
    }

    /** Types of network adapters that the VM has and the host is known not to offer; somebody's word counts for what is not listed. */
    public @Nullable Listing<String> unofferedAdapterTypes() {
        var nics = vm.nics();
        var offered = host.adapterTypes();
        boolean confirmed = Boolean.TRUE.equals(vm.nicsConfirmed());
        if (nics == null || offered == null) {
            return confirmed ? Listing.of() : null;
        }
        var types = nics.stream()
                .flatMap(nic -> Stream.ofNullable(nic.adapterType()))
                .map(type -> type.toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .filter(type -> offered.stream().noneMatch(o -> o.equalsIgnoreCase(type)))
                .toList();
        boolean told = confirmed || nics.complete() && nics.stream().allMatch(nic -> nic.adapterType() != null);
        boolean open = !confirmed && !types.isEmpty();
        return offered.complete() ? new Listing<>(types, told) : new Listing<>(List.of(), told && !open);
    }

    /** Whether the destination is in another datacenter of the same vCenter. */
    public @Nullable Boolean leavesDatacenter() {
        if (!vm.ref().vCenter().equals(host.ref().vCenter())
                || (source != null && source.ref().equals(host.ref()))) {
            return false;
        }
        var from = source == null || source.datacenter() == null ? vm.datacenter() : source.datacenter();
        return from == null || host.datacenter() == null ? null : !from.equals(host.datacenter());
    }

    /** What the host says itself, else, where even that is less than the VM has, what its release takes. */
    public @Nullable Long maxSupportedVmMemoryMiB() {
        var capability = host.capability();
        if (capability != null && capability.maxSupportedVmMemoryMiB() != null) {
            return capability.maxSupportedVmMemoryMiB();
        }
        var newest = tables.hardware(maxHardwareVersion());
        var most = newest == null ? null : newest.maxMemoryMiB();
        return most == null || vm.memoryMiB() == null || vm.memoryMiB() <= most ? null : most;
    }

    public @Nullable Boolean encryptedVMotionSupported() {
        return encryptedVMotion(host);
    }

    public @Nullable Boolean sourceEncryptedVMotionSupported() {
        return agreed(this::encryptedVMotion);
    }

    /** Names of the hosts that are known to lack encrypted vMotion. */
    public String withoutEncryptedVMotion() {
        return Words.and(Stream.concat(sources.stream(), Stream.of(host))
                .distinct()
                .filter(one -> Boolean.FALSE.equals(encryptedVMotion(one)))
                .map(Host::label)
                .toList());
    }

    /** What the host says itself, else what its release does. */
    private @Nullable Boolean encryptedVMotion(Host at) {
        var capability = at.capability();
        if (capability != null && capability.encryptedVMotionSupported() != null) {
            return capability.encryptedVMotionSupported();
        }
        var release = tables.esxi(at.version(), at.build());
        var least = tables.minimum("encryptedVMotion.esxi");
        return release == null || least == null ? null : least.atMost(release);
    }

    /** Its logical CPUs; where only the cores are known, those, if they are enough: threads are never fewer. */
    public @Nullable Integer logicalCpus() {
        if (host.cpuThreads() != null) {
            return host.cpuThreads();
        }
        var cores = host.cpuCores();
        return cores != null && vm.numCpu() != null && vm.numCpu() <= cores ? cores : null;
    }

    /**
     * Its virtual hardware version; one that no ESXi runs, such as 16, is a mistake and tells nothing. Where it is unknown
     * and the VM is not off, what the hosts it may run on take at most, if the destination takes that too.
     */
    public @Nullable Integer hardwareVersion() {
        var listed = tables.hardware(vm.hardwareVersion());
        var told = listed != null && listed.since() == null ? null : vm.hardwareVersion();
        if (told != null || vm.powerState() == null || vm.powerState() == PowerState.POWERED_OFF) {
            return told;
        }
        var most = maxHardwareVersion(host);
        var runs = sources.stream().map(this::maxHardwareVersion).toList();
        var enough = most != null && !runs.isEmpty() && runs.stream().allMatch(one -> one != null && one <= most);
        return enough ? most : null;
    }

    /** Whether some snapshot holds the VM's memory. */
    public @Nullable Boolean memorySnapshot() {
        return Snapshots.withMemory(vm);
    }
}
