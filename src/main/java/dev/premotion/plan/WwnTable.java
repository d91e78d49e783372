package dev.premotion.plan;

import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Vm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many VMs of the estate have each world-wide name.
 *
 * @param complete whether every VM is listed and says which names it has
 */
record WwnTable(Map<String, Integer> uses, boolean complete) {

    static WwnTable of(Inventory inventory) {
        var uses = new HashMap<String, Integer>();
        boolean complete = true;
        for (var vCenter : inventory.vCenters()) {
            var vms = vCenter.vms();
            complete &= vms != null && vms.complete();
            for (var vm : vms == null ? List.<Vm>of() : vms.items()) {
                var names = vm.npivWwns();
                complete &= names != null && names.complete();
                if (names != null) {
                    names.stream().distinct().forEach(name -> uses.merge(name, 1, Integer::sum));
                }
            }
        }
        return new WwnTable(uses, complete);
    }

    /** Whether another VM has one of the names of this one; a VM without names shares none. */
    @Nullable
    Boolean shared(Vm vm) {
        var names = vm.npivWwns();
        if (names == null) {
            return null;
        }
        if (names.stream().anyMatch(name -> uses.getOrDefault(name, 0) > 1)) {
            return true;
        }
        if (names.size() == 0) {
            return names.complete() ? Boolean.FALSE : null;
        }
        return names.complete() && complete ? Boolean.FALSE : null;
    }
}
