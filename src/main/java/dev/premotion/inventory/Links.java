package dev.premotion.inventory;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds what lies between two vCenters. */
public final class Links {

    private Links() {}

    /**
     * What is known to lie between two vCenters, whichever is named first: what is said of the vCenters themselves before
     * what is said of their sites.
     *
     * @return absent where no link names both
     */
    public static @Nullable SiteLink between(Inventory inventory, VCenter one, VCenter other) {
        var links = inventory.links().stream()
                .filter(link -> joins(link, one, other))
                .sorted(Comparator.comparingInt(link -> named(link, one, other)))
                .toList();
        SiteLink known = null;
        for (var link : links) {
            known = known == null ? link : over(known, link, named(known, one, other) < named(link, one, other));
        }
        return known;
    }

    /** The same, and one without facts where nobody gave any. */
    public static SiteLink known(Inventory inventory, @Nullable VCenter one, VCenter other) {
        if (one == null || one.ref().equals(other.ref())) {
            return unknown(other, other);
        }
        var link = between(inventory, one, other);
        return link == null ? unknown(one, other) : link;
    }

    private static SiteLink unknown(VCenter one, VCenter other) {
        var ref = new Ref(Kind.LINK, one.ref().id(), one.label() + " and " + other.label());
        return new SiteLink(ref, List.of(one.label(), other.label()), null, null, null, null, null, null, null, null);
    }

    private static SiteLink over(SiteLink below, SiteLink above, boolean nearer) {
        var layer = new Layer((link, property, lower, upper) -> nearer || property.equals("between") ? upper : null);
        return Objects.requireNonNull(layer.over(below, above));
    }

    private static boolean joins(SiteLink link, VCenter one, VCenter other) {
        return joins(link.between(), one, other) || joins(link.between(), other, one);
    }

    private static boolean joins(List<String> ends, VCenter first, VCenter second) {
        return names(ends.get(0), first) && names(ends.get(1), second);
    }

    /** Whether an end of a link is this vCenter or the site it stands at. */
    static boolean names(String end, VCenter vCenter) {
        return calls(end, vCenter) || end.equals(vCenter.site());
    }

    private static boolean calls(String end, VCenter vCenter) {
        return end.equals(vCenter.name()) || end.equals(vCenter.ref().id());
    }

    /** How many of its ends name a vCenter and not a site. */
    private static int named(SiteLink link, VCenter one, VCenter other) {
        return (int) link.between().stream()
                .filter(end -> calls(end, one) || calls(end, other))
                .count();
    }
}
