package dev.premotion.inventory;

import dev.premotion.answer.Listing;
import org.jspecify.annotations.Nullable;

/**
 * An ESXi host.
 *
 * @param ref identity
 * @param name name, usually a DNS name
 * @param datacenter id of its datacenter
 * @param cluster id of its cluster
 * @param standalone true where it is in no cluster, so that {@code cluster} is absent for good
 * @param version product version, such as {@code 7.0.3}
 * @param build build number
 * @param vendor hardware vendor
 * @param model hardware model
 * @param cpuModel as the BIOS calls it
 * @param cpuVendor intel or amd
 * @param cpuMhz clock of one core, MHz
 * @param cpuPackages sockets
 * @param cpuCores cores
 * @param cpuThreads logical CPUs
 * @param memoryMiB installed memory, MiB
 * @param memoryUsedMiB memory in use when captured, MiB
 * @param memoryReservedMiB memory reserved by VMs and the system, MiB
 * @param cpuReservedMhz CPU reserved by VMs and the system, MHz
 * @param connectionState connected, disconnected or notResponding
 * @param powerState poweredOn, poweredOff or standBy
 * @param inMaintenanceMode whether it is in maintenance mode
 * @param inQuarantineMode whether Proactive HA has quarantined it
 * @param haState state of its vSphere HA agent, such as {@code connectedToMaster}
 * @param componentFailure whether its hardware health reports a failed component
 * @param agentVmsDeployed whether every agent VM that a solution requires of it runs on it
 * @param evcMode EVC mode in force on it; {@code summary.currentEVCModeKey}
 * @param maxEvcMode the highest EVC mode it can run
 * @param featureCapabilities its masked feature capabilities ({@code config.maskedFeatureCapability})
 * @param cpuFeaturesConfirmed whether somebody confirmed that it offers every CPU feature the VMs come with (same EVC
 *     baseline, same microcode); for sources that list no features
 * @param licenseName name of the assigned licence, such as {@code vSphere 7 Enterprise Plus}
 * @param vmotionAdapter whether some VMkernel adapter has the vMotion service; given where the adapters' services are not listed
 * @param vmotionLinkUp whether somebody confirmed that an uplink behind a vMotion adapter is up; for sources that do not
 *     tell which physical NICs are behind an adapter
 * @param provisioningAdapter whether some VMkernel adapter has the provisioning service, likewise
 * @param vmkernelAdapters VMkernel adapters
 * @param physicalNics physical NICs
 * @param adapterTypes types of virtual network adapters that its software offers
 * @param wakeOnLanSupported whether it wakes guests by wake-on-LAN
 * @param standardSwitches standard switches
 * @param datastores datastores it mounts
 * @param mountsConfirmed whether somebody confirmed that it reaches every datastore it mounts and may write to it; for
 *     sources that do not tell
 * @param addressFamily ipv4 or ipv6: by which kind of address it is registered; for sources that give no address
 * @param networks ids of the networks it offers
 * @param lunUuids UUIDs of the LUNs it sees
 * @param capability what its software can do
 * @param timeSources NTP servers it follows
 * @param managementIp address vCenter manages it by
 * @param localSwap whether a datastore for swap files is set on it; false where {@code localSwapDatastore} is absent for good
 * @param localSwapDatastore id of the datastore for swap files that is set on it
 * @param deviceTypes classes of the virtual devices and controllers that it offers, such as {@code ParaVirtualSCSIController}
 * @param rdmModes modes of raw device mappings that it offers
 * @param devicesConfirmed whether somebody confirmed that it offers every virtual device, controller and kind of disk that the VMs come with; for sources that list none
 * @param guests guest operating systems that it knows
 * @param ioFilters names of the I/O filters installed on it
 * @param faultToleranceVersion version of Fault Tolerance
 * @param sharedGraphics whether it has a GPU that VMs share for 3D graphics
 * @param replicationAgent whether the agent of vSphere Replication is on it
 * @param maxVideoRamKiB most memory of a virtual video card that it offers, KiB
 * @param cryptoState incapable, prepared, safe or pendingIncapable
 * @param gpuProfiles vGPU profiles it offers for live migration
 * @param vFlashFreeMiB flash that it has left for Flash Read Cache of VMs, MiB; 0 where none is set up
 * @param timeSynchronized whether its clock follows a time server; absent before 7.0 U3, which does not tell
 * @param evcGraphicsMode key of the EVC mode for graphics in force on it, or none
 * @param unsupportedVolumes kinds of file systems on which its software runs no VM, such as {@code VMFS} or, of one major
 *     version only, {@code VMFS 3}
 * @param tags names of its tags
 * @param closedFirewallRulesets keys of the rulesets of its firewall that are off ({@code config.firewall.ruleset}), such as
 *     {@code vMotion}; none where the firewall lets everything pass, absent where they were not read
 */
