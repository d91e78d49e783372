package dev.premotion.read.vsphere;

import dev.premotion.inventory.GuestSupport;
import dev.premotion.read.vsphere.Extras.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what {@code QueryConfigOptionEx} answers: what a host offers to VMs of its newest virtual hardware. */
final class ConfigOptions {

    private static final String MAPPING = "VirtualDiskRawDiskMappingVer1BackingOption";

    private ConfigOptions() {}

    /** The offer; absent where the answer lists no devices. */
    static @Nullable Offer offer(Held option) {
        var devices = option.parts("hardwareOptions.virtualDeviceOption");
        var types = new TreeSet<String>();
        var adapters = new TreeSet<String>();
        var modes = new TreeSet<String>();
        Boolean wake = null;
        Integer video = null;
        for (var device : devices) {
            var type = device.text("type");
            if (type == null) {
                continue;
            }
            types.add(type);
            if (device.has("macType")) {
                adapters.add(Objects.requireNonNullElse(NicMapper.adapterType(type), type));
                var wakes = device.truth("wakeOnLanEnabled.supported");
                wake = Boolean.TRUE.equals(wakes) ? wakes : wake == null ? wakes : wake;
            }
            video = video != null ? video : device.count("videoRamSizeInKB.max");
            modes(device, modes);
        }
        return types.isEmpty()
                ? null
                : new Offer(
                        List.copyOf(types),
                        List.copyOf(adapters),
                        List.copyOf(modes),
                        guests(option),
                        unsupportedVolumes(option),
                        wake,
                        video);
    }

    private static void modes(Part device, TreeSet<String> into) {
        for (var backing : device.parts("backingOption")) {
            if (backing.type().equals(MAPPING)) {
                backing.parts("compatibilityMode.choiceInfo").stream()
                        .map(choice -> choice.text("key"))
                        .filter(Objects::nonNull)
                        .forEach(into::add);
            }
        }
    }

    /** By kind of file system, with the major version where only that one is meant. */
    private static List<String> unsupportedVolumes(Held option) {
        var kinds = new ArrayList<String>();
        for (var volume : option.parts("datastore.unsupportedVolumes")) {
            var type = volume.text("fileSystemType");
            var version = volume.count("majorVersion");
            if (type != null) {
                kinds.add(version == null ? type : type + " " + version);
            }
        }
        return kinds;
    }

    private static List<GuestSupport> guests(Held option) {
        var guests = new ArrayList<GuestSupport>();
        for (var guest : option.parts("guestOSDescriptor")) {
            var id = guest.text("id");
            if (id != null) {
                guests.add(new GuestSupport(id, guest.amount("supportedMinMemMB"), guest.amount("supportedMaxMemMB")));
            }
        }
        return guests;
    }
}
