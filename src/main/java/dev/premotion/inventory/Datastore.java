package dev.premotion.inventory;

import dev.premotion.answer.Listing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A datastore as one vCenter lists it; across vCenters the URL tells whether two are one.
 *
 * @param ref identity
 * @param name name
 * @param datacenter id of its datacenter
 * @param type VMFS, NFS, NFS41, vsan, VVOL or PMEM
 * @param url such as {@code ds:///vmfs/volumes/<uuid>/}: the identity of the storage
 * @param accessible whether any host reaches it
 * @param maintenanceMode normal, enteringMaintenance or inMaintenance
 * @param capacityBytes bytes
 * @param freeSpaceBytes bytes
 * @param uncommittedBytes what thin disks may still claim, bytes
 * @param spaceFactor bytes that one byte of a file takes under the storage policy of its files, such as 2 on vSAN with RAID-1;
 *     absent where unknown, which matters on vSAN only, or where the policies of the files tell it
 * @param defaultStoragePolicy name of the storage policy of files that have none of their own
 * @param maxFileSizeBytes largest file, bytes
 * @param vmfsMajorVersion 3, 5 or 6
 * @param maxMemoryFileBytes largest swap or memory file, bytes
 * @param rawDiskMappingsSupported whether it can hold the file of a raw device mapping
 * @param clusteredVmdkSupported whether it takes disks that nodes of a cluster of guests share, without a raw device mapping
 * @param maxPhysicalRdmBytes largest raw device mapping in physical mode, bytes
 * @param maxVirtualRdmBytes largest raw device mapping in virtual mode, bytes
 * @param perFileThinProvisioningSupported whether each disk on it can be thin or thick
 * @param deltaDiskFormats formats of delta disks it can hold
 * @param remoteHost NFS server
 * @param remotePath NFS export
 * @param multipleHostAccess whether more than one host mounts it
 * @param datastoreCluster id of its datastore cluster
 * @param spaceReadAt when the free space was read; the snapshot's time where absent
 * @param tags names of its tags
 */
public record Datastore(
        Ref ref,
        @Nullable String name,
        @Nullable String datacenter,
        @Nullable String type,
        @Nullable String url,
        @Nullable Boolean accessible,
        @Nullable String maintenanceMode,
        @Nullable Long capacityBytes,
        @Nullable Long freeSpaceBytes,
        @Nullable Long uncommittedBytes,
        @Nullable Double spaceFactor,
        @Nullable String defaultStoragePolicy,
        @Nullable Long maxFileSizeBytes,
        @Nullable Integer vmfsMajorVersion,
        @Nullable Long maxMemoryFileBytes,
        @Nullable Boolean rawDiskMappingsSupported,
        @Nullable Boolean clusteredVmdkSupported,
        @Nullable Long maxPhysicalRdmBytes,
        @Nullable Long maxVirtualRdmBytes,
        @Nullable Boolean perFileThinProvisioningSupported,
        @Nullable Listing<String> deltaDiskFormats,
        @Nullable String remoteHost,
        @Nullable String remotePath,
        @Nullable Boolean multipleHostAccess,
        @Nullable String datastoreCluster,
        @Nullable Instant spaceReadAt,
        @Nullable Listing<String> tags) {

    /** Its name, or the identity where it has none. */
    public String label() {
        return name != null ? name : ref.id();
    }
}
