package dev.premotion.rules;

import dev.premotion.assessment.Finding;
import dev.premotion.assessment.Permits;
import dev.premotion.plan.GivenPermit;
import dev.premotion.plan.Subject;
import dev.premotion.plan.Subjects;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Makes a permit a subject of every migration that has something it was written for. */
record PermitSubjects(Permits permits, Map<Subject, List<Finding>> findings, Subjects subjects) {

    Map<String, List<List<Subject>>> added(Map<String, List<List<Subject>>> ofMigrations) {
        if (permits.grants().isEmpty()) {
            return ofMigrations;
        }
        var added = new LinkedHashMap<String, List<List<Subject>>>();
        ofMigrations.forEach((id, candidates) ->
                added.put(id, candidates.stream().map(this::added).toList()));
        return added;
    }

    private List<Subject> added(List<Subject> candidate) {
        var own = new LinkedHashSet<Subject>();
        for (var subject : candidate) {
            for (var finding : findings.getOrDefault(subject, List.of())) {
                for (var recalled : permits.recalled(finding)) {
                    own.add(subjects.once(new GivenPermit(recalled.what(), recalled.permit(), recalled.expired())));
                }
            }
        }
        var all = new ArrayList<>(candidate);
        all.addAll(own);
        return List.copyOf(all);
    }
}
