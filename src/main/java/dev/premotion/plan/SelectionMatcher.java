package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Glob;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.PowerState;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.PlanDocument.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whether VMs fit a selection: yes, no, or unknown where the inventory lacks what a pattern asks for. */
final class SelectionMatcher {

    private final List<Check> checks = new ArrayList<>();
    private final @Nullable Glob vCenter;

    /** @param property what the VM lacks where the answer is unknown */
    private record Check(String property, Question question) {}

    @FunctionalInterface
    private interface Question {
        @Nullable
        Boolean matches(VCenterIndex at, Vm vm);
    }

    /** @param missing the property that leaves it open; absent where the answer is known */
    record Match(@Nullable Boolean fits, @Nullable String missing) {}

    SelectionMatcher(Selection selection) {
        this.vCenter = selection.vcenter() == null ? null : Glob.of(selection.vcenter());
        text(selection.name(), "name", (at, vm) -> vm.name());
        if (selection.power() != null) {
            var state = state(selection.power());
            checks.add(new Check("powerState", (at, vm) -> vm.powerState() == null ? null : vm.powerState() == state));
        }
        text(selection.cluster(), "cluster", SelectionMatcher::cluster);
        text(selection.datacenter(), "datacenter", SelectionMatcher::datacenter);
        text(selection.host(), "host", (at, vm) -> label(at.hosts(), vm.host()));
        pool(selection.resourcePool());
        folder(selection.folder());
        listed(selection.tag(), "tags", (at, vm) -> vm.tags());
        listed(selection.datastore(), "disks", SelectionMatcher::datastores);
        listed(selection.network(), "nics", SelectionMatcher::networks);
    }

    /** Whether any VM of a vCenter can fit. */
    boolean in(VCenterIndex at) {
        var v = at.vCenter();
        return vCenter == null
                || vCenter.matches(v.label())
                || vCenter.matches(v.ref().id());
    }

    /** Cheap questions come first; a no ends it. */
    Match match(VCenterIndex at, Vm vm) {
        if (!in(at)) {
            return new Match(false, null);
        }
        String missing = null;
        for (var check : checks) {
            var fits = check.question.matches(at, vm);
            if (Boolean.FALSE.equals(fits)) {
                return new Match(false, null);
            }
            missing = fits == null && missing == null ? check.property : missing;
        }
        return new Match(missing == null ? Boolean.TRUE : null, missing);
    }

    private static PowerState state(String word) {
        return switch (word) {
            case "on" -> PowerState.POWERED_ON;
            case "off" -> PowerState.POWERED_OFF;
            default -> PowerState.SUSPENDED;
        };
    }

    private interface Text {
        @Nullable
        String of(VCenterIndex at, Vm vm);
    }

    /** An empty text stands for "it has none". */
    private void text(@Nullable String pattern, String property, Text text) {
        if (pattern != null) {
            var glob = Glob.of(pattern);
            checks.add(new Check(property, (at, vm) -> {
                var value = text.of(at, vm);
                return value == null ? null : !value.isEmpty() && glob.matches(value);
            }));
        }
    }

    private interface Texts {
        @Nullable
        Listing<String> of(VCenterIndex at, Vm vm);
    }

    private void listed(@Nullable String pattern, String property, Texts texts) {
        if (pattern != null) {
            var glob = Glob.of(pattern);
            checks.add(new Check(property, (at, vm) -> {
                var values = texts.of(at, vm);
                if (values == null) {
                    return null;
                }
                if (values.stream().anyMatch(glob::matches)) {
                    return true;
                }
                return values.complete() ? Boolean.FALSE : null;
            }));
        }
    }

    private static @Nullable String cluster(VCenterIndex at, Vm vm) {
        var here = Here.of(at, vm);
        Host host = here.host();
        if (here.clusterId() == null) {
            return host != null && Boolean.TRUE.equals(host.standalone()) ? "" : null;
        }
        return label(at.clusters(), here.clusterId());
    }

    private static @Nullable String datacenter(VCenterIndex at, Vm vm) {
        return label(at.datacenters(), Here.of(at, vm).datacenter());
    }

    /** The name; absent where the thing or its name is not known. */
    private static <T extends Record> @Nullable String label(Named<T> things, @Nullable String id) {
        var thing = things.byId(id);
        return thing == null ? null : things.name(thing);
    }

    private void pool(@Nullable String pattern) {
        boolean path = pattern != null && pattern.contains("/");
        text(pattern, "resourcePool", (at, vm) -> {
            var pool = at.pools().byId(vm.resourcePool());
            return pool == null ? null : path ? pool.path() : pool.name();
        });
    }

    private void folder(@Nullable String pattern) {
        boolean path = pattern != null && pattern.contains("/");
        text(pattern, "folder", (at, vm) -> {
            var folder = vm.folder();
            return folder == null || path ? folder : folder.substring(folder.lastIndexOf('/') + 1);
        });
    }

    private static @Nullable Listing<String> datastores(VCenterIndex at, Vm vm) {
        var disks = vm.disks();
        var ids = new ArrayList<@Nullable String>();
        ids.add(vm.homeDatastore());
        if (disks != null) {
            disks.forEach(disk -> ids.add(disk.datastore()));
        }
        return names(at.datastores(), ids, disks != null && disks.complete());
    }

    private static @Nullable Listing<String> networks(VCenterIndex at, Vm vm) {
        var nics = vm.nics();
        if (nics == null) {
            return null;
        }
        var names = new ArrayList<@Nullable String>();
        nics.forEach(
                nic -> names.add(nic.networkName() != null ? nic.networkName() : label(at.networks(), nic.network())));
        return known(names, nics.complete());
    }

    private static <T extends Record> Listing<String> names(
            Named<T> things, List<@Nullable String> ids, boolean complete) {
        Function<@Nullable String, @Nullable String> name = id -> label(things, id);
        var names = new ArrayList<@Nullable String>();
        ids.forEach(id -> names.add(name.apply(id)));
        return known(names, complete);
    }

    private static Listing<String> known(List<@Nullable String> names, boolean complete) {
        var known = names.stream().filter(Objects::nonNull).map(n -> (String) n).toList();
        return new Listing<>(known, complete && known.size() == names.size());
    }
}
