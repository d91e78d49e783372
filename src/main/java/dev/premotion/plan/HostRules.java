package dev.premotion.plan;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.ClusterRule;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Vm;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The DRS rules between VMs and hosts that may keep a VM off a host of its cluster. */
final class HostRules {

    private static final Set<String> OTHERS = Set.of("affinity", "antiAffinity");

    private HostRules() {}

    /** Rules bind the VMs of their own cluster: one that comes from elsewhere is in none. */
    static List<Subject> of(Vm vm, Host host, Cluster cluster) {
        var rules = cluster.rules();
        var subjects = new ArrayList<Subject>();
        if (rules == null || !rules.complete()) {
            subjects.add(new HostRule(null, cluster, host, false));
        }
        for (var rule : rules == null ? List.<ClusterRule>of() : rules.items()) {
            if (rule.type() != null && OTHERS.contains(rule.type())) {
                continue;
            }
            var vms = rule.vms();
            boolean member = vms != null && vms.items().contains(vm.ref().id());
            if (member || vms == null || !vms.complete()) {
                subjects.add(new HostRule(rule, cluster, host, member));
            }
        }
        return subjects;
    }
}
