package dev.premotion.plan;

import dev.premotion.inventory.Vm;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** VMs that are not for moving: vSphere or Site Recovery Manager place them themselves. */
final class Exclusions {

    /** {@code vCLS}, {@code vCLS (3)} and {@code vCLS-} with a UUID (requirements row VM-VCLS, KB 370222). */
    private static final Pattern VCLS =
            Pattern.compile("vcls( ?\\(\\d+\\))?|vcls-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** ESX Agent Manager, which deploys them. */
    private static final String AGENT_MANAGER = "com.vmware.vim.eam";

    private Exclusions() {}

    /** Why the VM is not for moving; absent where it is. */
    static @Nullable String of(Vm vm) {
        if (isVcls(vm)) {
            return "an agent VM of vSphere Cluster Services, which vSphere places itself";
        }
        if ("secondary".equals(vm.faultToleranceRole())) {
            return "the secondary of a Fault Tolerance pair, which goes where its primary does";
        }
        return Boolean.TRUE.equals(vm.srmPlaceholder())
                ? "a placeholder of Site Recovery Manager, which stands for a VM elsewhere"
                : null;
    }

    private static boolean isVcls(Vm vm) {
        if (vm.name() == null) {
            return false;
        }
        var name = vm.name().toLowerCase(Locale.ROOT);
        return VCLS.matcher(name).matches()
                || name.startsWith("vcls") && AGENT_MANAGER.equals(vm.managedBy())
                || name.startsWith("vcls-") && vm.managedBy() == null; // who manages it may only not be told
    }
}
