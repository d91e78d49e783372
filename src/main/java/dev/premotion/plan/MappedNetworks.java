package dev.premotion.plan;

import dev.premotion.plan.Plan.Doubt;
import dev.premotion.plan.PlanDocument.Entry;
import dev.premotion.plan.Selected.One;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The networks that an entry maps to others: a slip in a name would leave the adapter that is meant unmapped without a word.
 * A VM need not be on each of them, so that one map can serve many entries.
 */
final class MappedNetworks {

    private MappedNetworks() {}

    /**
     * Looks each name up in the vCenters that the VMs leave; what only an adapter names is known, too.
     *
     * @param partial vCenters that the entry may take further VMs from
     */
    static void check(Entry entry, List<One> vms, List<VCenterIndex> partial, Lookup lookup) {
        for (var name : entry.to().networks().keySet()) {
            if (vms.stream().noneMatch(one -> surely(one) && knows(one, name))) {
                check(name, vms, partial, lookup);
            }
        }
    }

    /** Where no VM is surely meant each has a doubt of its own, and none is needed of a name that one of them knows. */
    private static void check(String name, List<One> vms, List<VCenterIndex> partial, Lookup lookup) {
        var perhaps = vms.stream().filter(one -> knows(one, name)).findFirst();
        var further = partial.stream().filter(at -> knows(at, name)).findFirst();
        if (perhaps.isPresent()) {
            if (vms.stream().anyMatch(MappedNetworks::surely)) {
                perhaps(name, perhaps.get(), lookup);
            }
        } else if (further.isPresent()) {
            var at = further.get();
            lookup.doubt(doubt(at, at.vms().asked(), open(name, at, "another VM")));
        } else if (!vms.isEmpty()) {
            var all = Stream.concat(vms.stream().map(One::at), partial.stream());
            unknown(name, all.distinct().toList(), lookup);
        }
    }

    /**
     * Which of the names that a plan maps means a network: its id, its name as written, or else its name in other letters;
     * absent where none does.
     *
     * @param id absent where unknown
     * @param name likewise
     */
    static @Nullable String key(Set<String> names, @Nullable String id, @Nullable String name) {
        return id != null && names.contains(id)
                ? id
                : name == null || names.contains(name)
                        ? name
                        : names.stream()
                                .filter(one -> Named.alike(one, name))
                                .findFirst()
                                .orElse(null);
    }

    private static boolean surely(One one) {
        return one.doubts().isEmpty();
    }

    /** Only a VM that may not be meant knows the name. */
    private static void perhaps(String name, One one, Lookup lookup) {
        var message = open(name, one.at(), one.vm().label());
        one.doubts().forEach(open -> lookup.doubt(open.saying(message)));
    }

    private static String open(String name, VCenterIndex at, String vm) {
        return "A network named " + Words.quoted(name) + " is at "
                + at.vCenter().label() + ", and whether " + vm + " is taken from there is open.";
    }

    private static Doubt doubt(VCenterIndex at, String property, String message) {
        return new Doubt(Lookup.ENTRY, at.vCenter().ref(), at.vCenter().label(), property, message);
    }

    private static boolean knows(One one, String name) {
        var nics = one.vm().nics();
        return knows(one.at(), name)
                || nics != null
                        && nics.stream().anyMatch(nic -> key(Set.of(name), nic.network(), nic.networkName()) != null);
    }

    private static boolean knows(VCenterIndex at, String name) {
        return !at.networks().find(name).isEmpty();
    }

    private static void unknown(String name, List<VCenterIndex> vCenters, Lookup lookup) {
        var labels = Words.and(vCenters.stream().map(at -> at.vCenter().label()).toList());
        for (var at : vCenters) {
            if (!at.networks().complete()) {
                var message = "No listed network of " + labels + " is named \"" + name + "\", and not all are listed.";
                lookup.doubt(doubt(at, at.networks().asked(), message));
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
