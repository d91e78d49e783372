package dev.premotion.inventory;

import dev.premotion.answer.Listing;
import org.jspecify.annotations.Nullable;

/**
 * A virtual disk.
 *
 * @param ref identity
 * @param key device key
 * @param label such as {@code Hard disk 1}
 * @param capacityBytes bytes
 * @param datastore id of its datastore
 * @param path datastore path of its file
 * @param uuid UUID of its backing
 * @param diskMode persistent, independent_persistent, independent_nonpersistent, nonpersistent, undoable or append
 * @param thin thin provisioned
 * @param eagerlyScrub zeroed when created
 * @param backing flat, sparse, seSparse, rawDeviceMapping, rawDisk or localPMem
 * @param rdm absent where it is no mapping or where that is unknown; see {@code raw}
 * @param raw whether it is a raw device mapping or a raw disk of the host
 * @param sharing sharingNone or sharingMultiWriter
 * @param controller class of its controller, such as {@code ParaVirtualSCSIController}
 * @param sharedBus noSharing, virtualSharing or physicalSharing
 * @param usedBytes space its file occupies, bytes
 * @param linkedClone whether it builds on files in another folder: a child of another VM's disk, or
 *     deltas of snapshots that lie elsewhere
 * @param parents files that its topmost file builds on, the next first; of its own snapshots or of another VM
 * @param nativeSnapshot whether the array holds its snapshots
 * @param deltaDiskFormat format of its topmost delta file: none, redoLogFormat, seSparseFormat or nativeFormat
 * @param ioFilters names of the I/O filters on it
 * @param storagePolicy name of its storage policy; absent where it has none or where that is unknown
 * @param storagePolicyAssigned whether it has a storage policy at all
 * @param vFlashCacheMiB Flash Read Cache reserved for it, MiB; 0 where it has none
 */
public record Disk(
        Ref ref,
        int key,
        @Nullable String label,
        @Nullable Long capacityBytes,
        @Nullable String datastore,
        @Nullable String path,
        @Nullable String uuid,
        @Nullable String diskMode,
        @Nullable Boolean thin,
        @Nullable Boolean eagerlyScrub,
        @Nullable String backing,
        @Nullable RawDeviceMapping rdm,
        @Nullable Boolean raw,
        @Nullable String sharing,
        @Nullable String controller,
        @Nullable String sharedBus,
        @Nullable Long usedBytes,
        @Nullable Boolean linkedClone,
        @Nullable Listing<DiskParent> parents,
        @Nullable Boolean nativeSnapshot,
        @Nullable String deltaDiskFormat,
        @Nullable Listing<String> ioFilters,
        @Nullable String storagePolicy,
        @Nullable Boolean storagePolicyAssigned,
        @Nullable Long vFlashCacheMiB) {

    /** Its label, or the device key where it has none. */
    public String shortLabel() {
        return label != null ? label : "disk " + key;
    }
}
