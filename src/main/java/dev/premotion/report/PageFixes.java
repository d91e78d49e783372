package dev.premotion.report;

import dev.premotion.report.Result.Finding;
import dev.premotion.report.Result.Fix;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What to fix first. The same remedy for many subjects is one item, best first. */
final class PageFixes {

    /** So many subjects of one remedy are named; the link shows the rest. */
    private static final int SUBJECTS = 3;

    private final Html html;
    private final Result result;
    private final String one;
    private final Map<String, Finding> known = new HashMap<>();

    PageFixes(Html html, Result result) {
        this.html = html;
        this.result = result;
        this.one = result.plan().survey() ? "VM" : "migration";
        result.findings().forEach(finding -> known.put(finding.id(), finding));
    }

    void write() {
        List<FixGroup> groups = FixGroup.of(result);
        html.open("section", "id", "fix-first", "aria-labelledby", "fix-title");
        html.open("h2", "id", "fix-title")
                .text("Fix first ")
                .count("fixes", groups.size())
                .close();
        if (result.fixes().isEmpty()) {
            html.leaf("p", "Nothing blocks.", "class", "none");
        } else {
            html.leaf("p", "Best first. A fix unblocks what nothing else blocks.", "class", "lead");
            PageActions.list(html, groups, this::group);
        }
        html.close();
    }

    private void group(FixGroup group) {
        Fix best = group.best();
        int unblocks = group.unblocks();
        boolean single = group.fixes().size() == 1;
        String below = single && best.concerns() > unblocks
                ? "of " + Words.number(best.concerns()) + " concerned"
                : one + (unblocks == 1 ? "" : "s");
        PageActions.open(html, "unblocks", unblocks, below);
        html.leaf("p", best.remedy(), "class", "do");
        if (single) {
            subject(best);
        } else {
            subjects(group.fixes());
        }
        html.close().close();
    }

    private void subject(Fix fix) {
        html.leaf("p", why(fix), "class", "why");
        html.open("p", "class", "quiet")
                .leaf("code", fix.rule())
                .text(" · " + Kinds.word(fix.subject().kind()) + " ")
                .leaf("bdi", fix.subject().name())
                .text(" ");
        show(fix);
        html.close();
    }

    private void subjects(List<Fix> group) {
        html.open("ul", "class", "whys");
        for (Fix fix : group.subList(0, Math.min(SUBJECTS, group.size()))) {
            html.open("li")
                    .leaf("span", why(fix), "class", "message")
                    .open("span", "class", "quiet")
                    .text(" · unblocks " + Words.number(fix.unblocks()) + " · ");
            show(fix);
            html.close().close();
        }
        html.close();
        int rest = group.size() - SUBJECTS;
        html.open("p", "class", "quiet")
                .leaf("code", group.get(0).rule())
                .text(rest > 0 ? " · and " + Words.number(rest) + " more " : " ")
                .leaf(
                        "a",
                        "Show all",
                        "href",
                        "#findings",
                        "data-rule",
                        group.get(0).rule())
                .close();
    }

    private void show(Fix fix) {
        Finding finding = known.get(fix.finding());
        String text = "Show " + Words.count(finding == null ? fix.concerns() : finding.migrations(), one);
        html.leaf("a", text, "href", "#findings", "data-finding", fix.finding());
    }

    private String why(Fix fix) {
        Finding finding = known.get(fix.finding());
        return finding == null ? fix.title() : finding.message();
    }
}
