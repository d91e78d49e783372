package dev.premotion.read.vsphere;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Device;
import dev.premotion.inventory.Disk;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Nic;
import dev.premotion.inventory.RawDeviceMapping;
import dev.premotion.inventory.Ref;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes disks, network adapters and other devices of one VM of its {@code config.hardware.device}. */
final class DeviceMapper {

    private static final String NATIVE = "nativeFormat";

    private final Estate estate;
    private final Ref vm;
    private final Managed source;
    private final Beside beside;
    private final Map<Integer, Part> byKey = new HashMap<>();

    DeviceMapper(Estate estate, Ref vm, Managed source, List<Part> devices, Beside beside) {
        this.beside = beside;
        this.estate = estate;
        this.vm = vm;
        this.source = source;
        for (var device : devices) {
            var key = device.count("key");
            if (key != null) {
                byKey.put(key, device);
            }
        }
    }

    static boolean isDisk(Part device) {
        return device.type().equals("VirtualDisk");
    }

    static boolean isNic(Part device) {
        return device.has("macAddress") || device.type().equals("VirtualSriovEthernetCard");
    }

    /** A disk; absent where it has no key to tell it by. */
    @Nullable
    Disk disk(Part device) {
        var key = device.count("key");
        if (key == null) {
            return null;
        }
        var kind = device.type("backing");
        boolean mapping = kind.startsWith("VirtualDiskRawDiskMapping");
        var bytes = device.number("capacityInBytes");
        var kib = device.number("capacityInKB");
        var policies = beside.policies().disks();
        return new Filler<>(Disk.class, device)
                .put("ref", vm.device(Kind.DISK, key))
                .put("key", key)
                .text("label", "deviceInfo.label")
                .put("capacityBytes", bytes != null ? bytes : kib == null ? null : Long.valueOf(kib << 10))
                .text("datastore", "backing.datastore")
                .text("path", "backing.fileName")
                .text("uuid", "backing.uuid")
                .text("diskMode", "backing.diskMode")
                .put(
                        "thin",
                        kind.equals("VirtualDiskSeSparseBackingInfo")
                                ? Boolean.TRUE
                                : device.truth("backing.thinProvisioned"))
                .truth("eagerlyScrub", "backing.eagerlyScrub")
                .put("rdm", mapping ? mapping(device) : null)
                .put("raw", raw(diskBacking(kind)))
                .put("backing", diskBacking(kind))
                .put("deltaDiskFormat", deltaDiskFormat(device, kind))
                .put("ioFilters", device.has("capacityInKB") ? Listing.complete(device.texts("iofilter")) : null)
                .text("sharing", "backing.sharing")
                .put("controller", controller(device))
                .put("sharedBus", sharedBus(device))
                .put("usedBytes", usedBytes(key))
                .put("linkedClone", file(kind) || mapping ? linkedClone(device) : null)
                .put("nativeSnapshot", file(kind) || mapping ? nativeSnapshot(device) : null)
                .put("storagePolicy", policies.of(source.id() + ":" + key))
                .put("storagePolicyAssigned", policies.any(source.id() + ":" + key))
                .build();
    }

    private static boolean file(String backing) {
        return List.of("flat", "sparse", "seSparse").contains(String.valueOf(diskBacking(backing)));
    }

    private static @Nullable String diskBacking(String backing) {
        return switch (backing) {
            case "VirtualDiskFlatVer1BackingInfo", "VirtualDiskFlatVer2BackingInfo" -> "flat";
            case "VirtualDiskSparseVer1BackingInfo", "VirtualDiskSparseVer2BackingInfo" -> "sparse";
            case "VirtualDiskSeSparseBackingInfo" -> "seSparse";
            case "VirtualDiskRawDiskMappingVer1BackingInfo" -> "rawDeviceMapping";
            case "VirtualDiskRawDiskVer2BackingInfo", "VirtualDiskPartitionedRawDiskVer2BackingInfo" -> "rawDisk";
            case "VirtualDiskLocalPMemBackingInfo" -> "localPMem";
            default -> null;
        };
    }

    private static @Nullable Boolean raw(@Nullable String backing) {
        return backing == null ? null : Boolean.valueOf(backing.startsWith("raw"));
    }

    /** Without a parent there is no delta; an SE sparse disk with one is a delta of that format. */
    private static @Nullable String deltaDiskFormat(Part device, String kind) {
        if (diskBacking(kind) == null) {
            return null;
        }
        if (!device.has("backing.parent")) {
            return "none";
        }
        return kind.equals("VirtualDiskSeSparseBackingInfo")
                ? "seSparseFormat"
                : device.text("backing.deltaDiskFormat");
    }