public record Host(
        Ref ref,
        @Nullable String name,
        @Nullable String datacenter,
        @Nullable String cluster,
        @Nullable Boolean standalone,
        @Nullable String version,
        @Nullable String build,
        @Nullable String vendor,
        @Nullable String model,
        @Nullable String cpuModel,
        @Nullable String cpuVendor,
        @Nullable Integer cpuMhz,
        @Nullable Integer cpuPackages,
        @Nullable Integer cpuCores,
        @Nullable Integer cpuThreads,
        @Nullable Long memoryMiB,
        @Nullable Long memoryUsedMiB,
        @Nullable Long memoryReservedMiB,
        @Nullable Long cpuReservedMhz,
        @Nullable String connectionState,
        @Nullable String powerState,
        @Nullable Boolean inMaintenanceMode,
        @Nullable Boolean inQuarantineMode,
        @Nullable String haState,
        @Nullable Boolean componentFailure,
        @Nullable Boolean agentVmsDeployed,
        @Nullable String evcMode,
        @Nullable String maxEvcMode,
        @Nullable Listing<FeatureCapability> featureCapabilities,
        @Nullable Boolean cpuFeaturesConfirmed,
        @Nullable String licenseName,
        @Nullable Boolean vmotionAdapter,
        @Nullable Boolean vmotionLinkUp,
        @Nullable Boolean provisioningAdapter,
        @Nullable Listing<VmkernelAdapter> vmkernelAdapters,
        @Nullable Listing<PhysicalNic> physicalNics,
        @Nullable Listing<String> adapterTypes,
        @Nullable Boolean wakeOnLanSupported,
        @Nullable Listing<StandardSwitch> standardSwitches,
        @Nullable Listing<DatastoreMount> datastores,
        @Nullable Boolean mountsConfirmed,
        @Nullable String addressFamily,
        @Nullable Listing<String> networks,
        @Nullable Listing<String> lunUuids,
        @Nullable HostCapability capability,
        @Nullable Listing<String> timeSources,
        @Nullable String managementIp,
        @Nullable Boolean localSwap,
        @Nullable String localSwapDatastore,
        @Nullable Listing<String> deviceTypes,
        @Nullable Listing<String> rdmModes,
        @Nullable Boolean devicesConfirmed,
        @Nullable Listing<GuestSupport> guests,
        @Nullable Listing<String> ioFilters,
        @Nullable String faultToleranceVersion,
        @Nullable Boolean sharedGraphics,
        @Nullable Boolean replicationAgent,
        @Nullable Integer maxVideoRamKiB,
        @Nullable String cryptoState,
        @Nullable Listing<String> gpuProfiles,
        @Nullable Long vFlashFreeMiB,
        @Nullable Boolean timeSynchronized,
        @Nullable String evcGraphicsMode,
        @Nullable Listing<String> unsupportedVolumes,
        @Nullable Listing<String> tags,
        @Nullable Listing<String> closedFirewallRulesets) {

    /** Its name, or the identity where it has none. */
    public String label() {
        return name != null ? name : ref.id();
    }

    /** By identity alone: equal things have equal identities, and hashing all they hold would take long. */
    @Override
    public int hashCode() {
        return ref.hashCode();
    }
}
