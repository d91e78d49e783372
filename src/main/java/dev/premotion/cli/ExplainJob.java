package dev.premotion.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.premotion.inventory.BadInput;
import dev.premotion.inventory.Nearest;
import dev.premotion.plan.Plan;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.report.Explanation;
import dev.premotion.report.Gate;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** {@code premotion scan --explain}: why one migration comes to its verdict. */
final class ExplainJob {

    private final CommandLine command;
    private final InputOptions input;
    private final OutputOptions output;
    private final GateOptions gate;
    private final String wanted;

    ExplainJob(CommandLine command, InputOptions input, OutputOptions output, GateOptions gate, String wanted) {
        this.gate = gate;
        this.command = command;
        this.input = input;
        this.output = output;
        this.wanted = wanted;
    }

    int run() {
        var inputs = Inputs.read(input);
        var today = LocalDate.now(ZoneId.systemDefault());
        var migration = migration(inputs.plan());
        var policed = Check.policed(inputs);
        var explained =
                policed.preflight().explain(inputs.plan(), inputs.reading().inventory(), today, migration.id());
        var explanation = Explanation.of(explained, inputs.reading().origins(), Check.traced(inputs, policed, today));
        print(explanation);
        return ExitCode.of(Gate.of(explanation.verdict(), gate.failOn)).code;
    }

    /** By id, by identity, or by name with or without its vCenter. */
    private Migration migration(Plan plan) {
        var meant = plan.migrations().stream().filter(this::meant).toList();
        if (meant.size() == 1) {
            return meant.get(0);
        }
        var what = plan.survey() ? "VM" : "migration";
        if (meant.isEmpty()) {
            throw new BadInput(
                    "--explain",
                    "",
                    "There is no " + what + " " + wanted + ".",
                    Nearest.maybe(
                                    wanted,
                                    plan.migrations().stream()
                                            .map(Migration::name)
                                            .toList(),
                                    "the plan calls it otherwise: `--format json` without --explain lists all")
                            + ".");
        }
        throw new BadInput(
                "--explain",
                "",
                wanted + " names " + meant.size() + " of them: " + ids(meant) + ".",
                "the id of one of them is meant, such as " + meant.get(0).id() + ".");
    }

    private boolean meant(Migration migration) {
        var vm = migration.vm();
        var vCenter = migration.sourceVCenter();
        return wanted.equals(migration.id())
                || wanted.equalsIgnoreCase(migration.name())
                || (vm != null
                        && (wanted.equals(vm.ref().toString())
                                || wanted.equals(vm.ref().id())))
                || (vCenter != null && wanted.equalsIgnoreCase(vCenter.label() + "/" + migration.name()));
    }

    private static String ids(List<Migration> meant) {
        return meant.stream()
                .limit(5)
                .map(migration -> migration.id() + at(migration))
                .collect(Collectors.joining(", "));
    }

    private static String at(Migration migration) {
        var vCenter = migration.sourceVCenter();
        return vCenter == null ? "" : " (" + vCenter.label() + ")";
    }

    private void print(Explanation explanation) {
        if (output.quiet) {
            return;
        }
        var out = command.getOut();
        if (output.format == OutputOptions.Format.json) {
            out.println(json(explanation));
        } else {
            new ExplanationText(explanation, Style.of(output.noColor), Terminal.width()).print(out);
        }
        out.flush();
    }

    private static String json(Explanation explanation) {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(explanation);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an explanation is plain data", e);
        }
    }
}
