package dev.premotion.plan;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.ClusterRule;
import dev.premotion.inventory.Ref;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The VMs of a DRS rule that wants them on one host or apart, where the plan leaves them.
 *
 * @param places such as {@code web-a on esx-01}
 * @param kept whether the rule is kept then
 * @param lacking what would tell
 */
public record AffinityGroup(
        ClusterRule rule,
        Cluster cluster,
        List<String> places,
        @Nullable Boolean kept,
        List<Lacking> lacking) implements Subject {

    @Override
    public String kind() {
        return "affinity-group";
    }

    @Override
    public String name() {
        return rule.name();
    }

    @Override
    public List<Ref> refs() {
        return List.of(cluster.ref(), new Ref("rule", cluster.ref().vCenter(), rule.name() + " " + rule.type()));
    }

    @Override
    public List<Lacking> lacking(String path) {
        return lacking;
    }

    public @Nullable Boolean enabled() {
        return rule.enabled();
    }

    /** What it wants: together or apart. */
    public String wants() {
        return "affinity".equals(rule.type()) ? "together" : "apart";
    }
}
