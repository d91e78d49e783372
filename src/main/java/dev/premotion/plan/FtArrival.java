package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.DatastoreMount;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.HostGroup;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.ResourcePool;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import dev.premotion.reference.Tables;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A VM that has Fault Tolerance, or may have it, at a possible destination host.
 *
 * @param source absent where the inventory does not say
 * @param destination the vCenter of the host
 * @param pool the pool it is in afterwards; absent where unknown
 */
public record FtArrival(
        Vm vm,
        @Nullable Host source,
        Host host,
        VCenter destination,
        @Nullable ResourcePool pool,
        Tables tables) implements Subject {

    @Override
    public String kind() {
        return "fault-tolerance";
    }

    @Override
    public String name() {
        return vm.label() + " at " + host.label();
    }

    @Override
    public List<Ref> refs() {
        return List.of(vm.ref(), host.ref());
    }

    /** The other VM of its pair; absent where that is unknown, or not listed. */
    private @Nullable Vm other() {
        var vms = destination.vms();
        return vm.faultTolerancePartner() == null || vms == null
                ? null
                : vms.stream()
                        .filter(other -> vm.faultTolerancePartner().equals(other.instanceUuid()))
                        .findFirst()
                        .orElse(null);
    }

    /** Whether it is in another resource pool afterwards. */
    public @Nullable Boolean leavesPool() {
        return pool == null || vm.resourcePool() == null
                ? null
                : !pool.ref().equals(new Ref(pool.ref().kind(), vm.ref().vCenter(), vm.resourcePool()));
    }

    /** Name of the pool it is in afterwards. */
    public String poolName() {
        return pool == null ? "another pool" : Lacking.name(pool);
    }

    /** Whether the other VM of its pair is on the destination host. */
    public @Nullable Boolean partnerThere() {
        var other = other();
        return other == null || other.host() == null
                ? null
                : other.host().equals(host.ref().id());
    }

    /** Name of the other VM of its pair. */
    public String partner() {
        var other = other();
        return other == null ? "the other VM of its pair" : other.label();
    }

    public @Nullable Boolean smpFtSupported() {
        return host.capability() == null ? null : host.capability().smpFtSupported();
    }

    public @Nullable String sourceVersion() {
        return source == null ? null : source.faultToleranceVersion();
    }

    public @Nullable String sourceBuild() {
        return source == null ? null : source.build();
    }

    public @Nullable String sourceLicense() {
        return source == null ? null : source.licenseName();
    }

    /** Whether its pair keeps to two sides of a cluster; no vCenter before 8.0 U3 knows that. */
    public @Nullable Boolean metroFt() {
        var first = tables.minimum("metroFt.vCenter");
        var release = tables.vCenter(destination.version(), destination.build());
        boolean older = first != null && release != null && Boolean.FALSE.equals(first.atMost(release));
        return vm.metroFtEnabled() == null && older ? Boolean.FALSE : vm.metroFtEnabled();
    }

    /**
     * Whether the host is on the side of a stretched cluster that the VM is on now: the other VM of the pair is on the other. A
     * group of hosts is one side, all others of the cluster are the other.
     */
    public @Nullable Boolean keepsItsSide() {
        var group = side();
        var now = source == null ? null : has(group, source);
        var then = has(group, host);
        return now == null || then == null ? null : now.equals(then);
    }

    private @Nullable HostGroup side() {
        var groups = cluster() == null ? null : cluster().hostGroups();
        return groups == null || vm.metroFtHostGroup() == null
                ? null
                : groups.stream()
                        .filter(group -> group.name().equals(vm.metroFtHostGroup()))
                        .findFirst()
                        .orElse(null);
    }

    private @Nullable Cluster cluster() {
        return destination.cluster(host.cluster());
    }

    private static @Nullable Boolean has(@Nullable HostGroup group, Host host) {
        var hosts = group == null ? null : group.hosts();
        return hosts == null
                ? null
                : hosts.items().contains(host.ref().id()) ? Boolean.TRUE : hosts.complete() ? Boolean.FALSE : null;
    }

    private List<Lacking> ofSide() {
        if (vm.metroFtHostGroup() == null) {
            return Lacking.of(vm, "metroFtHostGroup");
        }
        var cluster = cluster();
        if (cluster == null) {
            return List.of(new Lacking(destination.ref(), destination.label(), "clusters.complete"));
        }
        return source == null
                ? Lacking.of(vm, "host")
                : List.of(new Lacking(
                        cluster.ref(), cluster.name() == null ? cluster.ref().id() : cluster.name(), "hostGroups"));
    }

    /** Whether the destination reaches the datastore with the state of the pair. */
    public @Nullable Boolean metadataMounted() {
        var mounts = host.datastores();
        if (vm.ftMetadataDatastore() == null || mounts == null) {
            return null;
        }
        for (var mount : mounts) {
            if (mount.datastore().equals(vm.ftMetadataDatastore())) {
                return accessible(mount);
            }
        }
        return mounts.complete() ? Boolean.FALSE : null;
    }

    private @Nullable Boolean accessible(DatastoreMount mount) {
        return mount.accessible() == null && Boolean.TRUE.equals(host.mountsConfirmed())
                ? Boolean.TRUE
                : mount.accessible();
    }

    @Override
    public List<Lacking> lacking(String path) {
        return switch (path) {
            case "leavesPool" ->
                vm.resourcePool() == null ? Lacking.of(vm, "resourcePool") : Lacking.of(destination, "resourcePools");
            case "partnerThere" -> ofPartner();
            case "keepsItsSide" -> ofSide();
            case "metadataMounted" ->
                vm.ftMetadataDatastore() == null
                        ? List.of(new Lacking(vm.ref(), vm.label(), "ftMetadataDatastore"))
                        : List.of(new Lacking(host.ref(), host.label(), mounts()));
            default -> List.of();
        };
    }

    private String mounts() {
        Listing<DatastoreMount> mounts = host.datastores();
        return mounts == null ? "datastores" : mounts.complete() ? "mountsConfirmed" : "datastores.complete";
    }

    private List<Lacking> ofPartner() {
        if (vm.faultTolerancePartner() == null) {
            return List.of(new Lacking(vm.ref(), vm.label(), "faultTolerancePartner"));
        }
        var other = other();
        return other == null
                ? List.of(new Lacking(
                        destination.ref(), destination.label(), destination.vms() == null ? "vms" : "vmsConfirmed"))
                : List.of(new Lacking(other.ref(), other.label(), "host"));
    }
}
