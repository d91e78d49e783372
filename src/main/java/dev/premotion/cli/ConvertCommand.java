package dev.premotion.cli;

import dev.premotion.read.Anonymous;
import dev.premotion.read.Snapshots;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Any snapshots as one native inventory. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Writes any snapshots as one native inventory, whole or without what tells whose it is.")
final class ConvertCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "a snapshot, or a folder of them")
    private List<Path> paths = List.of();

    @Option(names = "--facts", paramLabel = "F", description = "facts that the snapshots lack")
    @Nullable
    private Path facts;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "where to write the inventory")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path output;

    @Option(
            names = "--anonymise",
            description = {
                "replace names, addresses, UUIDs and keys, each by the same everywhere; what is checked stays as it is"
            })
    private boolean anonymise;

    @Option(names = "--quiet", description = "say nothing but what is odd")
    private boolean quiet;

    @Option(names = "--stacktrace", description = "show where an error came from")
    private boolean stacktrace;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        var file = new SnapshotFile(spec.commandLine(), quiet, output);
        var reading = Snapshots.read(paths, facts);
        file.write(anonymise ? Anonymous.of(reading) : reading);
        return ExitCode.PASSES.code;
    }
}
