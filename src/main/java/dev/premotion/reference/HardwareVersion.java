package dev.premotion.reference;

import org.jspecify.annotations.Nullable;

/**
 * A virtual hardware version and the most a virtual machine of it may have.
 *
 * @param number as in vmx-<b>19</b>
 * @param since first ESXi that runs it; absent for those that no ESXi runs: 5 never was, 6, 12 and 16 are of desktop products
 * @param maxVcpus absent where not verified, as the next two
 * @param maxCoresPerSocket cores of one virtual socket
 * @param maxMemoryMiB guest memory
 */
public record HardwareVersion(
        int number,
        @Nullable Release since,
        @Nullable Integer maxVcpus,
        @Nullable Integer maxCoresPerSocket,
        @Nullable Long maxMemoryMiB) {}
