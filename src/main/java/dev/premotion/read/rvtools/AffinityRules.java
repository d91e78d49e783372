package dev.premotion.read.rvtools;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.ClusterRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * DRS rules, gathered from the VMs that name them. RVTools tells neither whether a rule is in force nor the hosts of a rule
 * between VMs and hosts, and leaves rules without VMs out: what is gathered is never all.
 */
final class AffinityRules {

    private final Map<String, Map<String, Rule>> byCluster = new LinkedHashMap<>();

    /** Remembers what a VM's two cells say; lists in both go together. */
    void add(String cluster, @Nullable String types, String names, VmInMaking vm) {
        var typeList = types == null ? List.<String>of() : List.of(types.split("\\s*[,;\\n]\\s*"));
        var nameList = List.of(names.split("\\s*[,;\\n]\\s*"));
        boolean paired = typeList.size() == nameList.size();
        var inCluster = byCluster.computeIfAbsent(cluster, key -> new LinkedHashMap<>());
        if (!paired && typeList.size() <= 1) { // one rule whose name has a comma
            inCluster.computeIfAbsent(names, Rule::new).add(typeList.isEmpty() ? null : typeList.get(0), vm);
            return;
        }
        for (int i = 0; i < nameList.size(); i++) {
            inCluster.computeIfAbsent(nameList.get(i), Rule::new).add(paired ? typeList.get(i) : null, vm);
        }
    }

    /** The rules of a cluster; absent where no VM names one. */
    @Nullable
    Listing<ClusterRule> of(String cluster) {
        var rules = byCluster.get(cluster);
        return rules == null
                ? null
                : Listing.partial(rules.values().stream().map(Rule::build).toList());
    }

    /** A rule in the making. */
    private static final class Rule {

        private final String name;
        private final List<VmInMaking> vms = new ArrayList<>();
        private @Nullable String type;

        private Rule(String name) {
            this.name = name;
        }

        private void add(@Nullable String type, VmInMaking vm) {
            this.type = type == null ? this.type : type;
            vms.add(vm);
        }

        private ClusterRule build() {
            var ids = vms.stream().map(VmInMaking::id).toList();
            return new ClusterRule(name, kind(), null, null, Listing.partial(ids), null);
        }

        private @Nullable String kind() {
            return switch (type == null
                    ? ""
                    : type.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "")) {
                case "affinity" -> "affinity";
                case "antiaffinity" -> "antiAffinity";
                default -> null;
            };
        }
    }
}
