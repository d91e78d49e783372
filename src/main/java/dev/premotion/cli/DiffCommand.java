package dev.premotion.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.premotion.report.Difference;
import dev.premotion.report.Difference.Change;
import dev.premotion.report.Result.Finding;
import dev.premotion.report.ResultFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What changed between two saved results; no gate. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Compares two saved results: new, fixed and remaining findings, and changed verdicts.")
final class DiffCommand implements Callable<Integer> {

    private static final int ROWS = 40;

    @Parameters(paramLabel = "OLD", index = "0", description = "a saved result.json")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path old;

    @Parameters(paramLabel = "NEW", index = "1", description = "a later one")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path now;

    @Option(names = "--format", defaultValue = "text", description = "text or json; default text")
    private OutputOptions.Format format = OutputOptions.Format.text;

    @Option(names = "--no-color", description = "no colour, whatever the terminal")
    private boolean noColor;

    @Option(names = "--stacktrace", description = "show where an error came from")
    private boolean stacktrace;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws JsonProcessingException {
        var difference = Difference.of(ResultFile.read(old), ResultFile.read(now));
        var out = spec.commandLine().getOut();
        if (format == OutputOptions.Format.json) {
            out.println(new ObjectMapper()
                    .setSerializationInclusion(JsonInclude.Include.NON_NULL)
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(difference));
        } else {
            text(difference, out);
        }
        out.flush();
        return ExitCode.PASSES.code;
    }

    private void text(Difference difference, PrintWriter out) {
        var style = Style.of(noColor);
        var lines = new Lines(out, style, Terminal.width());
        lines.raw(style.bold(TextReport.number(difference.added().size()) + " new, "
                + TextReport.number(difference.fixed().size()) + " fixed, "
                + TextReport.number(difference.remaining().size()) + " remaining"));
        verdicts(lines, style, difference.verdicts());
        findings(lines, "New", difference.added());
        findings(lines, "Fixed", difference.fixed());
    }

    private static void verdicts(Lines lines, Style style, List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        lines.heading("Changed verdicts", "");
        changes.stream()
                .limit(ROWS)
                .forEach(change -> lines.raw("  "
                        + style.verdict(
                                style.sign(word(change.after())) + " " + lines.cut(change.vm(), 24),
                                word(change.after()))
                        + " "
                        + lines.clean((change.before() == null ? "new" : change.before()) + " → "
                                + (change.after() == null ? "gone" : change.after()))));
        more(lines, changes.size());
    }

    private static String word(@Nullable String verdict) {
        return verdict == null ? "" : verdict;
    }

    private static void findings(Lines lines, String heading, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        lines.heading(heading, "");
        findings.stream()
                .limit(ROWS)
                .forEach(f -> lines.paragraph("  - ", f.rule() + " (" + f.severity() + "): " + f.message()));
        more(lines, findings.size());
    }

    private static void more(Lines lines, int size) {
        if (size > ROWS) {
            lines.dimmed("  ", "and " + TextReport.number(size - ROWS) + " more");
        }
    }
}
