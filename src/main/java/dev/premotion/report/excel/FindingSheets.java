package dev.premotion.report.excel;

import dev.premotion.report.FixGroup;
import dev.premotion.report.Lookup;
import dev.premotion.report.Result;
import dev.premotion.report.Result.Confirm;
import dev.premotion.report.Result.Evidence;
import dev.premotion.report.Result.Finding;
import dev.premotion.report.Result.Fix;
import dev.premotion.report.excel.Cell.Text;
import dev.premotion.report.excel.Column.Kind;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sheets about findings, and about what to do first. */
final class FindingSheets {

    static final String FINDINGS = "Findings";

    /** What is a number beyond doubt: 7.0 is a version, 007 a name. */
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,14}");

    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,11})\\.[0-9]{1,3}");

    private final Result result;
    private final Lookup lookup;
    private final Tables tables;
    private final String counted;

    FindingSheets(Result result, Lookup lookup, Tables tables) {
        this.result = result;
        this.lookup = lookup;
        this.tables = tables;
        this.counted = result.plan().survey() ? "VMs" : "Migrations";
    }

    /** One thing to do and its place in the order. */
    private record Ranked<T>(int rank, T what) {
        static <T> Stream<Ranked<T>> of(List<T> list) {
            return IntStream.range(0, list.size()).mapToObj(i -> new Ranked<>(i + 1, list.get(i)));
        }

        /** What one remedy mends has one place. */
        static Stream<Ranked<Fix>> fixes(List<FixGroup> groups) {
            return of(groups)
                    .flatMap(ranked -> ranked.what().fixes().stream().map(fix -> new Ranked<>(ranked.rank(), fix)));
        }
    }

    /** One value with the finding that it decided. */
    private record Deciding(Finding finding, Evidence evidence) {}

    void fixes() {
        List<Column<Ranked<Fix>>> columns = List.of(
                Column.count("First", Ranked::rank),
                Column.prose("What to do", r -> r.what().remedy()),
                Column.name("Where", r -> r.what().subject().name()),
                Column.count("Unblocks alone", r -> r.what().unblocks()),
                Column.count("Concerns", r -> r.what().concerns()),
                Column.prose("Why", r -> r.what().title()),
                Column.name("Rule", r -> r.what().rule()),
                idColumn(tables, lookup, r -> r.what().finding()));
        tables.add("Fix first", "What to fix, best first", columns, Ranked.fixes(FixGroup.of(result)));
    }

    /** A column with ids of findings, each leading to its row on the sheet of findings. */
    static <T> Column<T> idColumn(Tables tables, Lookup lookup, Function<T, @Nullable String> id) {
        return new Column<>("Finding id", Kind.NAME, row -> {
            String finding = id.apply(row);
            Integer place = finding == null ? null : lookup.place(finding);
            return finding == null || place == null
                    ? Cell.text(finding)
                    : new Text(finding, Tone.PLAIN, tables.target(FINDINGS, place, "To the finding"));
        });
    }

    static <T> Column<T> severity(Function<T, Finding> finding) {
        return new Column<>("Severity", Kind.NAME, row -> {
            Finding severe = finding.apply(row);
            return new Text(severe.severity(), Tone.of(severe), null);
        });
    }

    void confirm() {
        List<Column<Ranked<Confirm>>> columns = List.of(
                Column.count("First", Ranked::rank),
                Column.prose("Question", r -> r.what().question()),
                Column.name("Ask of", r -> r.what().scope()),
                Column.count("Subjects without it", r -> r.what().subjects()),
                Column.count(counted + " waiting", r -> r.what().migrations()),
                Column.count("Decided up to here", r -> r.what().decides()),
                Column.name("Counted", r -> r.what().forHosts() ? "hosts to be emptied" : counted),
                Column.name("Fact", r -> r.what().fact()));
        tables.add(
                "Confirm first",
                "What to find out, best first: the snapshots do not say it",
                columns,
                Ranked.of(result.confirm()));
    }

    void findings() {
        List<Column<Finding>> columns = List.of(
                Column.name("Rule", Finding::rule),
                severity(f -> f),
                Column.name("Answer", Finding::answer),
                Column.name("Subject", f -> f.subject().name()),
                Column.prose("Finding", Finding::message),
                Column.prose("What to do", Finding::remedy),
                Column.count(counted, Finding::migrations),
                Column.prose("What is required", Finding::title),
                Column.name("Enforced by", Finding::enforcedBy),
                Column.prose("Waiver", Finding::waiver),
                Column.name("Topic", Finding::topic),
                Column.name("Kind of subject", f -> f.subject().kind()),
                Column.name("vSphere faults", f -> String.join(", ", f.faults())),
                Column.name("Sources", f -> String.join(", ", f.sources())),
                Column.name("Finding id", Finding::id));
        tables.add(
                FINDINGS,
                "One row for each requirement that does not hold or cannot be told, once for its subject",
                columns,
                result.findings().stream());
    }

    void evidence() {
        List<Column<Deciding>> columns = List.of(
                Column.name("Rule", d -> d.finding().rule()),
                Column.name("Subject", d -> d.finding().subject().name()),
                Column.name("Fact", d -> d.evidence().fact()),
                new Column<>("Value", Kind.NAME, d -> value(d.evidence())),
                Column.name("Unit", d -> d.evidence().unit()),
                Column.name("Required", d -> d.evidence().required()),
                Column.name("Read from", d -> d.evidence().origin()),
                severity(Deciding::finding),
                Column.name("Answer", d -> d.finding().answer()),
                Column.name("Finding id", d -> d.finding().id()));
        tables.add(
                "Evidence",
                "One row for each value that decided, with the place it was read from",
                columns,
                result.findings().stream()
                        .flatMap(finding -> finding.evidence().stream().map(e -> new Deciding(finding, e))));
    }

    private static Cell value(Evidence evidence) {
        String value = evidence.value();
        if (value == null) {
            return new Text("unknown", Tone.AMBER, null);
        }
        if (WHOLE.matcher(value).matches()) {
            Form form = evidence.unit() == null ? Form.PLAIN : Form.COUNT;
            return new Cell.Amount(Double.parseDouble(value), form, false);
        }
        return evidence.unit() != null && DECIMAL.matcher(value).matches()
                ? new Cell.Amount(Double.parseDouble(value), Form.DECIMAL, false)
                : new Text(value, Tone.PLAIN, null);
    }
}
