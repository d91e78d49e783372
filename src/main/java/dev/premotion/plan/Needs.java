package dev.premotion.plan;

import dev.premotion.inventory.Vm;
import dev.premotion.plan.MigrationType.Power;
import dev.premotion.plan.Plan.Candidate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one VM takes of a host or a pool while it runs.
 *
 * @param ftVms one where Fault Tolerance is on for it
 * @param ftVcpus its vCPUs where Fault Tolerance is on for it
 * @param vFlashMiB Flash Read Cache of all its disks
 */
record Needs(
        Amount memoryMiB, Amount cpuMhz, Amount vms, Amount vcpus, Amount ftVms, Amount ftVcpus, Amount vFlashMiB) {

    /** @param open the property of the VM that would tell whether it runs there at all; absent where it does for sure */
    static Needs of(Vm vm, @Nullable String open) {
        var why = open == null ? null : new Lacking(vm.ref(), vm.label(), open);
        var numCpu = vm.numCpu() == null ? null : Long.valueOf(vm.numCpu());
        var vcpus = Amount.of(numCpu, vm.ref(), vm.label(), "numCpu");
        var one = Amount.exactly(1);
        var needs = new Needs(
                memory(vm),
                Amount.of(vm.cpuReservationMhz(), vm.ref(), vm.label(), "cpuReservationMhz"),
                one,
                vcpus,
                faultTolerant(vm, one),
                faultTolerant(vm, vcpus),
                vFlash(vm));
        return why == null ? needs : needs.perhaps(why);
    }

    /** What nobody knows of VMs that nobody has listed. */
    static Needs of(Amount unlisted) {
        return new Needs(unlisted, unlisted, unlisted, unlisted, unlisted, unlisted, unlisted);
    }

    /** The same with another amount of CPU. */
    Needs withCpu(Amount otherCpuMhz) {
        return new Needs(memoryMiB, otherCpuMhz, vms, vcpus, ftVms, ftVcpus, vFlashMiB);
    }

    /** All of it or nothing; {@code why} is what would tell. */
    Needs perhaps(@Nullable Lacking why) {
        return new Needs(
                memoryMiB.perhaps(why),
                cpuMhz.perhaps(why),
                vms.perhaps(why),
                vcpus.perhaps(why),
                ftVms.perhaps(why),
                ftVcpus.perhaps(why),
                vFlashMiB.perhaps(why));
    }

    private static Amount vFlash(Vm vm) {
        var cache = VmFacts.vFlashCacheMiB(vm);
        return cache == null
                ? new Amount(0, null, VmFacts.vFlashCacheLacking(vm).get(0))
                : Amount.exactly(cache);
    }

    private static Amount faultTolerant(Vm vm, Amount amount) {
        var state = vm.faultToleranceState();
        return state == null
                ? amount.perhaps(new Lacking(vm.ref(), vm.label(), "faultToleranceState"))
                : state.equals("notConfigured") ? Amount.NONE : amount;
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
