package dev.premotion.plan;

import dev.premotion.inventory.Ref;
import java.util.List;

/**
 * A finding that blocks a VM at one destination, beside what vCenter's own check says of it.
 *
 * @param rule what the finding is of
 * @param faults the faults by which vCenter would say it; empty where its documentation names none
 * @param confirmed whether vCenter returned one of them
 */
public record VCenterSilence(VCenterFault.Asked subject, String rule, String faults, boolean confirmed)
        implements Subject {

    @Override
    public String kind() {
        return "vcenter-silence";
    }

    @Override
    public String name() {
        return subject.name();
    }

    @Override
    public List<Ref> refs() {
        return subject.refs();
    }

    @Override
    public String within() {
        return rule;
    }

    @Override
    public String key() {
        return kind() + refs() + within();
    }
}
