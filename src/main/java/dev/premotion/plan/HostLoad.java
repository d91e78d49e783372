package dev.premotion.plan;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Disk;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import dev.premotion.reference.Release;
import dev.premotion.reference.Tables;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a host has to carry once a running VM has come: with all that came before it in the order of the plan, without
 * what surely has gone by then.
 *
 * @param cluster the host's; absent where it has none, or where that is unknown
 * @param vm the one that comes
 * @param memory that its VMs reserve, overhead included, MiB
 * @param cpu that its VMs reserve, MHz
 * @param vms how many VMs run there
 * @param vcpus of all VMs that run there
 * @param ftVms how many of them have Fault Tolerance
 * @param ftCpus vCPUs of those
 * @param vFlash Flash Read Cache of the VMs that come, less that of those that have gone, MiB
 */
public record HostLoad(
        Host host,
        @Nullable Cluster cluster,
        Vm vm,
        Carried memory,
        Carried cpu,
        Carried vms,
        Carried vcpus,
        Carried ftVms,
        Carried ftCpus,
        Carried vFlash,
        Tables tables)
        implements Subject {

    /**
     * How much of something a host carries.
     *
     * @param lacking what the sum waits for; one thing for each property
     */
    public record Carried(Sum sum, List<Lacking> lacking) {}

    @Override
    public String kind() {
        return "host-load";
    }

    @Override
    public String name() {
        return host.label();
    }

    @Override
    public List<Ref> refs() {
        return List.of(host.ref(), vm.ref());
    }

    @Override
    public List<Lacking> lacking(String path) {
        return switch (path) {
            case "memoryReservedMiB" -> memory.lacking();
            case "cpuReservedMhz" -> cpu.lacking();
            case "runningVms" -> vms.lacking();
            case "runningVcpus" -> vcpus.lacking();
            case "runningFtVms" -> ftVms.lacking();
            case "runningFtVcpus" -> ftCpus.lacking();
            case "vFlashReservedMiB" -> vFlash.lacking();
            case "vFlashCacheMiB" -> VmFacts.vFlashCacheLacking(vm);
            case "host.version" -> Lacking.of(host, "version", "build");
            case "cpuMhz" -> Lacking.of(host, "cpuMhz", "cpuCores");
            case "maxRunningVms" -> List.of(new Lacking(host.ref(), host.label(), "capability.maxRunningVms"));
            default -> List.of();
        };
    }

    /** Memory that its VMs reserve, overhead included, MiB. */
    public Sum memoryReservedMiB() {
        return memory.sum();
    }

    /** CPU that its VMs reserve, MHz. */
    public Sum cpuReservedMhz() {
        return cpu.sum();
    }

    public Sum runningVms() {
        return vms.sum();
    }

    public Sum runningVcpus() {
        return vcpus.sum();
    }

    public Sum runningFtVms() {
        return ftVms.sum();
    }

    public Sum runningFtVcpus() {
        return ftCpus.sum();
    }

    /** Flash that its VMs reserve for read caches beyond what is reserved there now, MiB. */
    public Sum vFlashReservedMiB() {
        return vFlash.sum();
    }

    /** Flash Read Cache of all disks of the VM that comes, MiB. */
    public @Nullable Long vFlashCacheMiB() {
        return VmFacts.vFlashCacheMiB(vm);
    }

    /** Whether a disk of the VM that comes is known to have a Flash Read Cache. */
    public boolean flashCached() {
        return vm.disks() != null && vm.disks().stream().anyMatch(HostLoad::flashCached);
    }

    private static boolean flashCached(Disk disk) {
        return disk.vFlashCacheMiB() != null && disk.vFlashCacheMiB() > 0;
    }

    public @Nullable Release release() {
        return tables.esxi(host.version(), host.build());
    }

    /** What all its cores deliver, MHz. */
    public @Nullable Long cpuMhz() {
        return host.cpuMhz() == null || host.cpuCores() == null ? null : (long) host.cpuMhz() * host.cpuCores();
    }

    /** The most VMs that may run there, as the host says itself. */
    public @Nullable Integer maxRunningVms() {
        var capability = host.capability();
        return capability == null ? null : capability.maxRunningVms();
    }

    /** The most VMs that its hardware and its licence let run there. */
    public @Nullable Integer maxHostRunningVms() {
        var capability = host.capability();
        return capability == null ? null : capability.maxHostRunningVms();
    }

    /** The most vCPUs of all its running VMs. */
    public @Nullable Integer maxHostSupportedVcpus() {
        var capability = host.capability();
        return capability == null ? null : capability.maxHostSupportedVcpus();
    }

    /** The most VMs with Fault Tolerance, 0 where the cluster sets no limit. */
    public @Nullable Integer maxFtVmsPerHost() {
        return cluster == null ? null : cluster.maxFtVmsPerHost();
    }

    /** The most vCPUs of VMs with Fault Tolerance, 0 where the cluster sets no limit. */
    public @Nullable Integer maxFtVcpusPerHost() {
        return cluster == null ? null : cluster.maxFtVcpusPerHost();
    }
}
