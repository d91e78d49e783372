package dev.premotion.plan;

import dev.premotion.inventory.Vm;
import org.jspecify.annotations.Nullable;

/** Whether a VM's home files are encrypted. */
final class Encryption {

    private Encryption() {}

    /** A virtual TPM is there only with encrypted home files (D80-ENCINT). */
    static @Nullable Boolean of(Vm vm) {
        var devices = vm.devices();
        boolean tpm = devices != null
                && devices.stream().anyMatch(device -> device.type().equals("tpm"));
        return tpm || Boolean.TRUE.equals(vm.vTpmPresent()) ? Boolean.TRUE : vm.encrypted();
    }
}
