package dev.premotion.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is read. */
final class InputOptions {

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description =
                    "a snapshot file, a folder of them (an estate folder also holds plan.yaml), or a saved result.json")
    List<Path> paths = List.of();

    @Option(names = "--plan", paramLabel = "F", description = "the plan; default plan.yaml of the estate folder")
    @Nullable
    Path plan;

    @Option(names = "--waivers", paramLabel = "F", description = "waivers, assumptions and promised fixes")
    @Nullable
    Path waivers;

    @Option(names = "--facts", paramLabel = "F", description = "facts that the snapshots lack")
    @Nullable
    Path facts;

    @Option(
            names = "--rule-policy",
            paramLabel = "F",
            description = "severities, limits and ages of facts that count here instead of the rulebook's")
    @Nullable
    Path rulePolicy;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "a folder with rules (DRL) and cards of one's own, judged beside the built-in ones")
    @Nullable
    Path rules;

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            converter = InstantWord.class,
            description = "the moment by which the age of facts counts; default the newest capture time")
    @Nullable
    Instant asOf;
}
