package dev.premotion.report;

import dev.premotion.assessment.Assessment;
import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.Questions;
import dev.premotion.assessment.Return;
import dev.premotion.assessment.Verdict;
import dev.premotion.inventory.QualityNote;
import dev.premotion.inventory.Reading;
import dev.premotion.report.Result.Inputs;
import dev.premotion.report.Result.Quality;
import dev.premotion.report.Result.Simulation;
import dev.premotion.report.Result.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the one result that all reports are made from. */
public final class ResultMaker {

    private final Assessment assessment;
    private final Reading reading;
    private final FindingRows findings;
    private final Map<String, Return> returns;

    /** @param questions how missing facts are asked for */
    public ResultMaker(Assessment assessment, Reading reading, Questions questions) {
        this(assessment, reading, questions, Map.of());
    }

    /**
     * @param questions how missing facts are asked for
     * @param returns whether there is a way back, by the migration's id; absent where nobody asked
     */
    public ResultMaker(Assessment assessment, Reading reading, Questions questions, Map<String, Return> returns) {
        this.assessment = assessment;
        this.reading = reading;
        this.returns = returns;
        this.findings = new FindingRows(assessment, reading, questions);
    }

    /** @param simulation absent where nothing was simulated */
    public Result make(Gate gate, @Nullable Simulation simulation, Inputs inputs) {
        var plan = assessment.plan();
        var survey = plan.survey() ? new SurveyRows(assessment) : null;
        return new Result(
                Result.FORMAT,
                new Result.Plan(plan.name(), plan.survey()),
                summary(gate),
                survey == null ? MigrationRows.of(assessment, returns) : List.of(),
                survey == null ? null : survey.placements(),
                survey == null ? null : survey.evacuations(),
                findings.findings(),
                findings.fixes(),
                findings.confirmations(),
                quality(),
                VCenterRows.of(assessment),
                simulation,
                inputs);
    }

    private Summary summary(Gate gate) {
        var checks = assessment.checks();
        return new Summary(
                assessment.migrations().size(),
                count(Verdict.APPROVED),
                count(Verdict.APPROVED_WITH_WARNINGS),
                count(Verdict.UNDETERMINED),
                count(Verdict.BLOCKED),
                count(Verdict.EXCLUDED),
                (int) assessment.migrations().stream()
                        .filter(judged ->
                                judged.verdict().approved() && !judged.relies().isEmpty())
                        .count(),
                assessment.rules(),
                new Result.Checks(checks.held(), checks.notApplicable(), checks.failed(), checks.unknown()),
                gate.words(count(Verdict.BLOCKED), count(Verdict.UNDETERMINED), count(Verdict.APPROVED_WITH_WARNINGS)));
    }

    private int count(Verdict verdict) {
        return (int) assessment.migrations().stream()
                .map(Judged::verdict)
                .filter(verdict::equals)
                .count();
    }

    /** What is odd: first what somebody answers for, since approvals rest on it. */
    private List<Quality> quality() {
        var all = new ArrayList<Quality>();
        assessment
                .permitNotes()
                .forEach(note ->
                        all.add(new Quality(note.permit().file(), note.permit().place(), note.message())));
        for (QualityNote note : reading.quality()) {
            all.add(new Quality(note.file(), note.place(), note.message()));
        }
        return List.copyOf(all);
    }
}
