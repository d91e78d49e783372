package dev.premotion.read.vsphere;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Disk;
import dev.premotion.inventory.DiskParent;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.RawDeviceMapping;
import dev.premotion.inventory.Ref;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes disks of one VM of its {@code config.hardware.device}. */
final class DiskMapper {

    private static final String NATIVE = "nativeFormat";

    private final Estate estate;
    private final Ref vm;
    private final Managed source;
    private final Beside beside;
    private final Map<Integer, Part> byKey = new HashMap<>();

    DiskMapper(Estate estate, Ref vm, Managed source, List<Part> devices, Beside beside) {
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

    static boolean maps(Part device) {
        return device.type().equals("VirtualDisk");
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
                .put("parents", file(kind) || mapping ? parents(device) : null)
                .put("nativeSnapshot", file(kind) || mapping ? nativeSnapshot(device) : null)
                .put("storagePolicy", policies.of(source.id() + ":" + key))
                .put("storagePolicyAssigned", policies.any(source.id() + ":" + key))
                .put("vFlashCacheMiB", vFlashCache(device))
                .build();
    }

    /** A disk without a cache has no such part. */
    private static @Nullable Long vFlashCache(Part device) {
        var reserved = device.number("vFlashCacheConfigInfo.reservationInMB");
        return reserved == null && device.has("capacityInKB") && !device.has("vFlashCacheConfigInfo")
                ? Long.valueOf(0)
                : reserved;
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

    /** The files of its chain below the topmost, as far as they have a name. */
    private static Listing<DiskParent> parents(Part device) {
        var parents = new ArrayList<DiskParent>();
        boolean complete = true;
        for (var path = "backing.parent"; device.has(path); path += ".parent") {
            var file = device.text(path + ".fileName");
            complete &= file != null;
            if (file != null) {
                parents.add(new Filler<>(DiskParent.class, device)
                        .put("path", file)
                        .text("datastore", path + ".datastore")
                        .build());
            }
        }
        return new Listing<>(parents, complete);
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
}
