package dev.premotion.read.vsphere;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.DistributedSwitch;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Network;
import dev.premotion.inventory.Ref;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes networks and distributed switches. */
final class NetworkMapper {

    private static final String RESOURCES = "runtime.resourceRuntimeInfo";
    private static final String NO_POOL = "-1";

    private final Estate estate;
    private final Map<String, Integer> used = new HashMap<>();
    private boolean allUses = true;

    NetworkMapper(Estate estate) {
        this.estate = estate;
    }

    /** A network adapter of a VM takes a port; where its network is not known it may take any. */
    void uses(@Nullable String network) {
        if (network != null) {
            used.merge(network, 1, Integer::sum);
        }
    }

    /** Some VM's adapters are not known. */
    void usesUnknown() {
        allUses = false;
    }

    Network network(Managed source) {
        var network = new Filler<>(Network.class, source)
                .put("ref", new Ref(Kind.NETWORK, estate.id, source.id()))
                .put("name", estate.name(source.id()))
                .put("datacenter", estate.datacenter(source))
                .truth("accessible", "summary.accessible");
        switch (source.type()) {
            case "DistributedVirtualPortgroup" -> distributed(source, network);
            case "OpaqueNetwork" -> network.put("type", "opaque").text("segmentId", "summary.opaqueNetworkId");
            default -> standard(source, network);
        }
        return network.build();
    }

    private void distributed(Managed source, Filler<Network> network) {
        network.put("type", "distributed")
                .text("distributedSwitch", "config.distributedVirtualSwitch")
                .put("vlan", vlan(source))
                .put("freePorts", freePorts(source))
                .truth("growsByItself", "config.autoExpand")
                .put("unreservedMbps", unreserved(source))
                .put("networkResourcePool", resourcePool(source))
                .text("portBinding", "config.type")
                .truth("uplink", "config.uplink")
                .put("allowPromiscuous", policy(source, "allowPromiscuous"))
                .put("macChanges", policy(source, "macChanges"))
                .put("forgedTransmits", policy(source, "forgedTransmits"))
                .text("segmentId", "config.segmentId");
    }

    /** Key of its network resource pool; the API says {@code -1}, or nothing, where a port group has none. */
    private @Nullable String resourcePool(Managed source) {
        var over = estate.get(source.text("config.distributedVirtualSwitch"));
        var key = source.text("config.vmVnicNetworkResourcePoolKey");
        return key == null && over != null && over.has(RESOURCES) ? NO_POOL : key;
    }

