package dev.premotion.assessment;

import dev.premotion.inventory.Kind;
import java.util.Map;

/**
 * How to ask for missing facts.
 *
 * @param known by {@code kind.property}, such as {@code host.vmotionAdapter}
 */
public record Questions(Map<String, Question> known) {

    /** One fact as a question to a person. */
    public record Question(Scope scope, String text, String whereToLook) {}

    /** The widest scope at which one answer usually holds for all. */
    public enum Scope {
        /** Each thing has its own value, such as a URL. */
        EACH,
        /** One answer for the hosts or VMs of a cluster. */
        CLUSTER,
        /** One answer for a whole vCenter. */
        VCENTER
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