    private static RawDeviceMapping mapping(Part device) {
        return new Filler<>(RawDeviceMapping.class, device)
                .text("compatibilityMode", "backing.compatibilityMode")
                .text("lunUuid", "backing.lunUuid")
                .build();
    }

    private @Nullable Part controllerOf(Part device) {
        var key = device.count("controllerKey");
        return key == null ? null : byKey.get(key);
    }

    /** The class of its controller, such as {@code ParaVirtualSCSIController}. */
    private @Nullable String controller(Part device) {
        var controller = controllerOf(device);
        return controller == null || controller.type().isEmpty() ? null : controller.type();
    }

    /** IDE and AHCI have no bus to share; NVMe has had one since 8.0 U2. */
    private @Nullable String sharedBus(Part device) {
        var controller = controllerOf(device);
        if (controller == null || controller.has("sharedBus")) {
            return controller == null ? null : controller.text("sharedBus");
        }
        return switch (controller.type()) {
            case "VirtualIDEController", "VirtualAHCIController" -> "noSharing";
            case "VirtualNVMEController" -> estate.before("8.0.2.0") ? "noSharing" : null;
            default -> null;
        };
    }

    /** The sizes of the files of its chain ({@code layoutEx}). */
    private @Nullable Long usedBytes(int key) {
        var sizes = new HashMap<Integer, Long>();
        for (var file : source.parts("layoutEx.file")) {
            var number = file.count("key");
            var size = file.amount("size");
            if (number != null && size != null) {
                sizes.put(number, size);
            }
        }
        for (var disk : source.parts("layoutEx.disk")) {
            if (Integer.valueOf(key).equals(disk.count("key"))) {
                long sum = 0;
                for (var link : disk.parts("chain")) {
                    for (var file : link.parts("fileKey")) {
                        var size = sizes.get(file.count(""));
                        if (size == null) {
                            return null;
                        }
                        sum += size;
                    }
                }
                return sum;
            }
        }
        return null;
    }

    /** A parent in another folder belongs to another VM; deltas of its own snapshots lie beside the disk. */
    private static boolean linkedClone(Part device) {
        if (Boolean.TRUE.equals(device.truth("nativeUnmanagedLinkedClone"))) {
            return true;
        }
        for (var path = "backing"; device.has(path + ".parent"); path += ".parent") {
            var child = device.text(path + ".fileName");
            var parent = device.text(path + ".parent.fileName");
            if (child != null && parent != null && !folder(child).equals(folder(parent))) {
                return true;
            }
        }
        return false;
    }

    private static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    private static boolean nativeSnapshot(Part device) {
        for (var path = "backing"; device.has(path); path += ".parent") {
            if (NATIVE.equals(device.text(path + ".deltaDiskFormat"))) {
                return true;
            }
        }
        return false;
    }

    /** A network adapter; absent where it has no key to tell it by. */
    @Nullable
    Nic nic(Part device, @Nullable String host) {
        var key = device.count("key");
        if (key == null) {
            return null;
        }
        var network = network(device);
        var mac = device.text("macAddress");
        var addresses = device.text("addressType");
        return new Filler<>(Nic.class, device)
                .put("ref", vm.device(Kind.NIC, key))
                .put("key", key)
                .text("label", "deviceInfo.label")
                .put("adapterType", adapterType(device.type()))
                .put("network", network)
                .put("networkName", network == null ? device.text("backing.deviceName") : null)
                .put("switchName", switchName(device, host))
                .put(
                        "macAddress",
                        mac == null ? null : mac.toLowerCase(Locale.ROOT).replace('-', ':'))
                .put("addressType", addresses == null ? null : addresses.toLowerCase(Locale.ROOT))
                .truth("connected", "connectable.connected")
                .truth("startConnected", "connectable.startConnected")
                .amount("reservationMbps", "resourceAllocation.reservation")
                .truth("wakeOnLanEnabled", "wakeOnLanEnabled")
                .put("conflictPort", conflictPort(device))
                .build();
    }

    /** Off a distributed switch there are no ports. */
    private @Nullable Boolean conflictPort(Part device) {
        var port = device.text("backing.port.portKey");
        if (port != null) {
            var on = estate.distributedSwitch(device.text("backing.port.switchUuid"));
            return beside.ports().conflict(on, port);
        }
        return device.has("backing") && !device.has("backing.port") ? Boolean.FALSE : null;
    }

    /** The class of an adapter as people write it: {@code vmxnet3} for {@code VirtualVmxnet3}. */
    static @Nullable String adapterType(String type) {
        var plain =
                type.startsWith("Virtual") ? type.substring("Virtual".length()).toLowerCase(Locale.ROOT) : "";
        return plain.isEmpty() ? null : plain.equals("sriovethernetcard") ? "sriov" : plain;
    }