    /** What its network resource pool, or without one the switch, has left to reserve. */
    private @Nullable Long unreserved(Managed source) {
        var over = estate.get(source.text("config.distributedVirtualSwitch"));
        var pool = resourcePool(source);
        if (over == null || !over.has(RESOURCES)) {
            return null;
        }
        if (NO_POOL.equals(pool)) {
            return over.amount(RESOURCES + ".available");
        }
        return over.parts(RESOURCES + ".vmVnicNetworkResourcePoolRuntime").stream()
                .filter(each -> Objects.equals(pool, each.text("key")))
                .map(each -> each.amount("available"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Since 6.7 in the management of MAC addresses, before in the security policy. */
    private static @Nullable Boolean policy(Managed source, String name) {
        var now = source.truth("config.defaultPortConfig.macManagementPolicy." + name);
        return now != null ? now : source.truth("config.defaultPortConfig.securityPolicy." + name + ".value");
    }

    private static @Nullable String vlan(Managed source) {
        var at = "config.defaultPortConfig.vlan";
        return switch (source.type(at)) {
            case "VmwareDistributedVirtualSwitchVlanIdSpec" -> source.text(at + ".vlanId");
            case "VmwareDistributedVirtualSwitchPvlanSpec" -> source.text(at + ".pvlanId");
            case "VmwareDistributedVirtualSwitchTrunkVlanSpec" ->
                source.parts(at + ".vlanId").stream()
                        .map(range -> range.text("start") + "-" + range.text("end"))
                        .collect(Collectors.joining(","));
            default -> null;
        };
    }

    /** With early binding each configured adapter holds a port; a group that grows by itself always has one left. */
    private @Nullable Integer freePorts(Managed source) {
        var ports = source.count("config.numPorts");
        boolean fixed = "earlyBinding".equals(source.text("config.type"))
                && Boolean.FALSE.equals(source.truth("config.autoExpand"));
        if (ports == null || !fixed || !allUses || !estate.whole(Wanted.VM, "HostSystem")) {
            return null;
        }
        long vmkernel = 0;
        var key = source.text("key");
        for (var host : estate.all("HostSystem")) {
            if (!host.has("config.network.vnic")) {
                return null;
            }
            vmkernel += host.parts("config.network.vnic").stream()
                    .filter(nic -> key != null && key.equals(nic.text("spec.distributedVirtualPort.portgroupKey")))
                    .count();
        }
        return (int) Math.max(0, ports - used.getOrDefault(source.id(), 0) - vmkernel);
    }

    /** A standard port group is one network on all hosts that name it so; what they do not agree on is not said. */
    private void standard(Managed source, Filler<Network> network) {
        network.put("type", "standard");
        var name = source.text("name");
        var settings = Map.of(
                "vlan", "spec.vlanId",
                "allowPromiscuous", "computedPolicy.security.allowPromiscuous",
                "macChanges", "computedPolicy.security.macChanges",
                "forgedTransmits", "computedPolicy.security.forgedTransmits");
        settings.forEach((property, path) -> {
            Set<String> values = new HashSet<>();
            for (var id : source.texts("host")) {
                values.add(setting(estate.get(id), name, path));
            }
            var value = values.size() == 1 ? values.iterator().next() : "";
            if (!value.isEmpty()) {
                network.put(property, property.equals("vlan") ? value : Boolean.valueOf(value));
            }
        });
    }

    private static String setting(@Nullable Managed host, @Nullable String name, String path) {
        if (host == null || name == null) {
            return "";
        }
        for (var group : host.parts("config.network.portgroup")) {
            if (name.equals(group.text("spec.name"))) {
                var value = group.text(path);
                return value == null ? "" : value;
            }
        }
        return "";
    }

    DistributedSwitch distributedSwitch(Managed source) {
        var hosts = new ArrayList<String>();
        boolean complete = true;
        for (var member : source.parts("config.host")) {
            var host = member.text("config.host");
            complete &= host != null;
            if (host != null) {
                hosts.add(host);
            }
        }
        return new Filler<>(DistributedSwitch.class, source)
                .put("ref", new Ref(Kind.SWITCH, estate.id, source.id()))
                .put("name", estate.name(source.id()))
                .text("uuid", "uuid")
                .text("version", "config.productInfo.version")
                .text("vendor", "config.productInfo.vendor")
                .count("maxMtu", "config.maxMtu")
                .text("networkResourceControl", "config.networkResourceControlVersion")
                .put("enhancedDataPath", enhanced(source.text("uuid")))
                .put("hosts", source.has("config.productInfo") ? new Listing<>(hosts, complete) : null)
                .put("datacenter", estate.datacenter(source))
                .build();
    }

    /** Whether some host runs it with the enhanced data path; false where all say that they do not. */
    private @Nullable Boolean enhanced(@Nullable String uuid) {
        var said = new HashSet<@Nullable Boolean>();
        for (var host : estate.all("HostSystem")) {
            for (var proxy : host.parts("config.network.proxySwitch")) {
                if (uuid != null && uuid.equals(proxy.text("dvsUuid"))) {
                    said.add(proxy.truth("ensEnabled"));
                }
            }
        }
        return said.contains(true) ? Boolean.TRUE : said.size() == 1 && said.contains(false) ? Boolean.FALSE : null;
    }
}
