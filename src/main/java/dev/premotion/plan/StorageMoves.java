package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Disk;
import dev.premotion.plan.Plan.DiskTarget;
import dev.premotion.plan.Plan.Doubt;
import dev.premotion.plan.PlanDocument.DiskChange;
import dev.premotion.plan.Target.Store;
import dev.premotion.plan.VCenterIndex.StoragePolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where one VM's files lie after its move: a disk at its own destination, else at the VM's, else where it is.
 *
 * <p>Inside one vCenter datastores are told apart by their ids, across vCenters by what they are: the URL, or server and
 * path of an NFS export (requirements row STOR-SHARED-XVC).
 */
final class StorageMoves {

    private final Here here;
    private final Target target;
    private final Map<Integer, DiskChange> changes = new HashMap<>();

    StorageMoves(Here here, Target target) {
        this.here = here;
        this.target = target;
        target.to().disks().forEach(change -> changes.put(change.key(), change));
    }

    /**
     * With one of the target's stores.
     *
     * @param storage whether any file moves; absent where unknown
     */
    record Files(
            DiskTarget home,
            List<DiskTarget> disks,
            boolean complete,
            @Nullable Boolean storage,
            List<Doubt> doubts) {}

    /** @param store for the home and the disks without a place of their own; absent where they stay */
    Files files(@Nullable Store store) {
        var policy = policy(target.to().storagePolicy());
        var home = moved(null, here.vm().homeDatastore(), store, null, policy);
        var disks = disks();
        var targets = new ArrayList<DiskTarget>();
        for (var disk : disks == null ? List.<Disk>of() : disks.items()) {
            var change = changes.get(disk.key());
            var own = target.disks().get(disk.key());
            targets.add(moved(
                    disk,
                    disk.datastore(),
                    own == null ? store : own,
                    change == null ? null : change.format(),
                    change == null || change.storagePolicy() == null ? policy : policy(change.storagePolicy())));
        }
        boolean complete = disks != null && disks.complete();
        var moves = new ArrayList<@Nullable Boolean>();
        moves.add(home.moves());
        targets.forEach(t -> moves.add(t.moves()));
        if (!complete && (store != null || !target.disks().isEmpty())) {
            moves.add(null); // what is not listed may move
        }
        return new Files(
                home, List.copyOf(targets), complete, Kinds.any(moves), store == null ? List.of() : store.doubts());
    }

    private @Nullable Listing<Disk> disks() {
        return here.vm().disks();
    }

    /** Device keys that the plan names and the VM does not have, as far as the inventory lists its disks. */
    void checkKeys(Lookup lookup) {
        var disks = disks();
        var keys = disks == null
                ? List.<Integer>of()
                : disks.stream().map(Disk::key).toList();
        for (var key : changes.keySet().stream().sorted().toList()) {
            if (keys.contains(key)) {
                continue;
            }
            var vm = here.vm().label();
            if (disks != null && disks.complete()) {
                lookup.mistaken(
                        "to/disks",
                        vm + " has no disk with the key " + key + "; its disks have "
                                + Words.some(keys.stream().map(String::valueOf).toList()) + ".",
                        "Write the key of a disk that the VM has, or leave the disk out.");
            } else {
                lookup.doubt(new Doubt(
                        Lookup.ENTRY,
                        here.vm().ref(),
                        vm,
                        disks == null ? "disks" : "disks.complete",
                        "The disks of " + vm + " are not all listed, so whether it has one with the key " + key
                                + " is open."));
            }
        }
    }

    private DiskTarget moved(
            @Nullable Disk disk,
            @Nullable String sourceId,
            @Nullable Store store,
            @Nullable String format,
            @Nullable String policy) {
        var source = here.at().datastores().byId(sourceId);
        if (store == null) {
            var name = source == null ? null : source.label();
            return new DiskTarget(disk, source, source, name, false, format, policy);
        }
        var moves = here.at() == target.at() ? local(sourceId, source, store) : across(source, store.datastore());
        return new DiskTarget(disk, source, store.datastore(), store.name(), moves, format, policy);
    }

    /** As the destination spells it. */
    private @Nullable String policy(@Nullable String written) {
        var found = written == null
                ? List.<StoragePolicy>of()
                : target.at().policies().find(written);
        return found.size() == 1 ? found.get(0).name() : written;
    }

    /** A datastore whose name is known is not one that the inventory does not list by name. */
    private static @Nullable Boolean local(@Nullable String sourceId, @Nullable Datastore source, Store store) {
        if (store.datastore() == null) {
            return source == null || source.name() == null ? null : Boolean.TRUE;
        }
        return sourceId == null
                ? null
                : !sourceId.equals(store.datastore().ref().id());
    }

    private static @Nullable Boolean across(@Nullable Datastore source, @Nullable Datastore there) {
        if (source == null || there == null) {
            return null;
        }
        var same = SameStorage.same(source, there);
        return same == null ? null : !same;
    }
}
