package dev.premotion.plan;

import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import java.util.List;

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
}
