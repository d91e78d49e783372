package dev.premotion.report;

import dev.premotion.report.Result.Evacuation;
import java.util.List;

/** In a survey: for each host whether it can be emptied, and what is stuck on it. */
final class PageSurvey {

    private static final int STUCK = 8;

    private PageSurvey() {}

    static void write(Html html, List<Evacuation> evacuations) {
        html.open("section", "id", "hosts", "aria-labelledby", "hosts-title");
        html.open("h2", "id", "hosts-title")
                .text("Can this host be emptied? ")
                .count("evacuations", evacuations.size())
                .close();
        html.leaf(
                "p",
                "All VMs on it at once, to the other hosts of its cluster, in one arrangement that was tried. No room together: a host would take the VM by itself.",
                "class",
                "lead");
        html.open("div", "class", "scroll")
                .open("table", "class", "plain stack", "role", "table", "aria-labelledby", "hosts-title");
        html.open("thead", "role", "rowgroup").open("tr", "role", "row");
        for (String title : List.of(
                "Host", "Cluster", "Answer", "VMs", "Can move", "No room together", "Not known", "Blocked", "Stuck")) {
            html.leaf("th", title, "role", "columnheader", "scope", "col");
        }
        html.close().close().open("tbody", "role", "rowgroup");
        evacuations.forEach(evacuation -> row(html, evacuation));
        html.close().close().close().close();
    }

    private static void row(Html html, Evacuation e) {
        Verdict verdict = Verdict.of(e.verdict());
        html.open("tr", "role", "row", "data-host", e.host());
        html.open("th", "role", "rowheader", "scope", "row", "data-label", "Host")
                .leaf("bdi", e.host())
                .close();
        cell(html, "Cluster", e.cluster() == null ? "" : e.cluster());
        html.open("td", "role", "cell", "data-label", "Answer")
                .open("span", "class", "badge " + verdict.key())
                .icon(verdict.key())
                .leaf("span", answer(verdict))
                .close()
                .close();
        cell(html, "VMs", Words.number(e.vms()));
        cell(html, "Can move", Words.number(e.movable()));
        cell(html, "No room together", Words.number(e.crowded()));
        cell(html, "Not known", Words.number(e.undetermined()));
        cell(html, "Blocked", Words.number(e.blocked()));
        html.open("td", "role", "cell", "data-label", "Stuck").open("div").leaf("div", stuck(e.stuck()));
        if (e.because() != null) {
            html.leaf("div", "Not all together: " + e.because(), "class", "lead");
        }
        html.close().close().close();
    }

    private static void cell(Html html, String title, String text) {
        html.leaf("td", text, "role", "cell", "data-label", title);
    }

    private static String answer(Verdict verdict) {
        return switch (verdict) {
            case APPROVED, APPROVED_WITH_WARNINGS -> "Can be emptied";
            case BLOCKED -> "Cannot be emptied";
            case UNDETERMINED -> "Not known";
            case EXCLUDED -> "Excluded";
        };
    }

    private static String stuck(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(STUCK, names.size())));
        return names.size() <= STUCK ? first : first + " and " + Words.number(names.size() - STUCK) + " more";
    }
}
