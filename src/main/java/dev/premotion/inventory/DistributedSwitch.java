package dev.premotion.inventory;

import dev.premotion.answer.Listing;
import org.jspecify.annotations.Nullable;

/**
 * A distributed switch.
 *
 * @param ref identity
 * @param name name
 * @param uuid its own UUID, which NIC backings name
 * @param version such as {@code 7.0.3}
 * @param vendor vendor
 * @param maxMtu bytes
 * @param networkResourceControl version of Network I/O Control; only version3 takes reservations
 * @param enhancedDataPath whether its hosts use the enhanced data path
 * @param realTime whether it is a real-time switch; from 8.0 U3
 * @param hosts ids of its member hosts
 * @param datacenter id of its datacenter
 */
public record DistributedSwitch(
        Ref ref,
        @Nullable String name,
        @Nullable String uuid,
        @Nullable String version,
        @Nullable String vendor,
        @Nullable Integer maxMtu,
        @Nullable String networkResourceControl,
        @Nullable Boolean enhancedDataPath,
        @Nullable Boolean realTime,
        @Nullable Listing<String> hosts,
        @Nullable String datacenter) {}
