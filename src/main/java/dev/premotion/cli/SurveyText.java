package dev.premotion.cli;

import dev.premotion.assessment.Assessment.Gap;
import dev.premotion.report.Result;
import dev.premotion.report.Result.Evacuation;
import dev.premotion.report.Result.Finding;
import dev.premotion.report.Result.Placement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A survey on a terminal: which hosts can be emptied, and which VMs have nowhere to go. */
final class SurveyText {

    private static final int HOSTS = 30;
    private static final int VMS = 20;
    private static final int GAPS = 3;

    private final Result result;
    private final Map<String, Finding> findings;
    private final List<Gap> gaps;
    private final Style style;

    SurveyText(Result result, Map<String, Finding> findings, List<Gap> gaps, Style style) {
        this.gaps = gaps;
        this.result = result;
        this.findings = findings;
        this.style = style;
    }

    void print(Lines lines) {
        List<Evacuation> hosts = result.evacuations() == null ? List.of() : result.evacuations();
        if (!hosts.isEmpty()) {
            lines.heading("Hosts", "can each be emptied, all VMs together?");
            hosts.stream().limit(HOSTS).forEach(host -> host(lines, host));
            more(lines, hosts.size() - HOSTS, "hosts");
        }
        List<Placement> vms = result.placements() == null ? List.of() : result.placements();
        var stuck = vms.stream().filter(vm -> vm.verdict().equals("blocked")).toList();
        if (!stuck.isEmpty()) {
            lines.heading("VMs that no host of their cluster can take", "");
            stuck.stream().limit(VMS).forEach(vm -> vm(lines, vm));
            more(lines, stuck.size() - VMS, "VMs");
        }
        open(lines);
    }

    /** What is undetermined is too much for a terminal; what only a fuller snapshot decides is said in a few lines. */
    private void open(Lines lines) {
        int open = result.summary().undetermined();
        if (open == 0) {
            return;
        }
        lines.heading("Undetermined", TextReport.count(open, "VM"));
        lines.paragraph("  ", "--html F or --xlsx F lists them; --explain VM tells why of one.");
        if (!gaps.isEmpty()) {
            lines.paragraph(
                    "  ",
                    "For some, no answer helps, only a fuller snapshot. It is not known, for instance, "
                            + gaps.stream()
                                    .limit(GAPS)
                                    .map(gap -> gap.unsaid() + " (the same kind of fact for "
                                            + TextReport.count(gap.migrations(), "VM") + ")")
                                    .collect(Collectors.joining("; "))
                            + ".");
        }
    }

    private void host(Lines lines, Evacuation host) {
        var words = TextReport.count(host.vms(), "VM") + ": " + host.movable() + " can move, "
                + (host.crowded() == 0 ? "" : host.crowded() + " no room together, ") + host.undetermined()
                + " undetermined, " + host.blocked() + " cannot";
        lines.raw("  " + style.verdict(style.sign(host.verdict()) + " " + lines.cut(host.host(), 34), host.verdict())
                + " " + lines.clean(words));
        if (host.because() != null) {
            lines.paragraph("      ", host.because());
        }
    }

    private void vm(Lines lines, Placement vm) {
        lines.raw("  " + style.verdict(style.sign(vm.verdict()) + " " + lines.cut(vm.vm(), 34), vm.verdict()) + " "
                + style.dim(lines.clean(vm.cluster() == null ? "" : vm.cluster())));
        var why = vm.because() != null
                ? vm.because()
                : vm.findings().isEmpty() || findings.get(vm.findings().get(0)) == null
                        ? ""
                        : findings.get(vm.findings().get(0)).message();
        if (!why.isEmpty()) {
            lines.paragraph("      ", why);
        }
    }

    private static void more(Lines lines, int count, String what) {
        if (count > 0) {
            lines.dimmed("  ", "and " + TextReport.number(count) + " more " + what);
        }
    }
}
