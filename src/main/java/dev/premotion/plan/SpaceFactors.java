package dev.premotion.plan;

import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.VCenter;
import dev.premotion.reference.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How much of a datastore files take: on vSAN each byte as often as their storage policy says. */
final class SpaceFactors {

    private final double esaOverhead;

    /** By id of the vCenter and name of the policy. */
    private final Map<String, Map<String, Double>> factors = new HashMap<>();

    SpaceFactors(Inventory inventory, Tables tables) {
        this.esaOverhead = Objects.requireNonNull(tables.limit("vsan.esaPerMille")) / 1000.0;
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
        var factors = on.type() == null ? List.<Double>of() : factors(on, policy);
        if (!factors.isEmpty() && factors.get(0) >= 1) {
            double most = factors.get(factors.size() - 1);
            return new Amount(
                    (long) Math.floor(bytes.least() * factors.get(0)),
                    bytes.most() == null ? null : Long.valueOf((long) Math.ceil(bytes.most() * most)),
                    bytes.lacking() == null && most > factors.get(0)
                            ? new Lacking(on.ref(), on.label(), "spaceFactor")
                            : bytes.lacking());
        }
        var open = on.type() == null ? "type" : "spaceFactor";
        return new Amount(bytes.least(), null, new Lacking(on.ref(), on.label(), open));
    }

    /**
     * The least and the most that may count: what somebody says of the datastore; else what the policy asks for, and that with
     * the overhead of vSAN ESA, since nobody tells which kind of vSAN it is. Files without a policy take the datastore's default.
     */
    private List<Double> factors(Datastore on, FilePolicy policy) {
        var told = on.spaceFactor();
        if (told != null || !policy.known()) {
            return told == null ? List.of() : List.of(told);
        }
        var name = policy.name() == null ? on.defaultStoragePolicy() : policy.name();
        var own = name == null
                ? null
                : factors.getOrDefault(on.ref().vCenter(), Map.of()).get(name);
        return own == null ? List.of() : List.of(own, own * esaOverhead);
    }
}
