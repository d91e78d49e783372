package dev.premotion.report;

import dev.premotion.report.Result.Checks;
import dev.premotion.report.Result.Finding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a result as JUnit XML: a test case for each migration (in a survey: for each VM), and one for each requirement
 * and subject that does not hold or cannot be told. What is undetermined is skipped, since it neither passed nor failed.
 */
public final class JUnitFile {

    private final Result result;
    private final Lookup lookup;
    private final Html xml = new Html();

    private JUnitFile(Result result) {
        this.result = result;
        this.lookup = new Lookup(result);
    }

    /** Writes UTF-8 and leaves {@code out} open. The same result gives the same bytes. */
    public static void write(Result result, OutputStream out) throws IOException {
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".getBytes(StandardCharsets.UTF_8));
        out.write(new JUnitFile(result).suites().getBytes(StandardCharsets.UTF_8));
    }

    /** How a test case ended. */
    private enum Outcome {
        PASSED,
        FAILED,
        SKIPPED
    }

    /**
     * One test case.
     *
     * @param message why it failed or was skipped, in a line
     * @param details all that is to say
     */
    private record Case(String group, String name, Outcome outcome, String type, String message, String details) {}

    private String suites() {
        List<Case> judged = Stream.concat(migrations(), placements()).toList();
        List<Case> requirements =
                result.findings().stream().map(JUnitFile::requirement).toList();
        List<Case> all = Stream.concat(judged.stream(), requirements.stream()).toList();
        open("testsuites", "Premotion: " + result.plan().name(), all);
        suite(result.plan().survey() ? "VMs" : "migrations", judged);
        suite("requirements", requirements);
        return xml.close().text("\n").toString();
    }

    private void suite(String name, List<Case> cases) {
        open("testsuite", name, cases);
        properties();
        cases.forEach(this::write);
        xml.close().text("\n");
    }

    private void open(String tag, String name, List<Case> cases) {
        xml.open(
                tag,
                "name",
                name,
                "tests",
                cases.size(),
                "failures",
                count(cases, Outcome.FAILED),
                "errors",
                0,
                "skipped",
                count(cases, Outcome.SKIPPED),
                "time",
                0);
        xml.text("\n");
    }

    private static long count(List<Case> cases, Outcome outcome) {
        return cases.stream().filter(one -> one.outcome() == outcome).count();
    }

    private void properties() {
        Checks checks = result.summary().checks();
        xml.open("properties");
        property("gate", result.summary().gate());
        property("checks.held", checks.held());
        property("checks.notApplicable", checks.notApplicable());
        property("checks.failed", checks.failed());
        property("checks.unknown", checks.unknown());
        xml.close().text("\n");
    }

    private void property(String name, Object value) {
        xml.open("property", "name", name, "value", value).close();
    }

    private void write(Case one) {
        xml.open("testcase", "classname", one.group(), "name", one.name(), "time", 0);
        switch (one.outcome()) {
            case FAILED -> xml.leaf("failure", one.details(), "message", one.message(), "type", one.type());
            case SKIPPED -> xml.leaf("skipped", one.details(), "message", one.message());
            case PASSED -> passed(one.details());
        }
        xml.close().text("\n");
    }

    private void passed(String details) {
        if (!details.isEmpty()) {
            xml.leaf("system-out", details);
        }
    }

    private Stream<Case> migrations() {
        return result.migrations().stream().map(m -> {
            String group = "migrations" + (m.wave() == null ? "" : ".wave " + m.wave());
            String reason = reason(m.because(), lookup.reason(m.verdict(), m.findings(), m.candidates()));
            return judged(group, m.vm(), Verdict.of(m.verdict()), reason, m.findings());
        });
    }

    private Stream<Case> placements() {
        return Stream.ofNullable(result.placements()).flatMap(List::stream).map(p -> {
            String reason = reason(p.because(), lookup.reason(p.verdict(), p.findings(), p.candidates()));
            return judged("VMs", p.vm(), Verdict.of(p.verdict()), reason, p.findings());
        });
    }

    private static String reason(@Nullable String because, Optional<Finding> worst) {
        String reason = because == null ? worst.map(Finding::message).orElse("") : because;
        return reason.isEmpty() ? "" : ": " + reason;
    }

    private Case judged(String group, String vm, Verdict verdict, String reason, List<String> findings) {
        String details =
                lookup.findings(findings).stream().map(JUnitFile::words).collect(Collectors.joining("\n"));
        return new Case(group, vm, outcome(verdict), verdict.key(), verdict.word() + reason, details);
    }

    private static Outcome outcome(Verdict verdict) {
        return switch (verdict) {
            case BLOCKED -> Outcome.FAILED;
            case UNDETERMINED, EXCLUDED -> Outcome.SKIPPED;
            case APPROVED, APPROVED_WITH_WARNINGS -> Outcome.PASSED;
        };
    }

    private static Case requirement(Finding finding) {
        return new Case(
                "requirements." + finding.rule(),
                finding.subject().name(),
                outcome(finding),
                finding.rule(),
                finding.message(),
                words(finding));
    }

    private static Outcome outcome(Finding finding) {
        if (finding.waiver() != null || !finding.severity().equals("blocker")) {
            return Outcome.PASSED;
        }
        return finding.answer().equals("no") ? Outcome.FAILED : Outcome.SKIPPED;
    }

    private static String words(Finding finding) {
        String waived = finding.waiver() == null ? "" : "\n  waived: " + finding.waiver();
        return finding.rule() + " (" + finding.severity() + ", " + finding.answer() + "): " + finding.message() + "\n  "
                + finding.remedy() + waived;
    }
}
