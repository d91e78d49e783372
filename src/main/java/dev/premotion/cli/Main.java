package dev.premotion.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: one class for each command, exit codes in {@link ExitCode}, errors in {@link Errors}. */
@Command(
        name = "premotion",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Checks planned vMotion migrations against every documented prerequisite, and simulates the approved ones.",
        subcommands = {
            RunCommand.class,
            ScanCommand.class,
            SimulateCommand.class,
            EstimateCommand.class,
            CalibrateCommand.class,
            CaptureCommand.class,
            ConvertCommand.class,
            DiffCommand.class,
            RulesCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 the gate passes, 1 something is blocked, 4 nothing is blocked but something is"
                    + " undetermined, 2 bad usage or unreadable input, 3 internal error."
        })
public final class Main implements Runnable {

    /**
     * Runs one command and ends the JVM with its exit code.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        var out = new PrintWriter(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var err = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = run(commandLine(out, err), args);
        out.flush();
        err.flush();
        System.exit(LauncherExit.translate(code));
    }

    /** Of what picocli does not catch, a full memory is the only thing that somebody at the command line can mend. */
    static int run(CommandLine commands, String... args) {
        try {
            return commands.execute(args);
        } catch (OutOfMemoryError e) {
            Errors.print(
                    commands.getErr(),
                    "The memory of " + (Runtime.getRuntime().maxMemory() >> 20) + " MiB is not enough for this estate."
                            + "\nMaybe it gets by with more: JAVA_OPTS=-Xmx8g in front of the command, or with a plan in parts.");
            return ExitCode.INTERNAL.code;
        }
    }

    /** The command line with its writers, for the program and for tests. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        var errors = new Errors();
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(errors)
                .setParameterExceptionHandler(errors);
    }

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
