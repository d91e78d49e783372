package dev.premotion.read.vsphere;

import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Nic;
import dev.premotion.inventory.Ref;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes network adapters of one VM of its {@code config.hardware.device}. */
final class NicMapper {

    private static final String SRIOV = "VirtualSriovEthernetCard";

    private final Estate estate;
    private final Ref vm;
    private final @Nullable String host;
    private final SwitchPorts ports;

    /** @param host the host that the VM is on; absent where unknown */
    NicMapper(Estate estate, Ref vm, @Nullable String host, SwitchPorts ports) {
        this.estate = estate;
        this.vm = vm;
        this.host = host;
        this.ports = ports;
    }

    static boolean maps(Part device) {
        return device.has("macAddress") || device.type().equals(SRIOV);
    }

    /** A network adapter; absent where it has no key to tell it by. */
    @Nullable
    Nic nic(Part device) {
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
                .put("switchName", switchName(device))
                .put(
                        "macAddress",
                        mac == null ? null : mac.toLowerCase(Locale.ROOT).replace('-', ':'))
                .put("addressType", addresses == null ? null : addresses.toLowerCase(Locale.ROOT))
                .truth("connected", "connectable.connected")
                .truth("startConnected", "connectable.startConnected")
                .amount("reservationMbps", "resourceAllocation.reservation")
                .truth("wakeOnLanEnabled", "wakeOnLanEnabled")
                .put("conflictPort", conflictPort(device))
                .put("dvxBacked", SRIOV.equals(device.type()) ? device.has("dvxBackingInfo") : null)
                .build();
    }

    /** Off a distributed switch there are no ports. */
    private @Nullable Boolean conflictPort(Part device) {
        var port = device.text("backing.port.portKey");
        if (port != null) {
            var on = estate.distributedSwitch(device.text("backing.port.switchUuid"));
            return ports.conflict(on, port);
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

    private @Nullable String switchName(Part device) {
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
}
