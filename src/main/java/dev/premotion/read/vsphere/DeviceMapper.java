package dev.premotion.read.vsphere;

import dev.premotion.inventory.Device;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Ref;
import org.jspecify.annotations.Nullable;

/** Makes the other devices of a VM that matter to a move. */
final class DeviceMapper {

    private DeviceMapper() {}

    /** Another device that matters to a move; absent for the others, such as video card and keyboard. */
    @Nullable
    static Device device(Part device, Ref vm) {
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
