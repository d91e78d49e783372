package dev.premotion.plan;

import dev.premotion.inventory.Ref;
import dev.premotion.inventory.SiteLink;
import dev.premotion.inventory.SsoIdentity;
import dev.premotion.inventory.VCenter;
import dev.premotion.plan.PlanDocument.Initiator;
import dev.premotion.plan.PlanDocument.Method;
import dev.premotion.reference.Release;
import dev.premotion.reference.Tables;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two vCenters between which VMs move, in that direction.
 *
 * @param link what lies between them; absent where nobody said
 * @param route method and initiator as the plan wants them
 */
public record VCenterPair(VCenter source, VCenter destination, SiteLink link, Plan.Route route, Tables tables)
        implements Subject {

    @Override
    public String kind() {
        return "vcenter-pair";
    }

    @Override
    public String name() {
        return source.label() + " → " + destination.label();
    }

    @Override
    public List<Ref> refs() {
        return List.of(
                source.ref(),
                destination.ref(),
                new Ref("route", route.method().name(), route.initiator().name()));
    }

    /** The vCenter that starts an Advanced Cross vCenter vMotion. */
    public VCenter initiating() {
        return route.initiator() == Initiator.SOURCE ? source : destination;
    }

    /** The other one. */
    public VCenter peer() {
        return route.initiator() == Initiator.SOURCE ? destination : source;
    }

    public @Nullable Release sourceRelease() {
        return tables.vCenter(source.version(), source.build());
    }

    public @Nullable Release destinationRelease() {
        return tables.vCenter(destination.version(), destination.build());
    }

    public @Nullable Release initiatingRelease() {
        return tables.vCenter(initiating().version(), initiating().build());
    }

    public @Nullable Release peerRelease() {
        return tables.vCenter(peer().version(), peer().build());
    }

    /** Release line, such as {@code 7.0}. */
    public @Nullable String sourceLine() {
        return line(sourceRelease());
    }

    public @Nullable String destinationLine() {
        return line(destinationRelease());
    }

    private static @Nullable String line(@Nullable Release release) {
        return release == null ? null : release.line();
    }

    /** {@code auto}, {@code linked} or {@code advanced}, as the plan wants it. */
    public String method() {
        return route.method() == Method.AUTO ? "auto" : route.method() == Method.LINKED ? "linked" : "advanced";
    }

    /**
     * Whether both are one SSO domain: linked partners or one signing certificate say yes, different domain names say no,
     * equal names alone say nothing (requirements row SSO-IDENTITY).
     */
    public @Nullable Boolean sameSsoDomain() {
        return SsoIdentity.same(source, destination, link);
    }

    /** How many vCenters the SSO domain of the source has, itself included; absent where not all partners are listed. */
    public @Nullable Integer linkedCount() {
        var partners = source.linkedVCenters();
        return partners == null || !partners.complete() ? null : Integer.valueOf(partners.size() + 1);
    }

    @Override
    public List<Lacking> lacking(String path) {
        return switch (path) {
            case "linkedCount" ->
                List.of(new Lacking(
                        source.ref(),
                        source.label(),
                        source.linkedVCenters() == null ? "linkedVCenters" : "linkedVCenters.complete"));
            case "clockToleranceSeconds" ->
                Stream.of(source, destination)
                        .flatMap(vCenter -> Lacking.of(vCenter, "clockToleranceMillis").stream())
                        .toList();
            default -> List.of();
        };
    }

    /** How far the clocks differ, seconds; measured directly, or from two readings brought to one moment. */
    public @Nullable Double clockSkewSeconds() {
        if (link.clockSkewSeconds() != null) {
            return Math.abs(link.clockSkewSeconds());
        }
        var one = source.clock();
        var other = destination.clock();
        return one == null || other == null ? null : Math.abs(one.offsetMillis() - other.offsetMillis()) / 1000.0;
    }

    /** The smaller SSO clock tolerance of the two, seconds; absent where either was not read. */
    public @Nullable Double clockToleranceSeconds() {
        var one = tolerance(source);
        var other = tolerance(destination);
        return one == null || other == null ? null : Math.min(one, other) / 1000.0;
    }

    private static @Nullable Long tolerance(VCenter vCenter) {
        return vCenter.clockToleranceMillis();
    }
}
