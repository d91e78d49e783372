package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which VMs of a vCenter use which MAC address.
 *
 * @param users names of the VMs by address in lower case
 * @param complete whether every NIC of every VM is listed with its address
 */
record MacTable(Map<String, List<Vm>> users, boolean complete) {

    static MacTable of(VCenter vCenter) {
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
                if (nic.macAddress() != null) {
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
        var names = users.getOrDefault(macAddress.toLowerCase(Locale.ROOT), List.of()).stream()
                .filter(vm -> !vm.ref().equals(self.ref()))
                .map(Vm::label)
                .toList();
        return new Listing<>(names, complete);
    }
}
