package dev.premotion.assessment;

import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.Grant.What;
import dev.premotion.assessment.Permits.PermitNote;
import dev.premotion.inventory.Nearest;
import dev.premotion.inventory.Ref;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What is wrong with the permits themselves: expired, matching nothing, ambiguous, without effect, or too wide.
 *
 * @param findings all there are
 * @param judged all migrations, to see what a promise came too late for
 * @param rules ids of all rules
 */
record PermitNotes(Permits permits, List<Finding> findings, List<Judged> judged, Collection<String> rules) {

    List<PermitNote> all() {
        var notes = new ArrayList<PermitNote>();
        for (var grant : permits.grants()) {
            var matching = findings.stream().filter(grant::matches).toList();
            note(grant, matching).forEach(text -> notes.add(new PermitNote(grant.permit(), grant.title() + text)));
        }
        return List.copyOf(notes);
    }

    private List<String> note(Grant grant, List<Finding> matching) {
        if (grant.expired(permits.today())) {
            return List.of(" expired on " + grant.permit().until() + " and no longer counts.");
        }
        if (matching.isEmpty()) {
            return List.of(" matches no finding" + why(grant));
        }
        if (permits.ambiguous().contains(grant)) {
            return List.of(" is ambiguous and does not count: " + things(grant, matching) + "\nMaybe "
                    + qualified(grant, matching) + " says which is meant.");
        }
        var notes = new ArrayList<String>();
        if (Permits.ambiguous(grant, sameNames(matching))) {
            notes.add(" matches different things of one name: " + things(grant, sameNames(matching)) + "\nMaybe "
                    + qualified(grant, sameNames(matching)) + " is enough.");
        }
        withoutEffect(grant, matching, notes);
        wide(grant, matching, notes);
        return notes;
    }

    /** Why nothing matches: no such rule, no such subject, or nothing wrong. */
    private String why(Grant grant) {
        var known = rules.stream().filter(grant.rule()::matches).toList();
        if (known.isEmpty()) {
            return ": there is no rule " + grant.permit().rule() + ".\nMaybe "
                    + Nearest.maybe(
                            grant.permit().rule().replaceAll("[*?]", ""),
                            rules,
                            "`premotion rules list` shows the one that is meant")
                    + ".";
        }
        var names = findings.stream()
                .filter(finding -> grant.rule().matches(finding.card().id()))
                .map(finding -> finding.subject().name())
                .collect(Collectors.toCollection(TreeSet::new));
        if (names.isEmpty()) {
            return ": nothing is found against this rule.\nMaybe it is no longer needed.";
        }
        return ": what is found against this rule is about others.\nMaybe "
                + Nearest.maybe(
                        grant.permit().subject().replaceAll("[*?]", ""),
                        names,
                        "the subject is named otherwise, such as " + names.first())
                + ".";
    }

    private void withoutEffect(Grant grant, List<Finding> matching, List<String> notes) {
        var enforced = matching.stream()
                .filter(finding -> finding.card().enforcedBlocker())
                .toList();
        if (grant.what() == What.WAIVER && !enforced.isEmpty()) {
            notes.add(effect(enforced, matching) + enforcer(enforced)
                    + " this itself. Correct the fact, or promise the fix under will-fix.");
        } else if (grant.sweeping() && !enforced.isEmpty()) {
            notes.add(effect(enforced, matching) + enforcer(enforced)
                    + " this itself, and that takes a rule or a subject by its name.");
        }
        var failed = matching.stream().filter(f -> f.answer().no()).toList();
        if (grant.what() == What.ASSUMPTION && failed.size() == matching.size()) {
            notes.add(" has no effect: the snapshot says that it does not hold.");
        }
        if (grant.what() == What.FIX && permits.waves() && grant.permit().beforeWave() == null) {
            notes.add(" does not say before which wave, and counts for none.\nMaybe before-wave: 1 is meant.");
        }
        late(grant, matching, notes);
    }

