package dev.premotion.plan;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Vm;
import org.jspecify.annotations.Nullable;

/**
 * A VM and where it is now.
 *
 * @param host absent where the inventory does not say, or does not list it
 * @param cluster likewise
 */
record Here(
        VCenterIndex at,
        Vm vm,
        @Nullable Host host,
        @Nullable Cluster cluster) {

    static Here of(VCenterIndex at, Vm vm) {
        var host = at.hosts().byId(vm.host());
        var own = at.clusters().byId(vm.cluster());
        return new Here(
                at, vm, host, own == null && host != null ? at.clusters().byId(host.cluster()) : own);
    }

    /** Id of its cluster; absent where it has none or that is unknown. */
    @Nullable
    String clusterId() {
        if (vm.cluster() != null) {
            return vm.cluster();
        }
        return host == null ? null : host.cluster();
    }

    /** Whether it is known to be in the cluster; false where that is unknown. */
    boolean in(@Nullable Cluster other) {
        return other != null
                && at.vCenter().ref().id().equals(other.ref().vCenter())
                && other.ref().id().equals(clusterId());
    }

    /** Id of its datacenter; absent where unknown. */
    @Nullable
    String datacenter() {
        if (vm.datacenter() != null) {
            return vm.datacenter();
        }
        if (host != null && host.datacenter() != null) {
            return host.datacenter();
        }
        if (cluster != null && cluster.datacenter() != null) {
            return cluster.datacenter();
        }
        var only = at.onlyDatacenter();
        return only == null ? null : only.ref().id();
    }

    /** Whether a datacenter of its vCenter is another than its own; absent where unknown. */
    @Nullable
    Boolean otherDatacenter(@Nullable String id) {
        var own = datacenter();
        return own == null || id == null ? null : !own.equals(id);
    }
}
