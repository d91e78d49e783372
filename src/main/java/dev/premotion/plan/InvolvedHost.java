package dev.premotion.plan;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.reference.Release;
import dev.premotion.reference.Tables;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A host that takes part in a move, at either end. */
public record InvolvedHost(Host host, @Nullable Cluster cluster, VCenter vCenter, Tables tables) implements Subject {

    @Override
    public String kind() {
        return "host";
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

    /** Whether a VMkernel adapter has the vMotion service. */
    public @Nullable Boolean vmotionAdapter() {
        return HostFacts.hasService(host, "vmotion", host.vmotionAdapter());
    }

    /** Whether an uplink behind the vMotion adapter is up. */
    public @Nullable Boolean vmotionLinkUp() {
        return HostFacts.vmotionLinkUp(host);
    }

    /** Speed of the uplink behind the vMotion adapter, Mbit/s. */
    public @Nullable Integer vmotionLinkMbps() {
        return HostFacts.vmotionLinkMbps(host);
    }

    public @Nullable Boolean vmotionSupported() {
        var capability = host.capability();
        return capability == null ? null : capability.vmotionSupported();
    }

    public @Nullable Boolean vmotionWithStorageVMotionSupported() {
        var capability = host.capability();
        return capability == null ? null : capability.vmotionWithStorageVMotionSupported();
    }

    public @Nullable Boolean suspendedRelocateSupported() {
        var capability = host.capability();
        return capability == null ? null : capability.suspendedRelocateSupported();
    }

    /** Whether the assigned licence grants a feature of the licence table; absent where either is unknown. */
    public @Nullable Boolean licensed(String feature) {
        return tables.licenses(host.licenseName(), feature);
    }
}
