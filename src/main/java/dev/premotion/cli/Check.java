package dev.premotion.cli;

import dev.premotion.assessment.Assessment;
import dev.premotion.assessment.Assessment.Gap;
import dev.premotion.inventory.BadInput;
import dev.premotion.report.FactsTemplate;
import dev.premotion.report.Gate;
import dev.premotion.report.Result;
import dev.premotion.report.ResultMaker;
import dev.premotion.report.SimulationRows;
import dev.premotion.rules.PolicyOn;
import dev.premotion.rules.Preflight;
import dev.premotion.simulation.Failure;
import dev.premotion.simulation.PlanExecution;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One check from snapshots to result.
 *
 * @param facts the questions to write as a facts file; absent where nothing is to be confirmed
 * @param gaps what no answer can decide, most frequent first
 */
record Check(Result result, @Nullable String facts, List<Gap> gaps) {

    /**
     * What to do beside checking.
     *
     * @param approved a saved result whose inputs must be the same; absent where none was named
     */
    record Wishes(
            boolean simulate,
            boolean includeUndetermined,
            boolean allPasses,
            long seed,
            List<Failure> failures,
            @Nullable Path approved) {

        /** What is to fail, as it stands on the command line. */
        static List<Failure> failures(List<String> texts) {
            return texts.stream().map(text -> told(() -> Failure.parse(text))).toList();
        }
    }

    /** What the simulator says of its input is bad input of the command line. */
    private static <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException e) {
            String[] lines = String.valueOf(e.getMessage()).split("\nMaybe ", 2);
            throw new BadInput("--fail", "", lines[0], lines.length > 1 ? lines[1] : "host:esx-01@10min.");
        }
    }

    static Check run(InputOptions options, Gate gate, Wishes wishes, LocalDate today) {
        var inputs = Inputs.read(options);
        var policed = policed(inputs);
        var traced = traced(inputs, policed, today);
        if (wishes.approved() != null) {
            Approval.read(wishes.approved()).hold(traced);
        }
        var preflight = policed.preflight();
        var assessment = preflight.check(inputs.plan(), inputs.reading().inventory(), today);
        var questions = preflight.rulebook().questions();
        var simulation =
                wishes.simulate() && !inputs.plan().survey() ? simulate(assessment, inputs, preflight, wishes) : null;
        var returns = preflight.returns(assessment, inputs.reading().inventory(), today);
        var result = new ResultMaker(assessment, inputs.reading(), questions, returns).make(gate, simulation, traced);
        return new Check(result, FactsTemplate.of(assessment, questions), assessment.gaps());
    }

    /** The rules as they count here. */
    record Policed(
            Preflight preflight,
            PolicyOn.Policed policy,
            @Nullable String ownRules) {}

    static Policed policed(Inputs inputs) {
        var rules = RuleSet.with(inputs.ownRules());
        var policy = PolicyOn.apply(rules.preflight().rulebook(), inputs.policy());
        return new Policed(rules.preflight().with(policy.rulebook()), policy, rules.ownDigest());
    }

    private static Result.Simulation simulate(
            Assessment assessment, Inputs inputs, Preflight preflight, Wishes wishes) {
        var executed = told(() -> PlanExecution.of(
                assessment,
                inputs.reading().inventory(),
                preflight.rulebook().tables(),
                new PlanExecution.Wishes(wishes.includeUndetermined(), wishes.seed(), wishes.failures())));
        return SimulationRows.of(executed, assessment, wishes.allPasses());
    }

    private static List<Result.PolicyChange> changes(PolicyOn.Policed policed) {
        return policed.changes().stream()
                .map(change -> new Result.PolicyChange(
                        change.what(), change.before(), change.after(), change.because(), change.by()))
                .toList();
    }

    static Result.Inputs traced(Inputs inputs, Policed rules, LocalDate today) {
        return new Result.Inputs(
                inputs.reading().files().stream()
                        .map(file -> new Result.File(
                                file.path(),
                                file.sha256(),
                                file.capturedAt() == null
                                        ? null
                                        : file.capturedAt().toString()))
                        .toList(),
                inputs.inventoryDigest(),
                Inputs.digest(inputs.planFile()),
                Inputs.digest(inputs.waiversFile()),
                Inputs.digest(inputs.factsFile()),
                Inputs.digest(inputs.policyFile()),
                rules.policy().changes().isEmpty() ? null : changes(rules.policy()),
                rules.policy().rulebook().digest(),
                rules.ownRules(),
                null,
                inputs.asOf() == null ? null : inputs.asOf().toString(),
                today.toString(),
                Version.number());
    }
}
