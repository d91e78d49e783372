package dev.premotion.plan;

import dev.premotion.inventory.Glob;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.Plan.Doubt;
import dev.premotion.plan.PlanDocument.Entry;
import dev.premotion.plan.PlanDocument.Selection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The VMs that an entry selects, in the order of the inventory. A VM of which nobody can tell whether it fits, or whether
 * it is left out, is in with a doubt; where nobody can tell of any whether it fits, the selection is a problem.
 *
 * @param written the selection in words
 * @param partial the vCenters whose list may lack VMs that are selected
 */
record Selected(List<One> vms, String written, List<VCenterIndex> partial) {

    /**
     * @param fits whether it surely fits what is selected
     * @param doubts why it may not be meant all the same
     */
    record One(VCenterIndex at, Vm vm, boolean fits, List<Doubt> doubts) {}

    static Selected of(Entry entry, EstateIndex estate, Lookup lookup) {
        var selection = Objects.requireNonNull(entry.select(), "an entry names a VM or selects some");
        var matcher = new SelectionMatcher(selection);
        var exclude = entry.exclude() == null ? null : new SelectionMatcher(entry.exclude());
        var vms = new ArrayList<One>();
        var scope = estate.vCenters().stream().filter(matcher::in).toList();
        scope.forEach(at -> at.vms().all().forEach(vm -> add(at, vm, matcher, exclude, vms)));
        var written = words(selection);
        if (vms.isEmpty()) {
            none(selection, written, estate, scope, lookup);
        } else if (vms.stream().noneMatch(One::fits)) {
            var open = vms.get(0).doubts.get(0);
            lookup.problem("select", "Whether any VM is selected is open. " + open.message(), open);
        }
        return new Selected(
                vms, written, scope.stream().filter(Selected::partial).toList());
    }

    private static boolean partial(VCenterIndex at) {
        var vms = at.vCenter().vms();
        return vms == null || !vms.complete();
    }

    private static void add(
            VCenterIndex at, Vm vm, SelectionMatcher matcher, @Nullable SelectionMatcher exclude, List<One> into) {
        var selected = matcher.match(at, vm);
        if (Boolean.FALSE.equals(selected.fits())) {
            return;
        }
        var left = exclude == null ? null : exclude.match(at, vm);
        if (left != null && Boolean.TRUE.equals(left.fits())) {
            return;
        }
        var doubts = new ArrayList<Doubt>();
        if (selected.missing() != null) {
            doubts.add(doubt(vm, selected.missing(), "is selected"));
        }
        if (left != null && left.missing() != null) {
            doubts.add(doubt(vm, left.missing(), "is excluded"));
        }
        into.add(new One(at, vm, selected.missing() == null, List.copyOf(doubts)));
    }

    private static Doubt doubt(Vm vm, String property, String what) {
        return new Doubt(
                Lookup.ENTRY,
                vm.ref(),
                vm.label(),
                property,
                "The snapshot does not tell the " + property + " of " + vm.label() + ", so whether it " + what
                        + " is open.");
    }

    private static void none(
            Selection selection, String written, EstateIndex estate, List<VCenterIndex> scope, Lookup lookup) {
        var empty = scope.stream()
                .filter(at -> !at.vms().collected())
                .map(at -> at.vCenter().label())
                .toList();
        var also = empty.isEmpty() ? "" : " The snapshot of " + Words.and(empty) + " lists no VMs.";
        var nearer = maybe(selection, estate, scope, lookup);
        boolean said = !nearer.isEmpty() && written.equals("name " + selection.name());
        var message = ((said ? "" : "No VM fits " + written + ".") + nearer + also).strip();
        var open = scope.stream().filter(Selected::partial).findFirst().map(at -> open(at, message));
        lookup.problem("select", message, open.orElse(null));
    }

    private static Doubt open(VCenterIndex at, String message) {
        var vCenter = at.vCenter();
        return new Doubt(Lookup.ENTRY, vCenter.ref(), vCenter.label(), at.vms().asked(), message);
    }

    /** The first pattern that fits nothing on its own, with names near it. */
    private static String maybe(Selection selection, EstateIndex estate, List<VCenterIndex> scope, Lookup lookup) {
        if (scope.isEmpty()) {
            return lookup.maybe(
                    "vCenter",
                    String.valueOf(selection.vcenter()),
                    () -> estate.vCenters().stream()
                            .map(v -> v.vCenter().label())
                            .toList());
        }
        var said = near("datacenter", selection.datacenter(), names(scope, VCenterIndex::datacenters), lookup);
        said = said.isEmpty()
                ? near("cluster", selection.cluster(), names(scope, VCenterIndex::clusters), lookup)
                : said;
        said = said.isEmpty() ? near("host", selection.host(), names(scope, VCenterIndex::hosts), lookup) : said;
        said = said.isEmpty()
                ? near("datastore", selection.datastore(), names(scope, VCenterIndex::datastores), lookup)
                : said;
        said = said.isEmpty()
                ? near("network", selection.network(), names(scope, VCenterIndex::networks), lookup)
                : said;
        return said.isEmpty() ? near("VM", selection.name(), names(scope, VCenterIndex::vms), lookup) : said;
    }

    private static <T extends Record> Collection<String> names(
            List<VCenterIndex> scope, Function<VCenterIndex, Named<T>> kind) {
        var names = new LinkedHashSet<String>();
        scope.forEach(at -> names.addAll(kind.apply(at).names()));
        return names;
    }

    private static String near(String kind, @Nullable String pattern, Collection<String> names, Lookup lookup) {
        if (pattern == null || names.stream().anyMatch(Glob.of(pattern)::matches)) {
            return "";
        }
        var literal = pattern.replace("*", "").replace("?", "");
        var like = literal.equals(pattern) ? " is named " : " has a name like ";
        return " No " + kind + like + Words.quoted(pattern) + "."
                + lookup.maybe(kind, literal, () -> List.copyOf(names));
    }

    private static String words(Selection selection) {
        var words = new ArrayList<String>();
        add(words, "vcenter", selection.vcenter());
        add(words, "datacenter", selection.datacenter());
        add(words, "cluster", selection.cluster());
        add(words, "host", selection.host());
        add(words, "resourcePool", selection.resourcePool());
        add(words, "folder", selection.folder());
        add(words, "name", selection.name());
        add(words, "datastore", selection.datastore());
        add(words, "network", selection.network());
        add(words, "tag", selection.tag());
        add(words, "power", selection.power());
        return String.join(", ", words);
    }

    private static void add(List<String> words, String key, @Nullable String pattern) {
        if (pattern != null) {
            words.add(key + " " + pattern);
        }
    }
}
