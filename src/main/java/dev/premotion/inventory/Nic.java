package dev.premotion.inventory;

import org.jspecify.annotations.Nullable;

/**
 * A virtual network adapter.
 *
 * @param ref identity
 * @param key device key
 * @param label such as {@code Network adapter 1}
 * @param adapterType vmxnet3, e1000e, sriov and so on
 * @param network id of its network
 * @param networkName name of its network, where a source knows no id
 * @param switchName name of its switch
 * @param macAddress lower case with colons
 * @param addressType manual, generated or assigned
 * @param connected connected now
 * @param startConnected connects at power on
 * @param reservationMbps bandwidth reserved for it, Mbit/s
 * @param conflictPort whether it is on a temporary port that resolves a conflict
 * @param wakeOnLanEnabled whether the guest wants to be woken by it
 * @param dvxBacked whether an SR-IOV adapter has a DVX device behind it, which can be saved and restored; absent for other
 *     adapters and for sources that do not tell, where it counts as a plain one
 */
public record Nic(
        Ref ref,
        int key,
        @Nullable String label,
        @Nullable String adapterType,
        @Nullable String network,
        @Nullable String networkName,
        @Nullable String switchName,
        @Nullable String macAddress,
        @Nullable String addressType,
        @Nullable Boolean connected,
        @Nullable Boolean startConnected,
        @Nullable Long reservationMbps,
        @Nullable Boolean conflictPort,
        @Nullable Boolean wakeOnLanEnabled,
        @Nullable Boolean dvxBacked) {

    /** Its label, or the device key where it has none. */
    public String shortLabel() {
        return label != null ? label : "network adapter " + key;
    }
}
