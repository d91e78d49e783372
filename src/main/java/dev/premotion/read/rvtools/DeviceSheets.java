package dev.premotion.read.rvtools;

import dev.premotion.inventory.Device;
import dev.premotion.inventory.Disk;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Nic;
import dev.premotion.inventory.RawDeviceMapping;
import dev.premotion.inventory.Snapshot;
import dev.premotion.read.EscapedName;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The sheets with a row for each device or snapshot of a VM: vDisk, vNetwork, vCD, vFloppy, vUSB and vSnapshot. */
final class DeviceSheets {

    private static final Pattern LAST_NUMBER = Pattern.compile(".*?(\\d{1,5})");
    private static final Pattern NIC_LABEL = Pattern.compile("Network adapter (\\d{1,3})");

    /** Where hosts keep the installer of VMware Tools. */
    private static final List<String> INSTALLERS =
            List.of("/usr/lib/vmware/isoimages/", "/vmimages/tools-isoimages/", "/productLocker/");

    private final Estate estate;

    DeviceSheets(Estate estate) {
        this.estate = estate;
    }

    void read() {
        if (!estate.workbook.has(Tables.INFO)) {
            return;
        }
        read(Tables.DISK, this::disk);
        read(Tables.NETWORK, this::nic);
        read(Tables.CD, (line, vm) -> drive(line, vm, "cdrom", 0));
        read(Tables.FLOPPY, (line, vm) -> drive(line, vm, "floppy", 100));
        read(Tables.USB, this::usb);
        read(Tables.SNAPSHOT, DeviceSheets::snapshot);
    }

    private void read(Table table, BiConsumer<Line, VmInMaking> reader) {
        estate.workbook.read(table, line -> {
            var vm = estate.vm(line);
            if (vm != null) {
                reader.accept(line, vm);
            }
        });
    }

    private void disk(Line line, VmInMaking vm) {
        var draft = new Draft<>(Disk.class);
        line.fill(draft);
        var path = firstPath(line.text("Disk Path"), line.text("Path"));
        draft.set("path", path).set("datastore", estate.datastore(vm.site, path, line, "Path"));
        if (Boolean.TRUE.equals(draft.get("raw"))) {
            draft.set("rdm", new RawDeviceMapping(line.text("Raw Comp. Mode"), line.text("Raw LUN ID")));
        }
        ofController(draft, line);
        var key = line.count("Disk Key");
        add(vm.disks, key == null ? -ordinal(line.text("Disk"), vm.disks) : key, draft, line);
    }

    /** Versions differ in which of two columns holds the path; the other holds the name of a device. */
    private static @Nullable String firstPath(@Nullable String one, @Nullable String other) {
        return one != null && one.startsWith("[") ? one : other != null && other.startsWith("[") ? other : null;
    }

    /** An IDE or SATA controller cannot share its bus, nor its disks: there an empty cell says so. */
    private static void ofController(Draft<Disk> draft, Line line) {
        var controller = String.valueOf(draft.get("controller"));
        if (!controller.equals("VirtualIDEController") && !controller.equals("VirtualAHCIController")) {
            return;
        }
        if (line.empty("Shared Bus")) {
            draft.set("sharedBus", "noSharing");
            line.tookEmpty("Shared Bus");
        }
        if (line.empty("Sharing mode")) {
            draft.set("sharing", "sharingNone");
            line.tookEmpty("Sharing mode");
        }
    }

    private void nic(Line line, VmInMaking vm) {
        var draft = new Draft<>(Nic.class);
        line.fill(draft);
        if (draft.get("networkName") instanceof String network) {
            var name = draft.get("switchName") instanceof String onSwitch ? onSwitch : null;
            var id = vm.site.networks.find(line.text("Datacenter"), name, network);
            draft.set("network", id);
            if (id == null && estate.workbook.has(Tables.PORT) && estate.workbook.has(Tables.DV_PORT)) {
                vm.site.lacksSome("networks");
                estate.notes.odd(
                        line.place("Network"),
                        "a network that neither vPort nor dvPort lists once; taken as unknown",
                        network);
            }
        }
        add(vm.nics, nicKey(line.text("NIC label"), vm), draft, line);
    }

