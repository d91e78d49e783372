package dev.premotion.plan;

import dev.premotion.inventory.Nic;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.Plan.Doubt;
import dev.premotion.plan.PlanDocument.Entry;
import dev.premotion.plan.Selected.One;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Networks that an entry maps although no adapter of its VMs is connected to one of that name: a slip in a name would
 * leave the adapter that is meant unmapped without a word. Of a selection one adapter of one VM is enough.
 */
final class UnusedMappings {

    private final Entry entry;
    private final List<One> vms;
    private final @Nullable Doubt unlisted;

    private UnusedMappings(Entry entry, List<One> vms, @Nullable Doubt unlisted) {
        this.entry = entry;
        this.vms = vms;
        this.unlisted = unlisted;
    }

    /** Of an entry that names its VM; where its adapters are not all known, that is a doubt of its own. */
    static void ofVm(Entry entry, One vm, Lookup lookup) {
        if (open(vm) == null) {
            new UnusedMappings(entry, List.of(vm), null).check(lookup, vm.vm().label() + " has no adapter on ");
        }
    }

    static void ofSelection(Entry entry, Selected selected, Lookup lookup) {
        var all = selected.vms();
        var partial = selected.partial();
        new UnusedMappings(entry, all, partial.isEmpty() ? null : unlisted(partial.get(0)))
                .check(
                        lookup,
                        all.size() == 1
                                ? all.get(0).vm().label() + ", the only VM selected, has no adapter on "
                                : "None of the " + all.size() + " VMs selected has an adapter on ");
    }

    private void check(Lookup lookup, String nobody) {
        for (var name : entry.to().networks().keySet()) {
            if (sources().noneMatch(name::equalsIgnoreCase)) {
                var open = open();
                if (open != null) {
                    lookup.doubt(open);
                } else {
                    var names = sources().distinct().toList();
                    var kind = "network mapped at " + entry.place();
                    lookup.problem(
                            Lookup.ENTRY, "to/networks", nobody + name + "." + lookup.maybe(kind, name, () -> names));
                }
            }
        }
    }

    /** What would tell whether there are other adapters; absent where all are known. */
    private @Nullable Doubt open() {
        for (var vm : vms) {
            var open = open(vm);
            if (open != null) {
                return open;
            }
        }
        return unlisted;
    }

    /** The names of the networks that adapters are connected to. */
    private Stream<String> sources() {
        return vms.stream()
                .flatMap(one -> nics(one.vm())
                        .map(nic -> NicMoves.sourceName(one.at(), nic))
                        .filter(Objects::nonNull));
    }

    private static Stream<Nic> nics(Vm vm) {
        return vm.nics() == null ? Stream.empty() : vm.nics().stream();
    }

    /** What would tell the networks of all adapters of a VM; absent where they are known. */
    private static @Nullable Doubt open(One one) {
        var vm = one.vm();
        boolean unknown = nics(vm).anyMatch(nic -> NicMoves.sourceName(one.at(), nic) == null);
        boolean listed = vm.nics() != null && vm.nics().complete();
        return listed && !unknown ? null : NicMoves.unknown(vm, unknown);
    }

    private static Doubt unlisted(VCenterIndex at) {
        var vCenter = at.vCenter();
        return new Doubt(
                Lookup.ENTRY,
                vCenter.ref(),
                vCenter.label(),
                at.vms().asked(),
                "The snapshot of " + vCenter.label() + " may not list every VM that is selected, and none of those"
                        + " listed has an adapter on each network that is mapped.");
    }
}
