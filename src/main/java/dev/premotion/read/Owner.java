package dev.premotion.read;

import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Whose parts are read: what an id is an id in.
 *
 * @param vCenter instance UUID; empty for what belongs to no vCenter
 * @param vm the VM, for its devices
 */
record Owner(String vCenter, @Nullable Ref vm) {

    static Owner vCenter(String instanceUuid) {
        return new Owner(instanceUuid, null);
    }

    /** The owner of the parts of this thing. */
    Owner of(@Nullable Ref thing) {
        return thing != null && thing.kind().equals(Kind.VM) ? new Owner(vCenter, thing) : this;
    }
}
