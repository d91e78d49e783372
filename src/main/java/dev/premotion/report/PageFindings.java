package dev.premotion.report;

import dev.premotion.report.Result.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All findings by rule: the heaviest severity first, then what concerns most. */
final class PageFindings {

    /** So many subjects of a rule stand in the HTML; the script shows the rest. */
    private static final int SUBJECTS = 20;

    private static final List<String> SEVERITIES = List.of("blocker", "warning", "info");

    private final Html html;
    private final Result result;
    private final String one;
    private final Map<String, Integer> concerned;

    PageFindings(Html html, Result result) {
        this.html = html;
        this.result = result;
        this.one = result.plan().survey() ? "VM" : "migration";
        this.concerned = concerned(result);
    }

    /** How many rows mention a rule; one that mentions it for two subjects counts once. */
    private static Map<String, Integer> concerned(Result result) {
        Map<String, String> rules = new HashMap<>();
        result.findings().forEach(finding -> rules.put(finding.id(), finding.rule()));
        Map<String, Integer> concerned = new HashMap<>();
        for (PageRow row : PageRow.of(result)) {
            Set<String> mentioned = new HashSet<>();
            row.mentioned().stream().filter(rules::containsKey).map(rules::get).forEach(mentioned::add);
            mentioned.forEach(rule -> concerned.merge(rule, 1, Integer::sum));
        }
        return concerned;
    }

    void write() {
        html.open("section", "id", "findings", "aria-labelledby", "findings-title");
        html.open("h2", "id", "findings-title")
                .text("Findings ")
                .count("findings", result.findings().size())
                .close();
        if (result.findings().isEmpty()) {
            html.leaf("p", "Every requirement that applies holds.", "class", "none");
        }
        groups().forEach(this::group);
        html.close();
    }

    private List<List<Finding>> groups() {
        Map<String, List<Finding>> groups = new TreeMap<>();
        result.findings()
                .forEach(f -> groups.computeIfAbsent(f.rule(), rule -> new ArrayList<>())
                        .add(f));
        return groups.values().stream()
                .sorted(Comparator.<List<Finding>>comparingInt(PageFindings::weight)
                        .thenComparing(Comparator.<List<Finding>>comparingInt(group -> migrations(group))
                                .reversed()))
                .toList();
    }

    private static int weight(List<Finding> group) {
        return group.stream().mapToInt(PageFindings::weight).min().orElse(0);
    }

    /** A blocker that fails, a blocker not known, then warnings and infos in the same way. */
    private static int weight(Finding f) {
        int severity = SEVERITIES.indexOf(f.severity());
        return (severity < 0 ? SEVERITIES.size() : severity) * 2 + (f.answer().equals("no") ? 0 : 1);
    }

    private int migrations(List<Finding> group) {
        return concerned.getOrDefault(group.get(0).rule(), 0);
    }

    private void group(List<Finding> group) {
        Finding heaviest = group.stream()
                .min(Comparator.comparingInt(PageFindings::weight))
                .orElseThrow();
        html.open("details", "class", "rule", "open", "open", "data-rule", heaviest.rule());
        html.open("summary");
        severity(heaviest);
        html.open("span", "class", "rule-title")
                .leaf("span", heaviest.title())
                .text(" ")
                .leaf("code", heaviest.rule())
                .close();
        html.open("span", "class", "rule-counts")
                .text(counts(group))
                .text(" · ")
                .count("rule:" + heaviest.rule(), migrations(group))
                .text(migrations(group) == 1 ? " " + one : " " + one + "s")
                .close();
        html.close();
        html.open("div", "class", "rule-body");
        html.leaf("p", "Remedy: " + heaviest.remedy());
        html.open("ul");
        group.stream().limit(SUBJECTS).forEach(this::subject);
        html.close();
        if (group.size() > SUBJECTS) {
            html.leaf("p", "and " + Words.number(group.size() - SUBJECTS) + " more in the workbook", "class", "quiet");
        }
        html.close().close();
    }

    private void severity(Finding f) {
        html.open("span", "class", "badge " + look(f))
                .icon(look(f))
                .leaf("span", severityWord(f.severity()))
                .close();
    }

    /** The colour and icon of what the finding does to a verdict. */
    private static String look(Finding f) {
        return switch (f.severity()) {
            case "blocker" -> f.answer().equals("no") ? "blocked" : "undetermined";
            case "warning" -> "approved-with-warnings";
            default -> "excluded";
        };
    }

    private static String severityWord(String severity) {
        return switch (severity) {
            case "blocker" -> "Blocker";
            case "warning" -> "Warning";
            case "info" -> "Info";
            default -> severity;
        };
    }

    private static String counts(List<Finding> group) {
        long fails = group.stream().filter(f -> f.answer().equals("no")).count();
        long unknown = group.size() - fails;
        List<String> parts = new ArrayList<>();
        if (fails > 0) {
            parts.add(Words.number(fails) + (fails == 1 ? " does not hold" : " do not hold"));
        }
        if (unknown > 0) {
            parts.add(Words.number(unknown) + " not known");
        }
        return String.join(", ", parts);
    }

    private void subject(Finding f) {
        html.open("li")
                .leaf("span", f.message(), "class", "message")
                .open("span", "class", "quiet")
                .text(" " + Kinds.word(f.subject().kind()) + " ")
                .leaf("bdi", f.subject().name())
                .text(" · " + Words.count(f.migrations(), one))
                .text(f.waiver() == null ? "" : " · waived: " + f.waiver())
                .close()
                .close();
    }
}
