package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Disk;
import dev.premotion.inventory.Nic;
import dev.premotion.inventory.Vm;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What follows from several devices of one VM; each answer is absent where a fact it needs is. */
final class VmFacts {

    private VmFacts() {}

    /** Flash Read Cache of all its disks, MiB; none where somebody confirmed that what is not known of them is ordinary. */
    static @Nullable Long vFlashCacheMiB(Vm vm) {
        if (!vFlashCacheLacking(vm).isEmpty()) {
            return null;
        }
        return vm.disks() == null
                ? Long.valueOf(0)
                : Long.valueOf(vm.disks().stream()
                        .map(Disk::vFlashCacheMiB)
                        .filter(Objects::nonNull)
                        .mapToLong(Long::longValue)
                        .sum());
    }

    /** What would tell how much it is: a person's word for all disks where a source tells no kinds of disks either. */
    static List<Lacking> vFlashCacheLacking(Vm vm) {
        if (Boolean.TRUE.equals(vm.disksConfirmed())) {
            return List.of();
        }
        var disks = vm.disks();
        if (disks == null || !disks.complete() || disks.stream().anyMatch(VmFacts::ofUnknownKind)) {
            return List.of(new Lacking(vm.ref(), vm.label(), "disksConfirmed"));
        }
        return disks.stream()
                .flatMap(disk -> Lacking.ofDevice(disk, vm, "vFlashCacheMiB").stream())
                .toList();
    }

    private static boolean ofUnknownKind(Disk disk) {
        return disk.vFlashCacheMiB() == null && disk.backing() == null;
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
        return any(vm.devices(), device -> device.type().equals("vgpu"));
    }
}
