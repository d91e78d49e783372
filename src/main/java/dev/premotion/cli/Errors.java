package dev.premotion.cli;

import dev.premotion.inventory.BadInput;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The one place where what went wrong becomes words and an exit code. */
final class Errors implements CommandLine.IExecutionExceptionHandler, CommandLine.IParameterExceptionHandler {

    private static final int MOST = 3;

    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) {
        var err = command.getErr();
        var trace = parsed.expandedArgs().contains("--stacktrace");
        if (problem instanceof BadInput) {
            err.println(problem.getMessage());
            trace(problem, err, trace);
            return ExitCode.BAD_INPUT.code;
        }
        err.println("Premotion itself failed: " + problem);
        err.println(
                "Maybe a report of this with --stacktrace helps to mend it; nothing of your estate has been changed.");
        trace(problem, err, trace);
        return ExitCode.INTERNAL.code;
    }

    private static void trace(Exception problem, PrintWriter err, boolean wanted) {
        if (wanted) {
            problem.printStackTrace(err);
        }
    }

    @Override
    public int handleParseException(CommandLine.ParameterException problem, String[] args) {
        var command = problem.getCommandLine();
        var err = command.getErr();
        err.println(problem.getMessage());
        var help = command.getCommandSpec().qualifiedName(" ") + " --help";
        var near = problem instanceof CommandLine.UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions()
                : List.<String>of();
        err.println(
                near.isEmpty()
                        ? "Maybe " + help + " shows what was meant."
                        : "Maybe " + String.join(" or ", near.subList(0, Math.min(MOST, near.size()))) + " is meant; "
                                + help + " shows all.");
        return ExitCode.BAD_INPUT.code;
    }
}
