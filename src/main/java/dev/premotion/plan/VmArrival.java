package dev.premotion.plan;

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
        return path.startsWith("cluster.") && cluster == null && host.cluster() != null
                ? List.of(new Lacking(
                        Ref.vCenter(host.ref().vCenter()), "the vCenter of " + host.label(), "clusters.complete"))
                : List.of();
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
        if (Boolean.TRUE.equals(host.standalone())) {
            return false;
        }
        return cluster == null ? null : cluster.evcMode() != null ? Boolean.TRUE : cluster.evcEnabled();
    }

    public @Nullable EvcMode clusterEvcMode() {
        return cluster == null ? null : tables.evc(cluster.evcMode());
    }

    public @Nullable EvcMode hostMaxEvcMode() {
        return host.maxEvcMode() != null ? tables.evc(host.maxEvcMode()) : tables.evcOfCpu(host.cpuModel());
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

    /** What the host says itself, else what the newest hardware version of its release takes. */
    public @Nullable Integer maxSupportedVcpus() {
        var capability = host.capability();
        if (capability != null && capability.maxSupportedVcpus() != null) {
            return capability.maxSupportedVcpus();
        }
        var newest = tables.hardware(maxHardwareVersion());
        return newest == null ? null : newest.maxVcpus();
    }

    /** Likewise; where that is not verified, what the versions before it take, if that is enough. */
    public @Nullable Long maxSupportedVmMemoryMiB() {
        var capability = host.capability();
        if (capability != null && capability.maxSupportedVmMemoryMiB() != null) {
            return capability.maxSupportedVmMemoryMiB();
        }
        var newest = tables.hardware(maxHardwareVersion());
        if (newest == null || newest.maxMemoryMiB() != null) {
            return newest == null ? null : newest.maxMemoryMiB();
        }
        var least = tables.maxMemoryMiB(newest.number());
        return least != null && vm.memoryMiB() != null && vm.memoryMiB() <= least ? least : null;
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
     * Its virtual hardware version; where that is unknown and it is not off, what the hosts it may run on take at most, if the
     * destination takes that too.
     */
    public @Nullable Integer hardwareVersion() {
        if (vm.hardwareVersion() != null || vm.powerState() == null || vm.powerState() == PowerState.POWERED_OFF) {
            return vm.hardwareVersion();
        }
        var most = maxHardwareVersion(host);
        var runs = sources.stream().map(this::maxHardwareVersion).toList();
        var enough = most != null && !runs.isEmpty() && runs.stream().allMatch(one -> one != null && one <= most);
        return enough ? most : null;
    }

    public @Nullable Boolean snapshotRelayoutSupported() {
        var capability = host.capability();
        return capability == null ? null : capability.snapshotRelayoutSupported();
    }

    public @Nullable Boolean nestedHVSupported() {
        var capability = host.capability();
        return capability == null ? null : capability.nestedHVSupported();
    }

    public @Nullable Boolean cryptoSupported() {
        var capability = host.capability();
        return capability == null ? null : capability.cryptoSupported();
    }
}
