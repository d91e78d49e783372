package dev.premotion.plan;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import dev.premotion.reference.EvcMode;
import dev.premotion.reference.Release;
import dev.premotion.reference.Tables;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A VM at one possible destination host.
 *
 * @param source the host it runs on; absent where the inventory does not say
 * @param cluster the destination's cluster
 */
public record VmArrival(Vm vm, @Nullable Host source, Host host, @Nullable Cluster cluster, Tables tables)
        implements Subject {

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

    public @Nullable Release release() {
        return tables.esxi(host.version(), host.build());
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
        return tables.evc(host.maxEvcMode());
    }

    public @Nullable String sourceCpuVendor() {
        return source == null ? null : vendor(source);
    }

    public @Nullable String hostCpuVendor() {
        return vendor(host);
    }

    private @Nullable String vendor(Host at) {
        return at.cpuVendor() != null ? at.cpuVendor() : tables.cpuVendor(at.cpuModel());
    }

    /** Highest virtual hardware version the host runs: what it says itself, else what its release is known to run. */
    public @Nullable Integer maxHardwareVersion() {
        var capability = host.capability();
        return capability != null && capability.maxHardwareVersion() != null
                ? capability.maxHardwareVersion()
                : tables.maxHardwareVersion(release());
    }

    public @Nullable Integer maxSupportedVcpus() {
        var capability = host.capability();
        return capability == null ? null : capability.maxSupportedVcpus();
    }

    public @Nullable Long maxSupportedVmMemoryMiB() {
        var capability = host.capability();
        return capability == null ? null : capability.maxSupportedVmMemoryMiB();
    }

    public @Nullable Boolean encryptedVMotionSupported() {
        var capability = host.capability();
        return capability == null ? null : capability.encryptedVMotionSupported();
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