    /** A promise for wave 4 does nothing for what moves in wave 3. */
    private void late(Grant grant, List<Finding> matching, List<String> notes) {
        var before = grant.permit().beforeWave();
        if (grant.what() != What.FIX || before == null) {
            return;
        }
        var ids = matching.stream().map(Finding::id).collect(Collectors.toSet());
        var early = judged.stream()
                .filter(one -> one.findings().stream().anyMatch(finding -> ids.contains(finding.id())))
                .mapToInt(one -> Permits.wave(one.migration().wave()))
                .min();
        if (early.isPresent() && early.getAsInt() < before) {
            notes.add(" is promised before wave " + before + ", too late for what moves in wave " + early.getAsInt()
                    + ".\nMaybe before-wave: " + early.getAsInt() + " is meant.");
        }
    }

    /** Whether a finding is of a migration that moves late enough for a promise to count. */
    private Predicate<Finding> inTime(Grant grant) {
        var before = grant.permit().beforeWave();
        if (grant.what() != What.FIX || before == null) {
            return finding -> true;
        }
        var ids = judged.stream()
                .filter(one -> Permits.wave(one.migration().wave()) >= before)
                .flatMap(one -> one.findings().stream().map(Finding::id))
                .collect(Collectors.toSet());
        return finding -> ids.contains(finding.id());
    }

    private static String effect(List<Finding> without, List<Finding> matching) {
        return without.size() == matching.size()
                ? " has no effect: "
                : " has no effect on " + without.size() + " of " + matching.size() + " findings: ";
    }

    private static String enforcer(List<Finding> enforced) {
        var by = enforced.stream()
                .map(finding -> finding.card().enforcedBy())
                .distinct()
                .sorted()
                .map(EnforcedBy::words)
                .toList();
        return String.join(" or ", by) + " enforces";
    }

    private void wide(Grant grant, List<Finding> matching, List<String> notes) {
        if (grant.namesSubject()) {
            return;
        }
        var inTime = inTime(grant);
        var lifted = matching.stream()
                .filter(finding -> permits.lifts(grant, finding) && inTime.test(finding))
                .toList();
        if (!lifted.isEmpty()) {
            notes.add(" names no subject and lifts everything of its kind: "
                    + count(lifted.size(), "finding") + " on "
                    + count(
                            lifted.stream()
                                    .map(f -> f.subject().key())
                                    .distinct()
                                    .count(),
                            "thing")
                    + ", whatever they are.\nMaybe a pattern of the names that somebody looked at is meant.");
        }
    }

    private static String count(long number, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
    }

    /** The findings on subjects whose kind and name another one shares. */
    private static List<Finding> sameNames(List<Finding> matching) {
        var first = matching.stream()
                .collect(Collectors.groupingBy(
                        f -> f.subject().kind() + " " + f.subject().name()));
        return matching.stream()
                .filter(f -> first
                                .getOrDefault(
                                        f.subject().kind() + " " + f.subject().name(), List.of())
                                .stream()
                                .map(g -> g.subject().refs().get(0).vCenter())
                                .distinct()
                                .count()
                        > 1)
                .toList();
    }

    private static String things(Grant grant, List<Finding> matching) {
        Set<String> things = matching.stream()
                .map(Finding::subject)
                .map(subject ->
                        subject.name() + " (" + qualifier(grant, subject.refs().get(0)) + ")")
                .collect(Collectors.toCollection(TreeSet::new));
        return things.stream().limit(3).collect(Collectors.joining(", ")) + (things.size() > 3 ? " and others" : "")
                + ".";
    }

    private static String qualifier(Grant grant, Ref ref) {
        return grant.vCenters().getOrDefault(ref.vCenter(), ref.vCenter()) + "/" + ref.id();
    }

    /** The first name that would not be ambiguous: with its vCenter, or by identity where that is one, too. */
    private static String qualified(Grant grant, List<Finding> matching) {
        var first = matching.get(0).subject();
        var ref = first.refs().get(0);
        var elsewhere = matching.stream()
                .map(f -> f.subject().refs().get(0).vCenter())
                .distinct()
                .count();
        return elsewhere > 1
                ? grant.vCenters().getOrDefault(ref.vCenter(), ref.vCenter()) + "/" + first.name()
                : qualifier(grant, ref);
    }
}
