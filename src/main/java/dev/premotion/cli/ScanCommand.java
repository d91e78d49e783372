package dev.premotion.cli;

import dev.premotion.cli.Check.Wishes;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Check only; without a plan a survey of where each VM could go and which hosts can be emptied. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Checks without simulating.",
            "Without a plan it surveys the estate: for each VM the hosts of its cluster that could take it, for each"
                    + " host whether it can be emptied."
        })
final class ScanCommand implements Callable<Integer> {

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final GateOptions gate = new GateOptions();

    @Option(
            names = "--explain",
            paramLabel = "VM-or-id",
            description = "why one migration comes to its verdict: every requirement judged for it, held ones too,"
                    + " with values and where they were read; the gate is about this one then")
    private @Nullable String explain;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (explain != null) {
            return new ExplainJob(spec.commandLine(), input, output, gate, explain).run();
        }
        return new Job(spec.commandLine(), input, output, gate)
                .run(new Wishes(false, false, false, 1, List.of(), null), false);
    }
}
