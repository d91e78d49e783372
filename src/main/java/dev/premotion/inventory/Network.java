package dev.premotion.inventory;

import org.jspecify.annotations.Nullable;

/**
 * A network a NIC can be connected to.
 *
 * @param ref identity
 * @param name name
 * @param datacenter id of its datacenter
 * @param type standard, distributed or opaque
 * @param distributedSwitch id of the distributed switch
 * @param vlan VLAN id, range or trunk as text
 * @param accessible whether it works
 * @param freePorts ports left; absent where unknown
 * @param growsByItself whether it adds ports as it needs them ({@code config.autoExpand})
 * @param unreservedMbps bandwidth that its network resource pool can still reserve, Mbit/s
 * @param networkResourcePool key of its network resource pool; {@code -1} where it has none, so that its adapters draw on what
 *     is left of the switch
 * @param portBinding earlyBinding, lateBinding or ephemeral
 * @param uplink whether it is the uplink port group of a distributed switch
 * @param allowPromiscuous security policy
 * @param macChanges security policy
 * @param forgedTransmits security policy
 * @param segmentId NSX segment
 * @param segmentType vlan or overlay: the kind of that segment
 */
public record Network(
        Ref ref,
        @Nullable String name,
        @Nullable String datacenter,
        @Nullable String type,
        @Nullable String distributedSwitch,
        @Nullable String vlan,
        @Nullable Boolean accessible,
        @Nullable Integer freePorts,
        @Nullable Boolean growsByItself,
        @Nullable Long unreservedMbps,
        @Nullable String networkResourcePool,
        @Nullable String portBinding,
        @Nullable Boolean uplink,
        @Nullable Boolean allowPromiscuous,
        @Nullable Boolean macChanges,
        @Nullable Boolean forgedTransmits,
        @Nullable String segmentId,
        @Nullable String segmentType) {

    /** Its name, or the identity where it has none. */
    public String label() {
        return name != null ? name : ref.id();
    }
}
