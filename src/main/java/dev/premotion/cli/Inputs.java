package dev.premotion.cli;

import dev.premotion.inventory.Ageing;
import dev.premotion.inventory.BadInput;
import dev.premotion.inventory.Contradictions;
import dev.premotion.inventory.Reading;
import dev.premotion.inventory.SourceFile;
import dev.premotion.plan.Plan;
import dev.premotion.plan.PlanDocument;
import dev.premotion.plan.PlanDocument.Permits;
import dev.premotion.plan.PlanFile;
import dev.premotion.plan.Resolver;
import dev.premotion.plan.RulePolicy;
import dev.premotion.plan.RulePolicyFile;
import dev.premotion.plan.StaleSnapshots;
import dev.premotion.plan.Survey;
import dev.premotion.read.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything a check starts from.
 *
 * @param planFile absent in a survey
 */
record Inputs(
        Reading reading,
        Plan plan,
        @Nullable Path planFile,
        @Nullable Path waiversFile,
        @Nullable Path factsFile,
        @Nullable Path policyFile,
        RulePolicy policy,
        @Nullable Path ownRules,
        @Nullable Instant asOf) {

    /**
     * Reads snapshots, plan, waivers and facts.
     *
     * @throws BadInput where one cannot be used
     */
    static Inputs read(InputOptions options) {
        var planFile = options.plan != null ? options.plan : planIn(options.paths);
        var permits = options.waivers == null
                ? Permits.NONE
                : PlanFile.readPermits(options.waivers, options.waivers.toString());
        PlanDocument document = planFile == null ? null : PlanFile.read(planFile, planFile.toString());
        var policy = options.rulePolicy == null
                ? RulePolicy.NONE
                : RulePolicyFile.read(options.rulePolicy, options.rulePolicy.toString());
        var reading = Contradictions.without(Snapshots.read(
                options.paths,
                options.facts,
                snapshots -> Ageing.aged(snapshots, policy.ages(), asOf(options, snapshots))));
        requireNotBefore(newest(reading), options.asOf);
        var asOf = asOf(options, reading);
        var plan = document == null
                ? Survey.of(reading.inventory(), permits)
                : Resolver.resolve(document.with(permits), reading.inventory());
        if (plan.survey() && plan.migrations().isEmpty()) {
            throw new BadInput(
                    String.join(", ", options.paths.stream().map(Path::toString).toList()),
                    "",
                    "no VM could be read, so there is nothing to check"
                            + reading.quality().stream()
                                    .findFirst()
                                    .map(note -> " ("
                                            + note.message().lines().findFirst().orElse("") + ")")
                                    .orElse(""),
                    reading.files().stream().anyMatch(file -> file.path().endsWith(".xlsx"))
                            ? "the sheet vInfo is missing or damaged: export it again"
                            : "what the snapshot says of VMs is missing or damaged: take it again");
        }
        return new Inputs(
                reading,
                StaleSnapshots.doubted(plan, policy.ages(), asOf),
                planFile,
                options.waivers,
                options.facts,
                options.rulePolicy,
                policy,
                options.rules,
                asOf);
    }

    private static @Nullable Path planIn(List<Path> paths) {
        for (var path : paths) {
            for (var name : List.of("plan.yaml", "plan.yml", "plan.json")) {
                var file = path.resolve(name);
                if (Files.isDirectory(path) && Files.isRegularFile(file)) {
                    return file;
                }
            }
        }
        return null;
    }

    private static @Nullable Instant asOf(InputOptions options, Reading reading) {
        return options.asOf != null ? options.asOf : newest(reading);
    }

    private static @Nullable Instant newest(Reading reading) {
        return reading.files().stream()
                .map(SourceFile::capturedAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** Facts cannot be used before they were read: a clock set back would hide how old they are. */
    private static void requireNotBefore(@Nullable Instant captured, @Nullable Instant asOf) {
        if (captured != null && asOf != null && asOf.isBefore(captured)) {
            throw new BadInput(
                    "--as-of " + asOf,
                    "",
                    "this is before the newest snapshot was captured, at " + captured
                            + ", expected that moment or later",
                    "the check of an earlier day needs the snapshots of that day");
        }
    }

    /** One digest over all snapshot files, in the order read. */
    String inventoryDigest() {
        var all = new StringBuilder();
        reading.files().forEach(file -> all.append(file.sha256()).append('\n'));
        return sha256(all.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    static @Nullable String digest(@Nullable Path file) {
        try {
            return file == null ? null : sha256(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new BadInput(file.toString(), "", "the file cannot be read", "somebody moved it a moment ago.");
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
