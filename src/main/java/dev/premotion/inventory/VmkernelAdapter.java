package dev.premotion.inventory;

import dev.premotion.answer.Listing;
import org.jspecify.annotations.Nullable;

/**
 * A VMkernel adapter.
 *
 * @param device such as {@code vmk1}
 * @param portGroup name of its port group
 * @param services vmotion, management, vSphereProvisioning, faultToleranceLogging, vsan and so on
 * @param netStack defaultTcpipStack, vmotion or vSphereProvisioning
 * @param ipAddress IPv4 address
 * @param subnetMask IPv4 mask
 * @param ipV6Address IPv6 address
 * @param gateway default gateway of its stack
 * @param mtu bytes
 * @param uplinks devices of the physical NICs behind it
 */
public record VmkernelAdapter(
        String device,
        @Nullable String portGroup,
        @Nullable Listing<String> services,
        @Nullable String netStack,
        @Nullable String ipAddress,
        @Nullable String subnetMask,
        @Nullable String ipV6Address,
        @Nullable String gateway,
        @Nullable Integer mtu,
        @Nullable Listing<String> uplinks) {}
