package dev.premotion.plan;

import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.VCenter;
import dev.premotion.reference.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
        if (bytes.equals(Amount.NONE) || !mayBeVsan(on)) {
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
     * What is free once files of one policy have gone. A vSAN that deduplicates or compresses took less for them and gives
     * back no more than that, perhaps next to nothing; the inventory does not say whether it does.
     */
    Amount freed(Datastore on, FilePolicy policy, Amount bytes) {
        var taken = taken(on, policy, bytes);
        return mayBeVsan(on)
                ? taken.perhaps(on.type() == null ? new Lacking(on.ref(), on.label(), "type") : null)
                : taken;
    }

    private static boolean mayBeVsan(Datastore on) {
        return on.type() == null || on.type().equalsIgnoreCase("vsan");
    }

    /**
     * The least and the most that may count: what the policy asks for, and that with the overhead of vSAN ESA, since nobody
     * tells which kind of vSAN it is, unless somebody says how much it is of the datastore. Where that is neither, one of the
     * two is wrong, and it may be as little as the one or as much as the other.
     */
    private List<Double> factors(Datastore on, FilePolicy policy) {
        var told = on.spaceFactor();
        var asked = asked(on, policy);
        if (asked == null) {
            return told == null ? List.of() : List.of(told);
        }
        double most = asked * esaOverhead;
        if (told == null) {
            return List.of(asked, most);
        }
        return told >= asked && told <= most ? List.of(told) : List.of(Math.min(told, asked), Math.max(told, most));
    }

    /** By the files' policy, or by the datastore's default where they have none; absent where it is not known. */
    private @Nullable Double asked(Datastore on, FilePolicy policy) {
        var name = policy.name() == null ? on.defaultStoragePolicy() : policy.name();
        return name == null || !policy.known()
                ? null
                : factors.getOrDefault(on.ref().vCenter(), Map.of()).get(name);
    }
}
