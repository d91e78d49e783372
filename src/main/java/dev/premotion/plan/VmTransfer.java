package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.KeyProvider;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import dev.premotion.reference.Release;
import dev.premotion.reference.Tables;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A VM that leaves one vCenter for another.
 *
 * @param folder path of the destination folder; absent for the datacenter's root
 */
public record VmTransfer(
        Vm vm,
        VCenter source,
        VCenter destination,
        @Nullable String folder,
        Tables tables) implements Subject {

    @Override
    public String kind() {
        return "vm-transfer";
    }

    @Override
    public String name() {
        return vm.label() + " to " + destination.label();
    }

    @Override
    public List<Ref> refs() {
        return List.of(vm.ref(), destination.ref());
    }

    public @Nullable Release sourceRelease() {
        return tables.vCenter(source.version(), source.build());
    }

    public @Nullable Release destinationRelease() {
        return tables.vCenter(destination.version(), destination.build());
    }

    /** Whether its home files or a virtual TPM are encrypted. */
    public @Nullable Boolean encrypted() {
        if (Boolean.TRUE.equals(vm.encrypted()) || Boolean.TRUE.equals(vm.vTpmPresent())) {
            return true;
        }
        return vm.encrypted();
    }

    /** Ids of the destination's key providers. */
    public @Nullable Listing<String> destinationKeyProviders() {
        var providers = destination.keyProviders();
        return providers == null
                ? null
                : new Listing<>(providers.stream().map(KeyProvider::id).toList(), providers.complete());
    }

    /** Whether a VM of this name is in the destination folder. */
    public @Nullable Boolean nameTaken() {
        var vms = destination.vms();
        if (vms == null || folder == null) {
            return null;
        }
        if (vms.stream()
                .anyMatch(other -> folder.equals(other.folder()) && vm.label().equals(other.name()))) {
            return true;
        }
        return vms.complete() && vms.stream().allMatch(other -> other.folder() != null) ? Boolean.FALSE : null;
    }
}
