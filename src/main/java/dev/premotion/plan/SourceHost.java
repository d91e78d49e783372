package dev.premotion.plan;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.reference.Release;
import dev.premotion.reference.Tables;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A host that VMs leave. */
public record SourceHost(Host host, @Nullable Cluster cluster, VCenter vCenter, Tables tables) implements Subject {

    @Override
    public String kind() {
        return "source-host";
    }

    @Override
    public String name() {
        return host.label();
    }

    @Override
    public List<Ref> refs() {
        return List.of(host.ref());
    }

    public @Nullable Release release() {
        return tables.esxi(host.version(), host.build());
    }

    public @Nullable Boolean storageVMotionSupported() {
        var capability = host.capability();
        return capability == null ? null : capability.storageVMotionSupported();
    }
}
