package dev.premotion.plan;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.ClusterRule;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A DRS rule between VMs and hosts, and one host that a VM of the group would come to.
 *
 * @param rule absent for rules that the inventory does not list
 * @param memberKnown whether the VM is surely in the rule's group of VMs
 */
public record HostRule(@Nullable ClusterRule rule, Cluster cluster, Host host, boolean memberKnown) implements Subject {

    @Override
    public String kind() {
        return "host-rule";
    }

    @Override
    public String name() {
        return (rule == null ? "other rules of " + Lacking.name(cluster) : rule.name()) + " at " + host.label();
    }

    @Override
    public List<Ref> refs() {
        var own = rule == null ? "" : rule.name() + " " + rule.type() + (memberKnown ? "" : " ?");
        return List.of(cluster.ref(), new Ref("rule", cluster.ref().vCenter(), own), host.ref());
    }

    @Override
    public List<Lacking> lacking(String path) {
        return List.of(new Lacking(cluster.ref(), Lacking.name(cluster), rule == null ? "rulesConfirmed" : "rules"));
    }

    public @Nullable String ruleName() {
        return rule == null ? null : rule.name();
    }

    public @Nullable Boolean enabled() {
        return rule == null ? confirmed() : rule.enabled();
    }

    public @Nullable Boolean mandatory() {
        return rule == null ? null : rule.mandatory();
    }

    /** Whether the rule lets the VM run on the host. */
    public @Nullable Boolean hostAllowed() {
        if (rule == null || rule.type() == null || rule.hosts() == null) {
            return null;
        }
        boolean listed = rule.hosts().items().contains(host.ref().id());
        if (!listed && !rule.hosts().complete()) {
            return null;
        }
        boolean allowed = listed == rule.type().equals("vmHostAffinity");
        return allowed || memberKnown ? allowed : null;
    }

    /** False where somebody confirmed that no other rule is in force. */
    private @Nullable Boolean confirmed() {
        return Boolean.TRUE.equals(cluster.rulesConfirmed()) ? Boolean.FALSE : null;
    }
}
