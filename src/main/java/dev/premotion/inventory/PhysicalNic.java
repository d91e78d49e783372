package dev.premotion.inventory;

import org.jspecify.annotations.Nullable;

/**
 * A physical NIC.
 *
 * @param device such as {@code vmnic0}
 * @param linkSpeedMbps Mbit/s; 0 where the link is down
 * @param fullDuplex duplex
 * @param switchName switch it is an uplink of
 */
public record PhysicalNic(
        String device,
        @Nullable Integer linkSpeedMbps,
        @Nullable Boolean fullDuplex,
        @Nullable String switchName) {}
