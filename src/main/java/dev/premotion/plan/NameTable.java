package dev.premotion.plan;

import dev.premotion.inventory.VCenter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which names the VMs of a vCenter have in each folder, and which instance UUIDs.
 *
 * @param names by the folder's path
 * @param complete whether every VM is listed with its name and folder
 * @param uuidsComplete whether every VM is listed with its UUID
 */
record NameTable(Map<String, Set<String>> names, boolean complete, Set<String> uuids, boolean uuidsComplete) {

    static NameTable of(VCenter vCenter) {
        var vms = vCenter.vms();
        if (vms == null) {
            return new NameTable(Map.of(), false, Set.of(), false);
        }
        var names = new HashMap<String, Set<String>>();
        var uuids = new HashSet<String>();
        var complete = vms.complete();
        var uuidsComplete = vms.complete();
        for (var vm : vms) {
            uuidsComplete &= vm.instanceUuid() != null;
            if (vm.instanceUuid() != null) {
                uuids.add(vm.instanceUuid());
            }
            complete &= vm.folder() != null && vm.name() != null;
            if (vm.folder() != null && vm.name() != null) {
                names.computeIfAbsent(vm.folder(), folder -> new HashSet<>()).add(key(vm.name()));
            }
        }
        return new NameTable(names, complete, uuids, uuidsComplete);
    }

    /** Names of one folder that differ in their case only are taken as one. */
    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Whether a folder has a VM of the name. */
    @Nullable
    Boolean taken(@Nullable String folder, @Nullable String name) {
        if (folder == null || name == null) {
            return null;
        }
        if (names.getOrDefault(folder, Set.of()).contains(key(name))) {
            return true;
        }
        return complete ? Boolean.FALSE : null;
    }

    /** Whether a VM has the instance UUID. */
    @Nullable
    Boolean uuidTaken(@Nullable String uuid) {
        if (uuid == null) {
            return null;
        }
        return uuids.contains(uuid) ? Boolean.TRUE : uuidsComplete ? Boolean.FALSE : null;
    }
}
