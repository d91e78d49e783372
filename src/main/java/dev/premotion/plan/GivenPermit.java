package dev.premotion.plan;

import dev.premotion.inventory.Ref;
import dev.premotion.plan.PlanDocument.Permit;
import java.util.List;

/**
 * A waiver, an assumption or a promised fix that somebody wrote for something a migration has.
 *
 * @param what which of the three, in words
 * @param expired whether its last day is over
 */
public record GivenPermit(String what, Permit permit, boolean expired) implements Subject {

    @Override
    public String kind() {
        return "permit";
    }

    @Override
    public String name() {
        return what + " of " + permit.rule() + " for " + permit.subject();
    }

    @Override
    public List<Ref> refs() {
        return List.of(new Ref("permit", "plan", name() + " until " + permit.until()));
    }

    public String rule() {
        return permit.rule();
    }

    public String subject() {
        return permit.subject();
    }

    /** The last day on which it counts. */
    public String until() {
        return permit.until().toString();
    }

    public String approvedBy() {
        return permit.approvedBy();
    }
}
