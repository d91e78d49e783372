package dev.premotion.cli;

import dev.premotion.inventory.BadInput;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The one place where what went wrong becomes words and an exit code. */
final class Errors implements CommandLine.IExecutionExceptionHandler, CommandLine.IParameterExceptionHandler {

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
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(problem, err)) {
            err.println("Maybe " + command.getCommandSpec().qualifiedName(" ") + " --help shows what was meant.");
        }
        return ExitCode.BAD_INPUT.code;
    }
}
