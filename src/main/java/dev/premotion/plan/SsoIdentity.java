package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.SiteLink;
import dev.premotion.inventory.VCenter;
import org.jspecify.annotations.Nullable;

/**
 * Whether two vCenters are one SSO domain. Linked partners and a common signing certificate prove it; different domain
 * names disprove it; where partners and certificates contradict each other nobody can tell; equal names prove nothing, since {@code vsphere.local} is everybody's default (requirements row
 * SSO-IDENTITY).
 */
public final class SsoIdentity {

    private SsoIdentity() {}

    /** Absent where the inventory does not say. */
    public static @Nullable Boolean same(VCenter one, VCenter other, @Nullable SiteLink link) {
        if (link != null && link.sameSsoDomain() != null) {
            return link.sameSsoDomain();
        }
        var linked = linked(one, other);
        var trust = one.stsCertificate() == null || other.stsCertificate() == null
                ? null
                : Boolean.valueOf(one.stsCertificate().equals(other.stsCertificate()));
        if (linked != null && trust != null) {
            return linked.equals(trust) ? trust : null; // one of the two is out of date
        }
        if (Boolean.TRUE.equals(linked) || trust != null) {
            return linked != null ? linked : trust;
        }
        if (one.ssoDomain() != null
                && other.ssoDomain() != null
                && !one.ssoDomain().equalsIgnoreCase(other.ssoDomain())) {
            return false;
        }
        return linked;
    }

    /** Whether they are partners of one another. */
    private static @Nullable Boolean linked(VCenter one, VCenter other) {
        if (lists(one.linkedVCenters(), other) || lists(other.linkedVCenters(), one)) {
            return true;
        }
        return complete(one.linkedVCenters()) && complete(other.linkedVCenters()) ? Boolean.FALSE : null;
    }

    private static boolean lists(@Nullable Listing<String> partners, VCenter other) {
        return partners != null && partners.items().contains(other.ref().id());
    }

    private static boolean complete(@Nullable Listing<String> partners) {
        return partners != null && partners.complete();
    }
}
