package dev.premotion.report.excel;

import dev.premotion.report.Lookup;
import dev.premotion.report.Result;
import dev.premotion.report.Result.Evacuation;
import dev.premotion.report.Result.Finding;
import dev.premotion.report.Result.Placement;
import java.util.List;
import java.util.Optional;

/** The sheets of a survey, where there is no plan. */
final class SurveySheets {

    private final List<Placement> placements;
    private final List<Evacuation> evacuations;
    private final Lookup lookup;
    private final Tables tables;

    SurveySheets(Result result, Lookup lookup, Tables tables) {
        this.placements = result.placements() == null ? List.of() : result.placements();
        this.evacuations = result.evacuations() == null ? List.of() : result.evacuations();
        this.lookup = lookup;
        this.tables = tables;
    }

    void hosts() {
        List<Column<Evacuation>> columns = List.of(
                Column.name("Host", Evacuation::host),
                Column.name("Cluster", Evacuation::cluster),
                Column.verdict("Can be emptied", Evacuation::verdict),
                Column.count("VMs", Evacuation::vms),
                Column.count("Movable", Evacuation::movable),
                Column.count("No room together", Evacuation::crowded),
                Column.count("Undetermined", Evacuation::undetermined),
                Column.count("Blocked", Evacuation::blocked),
                Column.prose("Not movable for certain", e -> String.join(", ", e.stuck())),
                Column.prose("Why not together", Evacuation::because),
                Column.name("Host id", Evacuation::ref));
        tables.add("Hosts", "One row for each host: whether it can be emptied", columns, evacuations.stream());
    }

    void placements() {
        List<Column<Placement>> columns = List.of(
                Column.name("VM", Placement::vm),
                Column.verdict("Verdict", Placement::verdict),
                Column.prose(
                        "First reason", p -> reason(p).map(Finding::message).orElse(p.because())),
                FindingSheets.idColumn(
                        tables, lookup, p -> reason(p).map(Finding::id).orElse(null)),
                Column.count("Hosts that take it", Placement::canTake),
                Column.count("Hosts undetermined", Placement::undetermined),
                Column.count("Hosts that do not", Placement::blocked),
                Column.name("Host", Placement::host),
                Column.name("Cluster", Placement::cluster),
                Column.name("vCenter", Placement::vcenter),
                Column.name("VM id", Placement::ref),
                Column.name("Placement id", Placement::id));
        tables.add(
                "Placements",
                "One row for each VM: how many hosts of its cluster could take it",
                columns,
                placements.stream());
    }

    private Optional<Finding> reason(Placement placement) {
        return lookup.reason(placement.verdict(), placement.findings(), placement.candidates());
    }

    void candidates() {
        tables.add(
                "Candidates",
                "One row for each VM and other host of its cluster",
                CandidateRow.columns(lookup),
                placements.stream().flatMap(p -> p.candidates().stream().map(c -> new CandidateRow(p.vm(), null, c))));
    }

    void reasons() {
        tables.add(
                "Reasons",
                "One row for each VM and finding: filter by VM or by rule",
                Reason.columns("Placement id"),
                placements.stream().flatMap(p -> Reason.of(p, lookup)));
    }
}
