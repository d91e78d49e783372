package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Datacenter;
import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.DatastoreCluster;
import dev.premotion.inventory.DistributedSwitch;
import dev.premotion.inventory.Folder;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Network;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.ResourcePool;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.Named.Shape;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One vCenter with everything in it to be found by name. */
record VCenterIndex(
        VCenter vCenter,
        Named<Datacenter> datacenters,
        Named<Cluster> clusters,
        Named<Host> hosts,
        Named<ResourcePool> pools,
        Named<Folder> folders,
        Named<Datastore> datastores,
        Named<DatastoreCluster> datastoreClusters,
        Named<Network> networks,
        Named<DistributedSwitch> switches,
        Named<StoragePolicy> policies,
        Named<Vm> vms) {

    /** A storage policy, which an inventory knows by its name alone. */
    record StoragePolicy(Ref ref, String name) {}

    static VCenterIndex of(VCenter v) {
        var datacenters = new Named<>(
                v,
                "datacenter",
                "datacenters",
                v.datacenters(),
                new Shape<>(Datacenter::ref, Datacenter::name, d -> null, d -> ""));
        var clusters = new Named<>(
                v,
                "cluster",
                "clusters",
                v.clusters(),
                new Shape<>(Cluster::ref, Cluster::name, c -> null, c -> label(datacenters, c.datacenter())));
        return new VCenterIndex(
                v,
                datacenters,
                clusters,
                new Named<>(
                        v,
                        "host",
                        "hosts",
                        v.hosts(),
                        new Shape<>(Host::ref, Host::name, h -> null, h -> label(clusters, h.cluster()))),
                new Named<>(
                        v,
                        "resource pool",
                        "resourcePools",
                        v.resourcePools(),
                        new Shape<>(ResourcePool::ref, ResourcePool::name, ResourcePool::path, p -> text(p.path()))),
                new Named<>(
                        v,
                        "folder",
                        "folders",
                        v.folders(),
                        new Shape<>(Folder::ref, Folder::name, Folder::path, f -> text(f.path()))),
                new Named<>(
                        v,
                        "datastore",
                        "datastores",
                        v.datastores(),
                        new Shape<>(
                                Datastore::ref, Datastore::name, d -> null, d -> label(datacenters, d.datacenter()))),
                new Named<>(
                        v,
                        "datastore cluster",
                        "datastoreClusters",
                        v.datastoreClusters(),
                        new Shape<>(DatastoreCluster::ref, DatastoreCluster::name, d -> null, d -> "")),
                new Named<>(
                        v,
                        "network",
                        "networks",
                        v.networks(),
                        new Shape<>(Network::ref, Network::name, n -> null, n -> label(datacenters, n.datacenter()))),
                new Named<>(
                        v,
                        "distributed switch",
                        "distributedSwitches",
                        v.distributedSwitches(),
                        new Shape<>(DistributedSwitch::ref, DistributedSwitch::name, s -> null, s -> "")),
                new Named<>(
                        v,
                        "storage policy",
                        "storagePolicies",
                        policies(v),
                        new Shape<>(StoragePolicy::ref, StoragePolicy::name, p -> null, p -> "")),
                new Named<>(
                        v, "VM", "vms", v.vms(), new Shape<>(Vm::ref, Vm::name, VCenterIndex::path, vm -> where(vm))));
    }

    private static @Nullable Listing<StoragePolicy> policies(VCenter v) {
        var listed = v.storagePolicies();
        return listed == null
                ? null
                : new Listing<>(
                        listed.stream()
                                .distinct()
                                .map(name -> new StoragePolicy(
                                        new Ref("storagePolicy", v.ref().id(), name), name))
                                .toList(),
                        listed.complete());
    }

    private static @Nullable String path(Vm vm) {
        return vm.folder() == null || vm.name() == null ? null : vm.folder() + "/" + vm.name();
    }

    private static String where(Vm vm) {
        return text(vm.folder());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static <T extends Record> String label(Named<T> things, @Nullable String id) {
        var thing = things.byId(id);
        return thing == null ? "" : things.label(thing);
    }

    /** The hosts known to belong somewhere, by name. */
    List<Host> hosts(Predicate<Host> belongs) {
        return hosts.all().stream()
                .filter(belongs)
                .sorted(Comparator.comparing(Host::label)
                        .thenComparing(h -> h.ref().id()))
                .toList();
    }

    /** Whether every host is listed and says its cluster or that it is in none. */
    boolean clusterMembersKnown() {
        return hosts.complete()
                && hosts.all().stream().allMatch(h -> h.cluster() != null || Boolean.TRUE.equals(h.standalone()));
    }

    /** Whether every host is listed and says its datacenter. */
    boolean datacenterMembersKnown() {
        return hosts.complete() && hosts.all().stream().allMatch(h -> h.datacenter() != null);
    }

    /** The only datacenter there is; absent where there are several, or may be. */
    @Nullable
    Datacenter onlyDatacenter() {
        return datacenters.complete() && datacenters.all().size() == 1
                ? datacenters.all().get(0)
                : null;
    }

    /** The root pool of a cluster or stand-alone host; absent where the inventory does not tell it for sure. */
    @Nullable
    ResourcePool rootPool(@Nullable String owner) {
        var roots = pools.all().stream()
                .filter(p -> p.parent() == null && (p.owner() == null || Objects.equals(p.owner(), owner)))
                .toList();
        if (!pools.complete() || roots.stream().anyMatch(p -> p.owner() == null)) {
            return null;
        }
        var named = roots.size() == 1
                ? roots
                : roots.stream().filter(p -> "Resources".equals(p.name())).toList(); // a source may not tell parents
        return named.size() == 1 ? named.get(0) : null;
    }

    /** Path of the root VM folder of a datacenter; absent where the inventory does not tell it. */
    @Nullable
    String rootFolder(@Nullable String datacenter) {
        var roots = folders.all().stream()
                .filter(f -> datacenter != null && datacenter.equals(f.parent()))
                .toList();
        return roots.size() == 1 ? roots.get(0).path() : null;
    }
}
