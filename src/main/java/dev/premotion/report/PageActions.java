package dev.premotion.report;

import dev.premotion.report.Result.Confirm;
import dev.premotion.report.Result.Finding;
import dev.premotion.report.Result.Fix;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What to do next: what to fix first and what to confirm first, best first. */
final class PageActions {

    /** So many are shown at once; the rest opens on demand. */
    private static final int FIRST = 6;

    /** And so many at most; behind them nobody looks for what comes first. */
    private static final int MOST = 100;

    private final Html html;
    private final Result result;
    private final String one;
    private final Map<String, Finding> known = new HashMap<>();

    PageActions(Html html, Result result) {
        this.html = html;
        this.result = result;
        this.one = result.plan().survey() ? "VM" : "migration";
        result.findings().forEach(finding -> known.put(finding.id(), finding));
    }

    void fixes() {
        List<Fix> fixes = result.fixes();
        html.open("section", "id", "fix-first", "aria-labelledby", "fix-title");
        html.open("h2", "id", "fix-title").text("Fix first ").count("fixes", fixes.size()).close();
        if (fixes.isEmpty()) {
            html.leaf("p", "Nothing blocks.", "class", "none");
        } else {
            html.leaf("p", "Best first. A fix unblocks what nothing else blocks.", "class", "lead");
            some(fixes, this::fix, "fix", "fixes");
        }
        html.close();
    }

    private void fix(Fix fix) {
        html.open("li", "class", "action");
        gain(fix.unblocks(), "unblocks", fix.concerns() > fix.unblocks() ? "of " + Words.number(fix.concerns()) + " concerned" : one + (fix.unblocks() == 1 ? "" : "s"));
        html.open("div", "class", "what").leaf("p", fix.remedy(), "class", "do");
        Finding finding = known.get(fix.finding());
        html.leaf("p", finding == null ? fix.title() : finding.message(), "class", "why");
        html.open("p", "class", "quiet")
                .leaf("code", fix.rule())
                .text(" · " + Kinds.word(fix.subject().kind()) + " ")
                .leaf("bdi", fix.subject().name())
                .text(" ")
                .leaf("a", "Show " + Words.count(fix.concerns(), one), "href", "#findings", "data-finding", fix.finding())
                .close();
        html.close().close();
    }

    void confirm() {
        List<Confirm> confirm = result.confirm();
        html.open("section", "id", "confirm-first", "aria-labelledby", "confirm-title");
        html.open("h2", "id", "confirm-title")
                .text("Confirm first ")
                .count("confirm", confirm.size())
                .close();
        if (confirm.isEmpty()) {
            html.leaf("p", "No missing fact stands in the way.", "class", "none");
        } else {
            html.leaf("p", promise(confirm), "class", "lead");
            some(confirm, this::confirm, "answer", "answers");
        }
        html.close();
    }

    private String promise(List<Confirm> confirm) {
        int shown = Math.min(FIRST, confirm.size());
        return Words.count(shown, "answer") + " would decide "
                + Words.number(confirm.get(shown - 1).decides()) + " of the "
                + Words.count(result.summary().undetermined(), "undetermined " + one)
                + ". Fill in the facts.yaml that the run wrote and give it back with --facts.";
    }

    private void confirm(Confirm confirm) {
        html.open("li", "class", "action");
        gain(confirm.migrations(), "waits for", one + (confirm.migrations() == 1 ? "" : "s"));
        html.open("div", "class", "what").leaf("p", confirm.question(), "class", "do");
        html.open("p", "class", "quiet")
                .leaf("code", confirm.fact())
                .text(" · ")
                .leaf("bdi", confirm.scope())
                .text(" · " + Words.count(confirm.subjects(), "subject") + " · with the answers above it decides "
                        + Words.number(confirm.decides()))
                .close();
        html.close().close();
    }

    private void gain(int number, String above, String below) {
        html.open("div", "class", "gain")
                .leaf("span", above)
                .leaf("strong", Words.number(number))
                .leaf("span", below)
                .close();
    }

    private <T> void some(List<T> all, Consumer<T> item, String one, String many) {
        html.open("ol", "class", "actions");
        all.stream().limit(FIRST).forEach(item);
        html.close();
        int rest = all.size() - FIRST;
        if (rest > 0) {
            html.open("details").leaf("summary", Words.number(rest) + " more " + (rest == 1 ? one : many));
            html.open("ol", "class", "actions", "start", FIRST + 1);
            all.stream().skip(FIRST).limit(MOST - FIRST).forEach(item);
            html.close();
            if (all.size() > MOST) {
                html.leaf("p", "The other " + Words.number(all.size() - MOST) + " are in result.json.", "class", "quiet");
            }
            html.close();
        }
    }
}
