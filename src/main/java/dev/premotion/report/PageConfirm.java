package dev.premotion.report;

import dev.premotion.report.Result.Confirm;
import java.util.List;

/** What to confirm first: the questions whose answers decide most of what is undetermined. */
final class PageConfirm {

    private PageConfirm() {}

    static void write(Html html, Result result) {
        List<Confirm> confirm = result.confirm();
        html.open("section", "id", "confirm-first", "aria-labelledby", "confirm-title");
        html.open("h2", "id", "confirm-title")
                .text("Confirm first ")
                .count("confirm", confirm.size())
                .close();
        if (confirm.isEmpty()) {
            html.leaf("p", "No missing fact stands in the way.", "class", "none");
        } else {
            String one = result.plan().survey() ? "VM" : "migration";
            List<Confirm> own =
                    confirm.stream().filter(question -> !question.forHosts()).toList();
            if (!own.isEmpty()) {
                html.leaf("p", promise(own, result.summary().undetermined(), one), "class", "lead");
                PageActions.list(html, own, question -> question(html, question, one));
            }
            hosts(html, confirm.stream().filter(Confirm::forHosts).toList());
        }
        html.close();
    }

    private static void hosts(Html html, List<Confirm> confirm) {
        if (!confirm.isEmpty()) {
            html.leaf("p", "Whether hosts can be emptied waits for more; facts.yaml asks for it too.", "class", "lead");
            PageActions.list(html, confirm, question -> question(html, question, "host"));
        }
    }

    private static String promise(List<Confirm> confirm, int undetermined, String one) {
        int first = Math.min(PageActions.FIRST, confirm.size());
        int all = confirm.get(confirm.size() - 1).decides();
        return Words.count(first, "answer") + " would decide "
                + Words.number(confirm.get(first - 1).decides()) + " of "
                + Words.count(undetermined, "undetermined " + one)
                + (confirm.size() > first
                        ? ", all " + Words.number(confirm.size()) + " decide " + Words.number(all)
                        : "")
                + ". Fill in the facts.yaml that the run wrote and give it back with --facts.";
    }

    private static void question(Html html, Confirm confirm, String one) {
        PageActions.open(html, "awaited by", confirm.migrations(), one + (confirm.migrations() == 1 ? "" : "s"));
        html.leaf("p", confirm.question(), "class", "do");
        html.open("p", "class", "quiet")
                .leaf("code", confirm.fact())
                .text(" · ")
                .leaf("bdi", confirm.scope())
                .text(" · " + Words.count(confirm.subjects(), "subject"))
                .text(" · with the answers above it decides " + Words.number(confirm.decides()))
                .close();
        html.close().close();
    }
}