    private @Nullable String network(Part device) {
        var opaque = device.text("backing.opaqueNetworkId");
        if (opaque != null) {
            return estate.all("OpaqueNetwork").stream()
                    .filter(network -> opaque.equals(network.text("summary.opaqueNetworkId")))
                    .map(Managed::id)
                    .findFirst()
                    .orElse(null);
        }
        var key = device.text("backing.port.portgroupKey");
        var network = device.text("backing.network");
        return key != null ? estate.portgroup(key) : estate.get(network) == null ? null : network;
    }

    private @Nullable String switchName(Part device, @Nullable String host) {
        var uuid = device.text("backing.port.switchUuid");
        if (uuid != null) {
            var found = estate.distributedSwitch(uuid);
            return found == null ? null : estate.name(found.id());
        }
        var name = device.text("backing.deviceName");
        var on = estate.get(host);
        if (on == null || name == null) {
            return null;
        }
        for (var group : on.parts("config.network.portgroup")) {
            if (name.equals(group.text("spec.name"))) {
                return group.text("spec.vswitchName");
            }
        }
        return null;
    }

    /** Another device that matters to a move; absent for the others, such as video card and keyboard. */
    @Nullable
    Device device(Part device) {
        var key = device.count("key");
        var type = deviceType(device);
        if (key == null || type == null) {
            return null;
        }
        var kind = device.type("backing");
        return new Filler<>(Device.class, device)
                .put("ref", vm.device(Kind.DEVICE, key))
                .put("key", key)
                .text("label", "deviceInfo.label")
                .put("type", type)
                .put("backing", backing(kind))
                .text("file", "backing.fileName")
                .text("datastore", "backing.datastore")
                .truth("connected", "connectable.connected")
                .truth("startConnected", "connectable.startConnected")
                .put("vmotionEnabled", vmotionEnabled(device, kind))
                .text("profile", "backing.vgpu")
                .build();
    }

    private static @Nullable String deviceType(Part device) {
        return switch (device.type()) {
            case "VirtualCdrom" -> "cdrom";
            case "VirtualFloppy" -> "floppy";
            case "VirtualUSB" -> "usb";
            case "VirtualPCIPassthrough" ->
                switch (device.type("backing")) {
                    case "VirtualPCIPassthroughVmiopBackingInfo" -> "vgpu";
                    case "VirtualPCIPassthroughDvxBackingInfo" -> "dvx";
                    default -> "pciPassthrough";
                };
            case "VirtualSerialPort" -> "serial";
            case "VirtualParallelPort" -> "parallel";
            case "VirtualTPM" -> "tpm";
            case "VirtualNVDIMM" -> "nvdimm";
            case "VirtualPrecisionClock" -> "precisionClock";
            case "VirtualWDT", "VirtualSCSIPassthrough" -> "other";
            default -> null;
        };
    }

    private static @Nullable String backing(String kind) {
        return switch (kind) {
            case "VirtualCdromIsoBackingInfo" -> "iso";
            case "VirtualCdromAtapiBackingInfo",
                    "VirtualCdromPassthroughBackingInfo",
                    "VirtualFloppyDeviceBackingInfo",
                    "VirtualUSBUSBBackingInfo",
                    "VirtualUSBRemoteHostBackingInfo",
                    "VirtualSerialPortDeviceBackingInfo",
                    "VirtualSerialPortPipeBackingInfo",
                    "VirtualParallelPortDeviceBackingInfo",
                    "VirtualPCIPassthroughDeviceBackingInfo",
                    "VirtualSCSIPassthroughDeviceBackingInfo" -> "host";
            case "VirtualCdromRemoteAtapiBackingInfo",
                    "VirtualCdromRemotePassthroughBackingInfo",
                    "VirtualFloppyRemoteDeviceBackingInfo",
                    "VirtualUSBRemoteClientBackingInfo" -> "client";
            case "VirtualFloppyImageBackingInfo",
                    "VirtualSerialPortFileBackingInfo",
                    "VirtualParallelPortFileBackingInfo",
                    "VirtualNVDIMMBackingInfo" -> "file";
            case "VirtualSerialPortURIBackingInfo" -> "network";
            case "VirtualPCIPassthroughDynamicBackingInfo" -> "dynamic";
            default -> null;
        };
    }

    /** USB of a host stays over vMotion where it is a remote host's device; a vGPU says whether its profile migrates. */
    private static @Nullable Boolean vmotionEnabled(Part device, String kind) {
        return switch (kind) {
            case "VirtualUSBRemoteHostBackingInfo" -> Boolean.TRUE;
            case "VirtualUSBUSBBackingInfo" -> Boolean.FALSE;
            case "VirtualPCIPassthroughVmiopBackingInfo" -> device.truth("backing.migrateSupported");
            default -> null;
        };
    }
}
