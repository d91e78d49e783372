package dev.premotion.plan;

import dev.premotion.inventory.Ref;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Between which sizes a slot of vSphere HA lies in a cluster: as large as the largest reservation of a running VM. */
final class SlotSizes {

    private final Map<Ref, Needs> staying = new HashMap<>();
    private final Set<Ref> residents = new HashSet<>();
    private @Nullable Slot smallest;
    private @Nullable Slot largest = Slot.NONE;

    /** MiB and MHz. */
    record Slot(long memoryMiB, long cpuMhz) {

        static final Slot NONE = new Slot(0, 0);

        Slot or(long otherMiB, long otherMhz) {
            return new Slot(Math.max(memoryMiB, otherMiB), Math.max(cpuMhz, otherMhz));
        }
    }

    /** A VM that runs there at first. */
    void holds(Ref vm, Needs needs) {
        staying.put(vm, needs);
        residents.add(vm);
        largest = larger(largest, needs);
    }

    /** A VM that comes. It stays counted if that is taken back: the slot is then too large, never too small. */
    void comes(Needs needs) {
        largest = larger(largest, needs);
    }

    /**
     * A VM that may leave: nobody can rely on its size any more.
     *
     * @return whether it was there at first
     */
    boolean leaves(Ref vm) {
        smallest = staying.remove(vm) == null ? smallest : null;
        return residents.contains(vm);
    }

    /** A size that nobody knows. */
    void unlisted() {
        largest = null;
    }

    /** The smallest that a slot can be with one more VM. */
    Slot smallest(Needs comes) {
        var own = smallest;
        if (own == null) {
            own = Slot.NONE;
            for (var needs : staying.values()) {
                own = least(own, needs);
            }
            smallest = own;
        }
        return least(own, comes);
    }

    private static Slot least(Slot slot, Needs needs) {
        return slot.or(needs.memoryMiB().least(), needs.cpuMhz().least());
    }

    /** The largest that it can be; absent where a reservation has no bound. */
    @Nullable
    Slot largest(Needs comes) {
        return larger(largest, comes);
    }

    private static @Nullable Slot larger(@Nullable Slot slot, Needs needs) {
        var memory = needs.memoryMiB().most();
        var cpu = needs.cpuMhz().most();
        return slot == null || memory == null || cpu == null ? null : slot.or(memory, cpu);
    }
}
