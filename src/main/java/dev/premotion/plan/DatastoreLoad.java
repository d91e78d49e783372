package dev.premotion.plan;

import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a datastore has to take once the plan's files are there. Space that others leave is not counted: it is free only
 * when they have gone.
 *
 * @param incomingBytes bytes that arrive, swap files of running VMs included
 * @param arrivals how many disks come
 * @param lacking a VM whose sizes are not known, where the sum waits for one; absent otherwise
 */
public record DatastoreLoad(
        Datastore datastore,
        Sum incomingBytes,
        int arrivals,
        @Nullable Vm lacking) implements Subject {

    @Override
    public String kind() {
        return "datastore-load";
    }

    @Override
    public String name() {
        return datastore.label();
    }

    @Override
    public List<Ref> refs() {
        return List.of(datastore.ref());
    }
}
