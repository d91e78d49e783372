package dev.premotion.read.vsphere;

import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.DatastoreCluster;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Ref;
import org.jspecify.annotations.Nullable;

/** Makes datastores and datastore clusters. */
final class StorageMapper {

    private final Estate estate;

    StorageMapper(Estate estate) {
        this.estate = estate;
    }

    Datastore datastore(Managed source) {
        boolean grouped = source.kind("parent").equals("StoragePod");
        return new Filler<>(Datastore.class, source)
                .put("ref", new Ref(Kind.DATASTORE, estate.id, source.id()))
                .put("name", estate.name(source.id()))
                .put("datacenter", estate.datacenter(source))
                .text("type", "summary.type")
                .text("url", "summary.url")
                .truth("accessible", "summary.accessible")
                .text("maintenanceMode", "summary.maintenanceMode")
                .amount("capacityBytes", "summary.capacity")
                .amount("freeSpaceBytes", "summary.freeSpace")
                .amount("uncommittedBytes", "summary.uncommitted")
                .put("maxFileSizeBytes", positive(source))
                .count("vmfsMajorVersion", "info.vmfs.majorVersion")
                .text("remoteHost", "info.nas.remoteHost")
                .text("remotePath", "info.nas.remotePath")
                .truth("multipleHostAccess", "summary.multipleHostAccess")
                .put("datastoreCluster", grouped ? source.text("parent") : null)
                .put("spaceReadAt", source.time("info.timestamp"))
                .build();
    }

    private static @Nullable Long positive(Managed source) {
        var size = source.amount("info.maxFileSize");
        return size == null || size == 0 ? null : size;
    }

    DatastoreCluster cluster(Managed source) {
        return new Filler<>(DatastoreCluster.class, source)
                .put("ref", new Ref(Kind.DATASTORE_CLUSTER, estate.id, source.id()))
                .put("name", estate.name(source.id()))
                .truth("sdrsEnabled", "podStorageDrsEntry.storageDrsConfig.podConfig.enabled")
                .build();
    }
}
