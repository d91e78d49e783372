package dev.premotion.read.vsphere;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.DatastoreCluster;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Ref;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes datastores and datastore clusters. */
final class StorageMapper {

    private final Estate estate;
    private final Extras extras;

    StorageMapper(Estate estate, Extras extras) {
        this.extras = extras;
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
                .put(
                        "defaultStoragePolicy",
                        extras.beside().policies().defaults().get(source.id()))
                .put("maxFileSizeBytes", positive(source, "info.maxFileSize"))
                .put("maxMemoryFileBytes", positive(source, "info.maxMemoryFileSize"))
                .put("maxPhysicalRdmBytes", positive(source, "info.maxPhysicalRDMFileSize"))
                .put("maxVirtualRdmBytes", positive(source, "info.maxVirtualRDMFileSize"))
                .truth("rawDiskMappingsSupported", "capability.rawDiskMappingsSupported")
                .truth("clusteredVmdkSupported", "capability.clusteredVmdkSupported")
                .truth("perFileThinProvisioningSupported", "capability.perFileThinProvisioningSupported")
                .put("deltaDiskFormats", deltaDiskFormats(source))
                .count("vmfsMajorVersion", "info.vmfs.majorVersion")
                .text("remoteHost", "info.nas.remoteHost")
                .text("remotePath", "info.nas.remotePath")
                .truth("multipleHostAccess", "summary.multipleHostAccess")
                .put("datastoreCluster", grouped ? source.text("parent") : null)
                .put("tags", extras.beside().rest().of(source.id()))
                .put("spaceReadAt", source.time("info.timestamp"))
                .build();
    }

    private static @Nullable Listing<String> deltaDiskFormats(Managed source) {
        if (!source.has("capability")) {
            return null;
        }
        var formats = new ArrayList<String>();
        boolean complete = true;
        for (var format : List.of("vmfsSparse redoLog", "seSparse seSparse", "nativeSnapshot native")) {
            var words = format.split(" ");
            var supported = source.truth("capability." + words[0] + "Supported");
            complete &= supported != null;
            if (Boolean.TRUE.equals(supported)) {
                formats.add(words[1] + "Format");
            }
        }
        return new Listing<>(formats, complete);
    }

    private static @Nullable Long positive(Managed source, String path) {
        var size = source.amount(path);
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
