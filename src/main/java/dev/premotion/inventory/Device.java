package dev.premotion.inventory;

import org.jspecify.annotations.Nullable;

/**
 * Another device of a VM.
 *
 * @param ref identity
 * @param key device key
 * @param label such as {@code CD/DVD drive 1}
 * @param type cdrom, floppy, usb, pciPassthrough, vgpu, dvx, serial, parallel, tpm, nvdimm, precisionClock or other
 * @param backing host, client, iso, file, network, dynamic or none
 * @param file datastore path of its file
 * @param datastore id of the datastore of its file
 * @param connected connected now
 * @param startConnected connects at power on
 * @param vmotionEnabled whether its pass-through is allowed to stay over vMotion (USB), or its migration is supported (vGPU)
 * @param profile vGPU profile
 */
public record Device(
        Ref ref,
        int key,
        @Nullable String label,
        String type,
        @Nullable String backing,
        @Nullable String file,
        @Nullable String datastore,
        @Nullable Boolean connected,
        @Nullable Boolean startConnected,
        @Nullable Boolean vmotionEnabled,
        @Nullable String profile) {

    /** Its label, or kind and device key where it has none. */
    public String shortLabel() {
        return label != null ? label : type + " " + key;
    }
}
