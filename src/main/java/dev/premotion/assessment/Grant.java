package dev.premotion.assessment;

import dev.premotion.inventory.Glob;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.PlanDocument.Permit;
import dev.premotion.plan.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A permit ready to be held against findings. Its subject is a pattern over names, with or without the vCenter's name in
 * front ({@code vcsa-01a/sql-*}), or the identity that a result shows ({@code <instance UUID>/vm-101}, or the managed object
 * id alone).
 *
 * @param what a waiver, an assumption or a promised fix
 * @param vCenters names of the vCenters by instance UUID
 */
record Grant(What what, Permit permit, Glob rule, Glob subject, Map<String, String> vCenters) {

    /** Two letters or digits in a row: less does not name anything. */
    private static final Pattern NAMING = Pattern.compile("[\\p{L}\\p{N}]{2}");

    /** Subjects about something that lies at a host; many things of one name are one there. */
    private static final Set<String> AT_HOST =
            Set.of("network-at-host", "target-datastore", "shared-datastore", "further-datastore");

    /** What somebody answers for. */
    enum What {
        WAIVER("waiver", "waiver"),
        ASSUMPTION("assumption", "assumption"),
        FIX("fix", "promised fix");

        /** As {@link Permits.Lift} names it. */
        final String key;
        /** As people call it. */
        final String words;

        What(String key, String words) {
            this.key = key;
            this.words = words;
        }
    }

    static List<Grant> of(What what, List<Permit> permits, Map<String, String> vCenters) {
        return permits.stream()
                .map(permit -> new Grant(what, permit, Glob.of(permit.rule()), Glob.of(permit.subject()), vCenters))
                .toList();
    }

    boolean expired(LocalDate today) {
        return permit.until().isBefore(today);
    }

    boolean matches(Finding finding) {
        return rule.matches(finding.card().id()) && covers(finding.subject());
    }

    private boolean covers(Subject of) {
        return subject.matches(of.name()) || qualified(of).anyMatch(subject::matches) || identity(of) != null;
    }

    /** Its name behind the name of each vCenter it belongs to. */
    private Stream<String> qualified(Subject of) {
        return of.refs().stream()
                .map(ref -> vCenters.get(ref.vCenter()))
                .filter(name -> name != null)
                .distinct()
                .map(name -> name + "/" + of.name());
    }

    /** The identity of the subject that the pattern spells out; absent where it spells none. */
    private @Nullable Ref identity(Subject of) {
        var text = subject.text();
        if (of.refs().stream()
                .map(Ref::toString)
                .collect(Collectors.joining(" "))
                .equals(text)) {
            return of.refs().get(0);
        }
        return of.refs().stream()
                .filter(ref -> text.equals(ref.toString())
                        || text.equals(ref.id())
                        || text.equals(vCenters.get(ref.vCenter()) + "/" + ref.id()))
                .findFirst()
                .orElse(null);
    }

    boolean namesSubject() {
        return NAMING.matcher(subject.text()).find();
    }

    /** Whether it names neither a rule nor a subject: who lifts everything has looked at nothing. */
    boolean sweeping() {
        return !namesSubject() && !NAMING.matcher(rule.text()).find();
    }

    /** Whether it spells out one name, which then has to be the name of one thing. */
    boolean exact() {
        return !subject.text().contains("*") && !subject.text().contains("?");
    }

    /** Which thing of its kind a matched subject is, as far as the pattern tells one from another. */
    String thing(Subject matched) {
        var self = identity(matched);
        var first = matched.refs().get(0);
        if (self != null) {
            return self.toString();
        }
        return switch (matched.kind()) {
            case "plan-entry", "permit" -> "";
            default -> AT_HOST.contains(matched.kind()) ? first.vCenter() : first.toString();
        };
    }

    /** Such as {@code The waiver of VM-TOOLS for web-*}. */
    String title() {
        return "The " + what.words + " of " + permit.rule() + " for " + permit.subject();
    }
}
