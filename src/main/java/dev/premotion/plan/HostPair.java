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
        if (path.startsWith("provisioning") || path.startsWith("cold")) {
            return lacking(
                    Stream.of(source, destination),
                    path.equals("provisioningAdapters") ? "provisioningAdapter" : "vmkernelAdapters");
        }
        if (path.startsWith("sourceVmotion") || path.startsWith("destinationVmotion")) {
            var host = path.startsWith("source") ? source : destination;
            return List.of(new Lacking(host.ref(), host.label(), "vmkernelAdapters"));
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
        return both(
                HostFacts.hasService(source, "vmotion", source.vmotionAdapter()),
                HostFacts.hasService(destination, "vmotion", destination.vmotionAdapter()));
    }

    /** Whether some vMotion adapter of each host is in one IPv4 subnet. */
    public @Nullable Boolean vmotionSubnetShared() {
        return Addresses.shareSubnet(HostFacts.vmotionAdapters(source), HostFacts.vmotionAdapters(destination));
    }

    /** The IP addresses that vMotion adapters of both hosts have. */
    public @Nullable Listing<String> vmotionSharedAddresses() {
        return Addresses.shared(HostFacts.vmotionAdapters(source), HostFacts.vmotionAdapters(destination));
    }

    /** Whether both hosts route vMotion by a gateway of the vMotion TCP/IP stack. */
    public @Nullable Boolean vmotionGateways() {
        return both(gateway(source, "vmotion"), gateway(destination, "vmotion"));
    }

    private static @Nullable Boolean gateway(Host host, String stack) {
        Listing<VmkernelAdapter> adapters =
                stack.equals("vmotion") ? HostFacts.vmotionAdapters(host) : HostFacts.coldAdapters(host);
        if (adapters == null) {
            return null;
        }
        if (adapters.stream()
                .anyMatch(a -> stack.equals(a.netStack()) && Boolean.TRUE.equals(Addresses.isSet(a.gateway())))) {
            return true;
        }
        var told = adapters.complete()
                && adapters.stream().allMatch(a -> a.netStack() != null && Addresses.isSet(a.gateway()) != null);
        return told ? Boolean.FALSE : null;
    }

    private static List<Lacking> lacking(Stream<Host> hosts, String property) {
        return hosts.flatMap(host -> Lacking.of(host, property).stream()).toList();
    }

    /** Whether both hosts have adapters for the provisioning network. */
    public @Nullable Boolean provisioningAdapters() {
        return both(
                HostFacts.hasService(source, PROVISIONING, source.provisioningAdapter()),
                HostFacts.hasService(destination, PROVISIONING, destination.provisioningAdapter()));
    }

    private static final String PROVISIONING = "vSphereProvisioning";

    /** Whether the adapters that cold data goes over are in one subnet: provisioning, or management without one. */
    public @Nullable Boolean coldSubnetShared() {
        return Addresses.shareSubnet(HostFacts.coldAdapters(source), HostFacts.coldAdapters(destination));
    }

    /** Whether both hosts route cold data by a gateway of the provisioning TCP/IP stack. */
    public @Nullable Boolean provisioningGateways() {
        return both(gateway(source, PROVISIONING), gateway(destination, PROVISIONING));
    }

    private static @Nullable Boolean both(@Nullable Boolean one, @Nullable Boolean other) {
        if (Boolean.FALSE.equals(one) || Boolean.FALSE.equals(other)) {
            return false;
        }
        return one == null || other == null ? null : Boolean.TRUE;
    }

    /** Labels of the networks behind the vMotion adapters; absent where some are not listed. */
    public @Nullable List<String> sourceVmotionNetworks() {
        return HostFacts.vmotionNetworks(source);
    }

    public @Nullable List<String> destinationVmotionNetworks() {
        return HostFacts.vmotionNetworks(destination);
    }

    /** How many vMotion adapters each has; absent where not all are listed. */
    public @Nullable Integer sourceVmotionAdapters() {
        return count(HostFacts.vmotionAdapters(source));
    }

    public @Nullable Integer destinationVmotionAdapters() {
        return count(HostFacts.vmotionAdapters(destination));
    }

    private static @Nullable Integer count(@Nullable Listing<VmkernelAdapter> adapters) {
        return adapters == null || !adapters.complete() ? null : Integer.valueOf(adapters.size());
    }

    /** MTUs of the vMotion adapters, ascending; absent where some are not known. */
    public @Nullable List<Integer> sourceVmotionMtus() {
        return HostFacts.vmotionMtus(source);
    }

    public @Nullable List<Integer> destinationVmotionMtus() {
        return HostFacts.vmotionMtus(destination);
    }
}
