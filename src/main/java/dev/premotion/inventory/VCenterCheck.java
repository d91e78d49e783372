package dev.premotion.inventory;

import dev.premotion.answer.Listing;
import org.jspecify.annotations.Nullable;

/**
 * What vCenter's own check of a migration ({@code CheckRelocate_Task}) answered for one VM and one destination.
 *
 * @param vm id of the VM
 * @param destination instance UUID of the vCenter it would go to; absent where it stays in its own
 * @param host id of the host asked for, as all others in the vCenter it would go to
 * @param pool id of the pool asked for; absent where it would keep its own
 * @param folder id of the folder asked for; absent where it would stay
 * @param datastore id of the datastore of its own files; absent where they would stay
 * @param disks those whose files would move; absent where none would
 * @param nics those that would be connected elsewhere; absent where none would
 * @param errors what would stop the migration; absent or partial where the answer is not known whole
 * @param warnings what would not stop it
 */
public record VCenterCheck(
        String vm,
        @Nullable String destination,
        @Nullable String host,
        @Nullable String pool,
        @Nullable String folder,
        @Nullable String datastore,
        @Nullable Listing<DiskPlace> disks,
        @Nullable Listing<NicPlace> nics,
        @Nullable Listing<CheckFault> errors,
        @Nullable Listing<CheckFault> warnings) {

    /** What was asked, without the answer. */
    public VCenterCheck asked() {
        return new VCenterCheck(vm, destination, host, pool, folder, datastore, disks, nics, null, null);
    }

    /** With an answer. */
    public VCenterCheck answered(Listing<CheckFault> with, Listing<CheckFault> and) {
        return new VCenterCheck(vm, destination, host, pool, folder, datastore, disks, nics, with, and);
    }

    /**
     * A disk and where it would go.
     *
     * @param key device key
     * @param datastore id of the datastore
     */
    public record DiskPlace(int key, String datastore) {}

    /**
     * A network adapter and what it would be connected to.
     *
     * @param key device key
     * @param network id of the network
     */
    public record NicPlace(int key, String network) {}

    /**
     * A fault of the vSphere API.
     *
     * @param fault its class, such as {@code CannotAccessNetwork}
     * @param message what vCenter says, in its language; absent where it says nothing
     */
    public record CheckFault(String fault, @Nullable String message) {}
}
