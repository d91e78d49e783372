package dev.premotion.inventory;

import dev.premotion.answer.Listing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A virtual machine or template.
 *
 * @param ref identity
 * @param name name; names repeat
 * @param instanceUuid vCenter's UUID for it
 * @param biosUuid SMBIOS UUID
 * @param datacenter id of its datacenter
 * @param cluster id of its cluster
 * @param host id of the host it is registered on
 * @param onListedHost whether somebody confirmed that it is on one of the hosts that the inventory lists in its cluster; for
 *     sources that do not tell on which
 * @param resourcePool id of its pool
 * @param folder path of its folder
 * @param vApp id or name of its vApp
 * @param powerState powered on, off or suspended
 * @param connectionState connected, disconnected, orphaned, inaccessible or invalid
 * @param template whether it is marked as a template
 * @param hardwareVersion virtual hardware version, such as 19
 * @param guestId configured guest
 * @param guestFullName guest in words
 * @param firmware bios or efi
 * @param numCpu vCPUs
 * @param coresPerSocket cores a socket
 * @param memoryMiB configured memory, MiB
 * @param activeMemoryMiB memory the guest touched lately, MiB
 * @param consumedMemoryMiB host memory it occupies, MiB
 * @param memoryReservationMiB MiB
 * @param memoryOverheadMiB MiB
 * @param memoryReservationLocked reservation is always all of its memory
 * @param cpuReservationMhz MHz
 * @param cpuUsageMhz MHz in use when captured
 * @param minEvcMode least EVC mode that could take the running VM ({@code runtime.minRequiredEVCModeKey})
 * @param perVmEvcMode its own EVC mode; {@code none} where it has none
 * @param featureRequirements features the running VM needs
 * @param cpuAffinity CPUs it is pinned to; empty where none
 * @param memoryAffinity NUMA nodes it is pinned to; empty where none
 * @param latencySensitivity low, normal, medium or high
 * @param nestedHVEnabled exposes hardware virtualization
 * @param vPMCEnabled exposes performance counters
 * @param cpuFeatureMask custom CPUID masks; empty for none
 * @param faultToleranceState notConfigured, disabled, enabled, needSecondary, starting or running
 * @param faultToleranceRole primary or secondary
 * @param faultTolerancePartner instance UUID of the other VM of its Fault Tolerance pair
 * @param ftMetadataDatastore id of the datastore that holds the state of its Fault Tolerance pair
 * @param metroFtEnabled whether its Fault Tolerance pair is kept on two sides of a stretched cluster
 * @param metroFtHostGroup name of the group of hosts that is one of the sides; the others of the cluster are the other
 * @param toolsStatus toolsOk, toolsOld, toolsNotRunning or toolsNotInstalled
 * @param toolsInstallerMounted whether a Tools installation is in progress
 * @param heartbeat green, yellow, red or gray
 * @param encrypted whether its home files are encrypted
 * @param keyProvider id of the key provider of its key
 * @param keyId id of its key
 * @param migrateEncryption disabled, opportunistic or required
 * @param vTpmPresent whether it has a virtual TPM
 * @param sevEnabled AMD SEV-ES
 * @param sevSnpEnabled AMD SEV-SNP
 * @param tdxEnabled Intel TDX
 * @param sgxEpcBytes SGX enclave memory, bytes; 0 where none
 * @param swapPlacement inherit, vmDirectory or hostLocal
 * @param consolidationNeeded whether snapshot files wait to be consolidated
 * @param questionPending whether it waits for an answer
 * @param disabledMethods methods vCenter refuses on it, such as {@code RelocateVM_Task}
 * @param recentTasks running or queued tasks
 * @param managedBy key of the extension that manages it
 * @param extensionConstraints extensions that restrict where it may go; from 9.1
 * @param srmPlaceholder whether it is a placeholder of Site Recovery Manager
 * @param videoRamKiB memory of its video card, KiB
 * @param use3dRenderer how its 3D graphics are rendered: none, automatic, software or hardware
 * @param largePages1G whether its memory is backed by pages of 1 GiB
 * @param npivWwns world-wide names of its own on the Fibre Channel fabric
 * @param instantClone whether it is the parent of instant clones or shares memory with one
 * @param replicated whether vSphere Replication copies it
 * @param vmOpNotificationToAppEnabled whether an application in it is told before it moves
 * @param suspendedToMemory suspended, with its memory still on the host
 * @param changeTrackingEnabled changed block tracking
 * @param vmPathName datastore path of its configuration file
 * @param snapshotDirectory datastore path of the folder of its snapshots
 * @param homeDatastore id of the datastore of its home
 * @param homeStoragePolicy name of the storage policy of its home; absent where it has none or where that is unknown
 * @param homeStoragePolicyAssigned whether its home has a storage policy at all
 * @param usedBytes storage in use, bytes
 * @param provisionedBytes storage it may claim, bytes
 * @param snapshots snapshots
 * @param disks virtual disks
 * @param nics network adapters
 * @param devices other devices that matter: CD, floppy, USB, PCI, serial, parallel, TPM
 * @param disksConfirmed whether somebody confirmed that none of its disks is a raw device mapping, shares its bus, allows
 *     several writers, is undoable or lies in persistent memory; for sources that do not tell
 * @param nicsConfirmed whether somebody confirmed that none of its network adapters is passed through (SR-IOV), reserves
 *     bandwidth or is of a type that a host does not offer; likewise
 * @param devicesConfirmed whether somebody confirmed that it has no device beside the listed ones that ties it to its host;
 *     likewise
 * @param memoryWrites how its memory is written, where somebody measured it
 * @param tags names of its tags
 * @param capturedAt when it was read; the snapshot's time where absent
 */
