package dev.premotion.plan;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.reference.EvcMode;
import dev.premotion.reference.Release;
import dev.premotion.reference.Tables;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A host that VMs come to. */
public record DestinationHost(Host host, @Nullable Cluster cluster, VCenter vCenter, Tables tables) implements Subject {

    @Override
    public String kind() {
        return "destination-host";
    }

    @Override
    public String name() {
        return host.label();
    }

    @Override
    public List<Ref> refs() {
        return List.of(host.ref());
    }

    @Override
    public List<Lacking> lacking(String path) {
        return path.startsWith("cluster.") && cluster == null && host.cluster() != null
                ? List.of(new Lacking(vCenter.ref(), vCenter.label(), "clusters.complete"))
                : List.of();
    }

    public @Nullable Release release() {
        return tables.esxi(host.version(), host.build());
    }

    /** Whether the host is set aside for HA failover. */
    public @Nullable Boolean failoverHost() {
        if (Boolean.TRUE.equals(host.standalone())) {
            return false;
        }
        if (cluster != null && Boolean.FALSE.equals(cluster.haEnabled())) {
            return false;
        }
        var aside = cluster == null ? null : cluster.failoverHosts();
        if (aside == null) {
            return null;
        }
        return aside.items().contains(host.ref().id()) ? Boolean.TRUE : aside.complete() ? Boolean.FALSE : null;
    }

    /** Whether vSphere HA is on where the host is. */
    public @Nullable Boolean haEnabled() {
        if (Boolean.TRUE.equals(host.standalone())) {
            return false;
        }
        return cluster == null ? null : cluster.haEnabled();
    }

    public @Nullable Boolean evcEnabled() {
        return HostFacts.evcEnabled(host, cluster);
    }

    public @Nullable EvcMode clusterEvcMode() {
        return cluster == null ? null : tables.evc(cluster.evcMode());
    }

    public @Nullable EvcMode maxEvcMode() {
        return HostFacts.maxEvcMode(host, tables);
    }
}
