package dev.premotion.plan;

import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Ref;
import java.util.List;

/**
 * What a datastore has to take once the plan's files are there. Space that others leave is not counted: it is free only
 * when they have gone.
 *
 * @param incomingBytes bytes that arrive, swap files of running VMs included
 * @param arrivals how many disks come
 * @param lacking what the sum waits for; one thing for each property
 */
public record DatastoreLoad(Datastore datastore, Sum incomingBytes, int arrivals, List<Lacking> lacking)
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
        return path.equals("incomingBytes") ? lacking : List.of();
    }

    @Override
    public List<Ref> refs() {
        return List.of(datastore.ref());
    }
}
