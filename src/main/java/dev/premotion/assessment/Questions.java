package dev.premotion.assessment;

import dev.premotion.inventory.Kind;
import dev.premotion.plan.Lacking;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How to ask for missing facts.
 *
 * @param known by {@code kind.property}, such as {@code host.vmotionAdapter}
 */
public record Questions(Map<String, Question> known) {

    private static final String DERIVED = "derived.";

    /**
     * One fact as a question to a person.
     *
     * @param brief the same as a part of a question about several facts; empty where it is asked on its own
     * @param usual the usual answer as a facts file says it; empty where there is none
     * @param unsaid what a snapshot without it does not say of {@code {}}, such as {@code how much memory {} has}
     */
    public record Question(Scope scope, String unsaid, String text, String whereToLook, String brief, String usual) {

        /** Whether it asks for a value rather than for a yes. */
        boolean value() {
            return usual.isEmpty();
        }
    }

    /** The widest scope at which one answer usually holds for all. */
    public enum Scope {
        /** Each thing has its own value, such as a URL. */
        EACH,
        /** One answer for the hosts or VMs of a cluster. */
        CLUSTER,
        /** One answer for a whole vCenter. */
        VCENTER
    }

    /** How many facts are not told by name. */
    public static String more(int facts) {
        return facts == 1 ? "1 more fact" : facts + " more facts";
    }

    /** What is not known, as the end of a sentence. */
    public String unsaid(Lacking fact) {
        var question = of(fact.thing().kind(), fact.property());
        return question == null
                ? "which " + fact.property() + " " + fact.thingName() + " has"
                : question.unsaid().replace("{}", fact.thingName());
    }

    /** How to ask for a fact of a kind of thing, or for what is worked out from several; absent for those of one's own rules. */
    public @Nullable Question of(String kind, String property) {
        var own = known.get(kind + "." + property);
        return own == null ? known.get(DERIVED + property) : own;
    }

    /** Properties of things of one kind in the order in which they are asked for. */
    List<String> inOrder(String kind, Collection<String> properties) {
        var rest = new TreeSet<>(properties);
        var sorted = new ArrayList<String>();
        for (var key : known.keySet()) {
            if (key.startsWith(kind + ".") && rest.remove(key.substring(kind.length() + 1))) {
                sorted.add(key.substring(kind.length() + 1));
            }
        }
        sorted.addAll(rest);
        return List.copyOf(sorted);
    }

    /** Whether a fact is asked for together with others of the same things. */
    boolean together(String kind, String property) {
        var question = known.get(kind + "." + property);
        return question != null && !question.brief().isEmpty();
    }

    /** What is to be found out of the same things, as one question to a person. */
    public String together(String kind, List<String> properties) {
        var sure = new ArrayList<String>();
        var values = new ArrayList<String>();
        for (var property : properties) {
            var question = known.get(kind + "." + property);
            if (properties.size() == 1 || question == null) {
                return question == null ? unasked(kind, property) : question.text();
            }
            (question.value() ? values : sure).add(question.brief());
        }
        var first = sure.isEmpty() ? "" : "Can you confirm that " + listed(sure) + "?";
        var then = values.isEmpty() ? "" : (values.size() == 1 ? "What is " : "What are ") + listed(values) + "?";
        return (first + " " + then).strip();
    }

    /** Of a fact that only a rule of one's own asks for. */
    public static String unasked(String kind, String property) {
        return "Which " + property + " does the " + kind + " have?";
    }

    private static String listed(List<String> parts) {
        int last = parts.size() - 1;
        return last == 0 ? parts.get(0) : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
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
