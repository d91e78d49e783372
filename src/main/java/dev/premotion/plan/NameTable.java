package dev.premotion.plan;

import dev.premotion.inventory.Folder;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which VMs of a vCenter have which name, and which instance UUID.
 *
 * @param names by the name
 * @param complete whether every VM is listed with its name
 * @param uuidsComplete whether every VM is listed with its UUID
 */
record NameTable(Map<String, List<Vm>> names, boolean complete, Map<String, List<Vm>> uuids, boolean uuidsComplete) {

    /** @param counted those whose names are wanted; whether all is listed depends on every VM */
    static NameTable of(VCenter vCenter, Predicate<Ref> counted) {
        var vms = vCenter.vms();
        if (vms == null) {
            return new NameTable(Map.of(), false, Map.of(), false);
        }
        var names = new HashMap<String, List<Vm>>();
        var uuids = new HashMap<String, List<Vm>>();
        var complete = vms.complete();
        var uuidsComplete = vms.complete();
        for (var vm : vms) {
            uuidsComplete &= vm.instanceUuid() != null;
            complete &= vm.name() != null;
            if (!counted.test(vm.ref())) {
                continue;
            }
            if (vm.instanceUuid() != null) {
                uuids.computeIfAbsent(vm.instanceUuid(), uuid -> new ArrayList<>(1))
                        .add(vm);
            }
            if (vm.name() != null) {
                names.computeIfAbsent(key(vm.name()), name -> new ArrayList<>(1))
                        .add(vm);
            }
        }
        return new NameTable(names, complete, uuids, uuidsComplete);
    }

    /** Names of one folder that differ in their case only are taken as one. */
    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The VMs of a name in a folder, as far as known. */
    List<Vm> named(@Nullable String folder, @Nullable String name) {
        return folder == null || name == null
                ? List.of()
                : of(name).stream().filter(vm -> folder.equals(vm.folder())).toList();
    }

    /** The VMs of a name of which nobody knows whether they are in a folder; none where the folder is not known either. */
    List<Vm> anywhere(@Nullable String folder, @Nullable String name) {
        return folder == null || name == null
                ? List.of()
                : of(name).stream().filter(vm -> !Folder.isPath(vm.folder())).toList();
    }

    private List<Vm> of(String name) {
        return names.getOrDefault(key(name), List.of());
    }

    /** The VMs with an instance UUID, as far as known. */
    List<Vm> identified(@Nullable String uuid) {
        return uuid == null ? List.of() : uuids.getOrDefault(uuid, List.of());
    }

    /** Whether a folder has a VM of the name. */
    @Nullable
    Boolean taken(@Nullable String folder, @Nullable String name) {
        if (folder == null || name == null) {
            return null;
        }
        if (!named(folder, name).isEmpty()) {
            return true;
        }
        return complete && anywhere(folder, name).isEmpty() ? Boolean.FALSE : null;
    }

    /** Whether a VM has the instance UUID. */
    @Nullable
    Boolean uuidTaken(@Nullable String uuid) {
        if (uuid == null) {
            return null;
        }
        return !identified(uuid).isEmpty() ? Boolean.TRUE : uuidsComplete ? Boolean.FALSE : null;
    }
}
