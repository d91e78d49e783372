package dev.premotion.report;

import dev.premotion.report.Result.Confirm;
import dev.premotion.report.Result.File;
import dev.premotion.report.Result.Finding;
import dev.premotion.report.Result.Inputs;
import dev.premotion.report.Result.Migration;
import dev.premotion.report.Result.Placement;
import dev.premotion.report.Result.Plan;
import dev.premotion.report.Result.PolicyChange;
import dev.premotion.report.Result.Quality;
import dev.premotion.report.Result.Simulation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Results for the writers of reports to be tried on. Each is a fresh object; the same call gives an equal result. */
public final class Samples {

    private static final int RULES = 43;

    private Samples() {}

    /** Some thirty migrations between two sites: every verdict, candidates, waivers, consequences and a simulation. */
    public static Result varied() {
        SampleMigrations made = SampleMigrations.varied();
        return planned("acct-to-site-b", made, SampleRuns.of(made.migrations()), quality());
    }

    /** The varied sample with names that try to become markup, script, formulas or to turn the text around. */
    public static Result hostile() {
        SampleMigrations made = SampleMigrations.hostile();
        List<Quality> quality = List.of(new Quality(
                "</script><script>document.title='pwned'</script>.xlsx",
                "vInfo!A2",
                "=HYPERLINK(\"http://evil.example\")"));
        return planned(SampleMigrations.SCRIPT, made, SampleRuns.of(made.migrations()), quality);
    }

    /** A plan with nothing in it, nothing simulated. */
    public static Result empty() {
        return planned("nothing", SampleMigrations.none(), null, List.of());
    }

    /** So many migrations, with the findings, candidates and runs of a large estate. */
    public static Result large(int migrations) {
        SampleMigrations made = SampleMigrations.large(migrations);
        return planned("cl-old-to-cl-new", made, SampleRuns.of(made.migrations()), quality());
    }

    /** A survey: no plan, so placements and evacuations instead of migrations. */
    public static Result survey() {
        SampleSurvey survey = SampleSurvey.of();
        List<Finding> findings = SampleTally.counted(
                survey.placements().stream().map(p -> SampleTally.mentions(p.findings(), p.candidates())),
                survey.known());
        List<Confirm> confirm = List.of(new Confirm(
                "host.vmotionAdapter",
                "Does every host of CL-A have a VMkernel adapter with vMotion switched on?",
                "cluster CL-A",
                4,
                6,
                6,
                null));
        List<String> verdicts =
                survey.placements().stream().map(Placement::verdict).toList();
        return new Result(
                Result.FORMAT,
                new Plan("survey", true),
                SampleTally.summary(verdicts, 0, RULES),
                List.of(),
                survey.placements(),
                survey.evacuations(),
                findings,
                SampleTally.fixes(survey.placements().stream().map(PageRow::of).toList(), findings),
                confirm,
                quality(),
                null,
                null,
                inputs(false));
    }

    private static Result planned(
            String plan, SampleMigrations made, @Nullable Simulation simulation, List<Quality> quality) {
        List<Migration> migrations = made.migrations();
        List<Finding> findings = SampleTally.counted(
                migrations.stream().map(m -> SampleTally.mentions(m.findings(), m.candidates())), made.known());
        List<String> verdicts = migrations.stream().map(Migration::verdict).toList();
        return new Result(
                Result.FORMAT,
                new Plan(plan, false),
                SampleTally.summary(verdicts, relying(migrations), RULES),
                migrations,
                null,
                null,
                findings,
                SampleTally.fixes(migrations.stream().map(PageRow::of).toList(), findings),
                SampleTally.confirm(findings, migrations),
                quality,
                plan.equals("empty") ? null : SampleAnswers.vCenter(migrations),
                simulation,
                inputs(true));
    }

    private static int relying(List<Migration> migrations) {
        return (int) migrations.stream()
                .filter(m -> m.verdict().startsWith("approved"))
                .filter(m -> !(m.reliesOn().waivers().isEmpty()
                        && m.reliesOn().assumptions().isEmpty()
                        && m.reliesOn().fixes().isEmpty()))
                .count();
    }

    private static List<Quality> quality() {
        return List.of(
                new Quality(
                        "RVTools_export.xlsx",
                        "vInfo!G18",
                        "Memory \"16.384\" is neither a number of MiB nor empty; the row is read without it."),
                new Quality(
                        "vcsa-01a.json",
                        "/vms/41/disks/0/capacityBytes (line 2214)",
                        "A size below 0 (-1) is no size; left unknown."),
                new Quality(
                        "vcsa-02a.json",
                        "/networks (line 880)",
                        "Marked complete: false, so a port group that is not listed may still exist."));
    }

    private static Inputs inputs(boolean planned) {
        List<File> files = List.of(
                new File("RVTools_export.xlsx", SampleTally.sha256("rvtools"), "2026-11-20T21:04:00Z"),
                new File("vcsa-01a.json", SampleTally.sha256("01a"), "2026-11-21T06:30:12Z"),
                new File("vcsa-02a.json", SampleTally.sha256("02a"), "2026-11-21T06:42:57Z"));
        return new Inputs(
                files,
                SampleTally.sha256("inventory"),
                planned ? SampleTally.sha256("plan") : null,
                planned ? SampleTally.sha256("waivers") : null,
                null,
                planned ? SampleTally.sha256("policy") : null,
                planned
                        ? List.of(new PolicyChange(
                                "NET-BW-250", "warning", "blocker", "the link is shared", "network team"))
                        : null,
                SampleTally.sha256("rulebook"),
                null,
                null,
                "2026-11-21T06:42:57Z",
                "2026-11-22",
                "0.1.0");
    }
}
