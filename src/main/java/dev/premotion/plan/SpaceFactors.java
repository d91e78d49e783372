package dev.premotion.plan;

import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.VCenter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much of a datastore files take: on vSAN each byte as often as their storage policy says. */
final class SpaceFactors {

    /** By id of the vCenter and name of the policy. */
    private final Map<String, Map<String, Double>> factors = new HashMap<>();

    SpaceFactors(Inventory inventory) {
        for (VCenter vCenter : inventory.vCenters()) {
            var own = factors.computeIfAbsent(vCenter.ref().id(), id -> new HashMap<>());
            if (vCenter.vsanPolicies() != null) {
                vCenter.vsanPolicies().forEach(policy -> {
                    if (policy.spaceFactor() != null) {
                        own.put(policy.name(), policy.spaceFactor());
                    }
                });
            }
        }
    }

    /** What files of one policy take; at least one copy where it is not known how many they are. */
    Amount taken(Datastore on, FilePolicy policy, Amount bytes) {
        if (bytes.equals(Amount.NONE) || on.type() != null && !on.type().equalsIgnoreCase("vsan")) {
            return bytes;
        }
        var factor = on.type() == null ? null : factor(on, policy);
        if (factor != null && factor >= 1) {
            var most = bytes.most() == null ? null : Long.valueOf((long) Math.ceil(bytes.most() * factor));
            return new Amount((long) Math.floor(bytes.least() * factor), most, bytes.lacking());
        }
        var open = on.type() == null ? "type" : "spaceFactor";
        return new Amount(bytes.least(), null, new Lacking(on.ref(), on.label(), open));
    }

    /** What somebody says of the datastore goes first; files without a policy take its default. */
    private @Nullable Double factor(Datastore on, FilePolicy policy) {
        if (on.spaceFactor() != null || !policy.known()) {
            return on.spaceFactor();
        }
        var name = policy.name() == null ? on.defaultStoragePolicy() : policy.name();
        return factors.getOrDefault(on.ref().vCenter(), Map.of()).get(name);
    }
}
