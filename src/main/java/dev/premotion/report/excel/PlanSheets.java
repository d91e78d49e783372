package dev.premotion.report.excel;

import dev.premotion.report.Lookup;
import dev.premotion.report.Result;
import dev.premotion.report.Result.Candidate;
import dev.premotion.report.Result.Finding;
import dev.premotion.report.Result.Migration;
import dev.premotion.report.Result.Place;
import dev.premotion.report.Result.ReliesOn;
import dev.premotion.report.Result.Run;
import dev.premotion.report.excel.Column.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sheets about the migrations of a plan. */
final class PlanSheets {

    private final Result result;
    private final Lookup lookup;
    private final Tables tables;

    PlanSheets(Result result, Lookup lookup, Tables tables) {
        this.result = result;
        this.lookup = lookup;
        this.tables = tables;
    }

    void verdicts() {
        List<Column<Migration>> columns = new ArrayList<>();
        columns.addAll(judged());
        columns.addAll(places());
        columns.addAll(simulated());
        columns.add(Column.name("Possible kinds", m -> String.join(", ", m.kinds())));
        columns.add(Column.name("VM id", Migration::ref));
        columns.add(Column.name("Migration id", Migration::id));
        tables.add("Verdicts", "One row for each migration", columns, result.migrations().stream());
    }

    private List<Column<Migration>> judged() {
        return List.of(
                Column.name("VM", Migration::vm),
                Column.count("Wave", Migration::wave),
                Column.verdict("Verdict", Migration::verdict),
                Column.prose(
                        "First reason", m -> reason(m).map(Finding::message).orElse(m.because())),
                FindingSheets.idColumn(
                        tables, lookup, m -> reason(m).map(Finding::id).orElse(null)),
                Column.count("Blockers", m -> lookup.count(m.findings(), Lookup::blocks)),
                Column.count("Unknown", m -> lookup.count(m.findings(), Lookup::undecided)),
                Column.count("Warnings", m -> lookup.count(m.findings(), Lookup::warns)),
                Column.count("Open warnings", m -> lookup.count(m.findings(), Lookup::opensWarning)),
                Column.prose("Relies on", m -> relies(m.reliesOn())),
                Column.prose("Type", Migration::type));
    }

    private Optional<Finding> reason(Migration migration) {
        return lookup.reason(migration.verdict(), migration.findings(), migration.candidates());
    }

    private static String relies(ReliesOn reliesOn) {
        return Stream.of(
                        rules("waiver ", reliesOn.waivers()),
                        rules("assumption ", reliesOn.assumptions()),
                        rules("fix ", reliesOn.fixes()))
                .flatMap(Function.identity())
                .collect(Collectors.joining("; "));
    }

    private static Stream<String> rules(String what, List<String> texts) {
        return texts.stream().map(text -> what + RuleText.of(text).rule());
    }

    private static List<Column<Migration>> places() {
        return List.of(
                Column.name("From vCenter", from(Place::vcenter)),
                Column.name("From cluster", from(Place::cluster)),
                Column.name("From host", from(Place::host)),
                Column.name("From datastores", from(PlanSheets::datastores)),
                Column.name("To vCenter", to(Place::vcenter)),
                Column.name("To cluster", to(Place::cluster)),
                Column.name("To host", to(Place::host)),
                Column.name("To datastores", to(PlanSheets::datastores)),
                Column.name("To networks", to(PlanSheets::networks)));
    }

    private static Function<Migration, @Nullable String> from(Function<Place, @Nullable String> part) {
        return m -> m.from() == null ? null : part.apply(m.from());
    }

    private static Function<Migration, @Nullable String> to(Function<Place, @Nullable String> part) {
        return m -> m.to() == null ? null : part.apply(m.to());
    }

    private static String datastores(Place place) {
        return distinct(place.disks().stream().map(Result.Disk::datastore));
    }

    private static String networks(Place place) {
        return distinct(place.nics().stream().map(Result.Nic::network));
    }

    private static String distinct(Stream<@Nullable String> names) {
        return names.filter(Objects::nonNull).distinct().collect(Collectors.joining(", "));
    }

    private List<Column<Migration>> simulated() {
        if (result.simulation() == null) {
            return List.of();
        }
        RunColumns runs = new RunColumns(result.simulation());
        return List.of(
                run(new Column<>("Simulated", Kind.NAME, RunColumns::outcome)),
                run(runs.start()),
                run(runs.end()),
                run(runs.duration()),
                run(runs.longest()),
                run(runs.stun()),
                run(runs.longestStun()));
    }

    private Column<Migration> run(Column<Run> column) {
        return new Column<>(column.heading(), column.kind(), migration -> {
            Run run = lookup.run(migration.id());
            return run == null ? null : column.value().of(run);
        });
    }

    void candidates() {
        if (result.migrations().stream().allMatch(m -> m.candidates().isEmpty())) {
            return;
        }
        tables.add(
                "Candidates",
                "One row for each host that a migration to a cluster could take",
                CandidateRow.columns(lookup),
                result.migrations().stream()
                        .flatMap(m -> m.candidates().stream().map(c -> row(m, c))));
    }

    private static CandidateRow row(Migration migration, Candidate candidate) {
        return new CandidateRow(migration.vm(), migration.wave(), candidate);
    }

    void reasons() {
        tables.add(
                "Reasons",
                "One row for each migration and finding: filter by VM or by rule",
                Reason.columns("Migration id"),
                result.migrations().stream().flatMap(m -> Reason.of(m, lookup)));
    }

    void consequences() {
        if (result.migrations().stream().allMatch(m -> m.consequences().isEmpty())) {
            return;
        }
        tables.add(
                "Consequences",
                "What the moves change for good; no reason against them, but worth knowing",
                ConsequenceRow.columns(),
                ConsequenceRow.of(result.migrations()).stream());
    }

    void relying() {
        tables.add(
                "Relies on",
                "What approvals stand on beside facts: waivers, assumptions, promised fixes",
                Reliance.columns(),
                result.migrations().stream().flatMap(Reliance::of));
    }
}
