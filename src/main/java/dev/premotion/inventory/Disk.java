package dev.premotion.inventory;

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
 * @param rdm absent where it is no mapping or where that is unknown; see {@code raw}
 * @param raw whether it is a raw device mapping
 * @param sharing sharingNone or sharingMultiWriter
 * @param controller kind of its controller
 * @param sharedBus noSharing, virtualSharing or physicalSharing
 * @param usedBytes space its file occupies, bytes
 * @param linkedClone whether it is a child of another VM's disk
 * @param nativeSnapshot whether the array holds its snapshots
 * @param storagePolicy name of its storage policy
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
        @Nullable RawDeviceMapping rdm,
        @Nullable Boolean raw,
        @Nullable String sharing,
        @Nullable String controller,
        @Nullable String sharedBus,
        @Nullable Long usedBytes,
        @Nullable Boolean linkedClone,
        @Nullable Boolean nativeSnapshot,
        @Nullable String storagePolicy) {

    /** Its label, or the device key where it has none. */
    public String shortLabel() {
        return label != null ? label : "disk " + key;
    }
}
