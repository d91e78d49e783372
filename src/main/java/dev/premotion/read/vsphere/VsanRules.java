package dev.premotion.read.vsphere;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one storage policy asks of vSAN.
 *
 * @param rules values by the id of the capability, such as {@code hostFailuresToTolerate}
 */
record VsanRules(Map<String, String> rules) {

    private static final String NAMESPACE = "VSAN";
    private static final int MOST_FAILURES = 3;

    /** Of a {@code PbmCapabilityProfile}; absent where it asks nothing of vSAN. */
    static @Nullable VsanRules of(Value profile) {
        var sets = new ArrayList<Map<String, String>>();
        for (var set : profile.all("constraints.subProfiles")) {
            var rules = rules(set);
            if (!rules.isEmpty()) {
                sets.add(rules);
            }
        }
        // Of several sets of rules any one may be met, and which one it is nobody can say beforehand.
        return sets.isEmpty() ? null : new VsanRules(sets.size() == 1 ? sets.get(0) : Map.of());
    }

    private static Map<String, String> rules(Value set) {
        var rules = new HashMap<String, String>();
        for (var capability : set.all("capability")) {
            var space = capability.find("id.namespace");
            for (var property : capability.all("constraint.propertyInstance")) {
                var id = property.find("id");
                var value = property.find("value");
                if (space != null && space.text().strip().equals(NAMESPACE) && id != null && value != null) {
                    rules.put(id.text().strip(), value.text().strip());
                }
            }
        }
        return rules;
    }

    /**
     * How many bytes one byte of a file takes: for RAID-1 one copy more than failures to tolerate, for RAID-6 (two
     * failures) 1.5 (vSAN administration, "Using RAID 5 or RAID 6 Erasure Coding"). Absent for RAID-5, which takes 1.33 or
     * less by the kind of vSAN and its size, for stretched clusters, which store each of it at two sites, and where space
     * is reserved beyond what files use.
     */
    @Nullable
    Double spaceFactor() {
        var failures = rules.getOrDefault("hostFailuresToTolerate", "");
        if (!failures.matches("\\d") || Integer.parseInt(failures) > MOST_FAILURES || !oneSite() || reserves()) {
            return null;
        }
        var method = rules.getOrDefault("replicaPreference", "RAID-1");
        int tolerated = Integer.parseInt(failures);
        if (method.startsWith("RAID-1")) {
            return (double) (tolerated + 1);
        }
        return tolerated == 2 && (method.startsWith("RAID-5/6") || method.startsWith("RAID-6")) ? 1.5 : null;
    }

    private boolean oneSite() {
        return rules.getOrDefault("subFailuresToTolerate", "0").equals("0")
                && rules.getOrDefault("locality", "None").equals("None");
    }

    private boolean reserves() {
        return !rules.getOrDefault("proportionalCapacity", "0").equals("0");
    }
}
