package dev.premotion.cli;

import dev.premotion.assessment.Assessment.Gap;
import dev.premotion.cli.Check.Wishes;
import dev.premotion.report.Baseline;
import dev.premotion.report.Reports;
import dev.premotion.report.Result;
import dev.premotion.report.ResultFile;
import dev.premotion.report.Targets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** What {@code run}, {@code scan} and {@code simulate} have in common: check, write, print, gate. */
final class Job {

    private final CommandLine command;
    private final InputOptions input;
    private final OutputOptions output;
    private final GateOptions gate;

    Job(CommandLine command, InputOptions input, OutputOptions output, GateOptions gate) {
        this.gate = gate;
        this.command = command;
        this.input = input;
        this.output = output;
    }

    /** @param allReports whether to write page, workbook and result even where no option asks for them */
    int run(Wishes wishes, boolean allReports) {
        var saved = saved();
        var check = saved != null
                ? new Check(saved, null, List.of())
                : Check.run(input, gate.failOn, wishes, LocalDate.now(ZoneId.systemDefault()));
        var baseline = gate.baseline == null
                ? null
                : Baseline.read(gate.baseline, String.valueOf(Inputs.digest(gate.baseline)));
        var result = baseline == null ? check.result() : baseline.gated(check.result(), gate.failOn);
        var folder = output.reportDir != null
                ? output.reportDir
                : Path.of("reports", slug(result.plan().name()));
        var targets = new Targets(
                target(output.json, folder, "result.json", allReports),
                target(output.html, folder, "index.html", allReports),
                target(output.xlsx, folder, "compliance.xlsx", allReports),
                output.sarif,
                output.junit);
        Reports.write(result, targets);
        var facts = saved != null ? null : new QuestionsFile(folder, input.facts).write(check.facts());
        print(result, written(targets, facts), facts, check.gaps());
        return ExitCode.of(
                        baseline == null
                                ? gate.failOn.outcome(result.summary())
                                : baseline.outcome(result, gate.failOn))
                .code;
    }

    /** A result of an earlier run, where that is the one path given. */
    private @Nullable Result saved() {
        if (input.paths.size() != 1) {
            return null;
        }
        Path path = input.paths.get(0);
        return isResult(path) ? ResultFile.read(path) : null;
    }

    /** A result says so in its first line or two; what it really is, reading it shows. */
    static boolean isResult(Path path) {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (var in = Files.newInputStream(path)) {
            return new String(in.readNBytes(200), StandardCharsets.UTF_8).contains("\"premotion/result/");
        } catch (IOException e) {
            return false;
        }
    }

    private static @Nullable Path target(@Nullable Path asked, Path folder, String name, boolean all) {
        return asked != null ? asked : all ? folder.resolve(name) : null;
    }

    /** A folder's name made of a plan's name. */
    static String slug(String name) {
        var slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "plan" : slug;
    }

    private static List<Path> written(Targets targets, @Nullable Path facts) {
        var paths = new ArrayList<Path>(
                Arrays.asList(targets.html(), targets.xlsx(), targets.json(), targets.sarif(), targets.junit(), facts));
        paths.removeIf(Objects::isNull);
        return paths;
    }

    private void print(Result result, List<Path> written, @Nullable Path facts, List<Gap> gaps) {
        if (output.quiet) {
            return;
        }
        var out = command.getOut();
        if (output.format == OutputOptions.Format.json) {
            out.print(json(result));
        } else {
            new TextReport(result, written, facts, gaps, Style.of(output.noColor), Terminal.width()).print(out);
        }
        out.flush();
    }

    private static String json(Result result) {
        try (var bytes = new ByteArrayOutputStream()) {
            ResultFile.write(result, bytes);
            return bytes.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
