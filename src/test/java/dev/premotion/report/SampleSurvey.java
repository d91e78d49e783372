package dev.premotion.report;

import dev.premotion.report.Result.Candidate;
import dev.premotion.report.Result.Evacuation;
import dev.premotion.report.Result.Finding;
import dev.premotion.report.Result.Placement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a survey of two clusters finds. */
final class SampleSurvey {

    private static final String VCENTER = "vcsa-01a.site-a.example";
    private static final int HOSTS = 4;

    private final List<Placement> placements = new ArrayList<>();
    private final Map<String, Finding> known = new LinkedHashMap<>();

    private SampleSurvey() {}

    List<Placement> placements() {
        return List.copyOf(placements);
    }

    Map<String, Finding> known() {
        return known;
    }

    static SampleSurvey of() {
        SampleSurvey survey = new SampleSurvey();
        for (int i = 1; i <= 12; i++) {
            survey.vm("acct-web%02d".formatted(i), i, List.of(), i % 5 == 0 ? SampleFindings.gigabit(host(2)) : null);
        }
        for (int i = 1; i <= 6; i++) {
            survey.vm("log%02d".formatted(i), i, List.of(SampleFindings.vmotionAdapter(host(i % HOSTS + 1))), null);
        }
        survey.vm("gpu-render01", 3, List.of(SampleFindings.passthrough("gpu-render01")), null);
        survey.vm("acct-db01", 1, List.of(), SampleFindings.rdm("acct-db01", host(4)));
        survey.vm("hr-db01", 2, List.of(SampleFindings.cdrom("hr-db01"), SampleFindings.snapshots("hr-db01", 2)), null);
        survey.excluded("vCLS-4c4c4544", "A vSphere Cluster Services VM; its cluster places it.");
        return survey;
    }

    List<Evacuation> evacuations() {
        List<Evacuation> evacuations = new ArrayList<>();
        for (int i = 1; i <= HOSTS; i++) {
            evacuations.add(evacuation(i));
        }
        return List.copyOf(evacuations);
    }

    private Evacuation evacuation(int number) {
        List<Placement> here = placements.stream()
                .filter(p -> host(number).equals(p.host()))
                .filter(p -> !p.verdict().equals("excluded"))
                .toList();
        List<Placement> blocked =
                here.stream().filter(p -> p.verdict().equals("blocked")).toList();
        List<Placement> unknown =
                here.stream().filter(p -> p.verdict().equals("undetermined")).toList();
        List<String> stuck = new ArrayList<>();
        blocked.forEach(p -> stuck.add(p.vm()));
        unknown.forEach(p -> stuck.add(p.vm()));
        String verdict = !blocked.isEmpty() ? "blocked" : !unknown.isEmpty() ? "undetermined" : "approved";
        return new Evacuation(
                host(number),
                "6f0c-01a/host-" + (20 + number),
                "CL-A",
                here.size(),
                verdict,
                here.size() - blocked.size() - unknown.size(),
                0,
                unknown.size(),
                blocked.size(),
                stuck,
                null);
    }

    private void vm(String vm, int seat, List<Finding> shared, @Nullable Finding atFour) {
        shared.forEach(f -> known.put(f.id(), f));
        if (atFour != null) {
            known.put(atFour.id(), atFour);
        }
        int home = seat % HOSTS + 1;
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 1; i <= HOSTS; i++) {
            if (i != home) {
                candidates.add(candidate(i, shared, i == HOSTS ? atFour : null));
            }
        }
        String best = List.of("approved", "approved-with-warnings", "undetermined", "blocked").stream()
                .filter(verdict -> count(candidates, verdict) > 0)
                .findFirst()
                .orElse("blocked");
        placements.add(new Placement(
                SampleTally.id("placement " + vm),
                vm,
                "6f0c-01a/vm-" + (100 + placements.size()),
                VCENTER,
                "CL-A",
                host(home),
                best,
                null,
                count(candidates, "approved") + count(candidates, "approved-with-warnings"),
                count(candidates, "undetermined"),
                count(candidates, "blocked"),
                shared.stream().map(Finding::id).toList(),
                candidates));
    }

    private static Candidate candidate(int number, List<Finding> shared, @Nullable Finding own) {
        List<Finding> all = new ArrayList<>(shared);
        if (own != null) {
            all.add(own);
        }
        return new Candidate(
                host(number),
                SampleTally.verdict(all),
                false,
                all.stream().map(Finding::id).toList());
    }

    private static int count(List<Candidate> candidates, String verdict) {
        return (int)
                candidates.stream().filter(c -> c.verdict().equals(verdict)).count();
    }

    private void excluded(String vm, String because) {
        placements.add(new Placement(
                SampleTally.id("placement " + vm),
                vm,
                "6f0c-01a/vm-190",
                VCENTER,
                "CL-A",
                host(1),
                "excluded",
                because,
                0,
                0,
                0,
                List.of(),
                List.of()));
    }

    private static String host(int number) {
        return "esx-%02d.site-a.example".formatted(number);
    }
}
