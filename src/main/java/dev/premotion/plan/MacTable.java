package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which VMs of a vCenter use which MAC address.
 *
 * @param users names of the VMs by address in lower case
 * @param complete whether every NIC of every VM is listed with its address
 */
record MacTable(Map<String, List<Vm>> users, boolean complete) {

    /** @param counted those whose addresses are wanted; whether all is listed depends on every VM */
    static MacTable of(VCenter vCenter, Predicate<Ref> counted) {
        var vms = vCenter.vms();
        if (vms == null) {
            return new MacTable(Map.of(), false);
        }
        var users = new HashMap<String, List<Vm>>();
        var complete = vms.complete();
        for (var vm : vms) {
            var nics = vm.nics();
            complete &= nics != null && nics.complete();
            if (nics == null) {
                continue;
            }
            for (var nic : nics) {
                complete &= nic.macAddress() != null;
                if (nic.macAddress() != null && counted.test(vm.ref())) {
                    users.computeIfAbsent(nic.macAddress().toLowerCase(Locale.ROOT), mac -> new ArrayList<>(1))
                            .add(vm);
                }
            }
        }
        return new MacTable(users, complete);
    }

    /** Names of the other VMs that use an address; absent for an unknown address. */
    @Nullable
    Listing<String> others(@Nullable String macAddress, Vm self) {
        if (macAddress == null) {
            return null;
        }
        return new Listing<>(users(macAddress, self).stream().map(Vm::label).toList(), complete);
    }

    /** The other VMs that are known to use an address. */
    List<Vm> users(@Nullable String macAddress, Vm self) {
        return macAddress == null
                ? List.of()
                : users.getOrDefault(macAddress.toLowerCase(Locale.ROOT), List.of()).stream()
                        .filter(vm -> !vm.ref().equals(self.ref()))
                        .toList();
    }
}
