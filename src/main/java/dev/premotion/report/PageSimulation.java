package dev.premotion.report;

import dev.premotion.report.Result.Link;
import dev.premotion.report.Result.Range;
import dev.premotion.report.Result.Run;
import dev.premotion.report.Result.Simulation;
import java.util.List;

/** The simulation as a whole: how long, on what assumptions, how busy each link. The script draws the timeline. */
final class PageSimulation {

    private static final int METER = 100;

    private PageSimulation() {}

    static void write(Html html, Simulation simulation) {
        html.open("section", "id", "timeline", "aria-labelledby", "timeline-title");
        html.open("h2", "id", "timeline-title")
                .text("Timeline ")
                .count("simulated", simulation.migrations().size())
                .close();
        html.leaf("p", says(simulation), "class", "lead");
        html.open("div", "id", "gantt").close();
        if (!simulation.answers().isEmpty()) {
            html.open("dl", "class", "answers");
            simulation
                    .answers()
                    .forEach(each -> html.leaf("dt", each.question()).leaf("dd", each.answer()));
            html.close();
        }
        if (!simulation.links().isEmpty()) {
            links(html, simulation);
        }
        if (!simulation.assumptions().isEmpty()) {
            html.leaf("h3", "Assumed").open("ul", "class", "assumed");
            simulation.assumptions().forEach(text -> html.leaf("li", text));
            html.close();
        }
        html.close();
    }

    private static String says(Simulation s) {
        StringBuilder says = new StringBuilder("Ends after ").append(Words.duration(s.makespanSeconds()));
        Range range = s.makespanRange();
        if (range != null) {
            says.append(" (")
                    .append(Words.duration(range.low()))
                    .append(" to ")
                    .append(Words.duration(range.high()))
                    .append(')');
        }
        says.append(": ").append(Words.number(state(s, "done"))).append(" done");
        for (String state : List.of("failed", Run.NOT_STARTED)) {
            if (state(s, state) > 0) {
                says.append(", ")
                        .append(Words.number(state(s, state)))
                        .append(' ')
                        .append(state.replace('-', ' '));
            }
        }
        long conditional = s.migrations().stream().filter(Run::conditional).count();
        if (conditional > 0) {
            says.append(", ").append(Words.number(conditional)).append(" of them conditional on what nobody confirmed");
        }
        return says.append(". Policy ")
                .append(s.policy())
                .append(", seed ")
                .append(s.seed())
                .append('.')
                .toString();
    }

    private static long state(Simulation s, String state) {
        return s.migrations().stream().filter(run -> run.state().equals(state)).count();
    }

    private static void links(Html html, Simulation simulation) {
        html.leaf("h3", "What the links carry", "id", "links-title");
        html.open("div", "class", "scroll")
                .open("table", "class", "plain stack", "role", "table", "aria-labelledby", "links-title");
        html.open("thead", "role", "rowgroup").open("tr", "role", "row");
        for (String title : List.of("Link", "Capacity", "Carried", "Busy", "Busy part of the time", "Peak")) {
            html.leaf("th", title, "role", "columnheader", "scope", "col");
        }
        html.close().close().open("tbody", "role", "rowgroup");
        simulation.links().forEach(link -> link(html, link, simulation.makespanSeconds()));
        html.close().close().close();
    }

    private static void link(Html html, Link link, double makespan) {
        html.open("tr", "role", "row");
        html.open("th", "role", "rowheader", "scope", "row", "data-label", "Link")
                .leaf("bdi", link.name())
                .close();
        cell(html, "Capacity", Words.rate(link.capacityBytesPerSecond()));
        cell(html, "Carried", Words.bytes(link.bytes()));
        cell(html, "Busy", Words.duration(link.busySeconds()));
        meter(html, "Busy part", makespan > 0 ? Math.min(1, link.busySeconds() / makespan) : 0);
        meter(html, "Peak", Math.min(1, link.peakShare()));
        html.close();
    }

    private static void cell(Html html, String title, String text) {
        html.leaf("td", text, "role", "cell", "data-label", title);
    }

    private static void meter(Html html, String title, double part) {
        html.open("td", "role", "cell", "data-label", title)
                .open(
                        "svg",
                        "class",
                        "meter",
                        "viewBox",
                        "0 0 " + METER + " 8",
                        "preserveAspectRatio",
                        "none",
                        "aria-hidden",
                        "true")
                .open("rect", "class", "rest", "width", METER, "height", 8)
                .open("rect", "class", "part", "width", Math.round(METER * part), "height", 8)
                .close()
                .text(" " + Words.percent(part))
                .close();
    }
}
