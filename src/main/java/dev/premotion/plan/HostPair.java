package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.SiteLink;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.VmkernelAdapter;
import dev.premotion.reference.Release;
import dev.premotion.reference.Tables;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two hosts between which VMs move, in that direction. */
public record HostPair(
        Host source, VCenter sourceVCenter, Host destination, VCenter destinationVCenter, SiteLink link, Tables tables)
        implements Subject {

    @Override
    public String kind() {
        return "host-pair";
    }

    @Override
    public String name() {
        return source.label() + " → " + destination.label();
    }

    @Override
    public List<Ref> refs() {
        return List.of(source.ref(), destination.ref());
    }

    @Override
    public List<Lacking> lacking(String path) {
        if (path.endsWith(".managementIp")) {
            return Stream.of(source, destination)
                    .filter(host -> family(host) == null)
                    .map(host -> new Lacking(host.ref(), host.label(), "addressFamily"))
                    .toList();
        }
        if (!path.startsWith("vmotion")) {
            return List.of();
        }
        var lists = Stream.of(source, destination)
                .flatMap(host -> Lacking.of(host, "vmkernelAdapters").stream())
                .toList();
        return lists.isEmpty()
                ? Stream.of(source, destination)
                        .map(host -> new Lacking(host.ref(), host.label(), "vmkernelAdapters"))
                        .toList()
                : lists;
    }

    public boolean crossesVCenters() {
        return !sourceVCenter.ref().equals(destinationVCenter.ref());
    }

    public @Nullable Release sourceVCenterRelease() {
        return tables.vCenter(sourceVCenter.version(), sourceVCenter.build());
    }

    public @Nullable Release destinationVCenterRelease() {
        return tables.vCenter(destinationVCenter.version(), destinationVCenter.build());
    }

    public @Nullable Release sourceRelease() {
        return tables.esxi(source.version(), source.build());
    }

    public @Nullable Release destinationRelease() {
        return tables.esxi(destination.version(), destination.build());
    }

    /** {@code ipv4} or {@code ipv6}: the family the host is registered by; absent for a name. */
    public @Nullable String sourceAddressFamily() {
        return family(source);
    }

    public @Nullable String destinationAddressFamily() {
        return family(destination);
    }

    private static @Nullable String family(Host host) {
        var told = Addresses.family(host.managementIp());
        return told != null ? told : host.addressFamily();
    }

    /** Whether both hosts have vMotion adapters. */
    public @Nullable Boolean vmotionAdapters() {
        var one = HostFacts.hasService(source, "vmotion", source.vmotionAdapter());
        var other = HostFacts.hasService(destination, "vmotion", destination.vmotionAdapter());
        if (Boolean.FALSE.equals(one) || Boolean.FALSE.equals(other)) {
            return false;
        }
        return one == null || other == null ? null : Boolean.TRUE;
    }

    /** Whether some vMotion adapter of each host is in one IPv4 subnet. */
    public @Nullable Boolean vmotionSubnetShared() {
        return Addresses.shareSubnet(HostFacts.vmotionAdapters(source), HostFacts.vmotionAdapters(destination));
    }

    /** Whether both hosts route vMotion by a gateway of the vMotion TCP/IP stack. */
    public @Nullable Boolean vmotionGateways() {
        var routed = Stream.of(source, destination).map(HostPair::gateway).toList();
        if (routed.contains(Boolean.FALSE)) {
            return false;
        }
        return routed.stream().allMatch(Boolean.TRUE::equals) ? Boolean.TRUE : null;
    }

    private static @Nullable Boolean gateway(Host host) {
        Listing<VmkernelAdapter> adapters = HostFacts.vmotionAdapters(host);
        if (adapters == null) {
            return null;
        }
        if (adapters.stream().anyMatch(a -> "vmotion".equals(a.netStack()) && a.gateway() != null)) {
            return true;
        }
        var told = adapters.complete() && adapters.stream().allMatch(a -> a.netStack() != null);
        return told ? Boolean.FALSE : null;
    }
}
