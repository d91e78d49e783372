package dev.premotion.plan;

import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a storage has to take once a VM's files have come: with all that came before it in the order of the plan, less what
 * has surely been freed by then.
 *
 * @param same the datastores that are this storage, as each vCenter lists it
 * @param vm the one whose files come
 * @param incomingBytes bytes that arrive less those that are free by then; swap files of running VMs included
 * @param lacking what the sum waits for; one thing for each property
 */
public record DatastoreLoad(Datastore datastore, List<Datastore> same, Vm vm, Sum incomingBytes, List<Lacking> lacking)
        implements Subject {

    @Override
    public String kind() {
        return "datastore-load";
    }

    @Override
    public String name() {
        return datastore.label();
    }

    @Override
    public List<Lacking> lacking(String path) {
        return switch (path) {
            case "incomingBytes" -> lacking;
            case "freeSpaceBytes" ->
                same.stream()
                        .flatMap(one -> Lacking.of(one, "freeSpaceBytes").stream())
                        .toList();
            default -> List.of();
        };
    }

    @Override
    public List<Ref> refs() {
        return List.of(datastore.ref(), vm.ref());
    }

    /** What is free before the plan, bytes: where two vCenters tell, the less. */
    public @Nullable Long freeSpaceBytes() {
        Long least = null;
        for (var one : same) {
            var free = one.freeSpaceBytes();
            if (free == null) {
                return null;
            }
            least = Math.min(least == null ? free : least, atMost(free, one.capacityBytes()));
        }
        return least;
    }

    /** Some NFS servers report more free than there is. */
    private static long atMost(long free, @Nullable Long capacity) {
        return capacity == null ? free : Math.min(free, capacity);
    }
}
