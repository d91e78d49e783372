package dev.premotion.plan;

import dev.premotion.plan.Plan.Doubt;
import dev.premotion.plan.PlanDocument.Entry;
import dev.premotion.plan.Selected.One;
import java.util.List;

/**
 * The networks that an entry maps to others: a slip in a name would leave the adapter that is meant unmapped without a word.
 * A VM need not be on each of them, so that one map can serve many entries.
 */
final class MappedNetworks {

    private MappedNetworks() {}

    /** Looks each name up in the vCenters that the VMs leave; what only an adapter names is known, too. */
    static void check(Entry entry, List<One> vms, Lookup lookup) {
        for (var name : entry.to().networks().keySet()) {
            if (!vms.isEmpty() && vms.stream().noneMatch(one -> knows(one, name))) {
                unknown(name, vms.stream().map(One::at).distinct().toList(), lookup);
            }
        }
    }

    private static boolean knows(One one, String name) {
        var nics = one.vm().nics();
        return !one.at().networks().find(name).isEmpty()
                || nics != null && nics.stream().anyMatch(nic -> name.equalsIgnoreCase(nic.networkName()));
    }

    private static void unknown(String name, List<VCenterIndex> vCenters, Lookup lookup) {
        var labels = Words.and(vCenters.stream().map(at -> at.vCenter().label()).toList());
        for (var at : vCenters) {
            if (!at.networks().complete()) {
                var message = "No listed network of " + labels + " is named \"" + name + "\", and not all are listed.";
                var asked = at.networks().asked();
                lookup.doubt(
                        new Doubt(Lookup.ENTRY, at.vCenter().ref(), at.vCenter().label(), asked, message));
                return;
            }
        }
        var maybe = lookup.maybe(
                "network mapped at " + labels,
                name,
                () -> vCenters.stream()
                        .flatMap(at -> at.networks().names().stream())
                        .distinct()
                        .toList());
        lookup.mistaken(
                "to/networks",
                "No network of " + labels + " is named \"" + name + "\"." + maybe,
                "Write the name of the network that the adapter is on now before the colon.");
    }
}
