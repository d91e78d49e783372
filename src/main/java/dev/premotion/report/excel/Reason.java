package dev.premotion.report.excel;

import dev.premotion.report.Lookup;
import dev.premotion.report.Result.Candidate;
import dev.premotion.report.Result.Finding;
import dev.premotion.report.Result.Migration;
import dev.premotion.report.Result.Placement;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One finding of one VM.
 *
 * @param host the candidate that it concerns; absent where it counts for the VM's verdict
 */
record Reason(Of of, @Nullable String host, Finding finding) {

    /** The migration or placement. */
    record Of(String id, String vm, @Nullable Integer wave, String verdict) {}

    static Stream<Reason> of(Migration migration, Lookup lookup) {
        Of of = new Of(migration.id(), migration.vm(), migration.wave(), migration.verdict());
        return of(of, migration.findings(), migration.candidates(), lookup);
    }

    static Stream<Reason> of(Placement placement, Lookup lookup) {
        Of of = new Of(placement.id(), placement.vm(), null, placement.verdict());
        return of(of, placement.findings(), placement.candidates(), lookup);
    }

    private static Stream<Reason> of(Of of, List<String> shared, List<Candidate> candidates, Lookup lookup) {
        return Stream.concat(
                lookup.findings(shared).stream().map(finding -> new Reason(of, null, finding)),
                candidates.stream().flatMap(candidate -> own(of, candidate, shared, lookup)));
    }

    private static Stream<Reason> own(Of of, Candidate candidate, List<String> shared, Lookup lookup) {
        return lookup.findings(candidate.findings()).stream()
                .filter(finding -> !shared.contains(finding.id()))
                .map(finding -> new Reason(of, candidate.host(), finding));
    }

    static List<Column<Reason>> columns(String idHeading) {
        return List.of(
                Column.name("VM", r -> r.of().vm()),
                Column.count("Wave", r -> r.of().wave()),
                Column.verdict("Verdict", r -> r.of().verdict()),
                Column.name("At another host", Reason::host),
                Column.name("Rule", r -> r.finding().rule()),
                FindingSheets.severity(Reason::finding),
                Column.name("Answer", r -> r.finding().answer()),
                Column.prose("Finding", r -> r.finding().message()),
                Column.prose("What to do", r -> r.finding().remedy()),
                Column.prose("Waiver", r -> r.finding().waiver()),
                Column.name("Finding id", r -> r.finding().id()),
                Column.name(idHeading, r -> r.of().id()));
    }
}
