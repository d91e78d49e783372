package dev.premotion.plan;

import dev.premotion.inventory.Vm;
import dev.premotion.plan.Plan.Doubt;
import dev.premotion.plan.PlanDocument.VmName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the VM that an entry names, in one vCenter or in all. */
final class VmLookup {

    private final EstateIndex estate;
    private final VmName name;
    private final Lookup lookup;

    private VmLookup(EstateIndex estate, VmName name, Lookup lookup) {
        this.estate = estate;
        this.name = name;
        this.lookup = lookup;
    }

    /** A VM and its vCenter. */
    record Found(VCenterIndex at, Vm vm) {}

    /** Absent, with a problem, where none or several are meant. */
    static @Nullable Found find(EstateIndex estate, VmName name, Lookup lookup) {
        return new VmLookup(estate, name, lookup).find();
    }

    /** What the plan wrote, short. */
    static String written(VmName name) {
        return name.name() != null
                ? name.name()
                : name.path() != null ? name.path() : Objects.requireNonNullElse(name.id(), "");
    }

    private @Nullable Found find() {
        var scope = scope();
        var found = new ArrayList<Found>();
        for (var at : scope) {
            matches(at).forEach(vm -> found.add(new Found(at, vm)));
        }
        if (found.size() == 1) {
            doubtOthers(scope, found.get(0));
            return found.get(0);
        }
        if (found.isEmpty()) {
            none(scope);
        } else {
            several(found);
        }
        return null;
    }

    private List<VCenterIndex> scope() {
        if (name.vcenter() == null) {
            return estate.vCenters();
        }
        var at = lookup.vCenter("vm", name.vcenter());
        return at == null ? List.of() : List.of(at);
    }

    /** What fits everything that is written. */
    private List<Vm> matches(VCenterIndex at) {
        var vms = at.vms();
        var found = name.id() != null
                ? withId(vms, name.id())
                : name.path() != null ? vms.find(name.path()) : vms.find(written(name));
        return found.stream()
                .filter(vm -> name.path() == null
                        || name.id() == null
                        || vms.find(name.path()).contains(vm))
                .filter(vm -> name.name() == null || name.name().equalsIgnoreCase(vm.name()))
                .toList();
    }

    private static List<Vm> withId(Named<Vm> vms, String id) {
        var vm = vms.byId(id);
        return vm == null ? List.of() : List.of(vm);
    }

    private void none(List<VCenterIndex> scope) {
        var where = scope.size() == 1 ? scope.get(0).vCenter().label() + " has no VM " : "No vCenter has a VM ";
        var what = name.id() != null ? "with the id " : name.path() != null ? "at the path " : "named ";
        var names = new ArrayList<String>();
        scope.forEach(at ->
                names.addAll(name.path() == null ? at.vms().names() : at.vms().paths()));
        var open = scope.stream().filter(at -> !at.vms().complete()).toList();
        var labels = open.stream().map(at -> at.vCenter().label()).toList();
        var also = open.isEmpty() ? "" : " The snapshot of " + Words.and(labels) + " may not list every VM.";
        var maybe = name.id() == null ? lookup.maybe(what, written(name), () -> names) : "";
        var message = where + what + Words.quoted(idOr()) + "." + maybe + also;
        var first = open.isEmpty() ? null : open.get(0);
        lookup.problem(
                "vm",
                message,
                first == null
                        ? null
                        : new Doubt(
                                Lookup.ENTRY,
                                first.vCenter().ref(),
                                first.vCenter().label(),
                                first.vms().asked(),
                                message));
    }

    private String idOr() {
        return name.id() != null ? name.id() : name.path() != null ? name.path() : written(name);
    }

    private void several(List<Found> found) {
        var each = found.stream().map(VmLookup::told).toList();
        lookup.problem(
                Lookup.ENTRY,
                "vm",
                Words.quoted(idOr()) + " fits " + found.size() + " VMs: " + Words.some(each)
                        + ". Write one of these instead.");
    }

    private static String told(Found found) {
        var folder = found.vm().folder();
        return "{ vcenter: " + found.at().vCenter().label() + ", id: "
                + found.vm().ref().id() + " }" + (folder == null ? "" : " in " + folder);
    }

    /** Where a snapshot may not list every VM, there may be another that fits. */
    private void doubtOthers(List<VCenterIndex> scope, Found found) {
        for (var at : scope) {
            boolean byId = found.vm().ref().id().equals(name.id()) && at == found.at();
            if (!byId && !at.vms().complete()) {
                var label = at.vCenter().label();
                lookup.doubt(new Doubt(
                        Lookup.ENTRY,
                        at.vCenter().ref(),
                        label,
                        at.vms().asked(),
                        "The snapshot of " + label + " may not list every VM with its name, so another may be "
                                + Words.quoted(idOr()) + " too; vcenter and id name one for good."));
            }
        }
    }
}
