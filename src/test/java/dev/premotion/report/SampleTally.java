package dev.premotion.report;

import dev.premotion.report.Result.Candidate;
import dev.premotion.report.Result.Checks;
import dev.premotion.report.Result.Confirm;
import dev.premotion.report.Result.Finding;
import dev.premotion.report.Result.Fix;
import dev.premotion.report.Result.Migration;
import dev.premotion.report.Result.Summary;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Counts samples as an assessment would, so that a sample never contradicts itself. */
final class SampleTally {

    private SampleTally() {}

    static String id(String text) {
        return sha256(text).substring(0, 12);
    }

    static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The verdict of what has these findings: a waived finding does not count. */
    static String verdict(Collection<Finding> findings) {
        List<Finding> counting =
                findings.stream().filter(f -> f.waiver() == null).toList();
        if (has(counting, "blocker", "no")) {
            return "blocked";
        }
        if (has(counting, "blocker", "unknown")) {
            return "undetermined";
        }
        return has(counting, "warning", "no") ? "approved-with-warnings" : "approved";
    }

    private static boolean has(List<Finding> findings, String severity, String answer) {
        return findings.stream()
                .anyMatch(f -> f.severity().equals(severity) && f.answer().equals(answer));
    }

    static Summary summary(List<String> verdicts, int relying, int rules) {
        int blocked = count(verdicts, "blocked");
        int undetermined = count(verdicts, "undetermined");
        String gate = blocked + undetermined == 0
                ? "passes: everything is approved"
                : "fails: " + blocked + " blocked, " + undetermined + " undetermined";
        return new Summary(
                verdicts.size(),
                count(verdicts, "approved"),
                count(verdicts, "approved-with-warnings"),
                undetermined,
                blocked,
                count(verdicts, "excluded"),
                relying,
                rules,
                new Checks(31L * verdicts.size(), 11L * verdicts.size(), blocked, undetermined),
                gate);
    }

    private static int count(List<String> verdicts, String verdict) {
        return (int) verdicts.stream().filter(verdict::equals).count();
    }

    /** The findings that the migrations mention, each once, with how many migrations mention it. */
    static List<Finding> counted(Stream<Set<String>> mentions, Map<String, Finding> known) {
        Map<String, Integer> counts = new HashMap<>();
        mentions.forEach(ids -> ids.forEach(id -> counts.merge(id, 1, Integer::sum)));
        return known.values().stream()
                .filter(f -> counts.containsKey(f.id()))
                .map(f -> withCount(f, counts.getOrDefault(f.id(), 0)))
                .sorted(Comparator.comparing(Finding::rule)
                        .thenComparing(f -> f.subject().name()))
                .toList();
    }

    static Set<String> mentions(List<String> findings, List<Candidate> candidates) {
        Set<String> ids = new LinkedHashSet<>(findings);
        candidates.forEach(candidate -> ids.addAll(candidate.findings()));
        return ids;
    }

    private static Finding withCount(Finding f, int count) {
        return new Finding(
                f.id(),
                f.rule(),
                f.title(),
                f.topic(),
                f.severity(),
                f.answer(),
                f.enforcedBy(),
                f.subject(),
                f.message(),
                f.evidence(),
                f.remedy(),
                f.sources(),
                f.faults(),
                f.waiver(),
                count);
    }

    static List<Fix> fixes(List<PageRow> rows, List<Finding> findings) {
        Map<String, Integer> alone = new HashMap<>();
        Map<String, Finding> blockers = blockers(findings, "no");
        for (PageRow row : rows) {
            List<String> ids =
                    row.findings().stream().filter(blockers::containsKey).toList();
            if (row.verdict() == Verdict.BLOCKED && ids.size() == 1) {
                alone.merge(ids.get(0), 1, Integer::sum);
            }
        }
        return blockers.values().stream()
                .map(f -> fix(f, alone.getOrDefault(f.id(), 0)))
                .sorted(Comparator.comparingInt(Fix::unblocks)
                        .thenComparingInt(Fix::concerns)
                        .reversed()
                        .thenComparing(Fix::rule)
                        .thenComparing(f -> f.subject().name()))
                .toList();
    }

    private static Map<String, Finding> blockers(List<Finding> findings, String answer) {
        Map<String, Finding> blockers = new TreeMap<>();
        findings.stream()
                .filter(f -> f.severity().equals("blocker") && f.answer().equals(answer) && f.waiver() == null)
                .forEach(f -> blockers.put(f.id(), f));
        return blockers;
    }

    private static Fix fix(Finding f, int unblocks) {
        return new Fix(f.rule(), f.title(), f.remedy(), f.subject(), f.id(), unblocks, f.migrations(), null);
    }

    static List<Confirm> confirm(List<Finding> findings, List<Migration> migrations) {
        int undetermined = (int) migrations.stream()
                .filter(m -> m.verdict().equals("undetermined"))
                .count();
        List<Finding> unknown = blockers(findings, "unknown").values().stream()
                .sorted(Comparator.comparingInt(Finding::migrations).reversed().thenComparing(Finding::id))
                .toList();
        return IntStream.range(0, unknown.size())
                .mapToObj(i -> confirm(unknown.get(i), undetermined * (i + 1) / unknown.size()))
                .toList();
    }

    private static Confirm confirm(Finding f, int decides) {
        String fact = f.evidence().get(f.evidence().size() - 1).fact();
        return new Confirm(
                fact, "Does it hold that: " + f.title() + "?", f.subject().name(), 1, f.migrations(), decides, null);
    }
}
