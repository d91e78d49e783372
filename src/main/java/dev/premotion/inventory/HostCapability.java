package dev.premotion.inventory;

import org.jspecify.annotations.Nullable;

/**
 * Capability flags of a host ({@code HostSystem.capability}), named as in the vSphere API.
 *
 * @param vmotionSupported vMotion at all
 * @param storageVMotionSupported Storage vMotion
 * @param vmotionWithStorageVMotionSupported vMotion without shared storage
 * @param vmotionAcrossNetworkSupported vMotion that changes a NIC's network
 * @param suspendedRelocateSupported relocating suspended VMs
 * @param encryptedVMotionSupported encrypted vMotion
 * @param snapshotRelayoutSupported relocating VMs with snapshots without restrictions
 * @param unsharedSwapVMotionSupported vMotion with a swap file that must change place
 * @param remoteDeviceVMotionSupported vMotion with client-backed devices
 * @param nestedHVSupported hardware-assisted virtualization for guests
 * @param vPMCSupported virtual CPU performance counters
 * @param cryptoSupported encrypted VMs
 * @param pMemSupported persistent memory
 * @param restrictedSnapshotRelocateSupported relocating VMs with snapshots whose files all lie in one directory
 * @param deltaDiskBackingsSupported disks that build on another disk
 * @param localSwapDatastoreSupported swap files on a datastore chosen for the host
 * @param smpFtSupported Fault Tolerance
 * @param maxSupportedVcpus most vCPUs of one VM
 * @param maxSupportedVmMemoryMiB most memory of one VM, MiB
 * @param maxRunningVms most running VMs
 * @param maxHardwareVersion highest virtual hardware version; the release table answers where absent
 * @param maxNumDisksSVMotion most disks of one VM that a live storage move takes
 * @param maxHostRunningVms most running VMs that hardware and licence allow together
 * @param maxHostSupportedVcpus most vCPUs of all running VMs that hardware and licence allow together
 * @param eightPlusHostVmfsSharedAccessSupported reading a disk file on VMFS that eight other hosts have open
 */
public record HostCapability(
        @Nullable Boolean vmotionSupported,
        @Nullable Boolean storageVMotionSupported,
        @Nullable Boolean vmotionWithStorageVMotionSupported,
        @Nullable Boolean vmotionAcrossNetworkSupported,
        @Nullable Boolean suspendedRelocateSupported,
        @Nullable Boolean encryptedVMotionSupported,
        @Nullable Boolean snapshotRelayoutSupported,
        @Nullable Boolean unsharedSwapVMotionSupported,
        @Nullable Boolean remoteDeviceVMotionSupported,
        @Nullable Boolean nestedHVSupported,
        @Nullable Boolean vPMCSupported,
        @Nullable Boolean cryptoSupported,
        @Nullable Boolean pMemSupported,
        @Nullable Boolean restrictedSnapshotRelocateSupported,
        @Nullable Boolean deltaDiskBackingsSupported,
        @Nullable Boolean localSwapDatastoreSupported,
        @Nullable Boolean smpFtSupported,
        @Nullable Integer maxSupportedVcpus,
        @Nullable Long maxSupportedVmMemoryMiB,
        @Nullable Integer maxRunningVms,
        @Nullable Integer maxHardwareVersion,
        @Nullable Integer maxNumDisksSVMotion,
        @Nullable Integer maxHostRunningVms,
        @Nullable Integer maxHostSupportedVcpus,
        @Nullable Boolean eightPlusHostVmfsSharedAccessSupported) {}
