package dev.premotion.inventory;

import dev.premotion.answer.Listing;
import org.jspecify.annotations.Nullable;

/**
 * A resource pool or vApp.
 *
 * @param ref identity
 * @param name name
 * @param path names from the cluster down
 * @param parent id of the parent pool; absent for a root pool
 * @param owner id of the cluster or stand-alone host
 * @param vApp whether it is a vApp
 * @param memoryReservationMiB MiB
 * @param memoryUnreservedForVmMiB what it can still reserve for VMs, MiB
 * @param memoryExpandable whether it may borrow from its parent
 * @param cpuReservationMhz MHz
 * @param cpuUnreservedForVmMhz MHz
 * @param cpuExpandable likewise for CPU
 * @param tags names of its tags
 */
public record ResourcePool(
        Ref ref,
        @Nullable String name,
        @Nullable String path,
        @Nullable String parent,
        @Nullable String owner,
        @Nullable Boolean vApp,
        @Nullable Long memoryReservationMiB,
        @Nullable Long memoryUnreservedForVmMiB,
        @Nullable Boolean memoryExpandable,
        @Nullable Long cpuReservationMhz,
        @Nullable Long cpuUnreservedForVmMhz,
        @Nullable Boolean cpuExpandable,
        @Nullable Listing<String> tags) {}
