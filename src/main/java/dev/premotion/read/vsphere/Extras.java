package dev.premotion.read.vsphere;

import dev.premotion.inventory.ClockReading;
import dev.premotion.inventory.GuestSupport;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What only methods of a live vCenter tell; a dump has none of it.
 *
 * @param licenses name of the licence assigned to each host, by host id
 * @param hardwareVersions highest virtual hardware version that each host runs, by host id
 * @param offers what each host offers to VMs, by host id
 * @param clock its clock beside the collector's; absent where they were not compared
 * @param beside what its other services tell
 */
record Extras(
        Map<String, String> licenses,
        Map<String, Integer> hardwareVersions,
        Map<String, Offer> offers,
        @Nullable ClockReading clock,
        Beside beside) {

    static final Extras NONE = new Extras(Map.of(), Map.of(), Map.of(), null, Beside.NONE);

    /**
     * What the software of a host offers ({@code QueryConfigOptionEx}).
     *
     * @param deviceTypes classes of virtual devices and controllers
     * @param adapterTypes types of network adapters, as {@code vmxnet3}
     * @param rdmModes modes of raw device mappings
     * @param guests guest operating systems
     * @param unsupportedVolumes kinds of file systems on which VMs do not run, as {@code VMFS} or {@code VMFS 3}
     * @param wakeOnLan whether some adapter may wake its guest; absent where it does not say
     * @param videoRamKiB most memory of a video card; absent where it does not say
     */
    record Offer(
            List<String> deviceTypes,
            List<String> adapterTypes,
            List<String> rdmModes,
            List<GuestSupport> guests,
            List<String> unsupportedVolumes,
            @Nullable Boolean wakeOnLan,
            @Nullable Integer videoRamKiB) {}
}
