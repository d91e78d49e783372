package dev.premotion.plan;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.License;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.reference.Release;
import dev.premotion.reference.Tables;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A host that takes part in a move, at either end. */
public record InvolvedHost(Host host, @Nullable Cluster cluster, VCenter vCenter, Tables tables) implements Subject {

    @Override
    public String kind() {
        return "host";
    }

    @Override
    public String name() {
        return host.label();
    }

    @Override
    public List<Ref> refs() {
        return List.of(host.ref());
    }

    public @Nullable Release release() {
        return tables.esxi(host.version(), host.build());
    }

    /** Whether a VMkernel adapter has the vMotion service. */
    public @Nullable Boolean vmotionAdapter() {
        return HostFacts.hasService(host, "vmotion", host.vmotionAdapter());
    }

    /** Whether an uplink behind the vMotion adapter is up. */
    public @Nullable Boolean vmotionLinkUp() {
        return HostFacts.vmotionLinkUp(host);
    }

    /** Speed of the uplink behind the vMotion adapter, Mbit/s. */
    public @Nullable Integer vmotionLinkMbps() {
        return HostFacts.vmotionLinkMbps(host);
    }

    public @Nullable Boolean vmotionSupported() {
        var capability = host.capability();
        return capability == null ? null : capability.vmotionSupported();
    }

    public @Nullable Boolean vmotionWithStorageVMotionSupported() {
        var capability = host.capability();
        return capability == null ? null : capability.vmotionWithStorageVMotionSupported();
    }

    public @Nullable Boolean suspendedRelocateSupported() {
        var capability = host.capability();
        return capability == null ? null : capability.suspendedRelocateSupported();
    }

    /** Whether every uplink behind the vMotion adapters is full duplex. */
    public @Nullable Boolean vmotionFullDuplex() {
        return HostFacts.vmotionFullDuplex(host);
    }

    /** Whether vMotion adapters of the default TCP/IP stack stand beside one of the vMotion stack, which alone is used then. */
    public @Nullable Boolean mixedVmotionStacks() {
        return HostFacts.mixedVmotionStacks(host);
    }

    /** Whether its firewall keeps vMotion (TCP 8000) out; absent where its rulesets were not read. */
    public @Nullable Boolean vmotionPortClosed() {
        return closed("vMotion");
    }

    /** Whether its firewall keeps file copies (NFC, TCP 902) out; absent where its rulesets were not read. */
    public @Nullable Boolean nfcPortClosed() {
        return closed("NFC");
    }

    private @Nullable Boolean closed(String ruleset) {
        var closed = host.closedFirewallRulesets();
        if (closed == null) {
            return null;
        }
        return closed.items().contains(ruleset) ? Boolean.TRUE : closed.complete() ? Boolean.FALSE : null;
    }

    public @Nullable Release vCenterRelease() {
        return tables.vCenter(vCenter.version(), vCenter.build());
    }

    /** Whether the table of the hosts that a vCenter manages has a verified row for this one's line. */
    public @Nullable Boolean minimumVerified() {
        var release = vCenterRelease();
        return release == null ? null : tables.minEsxiForVCenter(release) != null;
    }

    /** Whether that table has a row for its line that nobody verified. */
    public @Nullable Boolean minimumUnverified() {
        var release = vCenterRelease();
        return release == null
                ? null
                : tables.minEsxiForVCenter(release) == null && tables.likelyMinEsxiForVCenter(release) != null;
    }

    /** The first ESXi that the vCenter manages, verified or not. */
    public @Nullable Release minEsxi() {
        return tables.likelyMinEsxiForVCenter(vCenterRelease());
    }

    /** Whether the host's release line is newer than its vCenter's. */
    public @Nullable Boolean newerThanVCenter() {
        var own = release();
        var manager = vCenterRelease();
        return own == null || manager == null ? null : Lines.newer(own.line(), manager.line());
    }

    /** Name of the edition that the licence's name shows. */
    public @Nullable String edition() {
        var edition = tables.edition(host.licenseName());
        return edition == null ? null : edition.name();
    }

    /** Whether the licence of that name had expired when the snapshot was taken. */
    public @Nullable Boolean licenceExpired() {
        var taken = vCenter.capturedAt();
        var licences = vCenter.licenses();
        if (taken == null || licences == null || host.licenseName() == null) {
            return null;
        }
        var dates = licences.stream()
                .filter(licence -> licence.name().equals(host.licenseName()))
                .map(License::expires)
                .filter(Objects::nonNull)
                .toList();
        return dates.isEmpty() ? null : dates.stream().noneMatch(date -> date.isAfter(taken));
    }

    @Override
    public List<Lacking> lacking(String path) {
        if (path.equals("newerThanVCenter")) {
            return Stream.of(host, vCenter)
                    .flatMap(one -> Lacking.of(one, "version").stream())
                    .toList();
        }
        if (path.equals("host.physicalNics") || path.equals("host.vmkernelAdapters")) {
            return HostFacts.vmotionLacking(host, path.equals("host.physicalNics"));
        }
        return path.equals("licenceExpired")
                ? List.of(new Lacking(
                        vCenter.ref(),
                        vCenter.label(),
                        vCenter.capturedAt() == null ? "capturedAt" : "licenses.expires"))
                : List.of();
    }
}
