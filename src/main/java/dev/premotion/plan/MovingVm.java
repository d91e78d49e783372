package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import dev.premotion.reference.Release;
import dev.premotion.reference.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A VM that is to move, wherever it goes.
 *
 * @param source the host it is on; absent where the inventory does not say
 * @param vCenter the one it is in; absent where unknown
 * @param wwnsShared whether another VM has one of its world-wide names; absent where unknown
 */
public record MovingVm(
        Vm vm,
        @Nullable Host source,
        @Nullable VCenter vCenter,
        @Nullable Boolean wwnsShared,
        Tables tables) implements Subject {

    /** The extension of Site Recovery Manager, which manages its placeholders. */
    private static final String SITE_RECOVERY = "com.vmware.vcDr";

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

    public @Nullable Release vCenterRelease() {
        return vCenter == null ? null : tables.vCenter(vCenter.version(), vCenter.build());
    }

    /** What it is pinned to, such as {@code CPUs 0, 1 and NUMA node 0}; empty where it is pinned to nothing known. */
    public String pinnedTo() {
        var parts = new ArrayList<String>();
        add(parts, "CPU", vm.cpuAffinity());
        add(parts, "NUMA node", vm.memoryAffinity());
        return Words.and(parts);
    }

    private static void add(List<String> parts, String what, @Nullable Listing<Integer> numbers) {
        if (numbers != null && numbers.size() > 0) {
            parts.add(what
                    + (numbers.size() == 1 ? " " : "s ")
                    + numbers.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
    }

    /** Whether it is a placeholder of Site Recovery Manager; one that another extension manages is none. */
    public @Nullable Boolean placeholder() {
        if (vm.srmPlaceholder() != null || vm.managedBy() == null) {
            return vm.srmPlaceholder();
        }
        return vm.managedBy().startsWith(SITE_RECOVERY) ? null : Boolean.FALSE;
    }

    /** Whether it runs with Intel TDX; what a release before 9.0 runs does not. */
    public @Nullable Boolean tdx() {
        return since("confidential.esxi", vm.tdxEnabled());
    }

    /** Whether it runs with AMD SEV-SNP; what a release before 9.0 runs does not. */
    public @Nullable Boolean sevSnp() {
        return since("confidential.esxi", vm.sevSnpEnabled());
    }

    /** Whether an application in it may delay the move; no release before 8.0 asks it. */
    public @Nullable Boolean notifiesApplication() {
        return since("notification.esxi", vm.vmOpNotificationToAppEnabled());
    }

    /** What is said, else no where the host it runs on is older than the feature. */
    private @Nullable Boolean since(String minimum, @Nullable Boolean said) {
        var first = tables.minimum(minimum);
        var release = sourceRelease();
        if (said != null || first == null || release == null) {
            return said;
        }
        return Boolean.FALSE.equals(first.atMost(release)) ? Boolean.FALSE : null;
    }

    private @Nullable Release sourceRelease() {
        return source == null ? null : tables.esxi(source.version(), source.build());
    }

    /** Memory that it reserves, MiB; all of it where the reservation is locked to that. */
    public @Nullable Long reservedMiB() {
        return Needs.reservedMiB(vm);
    }

    /** Whether an extension manages it; no snapshot says that none does, so what names none counts as none. */
    public boolean managed() {
        return vm.managedBy() != null;
    }

    @Override
    public List<Lacking> lacking(String path) {
        return switch (path) {
            case "tdx" -> Lacking.of(vm, "tdxEnabled");
            case "sevSnp" -> Lacking.of(vm, "sevSnpEnabled");
            case "notifiesApplication" -> Lacking.of(vm, "vmOpNotificationToAppEnabled");
            case "reservedMiB" -> Lacking.of(vm, "memoryReservationMiB");
            case "placeholder" -> Lacking.of(vm, "srmPlaceholder");
            case "wwnsShared" -> List.of(new Lacking(vm.ref(), vm.label(), "npivWwns"));
            default -> List.of();
        };
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
