package dev.premotion.plan;

import dev.premotion.inventory.Datastore;
import dev.premotion.plan.Plan.Doubt;
import dev.premotion.plan.PlanDocument.Destination;
import dev.premotion.plan.PlanDocument.Entry;
import dev.premotion.plan.Target.Store;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The datastores and storage policies that a destination names. */
final class Stores {

    private final VCenterIndex at;
    private final Destination to;
    private final Lookup lookup;

    Stores(VCenterIndex at, Entry entry, Lookup lookup) {
        this.at = at;
        this.to = entry.to();
        this.lookup = lookup;
    }

    /** One for a datastore, several for a datastore cluster, none where the entry names neither. */
    List<Store> read(@Nullable String datacenter) {
        if (to.datastore() != null) {
            return List.of(store("to/datastore", to.datastore(), datacenter));
        }
        return to.datastoreCluster() == null ? List.of() : members(to.datastoreCluster());
    }

    Map<Integer, Store> disks(@Nullable String datacenter) {
        var stores = new LinkedHashMap<Integer, Store>();
        for (var disk : to.disks()) {
            if (disk.datastore() != null) {
                stores.put(disk.key(), store("to/disks", disk.datastore(), datacenter));
            }
        }
        return stores;
    }

    /** Storage policies that the destination does not have are no policies at all. */
    void checkPolicies() {
        policy("to/storagePolicy", to.storagePolicy());
        to.disks().forEach(disk -> policy("to/disks", disk.storagePolicy()));
    }

    private void policy(String key, @Nullable String written) {
        if (written != null) {
            lookup.one(at, VCenterIndex::policies, key, written, policy -> true);
        }
    }

    private Store store(String key, String written, @Nullable String datacenter) {
        var found = lookup.one(at, VCenterIndex::datastores, key, written, d -> within(d, datacenter));
        return new Store(found == null ? written : found.label(), found, List.of());
    }

    private static @Nullable Boolean within(Datastore datastore, @Nullable String datacenter) {
        if (datacenter == null) {
            return true;
        }
        return datastore.datacenter() == null ? null : datastore.datacenter().equals(datacenter);
    }

    /** What lists itself as a member; a datastore that names no cluster may stand alone or not have been asked. */
    private List<Store> members(String written) {
        var cluster = lookup.one(at, VCenterIndex::datastoreClusters, "to/datastoreCluster", written, c -> true);
        if (cluster == null) {
            return List.of(new Store("a datastore of " + written, null, List.of()));
        }
        var id = cluster.ref().id();
        var members = new ArrayList<Store>();
        at.datastores().all().stream()
                .filter(d -> id.equals(d.datastoreCluster()))
                .sorted(Comparator.comparing(Datastore::label)
                        .thenComparing(d -> d.ref().id()))
                .forEach(d -> members.add(new Store(d.label(), d, List.of())));
        if (members.isEmpty() || !at.datastores().complete()) {
            members.add(unlisted((members.isEmpty() ? "a datastore of " : "another datastore of ") + written));
        }
        return members;
    }

    private Store unlisted(String name) {
        var vCenter = at.vCenter();
        var doubt = new Doubt(
                Lookup.ENTRY,
                vCenter.ref(),
                vCenter.label(),
                at.datastores().asked(),
                "The snapshot of " + vCenter.label() + " does not tell every datastore of the datastore cluster, so"
                        + " whether " + name + " could take the files is open.");
        return new Store(name, null, List.of(doubt));
    }
}
