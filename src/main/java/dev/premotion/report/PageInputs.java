package dev.premotion.report;

import dev.premotion.report.Result.File;
import dev.premotion.report.Result.Inputs;
import dev.premotion.report.Result.Quality;
import dev.premotion.report.Result.VCenterSaid;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The end of the page: what was odd in the inputs, what the verdicts were given for, what the words mean. */
final class PageInputs {

    /** Prerequisites that no snapshot can tell, so that nobody takes an approval for more than it is. */
    private static final String NOT_CHECKED = "Not checked, as no snapshot tells it: the privileges of the account that"
            + " moves the VMs, and which certificates and passwords the vCenters will accept.";

    /** So many oddities are listed; an input with more has one cause, and the workbook has them all. */
    private static final int MOST = 500;

    private PageInputs() {}

    static void quality(Html html, List<Quality> quality) {
        html.open("section", "id", "quality", "aria-labelledby", "quality-title");
        html.open("h2", "id", "quality-title")
                .text("Data quality ")
                .count("quality", quality.size())
                .close();
        if (quality.isEmpty()) {
            html.leaf("p", "Every row and object could be read.", "class", "none");
        } else {
            table(html, "quality-title", List.of("File", "Place", "What was found"));
            quality.stream().limit(MOST).forEach(q -> row(html, q.file(), q.place(), q.message()));
            html.close().close().close();
            if (quality.size() > MOST) {
                html.leaf(
                        "p", "and " + Words.number(quality.size() - MOST) + " more in the workbook", "class", "quiet");
            }
        }
        html.close();
    }

    /** What vCenter's own check says beside the findings: first where they differ. */
    static void vCenter(Html html, List<VCenterSaid> said) {
        html.open("section", "id", "vcenter", "aria-labelledby", "vcenter-title");
        html.open("h2", "id", "vcenter-title")
                .text("vCenter's own check ")
                .count("vcenter", said.size())
                .close();
        html.leaf("p", Words.agreement(said), "class", "lead");
        table(html, "vcenter-title", List.of("Migration", "vCenter says", "Found here"));
        said.stream()
                .sorted(Comparator.comparing(VCenterSaid::agrees))
                .limit(MOST)
                .forEach(one -> row(html, one.vm() + " to " + one.to(), Words.said(one), Words.found(one)));
        html.close().close().close();
        if (said.size() > MOST) {
            html.leaf("p", "and " + Words.number(said.size() - MOST) + " more in the workbook", "class", "quiet");
        }
        html.close();
    }

    static void inputs(Html html, Inputs inputs) {
        html.open("section", "id", "inputs", "aria-labelledby", "inputs-title");
        html.open("h2", "id", "inputs-title")
                .text("Inputs ")
                .count("files", inputs.files().size())
                .close();
        html.leaf("p", "The verdicts hold for exactly these (SHA-256).", "class", "lead");
        html.leaf("p", NOT_CHECKED, "class", "lead");
        table(html, "inputs-title", List.of("Input", "Captured", "Digest"));
        for (File file : inputs.files()) {
            row(html, file.path(), file.capturedAt() == null ? "not known" : file.capturedAt(), file.sha256());
        }
        digest(html, "Inventory, all snapshots together", inputs.inventory());
        digest(html, "Plan", inputs.plan());
        digest(html, "Waivers, assumptions, promised fixes", inputs.waivers());
        digest(html, "Facts given by hand", inputs.facts());
        digest(html, "Rule policy", inputs.rulePolicy());
        digest(html, "Rulebook", inputs.rulebook());
        digest(html, "Rules of one's own", inputs.ownRules());
        digest(html, "Baseline of the gate", inputs.baseline());
        html.close().close().close();
        if (inputs.policyChanges() != null) {
            html.leaf("p", "The rule policy changed:", "class", "lead");
            table(html, "inputs-title", List.of("What", "Instead of", "Counts here"));
            inputs.policyChanges()
                    .forEach(change -> row(
                            html,
                            change.what(),
                            change.before(),
                            change.after() + ": " + change.because() + " (" + change.by() + ")"));
            html.close().close().close();
        }
        html.leaf("p", "Made by Premotion " + inputs.toolVersion() + ".", "class", "quiet");
        html.close();
    }

    private static void digest(Html html, String name, @Nullable String digest) {
        if (digest != null) {
            row(html, name, "", digest);
        }
    }

    private static void table(Html html, String title, List<String> heads) {
        html.open("div", "class", "scroll").open("table", "class", "plain digests", "aria-labelledby", title);
        html.open("thead").open("tr");
        heads.forEach(head -> html.leaf("th", head, "scope", "col"));
        html.close().close().open("tbody");
    }

    private static void row(Html html, String head, String middle, String last) {
        html.open("tr");
        html.open("th", "scope", "row").leaf("bdi", head).close();
        html.leaf("td", middle).leaf("td", last);
        html.close();
    }

    static void words(Html html) {
        html.open("section", "id", "words", "aria-labelledby", "words-title");
        html.leaf("h2", "What the words mean", "id", "words-title");
        html.open("dl", "class", "words");
        for (Verdict verdict : Verdict.values()) {
            html.open("div")
                    .open("dt")
                    .open("span", "class", "badge " + verdict.key())
                    .icon(verdict.key())
                    .leaf("span", verdict.word())
                    .close()
                    .close()
                    .leaf("dd", verdict.meaning())
                    .close();
        }
        word(
                html,
                "Blocker, warning, info",
                "How much a requirement weighs. Only blockers decide between approved, undetermined and blocked.");
        word(
                html,
                "Unblocks",
                "Migrations that nothing else blocks; the other ones it concerns need more than this fix.");
        word(html, "Stun", "How long the guest stands still at the switchover.");
        html.close().close();
    }

    private static void word(Html html, String word, String meaning) {
        html.open("div").leaf("dt", word).leaf("dd", meaning).close();
    }
}
