package dev.premotion.plan;

import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A VM that is to move, wherever it goes. */
public record MovingVm(Vm vm) implements Subject {

    @Override
    public String kind() {
        return "vm";
    }

    @Override
    public String name() {
        return vm.label();
    }

    @Override
    public List<Ref> refs() {
        return List.of(vm.ref());
    }

    /** Whether vCenter refuses to migrate it. */
    public @Nullable Boolean relocateDisabled() {
        var disabled = vm.disabledMethods();
        if (disabled == null) {
            return null;
        }
        if (disabled.stream().anyMatch(method -> method.equals("RelocateVM_Task") || method.equals("MigrateVM_Task"))) {
            return true;
        }
        return disabled.complete() ? Boolean.FALSE : null;
    }
}
