package dev.premotion.cli;

import dev.premotion.cli.Check.Wishes;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The main job: check the plan, simulate what is approved, write all reports, gate. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Checks the plan, simulates what is approved and writes the reports.")
final class RunCommand implements Callable<Integer> {

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final GateOptions gate = new GateOptions();

    @Option(names = "--include-undetermined", description = "simulate undetermined migrations too, marked conditional")
    private boolean includeUndetermined;

    @Option(names = "--passes", description = "keep the passes of every simulated migration, not of the slowest 1,000")
    private boolean passes;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "seed of the simulation; default 1")
    private long seed;

    @Option(
            names = "--fail",
            paramLabel = "KIND:NAME@TIME[+TIME]",
            description =
                    "let something fail meanwhile: link:A->B, adapter:HOST, host:HOST or datastore:NAME, at a time"
                            + " and for a time, such as link:a->b@5min+30s; may be repeated")
    private List<String> failures = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        var wishes = new Wishes(true, includeUndetermined, passes, seed, Wishes.failures(failures), null);
        return new Job(spec.commandLine(), input, output, gate).run(wishes, true);
    }
}
