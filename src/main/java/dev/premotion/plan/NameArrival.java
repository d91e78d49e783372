package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import java.util.List;

/**
 * A VM that arrives in a folder to which the plan has brought one of the same name.
 *
 * @param others where those come from that come to the folder earlier; partial where they may come or not, or where nobody
 *     knows whether the folder is the same
 * @param lacking what would tell
 */
public record NameArrival(Vm vm, VCenter destination, Listing<String> others, List<Lacking> lacking)
        implements Subject {

    @Override
    public String kind() {
        return "name-arrival";
    }

    @Override
    public String name() {
        return vm.label() + " to " + destination.label();
    }

    @Override
    public List<Ref> refs() {
        return List.of(vm.ref(), destination.ref());
    }

    @Override
    public List<Lacking> lacking(String path) {
        return path.equals("others") ? lacking : List.of();
    }
}
