package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.FeatureCapability;
import dev.premotion.inventory.FeatureRequirement;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Feature requirements against masked feature capabilities: keys without regard to case, values {@code Type:Op:N}; a key
 * the host does not list counts as 0 (vSphere API, HostFeatureCapability and VirtualMachineFeatureRequirement).
 *
 * @param values by key in lower case
 * @param complete whether a key that is not listed is not offered
 */
public record Features(Map<String, Long> values, boolean complete) {

    public static @Nullable Features of(@Nullable Listing<FeatureCapability> capabilities) {
        if (capabilities == null) {
            return null;
        }
        var values = new HashMap<String, Long>();
        var complete = capabilities.complete();
        for (var capability : capabilities) {
            var number = number(capability.value());
            complete &= number != null;
            if (number != null) {
                values.put(capability.key().toLowerCase(Locale.ROOT), number);
            }
        }
        return new Features(values, complete);
    }

    /** Absent where the host's capabilities are, or where the operation is none of those documented. */
    public static @Nullable Boolean meets(FeatureRequirement need, @Nullable Features offered) {
        var parts = need.value().split(":");
        var wanted = parts.length == 3 ? number(parts[2]) : null;
        if (offered == null || wanted == null) {
            return null;
        }
        var has = offered.values.get(need.key().toLowerCase(Locale.ROOT));
        if (has == null && !offered.complete) {
            return null;
        }
        long value = has == null ? 0 : has;
        return switch (parts[1]) {
            case "Min" -> value >= wanted;
            case "Max" -> value <= wanted;
            case "Match", "Val" -> value == wanted;
            default -> null;
        };
    }

    private static @Nullable Long number(String text) {
        try {
            return Long.decode(text.trim());
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
