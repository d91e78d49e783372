package dev.premotion.read.rvtools;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Datacenter;
import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.DatastoreCluster;
import dev.premotion.inventory.DistributedSwitch;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.License;
import dev.premotion.inventory.Origin;
import dev.premotion.inventory.ResourcePool;
import dev.premotion.inventory.VCenter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A vCenter in the making. */
final class Site {

    /** Instance UUID, or what stands for it. */
    final String id;

    @Nullable
    String server;

    final Draft<VCenter> draft = new Draft<>(VCenter.class);
    final List<Origin> origins = new ArrayList<>();
    final List<License> licenses = new ArrayList<>();
    final Names<Thing<Datacenter>> datacenters = new Names<>();
    final Names<Thing<Cluster>> clusters = new Names<>();
    final Names<HostInMaking> hosts = new Names<>();
    final Names<Thing<Datastore>> datastores = new Names<>();
    final Names<Thing<DatastoreCluster>> datastoreClusters = new Names<>();
    final Names<Thing<ResourcePool>> pools = new Names<>();
    final Names<Thing<DistributedSwitch>> switches = new Names<>();
    final Networks networks = new Networks();
    final Names<VmInMaking> vms = new Names<>();
    final AffinityRules rules = new AffinityRules();

    /** Names that several clusters bear. */
    final Set<String> commonClusterNames = new HashSet<>();

    private final Set<String> partial = new HashSet<>();

    Site(String id, @Nullable String server) {
        this.id = id;
        this.server = server;
    }

    /** Something shows that a listing is not all there is. */
    void lacksSome(String listing) {
        partial.add(listing);
    }

    boolean lacks(String listing) {
        return partial.contains(listing);
    }

    /** Id of a datacenter; RVTools lists none, so they are known by the rows that name them. */
    String datacenter(String name, Supplier<String> at) {
        return named(datacenters, Kind.DATACENTER, "", name, Datacenter.class, at);
    }

    /** Id of a datastore cluster, known like a datacenter. */
    @Nullable
    String datastoreCluster(@Nullable String name, Supplier<String> at) {
        return name == null
                ? null
                : named(datastoreClusters, Kind.DATASTORE_CLUSTER, "", name, DatastoreCluster.class, at);
    }

    /** Id of a cluster where no sheet lists clusters. */
    String clusterByName(String name, @Nullable String datacenter, Supplier<String> at) {
        var path = datacenter == null ? "" : datacenter.substring(datacenter.indexOf(':') + 1) + "/";
        var id = named(clusters, Kind.CLUSTER, path, name, Cluster.class, at);
        var cluster = clusters.byId(id);
        if (cluster != null) {
            cluster.draft().set("datacenter", datacenter);
        }
        return id;
    }

    /** A host where no sheet lists hosts. */
    HostInMaking hostByName(String name, Supplier<String> at) {
        var id = Kind.HOST + ":" + name;
        var known = hosts.byId(id);
        if (known != null) {
            return known;
        }
        var thing = Thing.of(Kind.HOST, id, Host.class);
        thing.draft().set("name", name);
        thing.origins().add(new PlaceOrigin(Map.of("name", at.get())));
        var host = new HostInMaking(thing, name);
        hosts.put(id, name, host);
        return host;
    }

    private static <T extends Record> String named(
            Names<Thing<T>> names, String kind, String path, String name, Class<T> type, Supplier<String> at) {
        var id = kind + ":" + path + name;
        if (!names.hasId(id)) {
            var thing = Thing.of(kind, id, type);
            thing.draft().set("name", name);
            thing.origins().add(new PlaceOrigin(Map.of("name", at.get())));
            names.put(id, name, thing);
        }
        return id;
    }
}
