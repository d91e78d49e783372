package dev.premotion.read.vsphere;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.PhysicalNic;
import dev.premotion.inventory.StandardSwitch;
import dev.premotion.inventory.VmkernelAdapter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The networking of one host, of its {@code config.network} and {@code config.virtualNicManagerInfo}. */
final class HostNetworking {

    private static final String PROVISIONING = "vSphereProvisioning";
    private static final String PNIC = "key-vim.host.PhysicalNic-";

    private final Estate estate;
    private final Managed host;

    HostNetworking(Estate estate, Managed host) {
        this.estate = estate;
        this.host = host;
    }

    /** Its VMkernel adapters; absent where they were not read. */
    @Nullable
    Listing<VmkernelAdapter> adapters() {
        if (!host.has("config.network.vnic")) {
            return null;
        }
        var adapters = new ArrayList<VmkernelAdapter>();
        boolean complete = true;
        for (var nic : host.parts("config.network.vnic")) {
            var device = nic.text("device");
            complete &= device != null;
            if (device != null) {
                adapters.add(adapter(nic, device));
            }
        }
        return new Listing<>(adapters, complete);
    }

    private VmkernelAdapter adapter(Part nic, String device) {
        var stack = nic.text("spec.netStackInstanceKey");
        return new Filler<>(VmkernelAdapter.class, nic)
                .put("device", device)
                .put("portGroup", portGroup(nic))
                .put("services", services(nic, device))
                .put("netStack", stack)
                .text("ipAddress", "spec.ip.ipAddress")
                .text("subnetMask", "spec.ip.subnetMask")
                .put("ipV6Address", ipV6(nic))
                .put("gateway", gateway(nic, stack))
                .count("mtu", "spec.mtu")
                .put("uplinks", uplinks(nic))
                .build();
    }

    private @Nullable String portGroup(Part nic) {
        var key = nic.text("spec.distributedVirtualPort.portgroupKey");
        if (key != null) {
            return estate.name(estate.portgroup(key));
        }
        var name = nic.text("portgroup");
        return name != null ? name : nic.text("spec.portgroup");
    }

    /** The kinds of traffic for which it is selected; absent where the host does not list them. */
    private @Nullable Listing<String> services(Part nic, String device) {
        if (!host.has("config.virtualNicManagerInfo.netConfig")) {
            return null;
        }
        var key = nic.text("key");
        var services = new ArrayList<String>();
        for (var config : host.parts("config.virtualNicManagerInfo.netConfig")) {
            var type = config.text("nicType");
            if (type != null
                    && config.texts("selectedVnic").stream().anyMatch(chosen -> is(config, chosen, device, key))) {
                services.add(type);
            }
        }
        return Listing.complete(services);
    }

    /** A selection names a candidate by its key; that key ends with the adapter's own. */
    private static boolean is(Part config, String chosen, String device, @Nullable String key) {
        for (var candidate : config.parts("candidateVnic")) {
            if (chosen.equals(candidate.text("key"))) {
                return device.equals(candidate.text("device"));
            }
        }
        return chosen.equals(key) || key != null && chosen.endsWith("." + key);
    }

    /** Its first address that is routed, else the link's own. */
    private static @Nullable String ipV6(Part nic) {
        String local = null;
        for (var each : nic.parts("spec.ip.ipV6Config.ipV6Address")) {
            var address = each.text("ipAddress");
            if (address != null && !address.regionMatches(true, 0, "fe80", 0, 4)) {
                return address;
            }
            local = local == null ? address : local;
        }
        return local;
    }