    /** vSphere numbers network adapters from key 4000, and labels them by it. */
    private static int nicKey(@Nullable String label, VmInMaking vm) {
        var matcher = NIC_LABEL.matcher(label == null ? "" : label);
        return matcher.matches() ? 3_999 + Integer.parseInt(matcher.group(1)) : -ordinal(label, vm.nics);
    }

    private void drive(Line line, VmInMaking vm, String type, int after) {
        var draft = new Draft<>(Device.class).set("type", type);
        line.fill(draft);
        medium(draft, line, vm, type);
        add(vm.devices, -after - ordinal(line.text("Device Node"), List.of()), draft, line);
    }

    private void medium(Draft<Device> draft, Line line, VmInMaking vm, String type) {
        var medium = line.text("Device Type");
        var lower = medium == null ? "" : medium.toLowerCase(Locale.ROOT);
        if (lower.startsWith("iso")) {
            var file = EscapedName.unescape(
                    medium == null ? "" : medium.substring(3).strip());
            draft.set("backing", "iso").set("file", file);
            draft.set("datastore", estate.datastore(vm.site, file, line, "Device Type"));
        } else if (lower.startsWith("remote")) {
            draft.set("backing", "client");
        } else if (lower.startsWith("atapi") || lower.contains("/vmfs/devices/") || lower.startsWith("mpx.")) {
            draft.set("backing", "host");
        } else if (medium != null) {
            estate.notes.odd(line.place("Device Type"), "a kind of device that is not known; taken as unknown", medium);
        }
        if (type.equals("cdrom")) {
            vm.toolsInstaller = medium != null && INSTALLERS.stream().anyMatch(medium::contains)
                    ? Boolean.TRUE
                    : medium == null && !Boolean.TRUE.equals(vm.toolsInstaller) ? null : vm.toolsInstaller;
        }
    }

    /** The sheet lists devices of the host that a VM uses; whether they may stay during vMotion no column tells. */
    private void usb(Line line, VmInMaking vm) {
        var label = line.text("Device Node");
        if (label != null && label.toLowerCase(Locale.ROOT).contains("controller")) {
            estate.notes.odd(
                    line.place("Device Node"), "a controller, which is no device; the row was left out", label);
            return;
        }
        var draft = new Draft<>(Device.class).set("type", "usb").set("backing", "host");
        line.fill(draft);
        add(vm.devices, -200 - ordinal(line.text("Device Node"), List.of()), draft, line);
    }

    private static void snapshot(Line line, VmInMaking vm) {
        var draft = new Draft<>(Snapshot.class);
        line.fill(draft);
        vm.snapshots.add(draft.build());
    }

    private <T extends Record> void add(List<VmInMaking.Part<T>> parts, int key, Draft<T> draft, Line line) {
        int unused = key;
        while (has(parts, unused)) {
            unused = unused > 0 ? -unused : unused - 1;
        }
        if (unused != key && key > 0) {
            estate.notes.odd(line.place(), "a device key that another device of this VM has", Integer.toString(key));
        }
        parts.add(new VmInMaking.Part<>(unused, draft.set("key", unused), line.origin(estate.file)));
    }

    private static boolean has(List<? extends VmInMaking.Part<?>> parts, int key) {
        return parts.stream().anyMatch(part -> part.key() == key);
    }

    /** The number at the end of a label such as Hard disk 2, else the next one. */
    private static int ordinal(@Nullable String label, List<?> before) {
        var matcher = LAST_NUMBER.matcher(label == null ? "" : label);
        return matcher.matches() ? Math.max(1, Integer.parseInt(matcher.group(1))) : before.size() + 1;
    }
}
