package dev.premotion.plan;

import dev.premotion.inventory.Host;
import dev.premotion.inventory.Network;
import dev.premotion.inventory.Nic;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import dev.premotion.reference.NsxVersion;
import dev.premotion.reference.Release;
import dev.premotion.reference.Tables;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A network that adapters leave at one host for a network at another: one subject for all connected adapters that do, one
 * for all others.
 *
 * @param vm the first VM that has such an adapter
 * @param nic that adapter
 * @param sourceNetwork absent where it is unknown
 * @param networkName the name of the network looked for at the destination; absent where unknown
 * @param network absent where there is none of the name looked for, or none listed
 * @param source the host left; absent where unknown
 */
public record NetworkChange(
        Vm vm,
        Nic nic,
        @Nullable Network sourceNetwork,
        @Nullable String networkName,
        @Nullable Network network,
        @Nullable Host source,
        VCenter sourceVCenter,
        Host host,
        VCenter destination,
        Tables tables)
        implements Subject {

    @Override
    public String kind() {
        return "network-change";
    }

    @Override
    public String name() {
        return (sourceNetwork == null ? "an unknown network" : sourceNetwork.label()) + " to "
                + (network == null ? "an unknown network" : network.label()) + " at " + host.label();
    }

    @Override
    public List<Ref> refs() {
        return List.of(
                sourceNetwork == null ? nic.ref() : sourceNetwork.ref(),
                network == null ? nic.ref() : network.ref(),
                source == null ? vm.ref() : source.ref(),
                host.ref(),
                connected() == null ? nic.ref() : new Ref("connected", "", String.valueOf(connected())));
    }

    @Override
    public List<Lacking> lacking(String path) {
        if (network == null && OF_TARGET.matcher(path).matches()) {
            return Lacking.ofTargetNetwork(nic, vm, sourceNetwork, networkName, destination);
        }
        if ((sourceNetwork == null || network == null) && OF_BOTH.contains(path)) {
            return unknownEnds();
        }
        return switch (path) {
            case "policiesMatch" -> ofBoth("allowPromiscuous", "macChanges", "forgedTransmits");
            case "leavesDatacenter" -> ofBoth("datacenter");
            case "policiesMayDiffer" -> ofBoth("type");
            case "sourceKind" -> ofSourceKind();
            case "sourceIsolated" -> sourceUplinks();
            case "targetIsolated" -> network == null ? List.of() : Uplinks.lacking(host, network, destination);
            case "connected" -> Lacking.ofDevice(nic, vm, "connected");
            default -> List.of();
        };
    }

    private List<Lacking> unknownEnds() {
        return Stream.concat(
                        sourceNetwork == null ? Lacking.ofSourceNetwork(nic, vm).stream() : Stream.empty(),
                        network == null
                                ? Lacking.ofTargetNetwork(nic, vm, sourceNetwork, networkName, destination).stream()
                                : Stream.empty())
                .distinct()
                .toList();
    }

    private List<Lacking> ofBoth(String... properties) {
        return Stream.of(sourceNetwork, network)
                .filter(Objects::nonNull)
                .flatMap(one -> Lacking.of(one, properties).stream())
                .distinct()
                .toList();
    }

    private List<Lacking> sourceUplinks() {
        if (source == null) {
            return ofSourceHost();
        }
        return sourceNetwork == null
                ? Lacking.ofSourceNetwork(nic, vm)
                : Uplinks.lacking(source, sourceNetwork, sourceVCenter);
    }

    private List<Lacking> ofSourceHost() {
        return List.of(new Lacking(vm.ref(), vm.label(), vm.host() == null ? "host" : "source"));
    }

    private List<Lacking> ofSourceKind() {
        if (sourceNetwork == null) {
            return Lacking.ofSourceNetwork(nic, vm);
        }
        if (sourceNetwork.type() == null) {
            return Lacking.of(sourceNetwork, "type");
        }
        return source == null ? ofSourceHost() : NsxForVSphere.lacking(source, sourceVCenter);
    }

    /** Facts of the network that the adapter comes to. */
    private static final Pattern OF_TARGET = Pattern.compile("network\\..*|targetIsolated");

    /** Facts that tell something of the network that the adapter leaves and of the one that it comes to. */
    private static final Set<String> OF_BOTH =
            Set.of("changes", "policiesMayDiffer", "policiesMatch", "leavesDatacenter");

    public @Nullable Boolean connected() {
        return nic.connected();
    }

    public boolean crossesVCenters() {
        return !sourceVCenter.ref().equals(destination.ref());
    }

    /** Whether the adapter is on another network afterwards. */
    public @Nullable Boolean changes() {
        if (crossesVCenters()) {
            return true;
        }
        return sourceNetwork == null || network == null
                ? null
                : !sourceNetwork.ref().equals(network.ref());
    }

    /**
     * Whether the security policies can differ: between two networks, and on one standard port group, which each host has
     * settings of its own for.
     */
    public @Nullable Boolean policiesMayDiffer() {
        var changes = changes();
        if (!Boolean.FALSE.equals(changes)) {
            return changes;
        }
        if (source != null && source.ref().equals(host.ref())) {
            return false;
        }
        var type = network == null ? null : network.type();
        return type == null ? null : type.equals("standard");
    }

    /** Whether the two networks are of different datacenters. */
    public @Nullable Boolean leavesDatacenter() {
        if (crossesVCenters()) {
            return true;
        }
        if (Boolean.FALSE.equals(changes())) {
            return false;
        }
        var one = sourceNetwork == null ? null : sourceNetwork.datacenter();
        var other = network == null ? null : network.datacenter();
        return one == null || other == null ? null : !one.equals(other);
    }

    public @Nullable String sourceName() {
        return sourceNetwork == null ? null : sourceNetwork.name();
    }

    public @Nullable String targetName() {
        return network == null ? null : network.name();
    }

    public @Nullable String sourceType() {
        return sourceNetwork == null ? null : sourceNetwork.type();
    }

    /**
     * Type of the network that the adapter leaves, or {@code nsx-v} where it comes to a segment from a distributed port group on
     * a host that NSX for vSphere prepared (KB 56991); absent where nobody can tell whether it did.
     */
    public @Nullable String sourceKind() {
        if (!leavesSwitchForSegment()) {
            return sourceType();
        }
        var prepared = NsxForVSphere.prepared(source, sourceVCenter);
        return prepared == null ? null : prepared ? NSX_V : sourceType();
    }

    /** The kind that asks for the latest releases, where it is open. */
    private @Nullable String strictestKind() {
        var kind = sourceKind();
        return kind == null && leavesSwitchForSegment() ? NSX_V : kind;
    }

    private boolean leavesSwitchForSegment() {
        return "opaque".equals(targetType()) && "distributed".equals(sourceType());
    }

    private static final String NSX_V = "nsx-v";

    public @Nullable String targetType() {
        return network == null ? null : network.type();
    }

    public @Nullable String sourceVlan() {
        return sourceNetwork == null ? null : sourceNetwork.vlan();
    }

    public @Nullable String targetVlan() {
        return network == null ? null : network.vlan();
    }

    public @Nullable Boolean sourceAcrossNetworkSupported() {
        return source == null ? null : acrossNetwork(source);
    }

    public @Nullable Boolean acrossNetworkSupported() {
        return acrossNetwork(host);
    }

    private static @Nullable Boolean acrossNetwork(Host at) {
        var capability = at.capability();
        return capability == null ? null : capability.vmotionAcrossNetworkSupported();
    }

    /** Whether promiscuous mode, MAC changes and forged transmits are set alike. */
    public @Nullable Boolean policiesMatch() {
        if (sourceNetwork == null || network == null) {
            return null;
        }
        var one = policies(sourceNetwork);
        var other = policies(network);
        boolean told = true;
        for (int i = 0; i < one.size(); i++) {
            boolean known = !one.get(i).isEmpty() && !other.get(i).isEmpty();
            if (known && !one.get(i).equals(other.get(i))) {
                return false;
            }
            told &= known;
        }
        return told ? Boolean.TRUE : null;
    }

    /** The security policies that are set otherwise, with both settings in the words of the vSphere Client. */
    public List<String> differingPolicies() {
        return sourceNetwork == null || network == null
                ? List.of()
                : Stream.of(
                                differing(
                                        "promiscuous mode",
                                        sourceNetwork.allowPromiscuous(),
                                        network.allowPromiscuous()),
                                differing("MAC address changes", sourceNetwork.macChanges(), network.macChanges()),
                                differing(
                                        "forged transmits", sourceNetwork.forgedTransmits(), network.forgedTransmits()))
                        .flatMap(List::stream)
                        .toList();
    }

    private static List<String> differing(String policy, @Nullable Boolean one, @Nullable Boolean other) {
        return one == null || other == null || one.equals(other)
                ? List.of()
                : List.of(policy + " (" + setting(one) + ", " + setting(other) + ")");
    }

    private static String setting(boolean allowed) {
        return allowed ? "Accept" : "Reject";
    }

    private static List<String> policies(Network of) {
        return Stream.of(of.allowPromiscuous(), of.macChanges(), of.forgedTransmits())
                .map(policy -> policy == null ? "" : policy.toString())
                .toList();
    }

    /** Whether the switch that the adapter leaves has no uplink at its host. */
    public @Nullable Boolean sourceIsolated() {
        return source == null ? null : Uplinks.isolated(source, sourceNetwork, nic.switchName(), sourceVCenter);
    }

    /** Whether the switch that the adapter comes to has no uplink at its host. */
    public @Nullable Boolean targetIsolated() {
        return Uplinks.isolated(host, network, null, destination);
    }

    /** Whether the vCenter is known to be told not to look for switches without uplinks. */
    public boolean intranetTestOff() {
        return Settings.off(sourceVCenter, Settings.INTRANET_TEST);
    }

    public @Nullable Release destinationRelease() {
        return tables.vCenter(destination.version(), destination.build());
    }

    public @Nullable Release hostRelease() {
        return tables.esxi(host.version(), host.build());
    }

    public @Nullable NsxVersion nsx() {
        return NsxVersion.of(destination.nsxVersion());
    }

    /** {@code vlan} or {@code overlay}; absent where the network is no segment, or its kind is not known. */
    public @Nullable String segmentType() {
        return network == null ? null : network.segmentType();
    }

    /** The first vCenter that moves from a network of the source's type to an overlay segment. */
    public @Nullable Release overlayVCenter() {
        return tables.segmentVCenter(strictestKind(), "overlay", destinationRelease());
    }

    /** The first ESXi, likewise. */
    public @Nullable Release overlayEsxi() {
        return tables.segmentEsxi(strictestKind(), "overlay", hostRelease());
    }

    /** The first NSX, likewise. */
    public @Nullable NsxVersion overlayNsx() {
        return tables.segmentNsx(strictestKind(), "overlay");
    }

    /** The first vCenter that moves from a network of the source's type to a VLAN segment. */
    public @Nullable Release vlanVCenter() {
        return tables.segmentVCenter(strictestKind(), "vlan", destinationRelease());
    }

    /** The first ESXi, likewise. */
    public @Nullable Release vlanEsxi() {
        return tables.segmentEsxi(strictestKind(), "vlan", hostRelease());
    }

    /** The first NSX, likewise. */
    public @Nullable NsxVersion vlanNsx() {
        return tables.segmentNsx(strictestKind(), "vlan");
    }
}