    /** Its own gateway where it overrides that of its stack. */
    private @Nullable String gateway(Part nic, @Nullable String stack) {
        var own = nic.text("spec.ipRouteSpec.ipRouteConfig.defaultGateway");
        if (own != null) {
            return own;
        }
        return host.parts("config.network.netStackInstance").stream()
                .filter(each -> stack != null && stack.equals(each.text("key")))
                .map(each -> each.text("ipRouteConfig.defaultGateway"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Listing<String> uplinks(Part nic) {
        var uuid = nic.text("spec.distributedVirtualPort.switchUuid");
        if (uuid != null) {
            for (var proxy : host.parts("config.network.proxySwitch")) {
                if (uuid.equals(proxy.text("dvsUuid"))) {
                    return devices(proxy);
                }
            }
            return null;
        }
        var name = portGroup(nic);
        for (var group : host.parts("config.network.portgroup")) {
            if (name != null && name.equals(group.text("spec.name"))) {
                return standard(group.text("spec.vswitchName"));
            }
        }
        return null;
    }

    private @Nullable Listing<String> standard(@Nullable String name) {
        for (var each : host.parts("config.network.vswitch")) {
            if (name != null && name.equals(each.text("name"))) {
                return devices(each);
            }
        }
        return null;
    }

    /** The physical NICs of a switch, by their devices. */
    private Listing<String> devices(Part of) {
        var devices = new ArrayList<String>();
        boolean complete = true;
        for (var key : of.texts("pnic")) {
            var device = device(key);
            complete &= device != null;
            if (device != null) {
                devices.add(device);
            }
        }
        return new Listing<>(devices, complete);
    }

    private @Nullable String device(String key) {
        for (var nic : host.parts("config.network.pnic")) {
            if (key.equals(nic.text("key"))) {
                return nic.text("device");
            }
        }
        return key.startsWith(PNIC) ? key.substring(PNIC.length()) : null;
    }

    @Nullable
    Listing<PhysicalNic> physicalNics() {
        if (!host.has("config.network.pnic")) {
            return null;
        }
        var nics = new ArrayList<PhysicalNic>();
        boolean complete = true;
        for (var nic : host.parts("config.network.pnic")) {
            var device = nic.text("device");
            complete &= device != null;
            if (device != null) {
                // Without a link there is no speed; every physical NIC tells its PCI address, so this one was read
                // whole.
                boolean down = !nic.has("linkSpeed") && nic.has("pci");
                nics.add(new Filler<>(PhysicalNic.class, nic)
                        .put("device", device)
                        .put("linkSpeedMbps", down ? Integer.valueOf(0) : nic.count("linkSpeed.speedMb"))
                        .truth("fullDuplex", "linkSpeed.duplex")
                        .put("switchName", switchOf(nic.text("key")))
                        .build());
            }
        }
        return new Listing<>(nics, complete);
    }

    private @Nullable String switchOf(@Nullable String key) {
        for (var each : host.parts("config.network.vswitch")) {
            if (key != null && each.texts("pnic").contains(key)) {
                return each.text("name");
            }
        }
        for (var each : host.parts("config.network.proxySwitch")) {
            if (key != null && each.texts("pnic").contains(key)) {
                return each.text("dvsName");
            }
        }
        return null;
    }

    @Nullable
    Listing<StandardSwitch> standardSwitches() {
        if (!host.has("config.network.vswitch") && !host.has("config.network.pnic")) {
            return null;
        }
        var switches = new ArrayList<StandardSwitch>();
        boolean complete = true;
        for (var each : host.parts("config.network.vswitch")) {
            var name = each.text("name");
            complete &= name != null;
            if (name != null) {
                switches.add(new Filler<>(StandardSwitch.class, each)
                        .put("name", name)
                        .put("uplinks", devices(each))
                        .count("freePorts", "numPortsAvailable")
                        .put("mtu", positive(each.count("mtu")))
                        .build());
            }
        }
        return new Listing<>(switches, complete);
    }

    private static @Nullable Integer positive(@Nullable Integer number) {
        return number == null || number <= 0 ? null : number;
    }

    /** Whether some adapter carries provisioning traffic, by its service or by the stack it is on. */
    @Nullable
    Boolean provisioning() {
        var adapters = adapters();
        if (adapters == null) {
            return null;
        }
        boolean some = adapters.stream()
                .anyMatch(adapter -> PROVISIONING.equals(adapter.netStack())
                        || adapter.services() != null
                                && adapter.services().items().contains(PROVISIONING));
        boolean all = adapters.complete() && adapters.stream().noneMatch(adapter -> adapter.services() == null);
        return some ? Boolean.TRUE : all ? Boolean.FALSE : null;
    }

    /** The address of its management adapter, where it has but one. */
    @Nullable
    String managementIp() {
        var adapters = adapters();
        if (adapters == null) {
            return null;
        }
        List<String> addresses = adapters.stream()
                .filter(adapter ->
                        adapter.services() != null && adapter.services().items().contains("management"))
                .map(VmkernelAdapter::ipAddress)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
        return addresses.size() == 1 ? addresses.get(0) : null;
    }
}