public record Vm(
        Ref ref,
        @Nullable String name,
        @Nullable String instanceUuid,
        @Nullable String biosUuid,
        @Nullable String datacenter,
        @Nullable String cluster,
        @Nullable String host,
        @Nullable Boolean onListedHost,
        @Nullable String resourcePool,
        @Nullable String folder,
        @Nullable String vApp,
        @Nullable PowerState powerState,
        @Nullable String connectionState,
        @Nullable Boolean template,
        @Nullable Integer hardwareVersion,
        @Nullable String guestId,
        @Nullable String guestFullName,
        @Nullable String firmware,
        @Nullable Integer numCpu,
        @Nullable Integer coresPerSocket,
        @Nullable Long memoryMiB,
        @Nullable Long activeMemoryMiB,
        @Nullable Long consumedMemoryMiB,
        @Nullable Long memoryReservationMiB,
        @Nullable Long memoryOverheadMiB,
        @Nullable Boolean memoryReservationLocked,
        @Nullable Long cpuReservationMhz,
        @Nullable Long cpuUsageMhz,
        @Nullable String minEvcMode,
        @Nullable String perVmEvcMode,
        @Nullable Listing<FeatureRequirement> featureRequirements,
        @Nullable Listing<Integer> cpuAffinity,
        @Nullable Listing<Integer> memoryAffinity,
        @Nullable String latencySensitivity,
        @Nullable Boolean nestedHVEnabled,
        @Nullable Boolean vPMCEnabled,
        @Nullable Listing<String> cpuFeatureMask,
        @Nullable String faultToleranceState,
        @Nullable String faultToleranceRole,
        @Nullable String faultTolerancePartner,
        @Nullable String ftMetadataDatastore,
        @Nullable Boolean metroFtEnabled,
        @Nullable String metroFtHostGroup,
        @Nullable String toolsStatus,
        @Nullable Boolean toolsInstallerMounted,
        @Nullable String heartbeat,
        @Nullable Boolean encrypted,
        @Nullable String keyProvider,
        @Nullable String keyId,
        @Nullable String migrateEncryption,
        @Nullable Boolean vTpmPresent,
        @Nullable Boolean sevEnabled,
        @Nullable Boolean sevSnpEnabled,
        @Nullable Boolean tdxEnabled,
        @Nullable Long sgxEpcBytes,
        @Nullable String swapPlacement,
        @Nullable Boolean consolidationNeeded,
        @Nullable Boolean questionPending,
        @Nullable Listing<String> disabledMethods,
        @Nullable Listing<String> recentTasks,
        @Nullable String managedBy,
        @Nullable Listing<String> extensionConstraints,
        @Nullable Boolean srmPlaceholder,
        @Nullable Integer videoRamKiB,
        @Nullable String use3dRenderer,
        @Nullable Boolean largePages1G,
        @Nullable Listing<String> npivWwns,
        @Nullable Boolean instantClone,
        @Nullable Boolean replicated,
        @Nullable Boolean vmOpNotificationToAppEnabled,
        @Nullable Boolean suspendedToMemory,
        @Nullable Boolean changeTrackingEnabled,
        @Nullable String vmPathName,
        @Nullable String snapshotDirectory,
        @Nullable String homeDatastore,
        @Nullable String homeStoragePolicy,
        @Nullable Boolean homeStoragePolicyAssigned,
        @Nullable Long usedBytes,
        @Nullable Long provisionedBytes,
        @Nullable Listing<Snapshot> snapshots,
        @Nullable Listing<Disk> disks,
        @Nullable Listing<Nic> nics,
        @Nullable Listing<Device> devices,
        @Nullable Boolean disksConfirmed,
        @Nullable Boolean nicsConfirmed,
        @Nullable Boolean devicesConfirmed,
        @Nullable Listing<MemoryWrites> memoryWrites,
        @Nullable Listing<String> tags,
        @Nullable Instant capturedAt) {

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
