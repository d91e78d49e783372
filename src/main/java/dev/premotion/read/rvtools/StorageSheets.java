package dev.premotion.read.rvtools;

import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.DatastoreMount;
import dev.premotion.inventory.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Datastores, who mounts them, and LUNs: vDatastore and vMultiPath. */
final class StorageSheets {

    private final Estate estate;

    /** What vDatastore says of the VMs on each datastore. */
    final Map<Thing<Datastore>, Integer> statedVms = new LinkedHashMap<>();

    StorageSheets(Estate estate) {
        this.estate = estate;
    }

    void read() {
        estate.workbook.read(Tables.DATASTORE, this::datastore);
        estate.workbook.read(Tables.MULTI_PATH, this::lun);
    }

    private void datastore(Line line) {
        var site = estate.site(line);
        var name = line.text("Name");
        var id = name == null ? null : estate.id(site.datastores, line, "datastore:" + name);
        if (name == null || id == null) {
            return;
        }
        var datastore = Thing.of(Kind.DATASTORE, id, Datastore.class);
        var draft = datastore.draft().set("name", name);
        line.fill(draft);
        if ("VMFS".equals(draft.get("type"))) {
            draft.set("vmfsMajorVersion", line.count("Major Version"));
        }
        draft.set(
                "datastoreCluster",
                site.datastoreCluster(line.text("Cluster name"), () -> estate.at(line, "Cluster name")));
        mounts(site, line, datastore);
        var vms = line.count("# VMs total");
        if (vms != null) {
            statedVms.put(datastore, vms);
        }
        datastore.origins().add(line.origin(estate.file));
        site.datastores.put(id, name, datastore);
    }

    /** Adds the datastore to the hosts that mount it; it stands in their datacenter, if that is one. */
    private void mounts(Site site, Line line, Thing<Datastore> datastore) {
        var names = HostSheets.list(line.text("Hosts"));
        var stated = line.count("# Hosts");
        if (stated != null && stated != names.size()) {
            site.lacksSome("mounts");
            estate.notes.odd(
                    line.place("Hosts"),
                    "not as many hosts as '# Hosts' says; on other hosts it may be mounted too",
                    stated + " stated, " + names.size() + " listed");
        }
        @Nullable Object datacenter = null;
        boolean several = false;
        for (var name : names) {
            var host = estate.host(site, name, line, "Hosts");
            if (host == null) {
                site.lacksSome("mounts");
            } else {
                host.mounts.add(new DatastoreMount(datastore.id(), null, null));
                var there = host.thing.draft().get("datacenter");
                several |= datacenter != null && !datacenter.equals(there);
                datacenter = there;
            }
        }
        datastore.draft().set("datacenter", several ? null : datacenter);
    }

    private void lun(Line line) {
        var host = estate.host(estate.site(line), line.text("Host"), line, "Host");
        var uuid = line.text("UUID");
        if (host != null && uuid != null) {
            host.luns.add(uuid.toLowerCase(java.util.Locale.ROOT));
        }
    }
}
