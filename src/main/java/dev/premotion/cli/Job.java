package dev.premotion.cli;

import dev.premotion.cli.Check.Wishes;
import dev.premotion.inventory.BadInput;
import dev.premotion.report.HtmlPage;
import dev.premotion.report.Reports;
import dev.premotion.report.Result;
import dev.premotion.report.ResultFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** What {@code run}, {@code scan} and {@code simulate} have in common: check, write, print, gate. */
final class Job {

    private final CommandLine command;
    private final InputOptions input;
    private final OutputOptions output;

    Job(CommandLine command, InputOptions input, OutputOptions output) {
        this.command = command;
        this.input = input;
        this.output = output;
    }

    /** @param allReports whether to write page, workbook and result even where no option asks for them */
    int run(Wishes wishes, boolean allReports) {
        var saved = saved();
        var check = saved != null
                ? new Check(saved, null)
                : Check.run(input, output, wishes, LocalDate.now(java.time.ZoneId.systemDefault()));
        var result = check.result();
        var targets = targets(result, check.facts(), allReports);
        targets.write(result);
        print(result, targets);
        return ExitCode.of(output.failOn.outcome(result.summary())).code;
    }

    /** A result of an earlier run, where that is the one path given. */
    private @Nullable Result saved() {
        if (input.paths.size() != 1) {
            return null;
        }
        Path path = input.paths.get(0);
        return Files.isRegularFile(path) && ResultFile.is(path) ? ResultFile.read(path) : null;
    }

    private Targets targets(Result result, @Nullable String facts, boolean all) {
        var folder = output.reportDir != null ? output.reportDir : Path.of("reports", slug(result.plan().name()));
        return new Targets(
                target(output.html, folder, "index.html", all),
                target(output.xlsx, folder, "compliance.xlsx", all),
                target(output.json, folder, "result.json", all),
                facts == null ? null : folder.resolve("facts.yaml"),
                facts);
    }

    private static @Nullable Path target(@Nullable Path asked, Path folder, String name, boolean all) {
        return asked != null ? asked : all ? folder.resolve(name) : null;
    }

    static String slug(String name) {
        var slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "plan" : slug;
    }

    private void print(Result result, Targets targets) {
        if (output.quiet) {
            return;
        }
        var out = command.getOut();
        if (output.format == OutputOptions.Format.json) {
            out.print(ResultFile.text(result));
        } else {
            var style = Style.of(output.noColor);
            new TextReport(result, targets.written(), style, Terminal.width()).print(out);
        }
        out.flush();
    }
}
