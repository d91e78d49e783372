package dev.premotion.cli;

import dev.premotion.inventory.BadInput;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The one place where what went wrong becomes words and an exit code. */
final class Errors implements CommandLine.IExecutionExceptionHandler, CommandLine.IParameterExceptionHandler {

    private static final int MOST = 3;
    private static final String FURTHER = "  ";

    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) {
        var err = command.getErr();
        var trace = parsed.expandedArgs().contains("--stacktrace");
        if (problem instanceof BadInput) {
            print(err, problem.getMessage());
            trace(problem, err, trace);
            return ExitCode.BAD_INPUT.code;
        }
        print(
                err,
                "Premotion itself failed: " + problem
                        + "\nMaybe a report of this with --stacktrace helps to mend it; nothing of your estate has been changed.");
        trace(problem, err, trace);
        return ExitCode.INTERNAL.code;
    }

    /** On a terminal no line is wider than it. */
    static void print(PrintWriter err, @Nullable String message) {
        var text = String.valueOf(message);
        if (Terminal.interactive()) {
            wrapped(text, Terminal.width()).forEach(err::println);
        } else {
            err.println(text);
        }
    }

    /** Each line goes on below, further in, so that only one that begins with "Maybe" does; a word, such as a path, stays whole. */
    static List<String> wrapped(String message, int width) {
        var lines = new ArrayList<String>();
        for (var line : message.lines().toList()) {
            var lead = line.substring(0, line.length() - line.stripLeading().length());
            var parts = Lines.broken(List.of(line.strip().split(" ")), width - lead.length() - FURTHER.length());
            for (int i = 0; i < parts.size(); i++) {
                lines.add(lead + (i == 0 ? "" : FURTHER) + parts.get(i));
            }
        }
        return lines;
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
        print(err, problem.getMessage());
        var help = command.getCommandSpec().qualifiedName(" ") + " --help";
        var near = problem instanceof CommandLine.UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions()
                : List.<String>of();
        print(
                err,
                near.isEmpty()
                        ? "Maybe " + help + " shows what was meant."
                        : "Maybe " + String.join(" or ", near.subList(0, Math.min(MOST, near.size()))) + " is meant; "
                                + help + " shows all.");
        return ExitCode.BAD_INPUT.code;
    }
}
