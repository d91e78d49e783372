package dev.premotion.plan;

import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.SiteLink;
import dev.premotion.inventory.VCenter;
import org.jspecify.annotations.Nullable;

/** Finds what lies between two vCenters. */
final class Links {

    private Links() {}

    /** The link between two vCenters, in either direction, by name, identity or site; absent where nobody gave any. */
    static @Nullable SiteLink between(Inventory inventory, VCenter one, VCenter other) {
        return inventory.links().stream()
                .filter(link -> joins(link, one, other))
                .findFirst()
                .orElse(null);
    }

    private static boolean joins(SiteLink link, VCenter one, VCenter other) {
        var ends = link.between();
        return ends.size() == 2
                && ((names(one, ends.get(0)) && names(other, ends.get(1)))
                        || (names(one, ends.get(1)) && names(other, ends.get(0))));
    }

    private static boolean names(VCenter vCenter, String end) {
        return end.equals(vCenter.name()) || end.equals(vCenter.ref().id()) || end.equals(vCenter.site());
    }
}
