package dev.premotion.report;

import dev.premotion.report.Result.Disk;
import dev.premotion.report.Result.Finding;
import dev.premotion.report.Result.Migration;
import dev.premotion.report.Result.Place;
import dev.premotion.report.Result.Placement;
import dev.premotion.report.Result.Run;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The table of migrations, or of the VMs of a survey. The page's script fills it page by page; what stands in the HTML
 * are its first rows, worst first, for readers without a script.
 */
final class PageTable {

    private static final int ROWS = 200;

    private final Html html;
    private final Result result;
    private final boolean survey;
    private final List<PageRow> rows;
    private final Map<String, Finding> known = new HashMap<>();
    private final Map<String, Run> runs = new HashMap<>();
    private final Map<String, String> columns = new LinkedHashMap<>();

    PageTable(Html html, Result result) {
        this.html = html;
        this.result = result;
        this.survey = result.placements() != null;
        this.rows = PageRow.of(result);
        result.findings().forEach(finding -> known.put(finding.id(), finding));
        if (result.simulation() != null) {
            result.simulation().migrations().forEach(run -> runs.put(run.id(), run));
        }
        columns();
    }

    /** Only what this result can fill. */
    private void columns() {
        columns.put("vm", "VM");
        if (survey) {
            columns.put("route", "Cluster and host");
        } else {
            columns.put("type", "Type");
            columns.put("route", "From → to");
        }
        if (result.migrations().stream().anyMatch(migration -> migration.wave() != null)) {
            columns.put("wave", "Wave");
        }
        columns.put("verdict", "Verdict");
        if (survey) {
            columns.put("hosts", "Hosts that can");
        }
        columns.put("why", "First reason");
        if (!runs.isEmpty()) {
            columns.put("duration", "Duration");
            columns.put("stun", "Stun");
        }
    }

    void write() {
        html.open("section", "id", "migrations", "aria-labelledby", "migrations-title");
        html.open("h2", "id", "migrations-title")
                .text(survey ? "Virtual machines " : "Migrations ")
                .count("rows", rows.size())
                .close();
        html.open("div", "id", "controls").close();
        html.open("div", "class", "scroll", "id", "table-box");
        html.open("table", "id", "table", "role", "table", "aria-labelledby", "migrations-title");
        html.open("thead", "role", "rowgroup").open("tr", "role", "row");
        columns.forEach((key, title) ->
                html.leaf("th", title, "role", "columnheader", "scope", "col", "class", "c-" + key, "data-key", key));
        html.close().close();
        html.open("tbody", "role", "rowgroup");
        IntStream.range(0, rows.size())
                .boxed()
                .sorted(Comparator.comparing(i -> rows.get(i).verdict()))
                .limit(ROWS)
                .forEach(this::row);
        html.close().close().close();
        if (rows.size() > ROWS) {
            html.leaf(
                    "p",
                    "The first " + ROWS + " of " + Words.number(rows.size())
                            + ", worst first. Switch scripts on to see, filter and sort them all, or open the workbook.",
                    "class",
                    "quiet static");
        }
        html.close();
    }

    private void row(int i) {
        PageRow row = rows.get(i);
        html.open("tr", "role", "row");
        columns.forEach((key, title) -> {
            boolean head = key.equals("vm");
            html.open(
                    head ? "th" : "td", "role", head ? "rowheader" : "cell", "class", "c-" + key, "data-label", title);
            cell(key, row, i);
            html.close();
        });
        html.close();
    }

    private void cell(String key, PageRow row, int i) {
        switch (key) {
            case "vm" -> html.leaf("bdi", row.vm());
            case "verdict" -> badge(row.verdict());
            case "why" -> html.text(row.reason(known));
            case "route" ->
                html.text(
                        survey ? where(placement(i)) : route(result.migrations().get(i)));
            case "type" -> html.text(type(result.migrations().get(i)));
            case "wave" -> html.text(Objects.toString(result.migrations().get(i).wave(), ""));
            case "hosts" ->
                html.text(placement(i).canTake() + " of "
                        + placement(i).candidates().size());
            default -> ran(key, runs.get(row.id()));
        }
    }

    /** As the script shows it: from the same rounded numbers, and never precise where the simulator guessed. */
    private void ran(String key, @Nullable Run run) {
        if (run == null || !run.began()) {
            return;
        }
        boolean stun = key.equals("stun");
        if (stun && !run.stunModelled()) {
            html.text("not modelled");
            return;
        }
        boolean guessed = (stun ? run.stunRange() : run.range()) != null;
        String text = stun
                ? Words.millis(PageRuns.rounded(run.stunMillis()))
                : Words.duration(PageRuns.rounded(run.endSeconds()) - PageRuns.rounded(run.startSeconds()));
        html.text(guessed ? "≈ " + text : text);
    }

    private void badge(Verdict verdict) {
        html.open("span", "class", "badge " + verdict.key())
                .icon(verdict.key())
                .leaf("span", verdict.word())
                .close();
    }

    private Placement placement(int i) {
        return Objects.requireNonNull(result.placements()).get(i);
    }

    private static String where(Placement p) {
        return Objects.toString(p.cluster(), "") + " " + Objects.toString(p.host(), "");
    }

    private static String type(Migration m) {
        String from = m.from() == null ? null : m.from().vcenter();
        String to = m.to() == null ? null : m.to().vcenter();
        return from == null || to == null || from.equals(to) ? m.type() : m.type() + " → " + to.split("\\.", 2)[0];
    }

    private static String route(Migration m) {
        Place from = m.from();
        Place to = m.to();
        if (from == null && to == null) {
            return "";
        }
        boolean disksOnly = to != null && stays(from, to);
        return where(from, disksOnly) + (to == null ? "" : " → " + where(to, disksOnly));
    }

    /** Whether it keeps its host, so that only the datastores tell where it goes. */
    private static boolean stays(@Nullable Place from, Place to) {
        String host = to.host();
        return host == null ? to.cluster() == null : from != null && host.equals(from.host());
    }

    private static String where(@Nullable Place place, boolean disks) {
        if (place == null) {
            return "?";
        }
        if (disks) {
            TreeSet<String> names = new TreeSet<>();
            place.disks().stream().map(Disk::datastore).filter(Objects::nonNull).forEach(names::add);
            return String.join(", ", names);
        }
        String host = place.host();
        return host != null ? host : Objects.toString(place.cluster(), "?");
    }
}
