package dev.premotion.plan;

import dev.premotion.inventory.Device;
import dev.premotion.inventory.Disk;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Vm;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a host offers what a VM is made of: the classes of its devices and controllers, and the filters on its disks. */
final class DeviceOffer {

    /** Classes of the vSphere API by kind of device. */
    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("cdrom", "VirtualCdrom"),
            Map.entry("floppy", "VirtualFloppy"),
            Map.entry("usb", "VirtualUSB"),
            Map.entry("pciPassthrough", "VirtualPCIPassthrough"),
            Map.entry("vgpu", "VirtualPCIPassthrough"),
            Map.entry("dvx", "VirtualPCIPassthrough"),
            Map.entry("serial", "VirtualSerialPort"),
            Map.entry("parallel", "VirtualParallelPort"),
            Map.entry("tpm", "VirtualTPM"),
            Map.entry("nvdimm", "VirtualNVDIMM"),
            Map.entry("precisionClock", "VirtualPrecisionClock"));

    private DeviceOffer() {}

    /** Classes that the VM has and the host is known to lack. */
    static List<String> missing(Vm vm, Host host) {
        var offered = host.deviceTypes();
        return offered == null || !offered.complete()
                ? List.of()
                : classes(vm).stream()
                        .filter(type -> !offered.items().contains(type))
                        .toList();
    }

    /** What a person confirmed counts where the host lists no classes. */
    static @Nullable Boolean offered(Vm vm, Host host) {
        if (!missing(vm, host).isEmpty()) {
            return false;
        }
        var offered = host.deviceTypes();
        var known = offered != null
                && (offered.complete() || offered.items().containsAll(classes(vm)))
                && devicesKnown(vm)
                && controllersKnown(vm);
        return known || Boolean.TRUE.equals(host.devicesConfirmed()) ? Boolean.TRUE : null;
    }

    static List<Lacking> lacking(Vm vm, Host host) {
        var offered = host.deviceTypes();
        if (offered == null || !offered.complete()) {
            return List.of(new Lacking(host.ref(), host.label(), "devicesConfirmed"));
        }
        var disks = vm.disks();
        var controllers = disks == null
                ? Stream.<Lacking>empty()
                : disks.stream().flatMap(disk -> Lacking.ofDevice(disk, vm, "controller").stream());
        return Stream.concat(Lacking.of(vm, "devices", "disks").stream(), controllers)
                .toList();
    }

    private static boolean devicesKnown(Vm vm) {
        var devices = vm.devices();
        return devices != null && devices.complete();
    }

    private static boolean controllersKnown(Vm vm) {
        var disks = vm.disks();
        return disks != null && disks.complete() && disks.stream().allMatch(disk -> disk.controller() != null);
    }

    private static Set<String> classes(Vm vm) {
        var classes = new LinkedHashSet<String>();
        if (vm.devices() != null) {
            vm.devices().stream()
                    .map(Device::type)
                    .map(CLASSES::get)
                    .filter(Objects::nonNull)
                    .forEach(classes::add);
        }
        if (vm.disks() != null) {
            vm.disks().stream().map(Disk::controller).filter(Objects::nonNull).forEach(classes::add);
        }
        return classes;
    }

    /** Filters on its disks that the host is known to lack. */
    static List<String> missingFilters(Vm vm, Host host) {
        var installed = host.ioFilters();
        return installed == null || !installed.complete()
                ? List.of()
                : filters(vm).stream()
                        .filter(filter -> !installed.items().contains(filter))
                        .toList();
    }

    static @Nullable Boolean filtersOffered(Vm vm, Host host) {
        if (!missingFilters(vm, host).isEmpty()) {
            return false;
        }
        var disks = vm.disks();
        var known = disks != null
                && disks.complete()
                && disks.stream()
                        .allMatch(disk ->
                                disk.ioFilters() != null && disk.ioFilters().complete());
        var installed = host.ioFilters();
        var offered =
                filters(vm).isEmpty() || (installed != null && installed.items().containsAll(filters(vm)));
        return known && offered ? Boolean.TRUE : null;
    }

    static List<Lacking> lackingFilters(Vm vm, Host host) {
        var disks = vm.disks();
        var unknown = disks == null
                ? Stream.<Lacking>empty()
                : disks.stream().flatMap(disk -> Lacking.ofDevice(disk, vm, "ioFilters").stream());
        var installed = filters(vm).isEmpty() ? List.<Lacking>of() : Lacking.of(host, "ioFilters");
        return Stream.of(Lacking.of(vm, "disks").stream(), unknown, installed.stream())
                .flatMap(all -> all)
                .toList();
    }

    private static Set<String> filters(Vm vm) {
        var filters = new LinkedHashSet<String>();
        if (vm.disks() != null) {
            vm.disks().stream()
                    .map(Disk::ioFilters)
                    .filter(Objects::nonNull)
                    .forEach(names -> filters.addAll(names.items()));
        }
        return filters;
    }
}
