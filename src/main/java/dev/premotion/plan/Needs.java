package dev.premotion.plan;

import dev.premotion.inventory.Vm;
import dev.premotion.plan.MigrationType.Power;
import dev.premotion.plan.Plan.Candidate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one VM reserves on a host or in a pool while it runs. */
record Needs(Amount memoryMiB, Amount cpuMhz, Amount vms) {

    /** @param open the property of the VM that would tell whether it runs there at all; absent where it does for sure */
    static Needs of(Vm vm, @Nullable String open) {
        var why = open == null ? null : new Lacking(vm.ref(), vm.label(), open);
        var memory = memory(vm);
        var cpu = Amount.of(vm.cpuReservationMhz(), vm.ref(), vm.label(), "cpuReservationMhz");
        var one = Amount.exactly(1);
        return why == null
                ? new Needs(memory, cpu, one)
                : new Needs(memory.perhaps(why), cpu.perhaps(why), one.perhaps(why));
    }

    /** What a VM needs that arrives; absent where it surely does not run then. */
    static @Nullable Needs of(Vm vm, Candidate candidate) {
        var powers = powers(candidate);
        if (!powers.contains(Power.LIVE)) {
            return null;
        }
        return of(vm, powers.size() == 1 ? null : "powerState");
    }

    static List<Power> powers(Candidate candidate) {
        return candidate.types().stream().map(MigrationType::power).distinct().toList();
    }

    static @Nullable Long reservedMiB(Vm vm) {
        return Boolean.TRUE.equals(vm.memoryReservationLocked()) ? vm.memoryMiB() : vm.memoryReservationMiB();
    }

    /** Reservation and overhead; an overhead that is not known is less than the VM's memory, and so is a reservation. */
    private static Amount memory(Vm vm) {
        var locked = vm.memoryReservationLocked();
        var reserved = reservedMiB(vm);
        var overhead = vm.memoryOverheadMiB();
        if (reserved == null) {
            return Amount.of(null, vm.ref(), vm.label(), "memoryReservationMiB");
        }
        var mostReserved = locked == null ? vm.memoryMiB() : reserved;
        var mostOverhead = overhead == null ? vm.memoryMiB() : overhead;
        return Amount.between(
                reserved + (overhead == null ? 0 : overhead),
                mostReserved == null || mostOverhead == null ? null : Long.valueOf(mostReserved + mostOverhead),
                vm.ref(),
                vm.label(),
                locked == null ? "memoryReservationLocked" : "memoryOverheadMiB");
    }
}
