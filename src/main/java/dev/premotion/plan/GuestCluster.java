package dev.premotion.plan;

import dev.premotion.inventory.Ref;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * VMs that share a disk over a bus, as the nodes of a cluster of guests do, where the plan leaves them.
 *
 * @param name of the disk they share
 * @param shared identity of that disk
 * @param sharedBus physicalSharing or virtualSharing
 * @param members the VMs, in the order of the inventory
 * @param places such as {@code db-a on esx-01 (ESXi 7.0.3)}
 * @param oneVersion whether all are on hosts of one version of ESXi; absent where unknown
 * @param oneHost whether all are on one host; absent where unknown
 * @param open what would tell
 */
public record GuestCluster(
        String name,
        Ref shared,
        String sharedBus,
        List<Ref> members,
        List<String> places,
        @Nullable Boolean oneVersion,
        @Nullable Boolean oneHost,
        List<Lacking> open)
        implements Subject {

    @Override
    public String kind() {
        return "guest-cluster";
    }

    @Override
    public List<Ref> refs() {
        return Stream.concat(Stream.of(shared), members.stream()).toList();
    }

    @Override
    public List<Lacking> lacking(String path) {
        return path.startsWith("one") ? open : List.of();
    }
}
