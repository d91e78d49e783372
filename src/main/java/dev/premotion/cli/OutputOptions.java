package dev.premotion.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is written. */
final class OutputOptions {

    /** How standard output looks. */
    enum Format {
        text,
        json
    }

    @Option(
            names = "--report-dir",
            paramLabel = "DIR",
            description = "where facts.yaml goes, and every report that no option names a file for; default"
                    + " reports/<plan name>")
    @Nullable
    Path reportDir;

    @Option(names = "--html", paramLabel = "F", description = "write the page here")
    @Nullable
    Path html;

    @Option(names = "--xlsx", paramLabel = "F", description = "write the workbook here")
    @Nullable
    Path xlsx;

    @Option(names = "--json", paramLabel = "F", description = "write the result here")
    @Nullable
    Path json;

    @Option(names = "--sarif", paramLabel = "F", description = "write findings as SARIF here")
    @Nullable
    Path sarif;

    @Option(names = "--junit", paramLabel = "F", description = "write checks as JUnit XML here")
    @Nullable
    Path junit;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "what standard output shows: ${COMPLETION-CANDIDATES}; default text")
    Format format = Format.text;

    @Option(names = "--quiet", description = "print nothing but errors")
    boolean quiet;

    @Option(names = "--no-color", description = "no colour, whatever the terminal")
    boolean noColor;

    @Option(names = "--stacktrace", description = "show where an error came from")
    boolean stacktrace;
}
