package dev.premotion.plan;

import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Links;
import dev.premotion.inventory.SsoIdentity;
import dev.premotion.inventory.VCenter;
import dev.premotion.plan.MigrationType.Reach;
import dev.premotion.plan.PlanDocument.Method;
import java.util.List;

/** An inventory with everything in it to be found by name. */
record EstateIndex(Inventory inventory, List<VCenterIndex> vCenters) {

    static EstateIndex of(Inventory inventory) {
        return new EstateIndex(
                inventory, inventory.vCenters().stream().map(VCenterIndex::of).toList());
    }

    /** The vCenters of that name or instance UUID, upper and lower case being one. */
    List<VCenterIndex> named(String written) {
        return vCenters.stream().filter(v -> names(v.vCenter(), written)).toList();
    }

    private static boolean names(VCenter vCenter, String written) {
        return written.equalsIgnoreCase(vCenter.name())
                || written.equalsIgnoreCase(vCenter.ref().id());
    }

    /** How far a move goes: as the plan wants it, else by the SSO domains, both ways where those are unknown. */
    List<Reach> reaches(VCenter source, VCenter destination, Method method) {
        if (source.ref().equals(destination.ref())) {
            return List.of(Reach.LOCAL);
        }
        if (method != Method.AUTO) {
            return List.of(method == Method.LINKED ? Reach.LINKED : Reach.ADVANCED);
        }
        var link = Links.between(inventory, source, destination);
        var same = SsoIdentity.same(source, destination, link);
        if (same == null) {
            return List.of(Reach.LINKED, Reach.ADVANCED);
        }
        return List.of(same ? Reach.LINKED : Reach.ADVANCED);
    }
}
