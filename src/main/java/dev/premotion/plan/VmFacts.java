package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Disk;
import dev.premotion.inventory.Nic;
import dev.premotion.inventory.Vm;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What follows from several devices of one VM; each answer is absent where a fact it needs is. */
final class VmFacts {

    private VmFacts() {}

    /** Whether one of its disks is on a bus that other VMs share, as those of a cluster of guests are. */
    static @Nullable Boolean sharesBus(Vm vm) {
        var shares = any(
                vm.disks(),
                disk -> disk.sharedBus() == null ? null : !disk.sharedBus().equals("noSharing"));
        return shares == null && Boolean.TRUE.equals(vm.disksConfirmed()) ? Boolean.FALSE : shares;
    }

    /** Whether one of its disks builds on a disk of another VM. */
    static @Nullable Boolean linkedClone(Vm vm) {
        return any(vm.disks(), Disk::linkedClone);
    }

    /** Whether it is so of one of them; absent where it is of none that is known and may be of another. */
    private static <T> @Nullable Boolean any(@Nullable Listing<T> things, Function<T, @Nullable Boolean> question) {
        if (things == null) {
            return null;
        }
        boolean known = things.complete();
        for (var thing : things) {
            var told = question.apply(thing);
            if (Boolean.TRUE.equals(told)) {
                return true;
            }
            known &= told != null;
        }
        return known ? Boolean.FALSE : null;
    }

    /** Whether some adapter's guest wants to be woken by wake-on-LAN. */
    static @Nullable Boolean wakeOnLan(Vm vm) {
        return any(vm.nics(), Nic::wakeOnLanEnabled);
    }

    /** MAC addresses, set by hand, that are outside of VMware's range; partial where some are not known. */
    static @Nullable Listing<String> foreignMacAddresses(Vm vm) {
        var nics = vm.nics();
        if (nics == null) {
            return null;
        }
        var found = nics.stream()
                .map(Nic::macAddress)
                .filter(mac -> mac != null && !mac.startsWith("00:50:56:") && !mac.startsWith("00:0c:29:"))
                .toList();
        return new Listing<>(found, nics.complete() && nics.stream().allMatch(nic -> nic.macAddress() != null));
    }

    /** Whether it has a vGPU. */
    static @Nullable Boolean vGpu(Vm vm) {
        return any(
                vm.devices(),
                device -> device.type() == null ? null : device.type().equals("vgpu"));
    }
}
