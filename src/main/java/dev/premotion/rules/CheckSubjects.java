package dev.premotion.rules;

import dev.premotion.assessment.Finding;
import dev.premotion.assessment.VCenterAnswers;
import dev.premotion.assessment.VCenterAnswers.Comparison;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenterCheck;
import dev.premotion.plan.Plan;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.plan.Subject;
import dev.premotion.plan.Subjects;
import dev.premotion.plan.VCenterFault;
import dev.premotion.plan.VCenterFault.Asked;
import dev.premotion.plan.VCenterSilence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes what vCenter's own check says, and does not say, subjects of the migrations it was asked about. */
record CheckSubjects(Plan plan, VCenterAnswers answers, Map<Subject, List<Finding>> findings, Subjects subjects) {

    Map<String, List<List<Subject>>> added(Map<String, List<List<Subject>>> ofMigrations) {
        if (answers.none()) {
            return ofMigrations;
        }
        var added = new LinkedHashMap<>(ofMigrations);
        for (var migration : plan.migrations()) {
            added.computeIfPresent(migration.id(), (id, candidates) -> ofCandidates(migration, candidates));
        }
        return added;
    }

    private List<List<Subject>> ofCandidates(Migration migration, List<List<Subject>> lists) {
        var made = new ArrayList<List<Subject>>();
        for (int i = 0; i < lists.size(); i++) {
            var known = lists.get(i);
            var candidate =
                    i < migration.candidates().size() ? migration.candidates().get(i) : null;
            var answer = candidate == null ? null : answers.of(migration, candidate);
            made.add(candidate == null || answer == null ? known : with(known, candidate, answer, migration));
        }
        return made;
    }

    private List<Subject> with(List<Subject> known, Candidate candidate, VCenterCheck answer, Migration migration) {
        var own = known.stream()
                .flatMap(subject -> findings.getOrDefault(subject, List.of()).stream())
                .toList();
        var asked = asked(migration, candidate, answer);
        var all = new ArrayList<>(known);
        for (var said : VCenterAnswers.compare(answer, own, candidate.types())) {
            all.add(subjects.once(subject(asked, said)));
        }
        return List.copyOf(all);
    }

    private static Subject subject(Asked asked, Comparison said) {
        return said.fault() == null
                ? new VCenterSilence(asked, said.rules().get(0), String.join(", ", said.faults()), false)
                : new VCenterFault(
                        asked,
                        said.error(),
                        said.fault().isEmpty() ? "an unread fault" : said.fault(),
                        Objects.requireNonNullElse(said.message(), ""),
                        said.agrees());
    }

    /** The same VM may be asked about for several destinations: all that was asked is part of the identity. */
    private static Asked asked(Migration migration, Candidate candidate, VCenterCheck answer) {
        var vm = Objects.requireNonNull(migration.vm());
        var host = Objects.requireNonNull(candidate.host());
        var rest = answer.asked().toString();
        return new Asked(
                vm.label() + " to " + host.label(),
                List.of(vm.ref(), host.ref(), new Ref("relocation", vm.ref().vCenter(), rest)));
    }
}
