package dev.premotion.report.excel;

import dev.premotion.report.Lookup;
import dev.premotion.report.Result.Candidate;
import dev.premotion.report.Result.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One host that one VM could go to. */
record CandidateRow(String vm, @Nullable Integer wave, Candidate candidate) {

    static List<Column<CandidateRow>> columns(Lookup lookup) {
        return List.of(
                Column.name("VM", CandidateRow::vm),
                Column.count("Wave", CandidateRow::wave),
                Column.name("Host", row -> row.candidate().host()),
                Column.verdict("Verdict", row -> row.candidate().verdict()),
                Column.name("Chosen", row -> row.candidate().chosen() ? "yes" : null),
                Column.count("Blockers", row -> lookup.count(row.candidate().findings(), Lookup::blocks)),
                Column.count("Unknown", row -> lookup.count(row.candidate().findings(), Lookup::undecided)),
                Column.count("Warnings", row -> lookup.count(row.candidate().findings(), Lookup::warns)),
                Column.prose(
                        "First reason of this host",
                        row -> lookup.worst(row.candidate().findings())
                                .map(Finding::message)
                                .orElse(null)));
    }
}
