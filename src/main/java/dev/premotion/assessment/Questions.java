package dev.premotion.assessment;

import dev.premotion.inventory.Kind;
import dev.premotion.plan.Lacking;
import java.util.Map;

/**
 * How to ask for missing facts.
 *
 * @param known by {@code kind.property}, such as {@code host.vmotionAdapter}
 */
public record Questions(Map<String, Question> known) {

    /**
     * One fact as a question to a person.
     *
     * @param unsaid what a snapshot without it does not say of {@code {}}, such as {@code how much memory {} has}
     */
    public record Question(Scope scope, String unsaid, String text, String whereToLook) {}

    /** The widest scope at which one answer usually holds for all. */
    public enum Scope {
        /** Each thing has its own value, such as a URL. */
        EACH,
        /** One answer for the hosts or VMs of a cluster. */
        CLUSTER,
        /** One answer for a whole vCenter. */
        VCENTER
    }

    /** What the snapshot does not say, as the end of a sentence. */
    public String unsaid(Lacking fact) {
        var question = known.get(fact.thing().kind() + "." + fact.property());
        return question == null
                ? fact.property() + " of " + fact.thingName()
                : question.unsaid().replace("{}", fact.thingName());
    }

    Scope scope(String kind, String property) {
        var question = known.get(kind + "." + property);
        if (question != null) {
            return question.scope();
        }
        return switch (kind) {
            case Kind.HOST -> Scope.CLUSTER;
            case Kind.VM, Kind.DISK, Kind.NIC, Kind.DEVICE -> Scope.VCENTER;
            default -> Scope.EACH;
        };
    }
}
