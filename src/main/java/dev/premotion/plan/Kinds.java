package dev.premotion.plan;

import dev.premotion.inventory.PowerState;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.MigrationType.Change;
import dev.premotion.plan.MigrationType.Power;
import dev.premotion.plan.MigrationType.Reach;
import dev.premotion.plan.PlanDocument.PlannedPower;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What kinds a migration may be of: every one that the facts leave open. Fewer facts never leave fewer kinds. */
final class Kinds {

    private static final List<MigrationType> ALL = MigrationType.all();

    private Kinds() {}

    /**
     * What may change; empty where nothing does for sure.
     *
     * @param compute whether another host or pool takes the VM, absent where unknown
     * @param storage whether files move, absent where unknown
     */
    static Set<Change> changes(@Nullable Boolean compute, @Nullable Boolean storage) {
        var changes = EnumSet.noneOf(Change.class);
        if (!Boolean.FALSE.equals(compute) && !Boolean.FALSE.equals(storage)) {
            changes.add(Change.BOTH);
        }
        if (!Boolean.FALSE.equals(compute) && !Boolean.TRUE.equals(storage)) {
            changes.add(Change.COMPUTE);
        }
        if (!Boolean.TRUE.equals(compute) && !Boolean.FALSE.equals(storage)) {
            changes.add(Change.STORAGE);
        }
        return changes;
    }

    /** The power states a VM may have during its move. Templates are off; a VM that is off cannot be suspended. */
    static List<Power> powers(Vm vm, PlannedPower planned) {
        if (planned == PlannedPower.SHUT_DOWN || Boolean.TRUE.equals(vm.template())) {
            return List.of(Power.OFF);
        }
        var state = vm.powerState();
        if (state == null) {
            return planned == PlannedPower.SUSPEND ? List.of(Power.SUSPENDED, Power.OFF) : List.of(Power.values());
        }
        return List.of(power(state, planned));
    }

    private static Power power(PowerState state, PlannedPower planned) {
        return switch (state) {
            case POWERED_OFF -> Power.OFF;
            case SUSPENDED -> Power.SUSPENDED;
            case POWERED_ON -> planned == PlannedPower.SUSPEND ? Power.SUSPENDED : Power.LIVE;
        };
    }

    /** Every combination that there is, in the order of {@link MigrationType#all()}. */
    static List<MigrationType> of(Collection<Change> changes, Collection<Reach> reaches, Collection<Power> powers) {
        return ALL.stream()
                .filter(t -> changes.contains(t.change()) && reaches.contains(t.reach()) && powers.contains(t.power()))
                .toList();
    }

    /** All kinds of some lists, in the same order. */
    static List<MigrationType> union(Collection<List<MigrationType>> lists) {
        return ALL.stream()
                .filter(type -> lists.stream().anyMatch(list -> list.contains(type)))
                .toList();
    }

    /** Yes where any is yes, no where all are no. */
    static @Nullable Boolean any(Collection<@Nullable Boolean> values) {
        if (values.stream().anyMatch(Boolean.TRUE::equals)) {
            return true;
        }
        return values.stream().allMatch(Boolean.FALSE::equals) ? Boolean.FALSE : null;
    }
}
