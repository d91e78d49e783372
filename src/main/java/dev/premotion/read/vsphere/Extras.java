package dev.premotion.read.vsphere;

import dev.premotion.inventory.ClockReading;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What only methods of a live vCenter tell; a dump has none of it.
 *
 * @param licenses name of the licence assigned to each host, by host id
 * @param hardwareVersions highest virtual hardware version that each host runs, by host id
 * @param clock its clock beside the collector's; absent where they were not compared
 */
record Extras(
        Map<String, String> licenses,
        Map<String, Integer> hardwareVersions,
        @Nullable ClockReading clock) {

    static final Extras NONE = new Extras(Map.of(), Map.of(), null);
}
