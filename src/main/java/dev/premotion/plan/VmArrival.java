package dev.premotion.plan;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.FeatureRequirement;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import dev.premotion.reference.EvcMode;
import dev.premotion.reference.Release;
import dev.premotion.reference.Tables;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A VM at one possible destination host.
 *
 * @param source the host it runs on; absent where the inventory does not say
 * @param cluster the destination's cluster
 */
public record VmArrival(
        Vm vm, @Nullable Host source, Host host, @Nullable Cluster cluster, Tables tables) implements Subject {

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
        if (path.equals("host.cluster")) {
            return Stream.of(source, host)
                    .filter(Objects::nonNull)
                    .flatMap(one -> Lacking.of(one, "cluster").stream())
                    .toList();
        }
        if (path.equals("memorySnapshot")) {
            return List.of(Snapshots.lacking(vm));
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

    /** Whether the destination is in another cluster, or in none where the source is in one. */
    public @Nullable Boolean leavesCluster() {
        if (source == null) {
            return null;
        }
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
        return source == null ? null : vendor(source);
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
        var capability = host.capability();
        return capability != null && capability.maxHardwareVersion() != null
                ? capability.maxHardwareVersion()
                : tables.maxHardwareVersion(release());
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
        return source == null ? null : encryptedVMotion(source);
    }

    /** Names of the hosts that are known to lack encrypted vMotion. */
    public String withoutEncryptedVMotion() {
        return Words.and(Stream.of(source, host)
                .filter(Objects::nonNull)
                .filter(one -> Boolean.FALSE.equals(encryptedVMotion(one)))
                .map(Host::label)
                .toList());
    }

    private static @Nullable Boolean encryptedVMotion(Host at) {
        var capability = at.capability();
        return capability == null ? null : capability.encryptedVMotionSupported();
    }

    /** Whether some snapshot holds the VM's memory. */
    public @Nullable Boolean memorySnapshot() {
        return Snapshots.withMemory(vm);
    }
}
