package dev.premotion.read.rvtools;

import dev.premotion.inventory.DatastoreMount;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Network;
import dev.premotion.inventory.PhysicalNic;
import dev.premotion.inventory.StandardSwitch;
import dev.premotion.inventory.VmkernelAdapter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A host and what other sheets than vHost say of it. */
final class HostInMaking {

    final Thing<Host> thing;
    final String name;
    final List<VmkernelAdapter> vmkernelAdapters = new ArrayList<>();
    final List<PhysicalNic> physicalNics = new ArrayList<>();
    final List<StandardSwitch> standardSwitches = new ArrayList<>();
    final List<DatastoreMount> mounts = new ArrayList<>();
    final Set<Thing<Network>> networks = new LinkedHashSet<>();
    final Set<String> luns = new LinkedHashSet<>();

    /** What vHost says of the VMs on it: all, and those that are powered on. */
    @Nullable
    Integer statedVms;

    @Nullable
    Integer statedRunning;

    /** Where vHost says that no EVC mode is in force: an empty cell beside one that tells the highest mode. */
    @Nullable
    String withoutEvc;

    /** Where vHost tells the EVC mode in force. */
    @Nullable
    String withEvc;

    HostInMaking(Thing<Host> thing, String name) {
        this.thing = thing;
        this.name = name;
    }

    String id() {
        return thing.id();
    }

    /** Whether some network sheet has a row of it: those of a disconnected host have none. */
    boolean networkSeen() {
        return !vmkernelAdapters.isEmpty() || !physicalNics.isEmpty() || !standardSwitches.isEmpty();
    }
}
