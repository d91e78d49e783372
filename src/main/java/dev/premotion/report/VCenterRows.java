package dev.premotion.report;

import dev.premotion.assessment.Assessment;
import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.Assessment.JudgedCandidate;
import dev.premotion.assessment.Assessment.Reliance;
import dev.premotion.assessment.VCenterAnswers;
import dev.premotion.assessment.VCenterAnswers.Comparison;
import dev.premotion.report.Result.VCenterSaid;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where vCenter's own check and the findings agree, fault by fault. */
final class VCenterRows {

    private VCenterRows() {}

    /** Absent where vCenter was asked about none of the migrations. */
    static @Nullable List<VCenterSaid> of(Assessment assessment) {
        var answers = new VCenterAnswers(assessment.plan());
        if (answers.none()) {
            return null;
        }
        var rows = new ArrayList<VCenterSaid>();
        for (var judged : assessment.migrations()) {
            judged.candidates().forEach(candidate -> add(judged, candidate, answers, rows));
        }
        return rows.isEmpty() ? null : List.copyOf(rows);
    }

    private static void add(Judged judged, JudgedCandidate candidate, VCenterAnswers answers, List<VCenterSaid> rows) {
        var answer = answers.of(judged.migration(), candidate.candidate());
        if (answer == null) {
            return;
        }
        var findings = Stream.concat(
                        candidate.findings().stream(),
                        candidate.relies().stream().map(Reliance::finding))
                .toList();
        var compared =
                VCenterAnswers.compare(answer, findings, candidate.candidate().types());
        compared.forEach(one -> rows.add(row(judged, candidate, one)));
        if (compared.isEmpty()) {
            rows.add(row(judged, candidate, new Comparison(null, false, null, List.of(), List.of())));
        }
    }

    /** Where neither says anything they agree as well. */
    private static VCenterSaid row(Judged judged, JudgedCandidate candidate, Comparison said) {
        boolean silent = said.fault() == null;
        return new VCenterSaid(
                judged.migration().id(),
                judged.migration().name(),
                candidate.candidate().name(),
                said.fault(),
                silent ? "nothing" : said.error() ? "error" : "warning",
                said.message() == null || said.message().isEmpty() ? null : said.message(),
                said.rules(),
                said.agrees() || silent && said.rules().isEmpty());
    }
}
