package dev.premotion.plan;

import dev.premotion.inventory.Ref;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * VMs that have something in common, where the plan leaves them.
 *
 * @param binding what holds them together: {@code disk}, {@code parent} (a file that their disks build on), {@code vApp},
 *     or {@code unseen}: a disk on a shared bus of which only one VM is known
 * @param name what they have in common, such as {@code Hard disk 2 of db-a}
 * @param shared identity of what that is
 * @param members the VMs, in the order of the inventory
 * @param places such as {@code db-a stays in CL-A1}
 * @param together whether they have it in common afterwards, as far as they had before
 */
public record VmGroup(
        String binding,
        String name,
        Ref shared,
        List<Ref> members,
        List<String> places,
        @Nullable Boolean together) implements Subject {

    @Override
    public String kind() {
        return "vm-group";
    }

    @Override
    public List<Ref> refs() {
        return Stream.concat(Stream.of(shared), members.stream()).toList();
    }
}
