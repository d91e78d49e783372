package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.FeatureCapability;
import dev.premotion.inventory.FeatureRequirement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Feature requirements against masked feature capabilities: keys without regard to case, values {@code Type:Op:N}; a key
 * the host does not list counts as 0 (vSphere API, HostFeatureCapability and VirtualMachineFeatureRequirement). Numbers are
 * decimal or, after {@code 0x}, hexadecimal. Of the operations only {@code Min} was seen in public; {@code Max}, {@code Match}
 * and {@code Val} are read as their names say, and any other decides nothing.
 *
 * @param values by key in lower case
 * @param open keys whose value is no number, or that are listed with two values: unknown
 * @param complete whether a key that is not listed is not offered
 */
public record Features(Map<String, Long> values, Set<String> open, boolean complete) {

    private static final Set<String> TYPES = Set.of("Bool", "Num");
    private static final int HEX = 16;

    public static @Nullable Features of(@Nullable Listing<FeatureCapability> capabilities) {
        if (capabilities == null) {
            return null;
        }
        var values = new HashMap<String, Long>();
        var open = new HashSet<String>();
        for (var capability : capabilities) {
            var key = capability.key().toLowerCase(Locale.ROOT);
            var number = number(capability.value());
            var other = number == null ? null : values.putIfAbsent(key, number);
            if (number == null || other != null && !other.equals(number)) {
                open.add(key);
            }
        }
        values.keySet().removeAll(open);
        return new Features(values, open, capabilities.complete());
    }

    /** Absent where the host's capabilities are, or where the operation is none of those documented. */
    public static @Nullable Boolean meets(FeatureRequirement need, @Nullable Features offered) {
        var parts = need.value().split(":", -1);
        var wanted = parts.length == 3 && TYPES.contains(parts[0]) ? number(parts[2]) : null;
        if (offered == null || wanted == null) {
            return null;
        }
        var key = need.key().toLowerCase(Locale.ROOT);
        var has = offered.values.get(key);
        if (has == null && (!offered.complete || offered.open.contains(key))) {
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
        var plain = text.strip().toLowerCase(Locale.ROOT);
        if (plain.matches("0x[0-9a-f]{1,15}")) {
            return Long.valueOf(plain.substring("0x".length()), HEX);
        }
        return plain.matches("[0-9]{1,18}") ? Long.valueOf(plain) : null;
    }
}
