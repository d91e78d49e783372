package dev.premotion.read.vsphere;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Ref;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a host of a {@code HostSystem}. */
final class HostMapper {

    /** A host that answers has all of these; without them the rest may not have been read either. */
    static final List<String> CONFIG = List.of(
            "config.product.build", "config.network.pnic", "config.storageDevice.scsiLun", "config.dateTimeInfo");

    /** What the API never leaves out of a host's runtime. */
    private static final List<String> RUNTIME = List.of("runtime.connectionState", "runtime.powerState");

    private final Estate estate;
    private final Extras extras;

    HostMapper(Estate estate, Extras extras) {
        this.estate = estate;
        this.extras = extras;
    }

    Host host(Managed source) {
        var host = new Filler<>(Host.class, source)
                .put("ref", new Ref(Kind.HOST, estate.id, source.id()))
                .put("name", estate.name(source.id()))
                .put("datacenter", estate.datacenter(source));
        place(source, host);
        product(source, host);
        new HostHardware(estate, source, extras.hardwareVersions().get(source.id())).fill(host);
        new HostStorage(estate, source).fill(host);
        state(source, host);
        var networking = new HostNetworking(estate, source);
        host.put("vmkernelAdapters", networking.adapters())
                .put("physicalNics", networking.physicalNics())
                .put("standardSwitches", networking.standardSwitches())
                .put("closedFirewallRulesets", HostFirewall.closed(source))
                .put("managementIp", networking.managementIp())
                .put("provisioningAdapter", networking.provisioning())
                .truth("vmotionAdapter", "summary.config.vmotionEnabled")
                .put("networks", source.has("network") ? Listing.complete(source.texts("network")) : null)
                .put("timeSources", timeSources(source))
                .truth("timeSynchronized", "config.dateTimeInfo.serviceSync")
                .put("tags", extras.beside().rest().of(source.id()))
                .put("licenseName", extras.licenses().get(source.id()));
        more(source, host);
        return host.build();
    }

    private void more(Managed source, Filler<Host> host) {
        host.text("haState", "runtime.dasHostState.state")
                .put("replicationAgent", replicationAgent(source))
                .put("vFlashFreeMiB", vFlashFree(source));
        var offer = extras.offers().get(source.id());
        if (offer != null) {
            host.put("deviceTypes", Listing.complete(offer.deviceTypes()))
                    .put("adapterTypes", Listing.complete(offer.adapterTypes()))
                    .put("rdmModes", Listing.complete(offer.rdmModes()))
                    .put("guests", Listing.complete(offer.guests()))
                    .put("unsupportedVolumes", Listing.complete(offer.unsupportedVolumes()))
                    .put("wakeOnLanSupported", offer.wakeOnLan())
                    .put("maxVideoRamKiB", offer.videoRamKiB());
        }
    }

    /**
     * The agent of host-based replication is the package {@code vmware-hbr-agent}. That its service bears the same name is
     * not documented, so that only the presence of one tells anything.
     */
    private static @Nullable Boolean replicationAgent(Managed source) {
        return source.parts("config.service.service").stream()
                        .map(service -> service.text("key"))
                        .anyMatch(key -> key != null && key.startsWith("hbr"))
                ? Boolean.TRUE
                : null;
    }

    /** A host without flash set up for VMs leaves the property out. */
    private static @Nullable Long vFlashFree(Managed source) {
        var path = "runtime.vFlashResourceRuntimeInfo";
        var bytes = source.amount(path + ".freeForVmCache");
        return bytes != null ? Long.valueOf(bytes >> 20) : source.unset(path, RUNTIME) ? Long.valueOf(0) : null;
    }

    private void place(Managed source, Filler<Host> host) {
        var around = source.kind("parent");
        if (around.equals("ClusterComputeResource")) {
            host.text("cluster", "parent").put("standalone", false);
        } else if (around.equals("ComputeResource")) {
            host.put("standalone", true);
        }
    }

    private void product(Managed source, Filler<Host> host) {
        host.text("version", "config.product.version")
                .text("build", "config.product.build")
                .text("vendor", "summary.hardware.vendor")
                .text("model", "summary.hardware.model");
    }

    private void state(Managed source, Filler<Host> host) {
        var quarantine = source.truth("runtime.inQuarantineMode");
        host.text("connectionState", "runtime.connectionState")
                .put("powerState", power(source))
                .truth("inMaintenanceMode", "runtime.inMaintenanceMode")
                .put("inQuarantineMode", quarantine != null || !estate.before("6.5") ? quarantine : Boolean.FALSE)
                .text("cryptoState", "runtime.cryptoState");
    }

    /** A host that is disconnected has a power state of {@code unknown}. */
    private static @Nullable String power(Managed source) {
        var state = source.text("runtime.powerState");
        return "unknown".equals(state) ? null : state;
    }

    private static @Nullable Listing<String> timeSources(Managed source) {
        return source.has("config.dateTimeInfo.ntpConfig")
                ? Listing.complete(source.texts("config.dateTimeInfo.ntpConfig.server"))
                : null;
    }
}
