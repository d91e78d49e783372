package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.KeyProvider;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.ResourcePool;
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

    @Override
    public List<Lacking> lacking(String path) {
        if (path.equals("inVApp")) {
            return Lacking.of(vm, "resourcePool").isEmpty()
                    ? List.of(new Lacking(source.ref(), source.label(), "resourcePools"))
                    : Lacking.of(vm, "resourcePool");
        }
        return path.equals("destination.keyProviders")
                ? List.of(new Lacking(
                        destination.ref(),
                        destination.label(),
                        destination.keyProviders() == null ? "keyProviders" : "keyProviders.complete"))
                : List.of();
    }

    public @Nullable Release sourceRelease() {
        return tables.vCenter(source.version(), source.build());
    }

    public @Nullable Release destinationRelease() {
        return tables.vCenter(destination.version(), destination.build());
    }

    /** Whether its home files are encrypted, as they are with a virtual TPM. */
    public @Nullable Boolean encrypted() {
        return Encryption.of(vm);
    }

    /** Ids of the destination's key providers. */
    public @Nullable Listing<String> destinationKeyProviders() {
        var providers = destination.keyProviders();
        return providers == null
                ? null
                : new Listing<>(providers.stream().map(KeyProvider::id).toList(), providers.complete());
    }

    /** Ids of the keys that the VM's key provider holds at the destination; absent where that is not known. */
    public @Nullable Listing<String> destinationKeys() {
        var providers = destination.keyProviders();
        return providers == null
                ? null
                : providers.stream()
                        .filter(provider -> provider.id().equals(vm.keyProvider()))
                        .findFirst()
                        .map(KeyProvider::keyIds)
                        .orElse(null);
    }

    /** Whether it is part of a vApp, which it has to leave. */
    public @Nullable Boolean inVApp() {
        if (vm.vApp() != null) {
            return true;
        }
        var pools = source.resourcePools();
        return pools == null
                ? null
                : pools.stream()
                        .filter(pool -> pool.ref().id().equals(vm.resourcePool()))
                        .findFirst()
                        .map(ResourcePool::vApp)
                        .orElse(null);
    }
}
