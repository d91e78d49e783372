package dev.premotion.cli;

import dev.premotion.report.Gate;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the exit code stands for, in the commands that have a gate. */
final class GateOptions {

    @Option(
            names = "--fail-on",
            paramLabel = "VERDICT",
            defaultValue = "undetermined",
            converter = GateWord.class,
            description = "the gate: blocked, undetermined, warning or never; default undetermined: anything not"
                    + " approved fails")
    Gate failOn = Gate.UNDETERMINED;

    @Option(
            names = "--baseline",
            paramLabel = "F",
            description = "an earlier result.json: the gate fails only on what is worse now")
    @Nullable
    Path baseline;

    /** Of a command without a gate. */
    static GateOptions none() {
        var none = new GateOptions();
        none.failOn = Gate.NEVER;
        return none;
    }
}
