package dev.premotion.plan;

import dev.premotion.inventory.Ref;
import java.util.List;

/**
 * A fault that vCenter's own check returned for one VM and one destination.
 *
 * @param subject the VM and where it would go
 * @param error whether it would stop the migration
 * @param fault its class
 * @param message what vCenter says
 * @param foreseen whether a finding says the same: for an error one that blocks and that nobody can waive
 */
public record VCenterFault(Asked subject, boolean error, String fault, String message, boolean foreseen)
        implements Subject {

    /**
     * A VM and a destination that vCenter was asked about.
     *
     * @param name of both, for people
     * @param refs identities of both
     */
    public record Asked(String name, List<Ref> refs) {}

    /** The same, said by a finding too. */
    public VCenterFault agreed() {
        return new VCenterFault(subject, error, fault, message, true);
    }

    @Override
    public String kind() {
        return "vcenter-fault";
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
        return (error ? "error " : "warning ") + fault + " " + message;
    }

    @Override
    public String key() {
        return kind() + refs() + within();
    }
}
